import type { BackTestView, RevenueOutlook, YearOnYearView } from '../../../shared/model/retention.ts';
import type { BarRange, BarSeries } from '../../ui/charts/bars.tsx';

/** How dark a cell of the cohort table is, in per cent; the first month is always full and stays plain. */
export const shade = (share: number, month: number): string =>
  month === 0 ? '0%' : `${Math.round(Math.min(1, share) * 70)}%`;

export type ForecastBars = {
  readonly months: readonly string[];
  readonly series: readonly BarSeries[];
  /** the range of each month ahead; null for what was */
  readonly ranges: readonly (BarRange | null)[];
  /** the next whole month, whose figure is written above it */
  readonly marked: number;
};

/** Months that were, solid, and months ahead, hatched, in one row; of the running month what is sold so far is solid. */
export const forecastBars = ({ past, ahead, running }: RevenueOutlook): ForecastBars => {
  const none = (n: number): readonly number[] => new Array<number>(n).fill(0);
  const soldIn = (month: string): number => (running?.month === month ? Math.max(0, running.sold) : 0);
  return {
    months: [...past, ...ahead].map(({ month }) => month),
    series: [
      {
        name: 'Sold',
        values: [...past.map(({ revenue }) => revenue), ...ahead.map(({ month }) => soldIn(month))],
        look: 'solid',
      },
      {
        name: 'Forecast',
        values: [
          ...none(past.length),
          ...ahead.map(({ month, revenue }) => Math.max(0, revenue - soldIn(month))),
        ],
        look: 'hatched',
      },
    ],
    ranges: [...past.map(() => null), ...ahead.map(({ lo, hi }) => ({ lo, hi }))],
    marked: past.length + (running ? 1 : 0),
  };
};

/** Rows and columns of the table of fifths: the most first, those who did not buy last. */
export const FIFTHS: readonly (number | null)[] = [5, 4, 3, 2, 1, null];

export const cellOf = (
  cells: YearOnYearView['cells'],
  before: number | null,
  after: number | null,
): YearOnYearView['cells'][number] | null =>
  cells.find((cell) => cell.before === before && cell.after === after) ?? null;

/** Whether what came lay in the range, in words. */
export const verdictOf = (inside: BackTestView['asked'][number]['money']['inside']): string =>
  inside === null ? 'told without a range' : inside ? 'inside the range' : 'outside the range';
