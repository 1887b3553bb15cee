import { addMonths, dayFromNumber, dayNumber } from '../../shared/model/day.ts';

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
};

/** The day number `months` before `day`, as the calendar has it (31 March − 1 month = the last of February). */
export const monthsBefore = (day: number, months: number): number =>
  dayNumber(addMonths(dayFromNumber(day), -months));

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
