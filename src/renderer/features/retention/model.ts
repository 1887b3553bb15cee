import type { RevenueOutlook } from '../../../shared/model/retention.ts';
import type { BarSeries } from '../../ui/charts/bars.tsx';

/** How dark a cell of the cohort table is, in per cent; the first month is always full and stays plain. */
export const shade = (share: number, month: number): string =>
  month === 0 ? '0%' : `${Math.round(Math.min(1, share) * 70)}%`;

export type ForecastBars = {
  readonly months: readonly string[];
  readonly series: readonly BarSeries[];
  /** the next month, whose figure is written above it */
  readonly marked: number;
};

/** Months that were, solid, and months ahead, hatched, in one row. */
export const forecastBars = ({ past, ahead }: RevenueOutlook): ForecastBars => {
  const none = (n: number): readonly number[] => new Array<number>(n).fill(0);
  return {
    months: [...past, ...ahead].map(({ month }) => month),
    series: [
      {
        name: 'Revenue',
        values: [...past.map(({ revenue }) => revenue), ...none(ahead.length)],
        look: 'solid',
      },
      {
        name: 'Forecast',
        values: [...none(past.length), ...ahead.map(({ revenue }) => revenue)],
        look: 'hatched',
      },
    ],
    marked: past.length,
  };
};
