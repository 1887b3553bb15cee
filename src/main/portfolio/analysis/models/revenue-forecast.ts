import { addDays, addMonths, dayNumber, type IsoDay, isoDay } from '../../../../shared/model/day.ts';
import { type Forecast, forecastSeries } from '../../../analytics/forecast/forecast.ts';
import { monthlyRevenue } from '../../../analytics/forecast/monthly-revenue.ts';
import type { PlannedSegment } from '../../../analytics/segmentation/segmentation.ts';
import type { Connection } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { dataPart, part } from '../part.ts';
import { monthsOf } from '../totals.ts';

/** A month that begins this late into the sales is taken for whole: shops are closed at New Year. */
const LATEST_START = 3;
const AHEAD = 6;

export type RevenueForecast = {
  readonly from: string | null;
  readonly months: number;
  /** revenue of each of these months, minor units */
  readonly series: readonly number[];
  readonly forecast: Forecast;
};

/** Revenue of the whole portfolio continued by month, from the complete months alone; anonymous sales count too. */
export const revenueForecast = dataPart(
  'revenueForecast',
  (db, analysis): RevenueForecast => computeForecast(db, analysis),
);

const computeForecast = (db: Connection, { asOf, totals }: Analysis): RevenueForecast => {
  const whole = wholeMonths(monthsOf(db, asOf), totals.period.from, asOf);
  const series = whole.map(({ revenue }) => revenue);
  return {
    from: whole[0]?.month ?? null,
    months: whole.length,
    series,
    forecast: forecastSeries(series, AHEAD),
  };
};

/** The same of the customers who are in a segment now. */
export type SegmentForecast = RevenueForecast & {
  readonly name: string;
  readonly customers: number;
  readonly warnings: readonly string[];
};

/** A month of fewer customers depends on single orders. */
const FEWEST_CUSTOMERS = 10;

/** Revenue of each segment continued by month, those with fewer than 10 customers left out. */
export const segmentForecasts = part('segmentForecasts', (analysis): readonly SegmentForecast[] => {
  const { history, totals, segmentation } = analysis;
  const { segments, segmentOf } = segmentation.planned;
  const first = dayNumber(totals.period.from);
  return segments.flatMap((segment, place) => {
    if (segment.customers < FEWEST_CUSTOMERS) return [];
    const { from, values } = monthlyRevenue(history, first, (i) => segmentOf[i] === place);
    return {
      name: segment.name,
      customers: segment.customers,
      from,
      months: values.length,
      series: values,
      forecast: forecastSeries(values, AHEAD),
      warnings: isToldByThePast(segment) ? [SELECTED] : [],
    };
  });
});

const SELECTED =
  'Who is in this segment is told by what they bought lately, so their past is no fair sign of their future: a segment of the silent looks as if it were fading, one of the best as if it were growing.';

/** Rules that ask for nothing but how long somebody has been a customer divide by no success of late. */
const isToldByThePast = ({ definition }: PlannedSegment): boolean =>
  ('all' in definition ? definition.all : definition.typical).some(
    ({ measure }) => measure !== 'daysSinceFirst',
  );

const wholeMonths = (
  months: readonly { month: string; identified: number; anonymous: number }[],
  first: IsoDay,
  asOf: IsoDay,
): { month: string; revenue: number }[] => {
  const known = new Map(months.map(({ month, identified, anonymous }) => [month, identified + anonymous]));
  const firstMonth =
    Number(first.slice(8)) <= LATEST_START ? first.slice(0, 7) : nextMonth(first.slice(0, 7));
  const over = addDays(asOf, 1).slice(0, 7);
  const list: { month: string; revenue: number }[] = [];
  for (let month = firstMonth; month < over; month = nextMonth(month))
    list.push({ month, revenue: known.get(month) ?? 0 });
  return list;
};

const nextMonth = (month: string): string => addMonths(isoDay(`${month}-01`), 1).slice(0, 7);
