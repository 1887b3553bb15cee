import type { Unit } from '../model/result.ts';

/** What a figure means, said once: the screens, the printed review and docs/methods.md all read it from here. */
export type Metric = {
  readonly title: string;
  /** the title in a line of key figures, where the full one is too long or says too little */
  readonly short?: string;
  /** one plain sentence for the owner */
  readonly definition: string;
  readonly formula: string;
  readonly unit: Unit;
  /** short name of the method, carried by every result */
  readonly method: string;
  /** what must be in the data */
  readonly needs: string;
  /** what the figure does not say */
  readonly limits: string;
  readonly source: string;
};

/** Figures of one area by their ids. */
export type Metrics = Readonly<Record<string, Metric>>;
