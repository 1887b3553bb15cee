import { type DaySales, type DaySpan, saleDaysWithin, spanDays } from './day-sales.ts';

/**
 * A long time without any sale: `closed` where other years sold in these weeks, `season` where they did not either,
 * `unknown` where no other year shows them.
 */
export type LongSilence = DaySpan & { readonly kind: 'closed' | 'season' | 'unknown' };

/** TRUTH 8: a silence is long from this many days on … */
const SHORTEST = 14;
/** … and from this many mean gaps between days of sale. */
const MEAN_GAPS = 8;
/** Weeks in which other years had this many days of sale are no season off. */
const FEWEST_SALE_DAYS = 8;
const AROUND = 14;
const YEAR = 365.25;
/** Fewer gaps have no mean worth the name. */
const FEWEST_GAPS = 10;

/**
 * Silences longer than 14 days and eight mean gaps between days of sale, the largest left out (the median gap cries
 * wolf in shops that sell rarely), each judged by the same weeks of the other years.
 */
export const longSilences = (sales: DaySales): readonly LongSilence[] => {
  const { day } = sales;
  if (day.length <= FEWEST_GAPS) return [];
  let largest = 0;
  for (let i = 1; i < day.length; i++) largest = Math.max(largest, day[i]! - day[i - 1]!);
  const mean = (day.at(-1)! - day[0]! - largest) / (day.length - 2);
  const longest = Math.max(SHORTEST, MEAN_GAPS * mean);
  const found: LongSilence[] = [];
  for (let i = 1; i < day.length; i++) {
    const span = { from: day[i - 1]! + 1, to: day[i]! - 1 };
    if (spanDays(span) > longest) found.push({ ...span, kind: kindOf(sales, span) });
  }
  return found;
};

const kindOf = (sales: DaySales, span: DaySpan): LongSilence['kind'] => {
  const first = sales.day[0]!;
  const last = sales.day.at(-1)!;
  const length = spanDays(span);
  const seen: number[] = [];
  const years = Math.ceil((last - first) / YEAR);
  for (let shift = -years; shift <= years; shift++) {
    if (shift === 0) continue;
    const from = span.from + Math.round(shift * YEAR);
    const to = from + length - 1;
    if (from < first || to > last) continue;
    const same = saleDaysWithin(sales, from, to);
    const wide = (saleDaysWithin(sales, from - AROUND, to + AROUND) * length) / (length + 2 * AROUND);
    seen.push(Math.min(same, wide));
  }
  if (seen.length === 0) return 'unknown';
  return seen.reduce((sum, n) => sum + n, 0) / seen.length >= FEWEST_SALE_DAYS ? 'closed' : 'season';
};
