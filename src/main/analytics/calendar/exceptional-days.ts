import { quantileOfSorted } from '../numeric/order-statistics.ts';
import type { DaySales } from './day-sales.ts';

/** One day that brought more than any other could explain. */
export type ExceptionalDay = {
  readonly day: number;
  /** minor units */
  readonly revenue: number;
  /** of the revenue of the year around it */
  readonly share: number;
};

/** TRUTH 7: this many times the 99th percentile of the other days … */
const TIMES = 5;
/** … and at least this part of the year's revenue. */
const LEAST_SHARE = 0.08;
/** Of fewer days none can be said to be out of the ordinary. */
const FEWEST_DAYS = 20;
const HALF_YEAR = 182;

/** Days with more than five times the 99th percentile of the other days and at least 8 % of the year around them. */
export const exceptionalDays = ({
  day,
  revenue,
}: Pick<DaySales, 'day' | 'revenue'>): readonly ExceptionalDay[] => {
  const n = day.length;
  if (n < FEWEST_DAYS) return [];
  const sorted = Float64Array.from(revenue).sort();
  const found: ExceptionalDay[] = [];
  for (let i = 0; i < n; i++) {
    const own = revenue[i]!;
    // only the largest few can be five times what nearly all others stay below
    if (own <= TIMES * Math.max(0, sorted[Math.floor(0.9 * n)]!)) continue;
    const others = sorted.slice();
    others.copyWithin(sorted.indexOf(own), sorted.indexOf(own) + 1);
    if (own <= TIMES * Math.max(0, quantileOfSorted(others.subarray(0, n - 1), 0.99))) continue;
    const year = yearAround({ day, revenue }, day[i]!);
    if (year > 0 && own >= LEAST_SHARE * year) found.push({ day: day[i]!, revenue: own, share: own / year });
  }
  return found;
};

/** Revenue of the 365 days around a day, moved to where there are sales. */
const yearAround = ({ day, revenue }: Pick<DaySales, 'day' | 'revenue'>, middle: number): number => {
  const last = day.at(-1)!;
  const to = Math.min(last, Math.max(middle + HALF_YEAR, day[0]! + 2 * HALF_YEAR));
  const from = Math.min(middle, to - 2 * HALF_YEAR);
  let sum = 0;
  for (let i = 0; i < day.length; i++) if (day[i]! >= from && day[i]! <= to) sum += revenue[i]!;
  return sum;
};
