/** Revenue of each day with sales, ascending by day; days since 1970-01-01, minor units. */
export type DaySales = {
  readonly day: Int32Array;
  readonly revenue: Float64Array;
  /** orders of the day */
  readonly orders: Float64Array;
};

/** Days from `from` to `to`, both included. */
export type DaySpan = { readonly from: number; readonly to: number };

export const spanDays = ({ from, to }: DaySpan): number => to - from + 1;

/** How many of the days from `from` to `to` had a sale. */
export const saleDaysWithin = ({ day }: DaySales, from: number, to: number): number =>
  placeAfter(day, to) - placeAfter(day, from - 1);

/** How many of the ascending days are not later than `last`. */
const placeAfter = (days: Int32Array, last: number): number => {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= last) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many days of a span lie in any of some others, which do not overlap. */
export const daysInside = (spans: readonly DaySpan[], from: number, to: number): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from) + 1), 0);
