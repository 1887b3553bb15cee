import type { Step } from '../../../shared/model/portfolio.ts';

export type PathStep = {
  readonly step: Step;
  readonly title: string;
  readonly to: string;
  readonly done: boolean;
  /** the first that is not done: where to go on */
  readonly next: boolean;
};

const STEPS: readonly { readonly step: Step; readonly title: string; readonly to: string }[] = [
  { step: 'import', title: 'Import', to: '/import' },
  { step: 'check', title: 'Check', to: '/import?check=last' },
  { step: 'segments', title: 'Segments', to: '/portfolio/segments' },
  { step: 'matrix', title: 'Matrix', to: '/portfolio/matrix' },
  { step: 'review', title: 'Review', to: '/reviews' },
];

export const pathSteps = (done: readonly Step[]): readonly PathStep[] => {
  const next = STEPS.find((s) => !done.includes(s.step))?.step;
  return STEPS.map((s) => ({ ...s, done: done.includes(s.step), next: s.step === next }));
};

/** The path stays until the first review is made. */
export const showsPath = (done: readonly Step[]): boolean => !done.includes('review');
