import { type BusinessClock, businessClock } from './calendar/business-clock.ts';
import type { DaySpan } from './calendar/day-sales.ts';

/**
 * Purchase history of all identified customers as of a day, columnar; the entries of customer i are
 * `start[i]` .. `start[i + 1] - 1`, one per day, ascending by day, none later than `asOf`.
 * `net` is in minor units and may be <= 0 (returns); only days with net > 0 are purchase days (DEFINITIONS 7).
 */
export type PurchaseHistory = {
  /** days since 1970-01-01 */
  readonly asOf: number;
  /** ids, ascending */
  readonly customer: Int32Array;
  /** one longer than `customer` */
  readonly start: Int32Array;
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** day since which somebody is known to be a customer, whatever the sales show; NO_DAY where nothing is said of it */
  readonly since?: Int32Array;
  /** spans in which the shop was shut, and business time where it differs from the calendar's; null or absent where not */
  readonly closed?: readonly DaySpan[];
  readonly clock?: BusinessClock | null;
  /** days left out of levels and growth: one fair is no level (TRUTH 7) */
  readonly exceptional?: readonly number[];
};

/** Later than any day: nothing is known. */
export const NO_DAY = 2_147_483_647;

/** The history with the clock that its own purchase days give, and the spans in which the shop was shut. */
export const withClock = (history: PurchaseHistory, closed: readonly DaySpan[] = []): PurchaseHistory => ({
  ...history,
  closed,
  clock: clockAt({ ...history, closed }, history.asOf),
});

/** Business time as it could be told on a day, from the purchases up to it. */
export const clockAt = (history: PurchaseHistory, day: number): BusinessClock | null => {
  const first = firstDayOf(history);
  if (first === null) return null;
  // purchase days by day of the calendar: far fewer numbers than purchases
  const times = new Float64Array(Math.max(0, day - first + 1));
  for (let k = 0; k < history.day.length; k++) {
    const at = history.day[k]! - first;
    if (at < times.length && history.net[k]! > 0) times[at]!++;
  }
  const days = times.map((_, at) => first + at);
  return businessClock(days, first, day, history.closed, times);
};

/** What of a history was there on an earlier day: the same customers, those who had not come yet without any entry. */
export const historyUpTo = (history: PurchaseHistory, asOf: number): PurchaseHistory => {
  const start = new Int32Array(history.start.length);
  const kept: number[] = [];
  for (let i = 0; i < history.customer.length; i++) {
    for (let k = history.start[i]!; k < history.start[i + 1]! && history.day[k]! <= asOf; k++) kept.push(k);
    start[i + 1] = kept.length;
  }
  const earlier = {
    ...history,
    asOf,
    start,
    day: Int32Array.from(kept, (k) => history.day[k]!),
    net: Float64Array.from(kept, (k) => history.net[k]!),
  };
  return { ...earlier, clock: clockAt(earlier, asOf) };
};

/** The first day on which anything was bought or returned, or null in an empty history. */
export const firstDayOf = (history: PurchaseHistory): number | null => {
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < history.customer.length; i++) {
    const from = history.start[i]!;
    if (from < history.start[i + 1]!) first = Math.min(first, history.day[from]!);
  }
  return Number.isFinite(first) ? first : null;
};

/**
 * Net revenue of each customer on the days after `after` up to and including `upTo`, returns netted; minor units.
 */
export const revenueWithin = (history: PurchaseHistory, after: number, upTo: number): Float64Array => {
  const sums = new Float64Array(history.customer.length);
  for (let i = 0; i < sums.length; i++) {
    let sum = 0;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const day = history.day[k]!;
      if (day > after && day <= upTo) sum += history.net[k]!;
    }
    sums[i] = sum;
  }
  return sums;
};
