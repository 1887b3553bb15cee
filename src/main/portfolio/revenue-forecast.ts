import { addDays, addMonths, type IsoDay, isoDay } from '../../shared/model/day.ts';
import { type Forecast, forecastSeries } from '../analytics/forecast/forecast.ts';
import type { Connection } from '../database/connection.ts';
import type { Analysis } from './analysis.ts';
import { derived } from './derived.ts';
import { monthsOf } from './totals.ts';

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
export const revenueForecast = (db: Connection, analysis: Analysis): RevenueForecast =>
  derived(analysis, 'revenueForecast', () => computeForecast(db, analysis));

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
