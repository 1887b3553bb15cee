import { capital } from '../../../shared/words.ts';

/** The part of a progress report that is put in words. */
export type Report = {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly rowsPerSecond: number | null;
  readonly remainingMs: number | null;
};

/** Whole percent, 0–100; null while the total is not known. */
export const percentOf = (report: Pick<Report, 'done' | 'total'>): number | null =>
  report.total > 0 ? Math.min(100, Math.max(0, Math.floor((report.done / report.total) * 100))) : null;

export const remainingInWords = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 1) return 'about a second left';
  if (seconds < 10) return `about ${seconds} seconds left`;
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'about a minute left';
  return minutes < 60 ? `about ${minutes} minutes left` : 'more than an hour left';
};

/** Rate and remaining time as one line; empty before they are known. */
export const paceInWords = (report: Report, count: (n: number) => string): string =>
  [
    report.rowsPerSecond !== null && report.rowsPerSecond >= 1
      ? `${count(Math.round(report.rowsPerSecond))} rows a second`
      : null,
    report.remainingMs !== null && report.remainingMs >= 0 ? remainingInWords(report.remainingMs) : null,
  ]
    .filter((s) => s !== null)
    .join(' · ');

const PHASES: Readonly<Record<string, string>> = {
  reading: 'Reading the file',
  recognising: 'Recognising customers',
  summarising: 'Working out the summaries',
  saving: 'Saving',
};

/** A phase of the engine as a heading. */
export const phaseInWords = (phase: string, fallback: string): string => {
  const text = phase.trim();
  return PHASES[text] ?? (text === '' ? fallback : capital(text));
};
