import { dayNumberOf } from '../../../shared/model/day.ts';
import { type DaySpan, daysInside } from './day-sales.ts';
import { monthsBefore } from './months.ts';

/** How busy each week of the year is, mean 1: 52 weeks, the last of 8 days (9 in leap years). */
export type SeasonWeights = Float64Array;

export const WEEKS = 52;
/** Whole years wanted before a season can be told from a trend (TRUTH 9). */
const FEWEST_YEARS = 2;
/** No week stands still: a purchase in it would take no time. */
const LEAST = 0.03;
const DAYS_OF_SLACK = 7;
/** A week closed for longer than this says nothing of how busy it is. */
const MOSTLY_CLOSED = 0.5;

const MS_PER_DAY = 86_400_000;

/** Week of the year of a day, 0 to 51. */
export const weekOf = (day: number): number => {
  const year = new Date(day * MS_PER_DAY).getUTCFullYear();
  return Math.min(WEEKS - 1, Math.floor((day - dayNumberOf(year, 1, 1)!) / 7));
};

/**
 * Weights of the weeks by the purchase days of all customers in the last whole years (TRUTH 9): each year detrended by
 * e^(−g·t), smoothed 1-2-1 around the year, divided by the mean, drawn to 1 by 1 − noise ÷ variance, so that an even shop
 * has none. Noise is the larger of Poisson's and of what years differ among each other.
 * @param daysBought day of every purchase day of every customer, in any order, days since 1970-01-01
 * @param closed spans in which the shop was shut
 * @param times how often each of these days counts; once where left out
 * @returns null with less than two whole years, or where the year is even
 */
export const seasonWeights = (
  daysBought: ArrayLike<number>,
  firstDay: number,
  asOf: number,
  closed: readonly DaySpan[] = [],
  times?: ArrayLike<number>,
): SeasonWeights | null => {
  let years = 0;
  while (firstDay <= monthsBefore(asOf, 12 * (years + 1)) + 1 + DAYS_OF_SLACK) years++;
  if (years < FEWEST_YEARS) return null;
  const ends = Array.from({ length: years + 1 }, (_, y) => monthsBefore(asOf, 12 * (years - y)));
  const counts = Array.from({ length: years }, () => new Float64Array(WEEKS));
  const open = Array.from({ length: years }, () => new Float64Array(WEEKS));
  // days from the beginning of the year that is looked at, which need not be January
  const since = Array.from({ length: years }, () => new Float64Array(WEEKS));
  const weeks = new Int8Array(asOf - ends[0]! + 1);
  for (let y = 0; y < years; y++)
    for (let day = ends[y]! + 1; day <= ends[y + 1]!; day++) {
      const week = weekOf(day);
      weeks[day - ends[0]!] = week;
      if (daysInside(closed, day, day) > 0) continue;
      open[y]![week]!++;
      since[y]![week]! += day - ends[y]!;
    }
  for (let k = 0; k < daysBought.length; k++) {
    const day = daysBought[k]!;
    if (day <= ends[0]! || day > asOf) continue;
    let y = 0;
    while (day > ends[y + 1]!) y++;
    counts[y]![weeks[day - ends[0]!]!]! += times ? times[k]! : 1;
  }
  const totals = counts.map((year) => year.reduce((sum, n) => sum + n, 0));
  const seen = open.map((year) => year.reduce((sum, n) => sum + n, 0));
  if (totals.some((n) => n === 0)) return null;
  const growth = Math.log((totals.at(-1)! / seen.at(-1)! / totals[0]!) * seen[0]!) / (years - 1);
  // purchase days per open day of a week, each year on a level of its own
  const perYear = counts.map((year, y) =>
    smoothed(
      Float64Array.from(year, (n, w) => {
        const days = open[y]![w]!;
        const t = since[y]![w]! / Math.max(1, days) / (ends[y + 1]! - ends[y]!);
        const within = Math.exp(-growth * t) * (7 / Math.max(1, days));
        return days < 7 * MOSTLY_CLOSED ? Number.NaN : n * within;
      }),
    ),
  );
  const level = perYear.map(meanOf);
  const index = new Float64Array(WEEKS);
  let yearly = 0;
  for (let w = 0; w < WEEKS; w++) {
    const values = perYear.flatMap((year, y) => (Number.isNaN(year[w]!) ? [] : [year[w]! / level[y]!]));
    const mean = values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
    index[w] = values.length === 0 ? 1 : mean;
    if (values.length > 1) {
      const spread = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
      yearly += spread / values.length / WEEKS;
    }
  }
  const scale = meanOf(index);
  let variance = 0;
  for (let w = 0; w < WEEKS; w++) variance += (index[w]! / scale - 1) ** 2 / WEEKS;
  // 1-2-1 leaves 6 ÷ 16 of the variance of independent counts
  const poisson = (6 / 16) * (WEEKS / totals.reduce((sum, n) => sum + n, 0));
  const kept = variance > 0 ? Math.max(0, 1 - Math.max(poisson, yearly) / variance) : 0;
  if (kept === 0) return null;
  const weights = index.map((v) => Math.max(LEAST, 1 + kept * (v / scale - 1)));
  const mean = meanOf(weights);
  return weights.map((v) => v / mean);
};

/** 1-2-1 around the year; a week that is not known leaves its weight to its neighbours. */
const smoothed = (values: Float64Array): Float64Array =>
  values.map((own, w) => {
    let sum = 0;
    let weights = 0;
    for (const [shift, weight] of [
      [-1, 1],
      [0, 2],
      [1, 1],
    ] as const) {
      const value = values[(w + shift + WEEKS) % WEEKS]!;
      if (Number.isNaN(value)) continue;
      sum += weight * value;
      weights += weight;
    }
    return Number.isNaN(own) || weights === 0 ? Number.NaN : sum / weights;
  });

const meanOf = (values: Float64Array): number => {
  let sum = 0;
  let n = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    n++;
  }
  return n > 0 ? sum / n : 1;
};
