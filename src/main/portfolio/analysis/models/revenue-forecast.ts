import { addDays, addMonths, dayNumber, type IsoDay, isoDay } from '../../../../shared/model/day.ts';
import { sum } from '../../../../shared/sum.ts';
import { type SeasonWeights, seasonWeights } from '../../../analytics/calendar/season.ts';
import { forecastMonths, restOfMonth, runningMonth } from '../../../analytics/forecast/calendar-forecast.ts';
import type { Forecast, ForecastPoint } from '../../../analytics/forecast/forecast.ts';
import { monthlyRevenue } from '../../../analytics/forecast/monthly-revenue.ts';
import { revenueWithin } from '../../../analytics/history.ts';
import type { PlannedSegment } from '../../../analytics/segmentation/segmentation.ts';
import type { Readable } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { dataPart, part } from '../part.ts';
import { exceptionalRevenue } from '../statements/calendar.ts';
import { monthsOf } from '../totals.ts';

/** A month that begins this late into the sales is taken for whole: shops are closed at New Year. */
const LATEST_START = 3;
const AHEAD = 6;

export type RevenueForecast = {
  readonly from: string | null;
  readonly months: number;
  /** revenue of each of these months, minor units; exceptional days are left out */
  readonly series: readonly number[];
  readonly forecast: Forecast;
  /** the month of the analysis where it is not over: what is sold in it so far; the first point ahead is this month */
  readonly running: { readonly month: string; readonly sold: number } | null;
};

/** Revenue of the whole portfolio continued by month, from the complete months alone; anonymous sales count too. */
export const revenueForecast = dataPart(
  'revenueForecast',
  (db, analysis): RevenueForecast => computeForecast(db, analysis),
);

const computeForecast = (db: Readable, analysis: Analysis): RevenueForecast => {
  const { asOf, totals } = analysis;
  const months = monthsOf(db, asOf);
  const whole = wholeMonths(months, totals.period.from, asOf);
  const series = whole.map(({ month, revenue }) => revenue - exceptionalIn(analysis, month));
  const now = months.at(-1)!;
  return {
    from: whole[0]?.month ?? null,
    months: whole.length,
    series,
    ...continuedFrom(analysis, whole[0]?.month ?? null, series, now.identified + now.anonymous),
  };
};

/** The months ahead, the running one with what is sold in it. */
const continuedFrom = (
  analysis: Analysis,
  from: string | null,
  series: readonly number[],
  sold: number,
): Pick<RevenueForecast, 'forecast' | 'running'> => {
  const { asOf, calendar, history } = analysis;
  const month = asOf.slice(0, 7);
  const isOver = addDays(asOf, 1).slice(0, 7) !== month;
  const running = isOver ? null : { month, sold };
  const forecast = forecastMonths(
    {
      first: from === null ? 0 : monthNumber(from),
      values: series,
      weights: shopSeason(analysis),
      closed: calendar.closedSpans,
    },
    AHEAD + (running ? 1 : 0),
  );
  if (forecast.kind === 'range' || running === null) return { forecast, running };
  const rest = restOfMonth(calendar.sales, monthNumber(month), history.asOf);
  const [first, ...later] = forecast.points;
  return { forecast: { ...forecast, points: [runningMonth(first!, sold, rest), ...later] }, running };
};

/** The first month ahead that has not begun: what "next month" means. */
export const nextWholeMonth = ({
  forecast,
  running,
}: Pick<RevenueForecast, 'forecast' | 'running'>): ForecastPoint | null =>
  forecast.kind === 'forecast' ? (forecast.points[running ? 1 : 0] ?? null) : null;

/** Weights of the weeks by the orders of all sales, anonymous ones too; null where no season can be told. */
export const shopSeason = part('shopSeason', (analysis): SeasonWeights | null => {
  const { sales, closedSpans } = analysis.calendar;
  const first = sales.day[0];
  return first === undefined
    ? null
    : seasonWeights(sales.day, first, analysis.history.asOf, closedSpans, sales.orders);
});

const exceptionalIn = (analysis: Analysis, month: string): number =>
  exceptionalRevenue(
    analysis,
    addDays(isoDay(`${month}-01`), -1),
    addDays(isoDay(`${nextMonth(month)}-01`), -1),
  );

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

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
  const { totals, segmentation, calendar } = analysis;
  const left = new Set(calendar.exceptionalDays);
  const history =
    left.size === 0
      ? analysis.history
      : {
          ...analysis.history,
          net: analysis.history.net.map((net, k) => (left.has(analysis.history.day[k]!) ? 0 : net)),
        };
  const { segments, segmentOf } = segmentation.planned;
  const first = dayNumber(totals.period.from);
  const monthBefore = dayNumber(isoDay(`${analysis.asOf.slice(0, 7)}-01`)) - 1;
  const thisMonth = revenueWithin(analysis.history, monthBefore, analysis.history.asOf);
  return segments.flatMap((segment, place) => {
    if (segment.customers < FEWEST_CUSTOMERS) return [];
    const { from, values } = monthlyRevenue(history, first, (i) => segmentOf[i] === place);
    const sold = sum(segment.members.map((i) => thisMonth[i]!));
    return {
      name: segment.name,
      customers: segment.customers,
      from,
      months: values.length,
      series: values,
      ...continuedFrom(analysis, from, values, sold),
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
