import { dayNumberOf } from '../../../shared/model/day.ts';
import { type DaySales, type DaySpan, daysInside } from '../calendar/day-sales.ts';
import { type SeasonWeights, weekOf } from '../calendar/season.ts';
import { type Forecast, type ForecastPoint, forecastSeries } from './forecast.ts';

/** Months of a series with what is known of their days. */
export type MonthsSeen = {
  /** first month as year × 12 + month − 1 */
  readonly first: number;
  /** revenue of each complete month, exceptional days left out, minor units */
  readonly values: readonly number[];
  readonly weights: SeasonWeights | null;
  readonly closed: readonly DaySpan[];
};

const SEED = 1;
/** A month this little open has no level of its own. */
const LEAST_OPEN = 0.25;

/**
 * The series continued as if no month were busier than another and none were closed, then given back to its months: the
 * weights are the ones rhythm and models run by (TRUTH 8, 9).
 */
export const forecastMonths = ({ first, values, weights, closed }: MonthsSeen, ahead: number): Forecast => {
  const busy = (k: number, spans: readonly DaySpan[]): number => busyness(first + k, weights, spans);
  const level: number[] = [];
  values.forEach((value, k) => {
    const open = busy(k, closed) / busy(k, []);
    level.push(open >= LEAST_OPEN ? value / busy(k, closed) : (level.at(-1) ?? value / busy(k, [])));
  });
  const told = forecastSeries(level, ahead, SEED, false);
  if (told.kind === 'range')
    return {
      ...told,
      lo: values.length > 0 ? Math.min(...values) : null,
      hi: values.length > 0 ? Math.max(...values) : null,
    };
  const points = told.points.map(({ h, value, lo, hi }) => {
    const factor = busy(values.length + h - 1, []);
    return { h, value: value * factor, lo: lo * factor, hi: hi * factor };
  });
  return { ...told, points };
};

/** How busy the open days of a month are together; 1 for a month of mean days that was open throughout. */
const busyness = (month: number, weights: SeasonWeights | null, closed: readonly DaySpan[]): number => {
  const from = firstDayOfMonth(month);
  const to = firstDayOfMonth(month + 1) - 1;
  let sum = 0;
  for (let day = from; day <= to; day++)
    if (daysInside(closed, day, day) === 0) sum += weights ? weights[weekOf(day)]! : 1;
  return sum / (to - from + 1);
};

export const firstDayOfMonth = (month: number): number =>
  dayNumberOf(Math.floor(month / 12), (month % 12) + 1, 1)!;

/** Mean revenue by day of the week over the last year counts what of a month is left. */
const YEAR = 365;

/**
 * What part of a month's sales lies after `asOf`, by the days of the week that are left and what each usually brings.
 * @param month year × 12 + month − 1
 */
export const restOfMonth = ({ day, revenue }: DaySales, month: number, asOf: number): number => {
  const usual = new Float64Array(7);
  for (let k = 0; k < day.length; k++)
    if (day[k]! > asOf - YEAR && day[k]! <= asOf) usual[day[k]! % 7]! += Math.max(0, revenue[k]!);
  let [rest, all] = [0, 0];
  for (let on = firstDayOfMonth(month); on < firstDayOfMonth(month + 1); on++) {
    all += usual[on % 7]!;
    if (on > asOf) rest += usual[on % 7]!;
  }
  return all > 0 ? rest / all : 0;
};

/** The running month: what is sold so far plus the rest; its range begins at what is sold (TRUTH 6). @param rest share of the month still to come */
export const runningMonth = (point: ForecastPoint, sold: number, rest: number): ForecastPoint => {
  const value = Math.max(0, sold) + rest * point.value;
  return {
    h: point.h,
    value,
    lo: Math.min(value, Math.max(0, sold)),
    // what is left varies with the root of its length
    hi: value + Math.sqrt(rest) * Math.max(0, point.hi - point.value),
  };
};
