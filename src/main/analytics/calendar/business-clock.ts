import type { DaySpan } from './day-sales.ts';
import { type SeasonWeights, seasonWeights, weekOf } from './season.ts';

/**
 * Time as the shop's customers live it: it stands still while the shop is shut, and runs faster in busy weeks. A day of a
 * week of weight 1 lasts one day. `upTo[k]` is what has passed at the end of day `first + k`; plain data, so that it can
 * go from thread to thread.
 */
export type BusinessClock = { readonly first: number; readonly upTo: Float64Array };

/** How far ahead a clock reaches: the longest horizon of the models. */
const AHEAD_DAYS = 3 * 366;

/**
 * @param times how often each of the days counts; once where left out
 * @returns null where business time is calendar time
 */
export const businessClock = (
  daysBought: ArrayLike<number>,
  firstDay: number,
  asOf: number,
  closed: readonly DaySpan[] = [],
  times?: ArrayLike<number>,
): BusinessClock | null => {
  const weights = seasonWeights(daysBought, firstDay, asOf, closed, times);
  const past = closed.filter(({ from }) => from <= asOf);
  return weights === null && past.length === 0 ? null : clockFrom(weights, firstDay, asOf, past);
};

const clockFrom = (
  weights: SeasonWeights | null,
  firstDay: number,
  asOf: number,
  closed: readonly DaySpan[],
): BusinessClock => {
  const first = firstDay - 1;
  const upTo = new Float64Array(asOf - first + 1 + AHEAD_DAYS);
  const shut = new Uint8Array(upTo.length);
  for (const { from, to } of closed)
    for (let day = Math.max(first, from); day <= to && day - first < shut.length; day++)
      shut[day - first] = 1;
  for (let k = 1; k < upTo.length; k++)
    upTo[k] = upTo[k - 1]! + (shut[k] ? 0 : weights ? weights[weekOf(first + k)]! : 1);
  return { first, upTo };
};

/** Business days that pass after day `from` up to and including day `to`. */
export const elapsed = (clock: BusinessClock | null | undefined, from: number, to: number): number =>
  clock ? at(clock, to) - at(clock, from) : to - from;

/** The same in whole days, at least one between different days, so that equal records stay equal. */
export const elapsedDays = (clock: BusinessClock | null | undefined, from: number, to: number): number =>
  clock && to > from ? Math.max(1, Math.round(elapsed(clock, from, to))) : to - from;

/** Calendar days after `from` until `business` days have passed; as many where there is no clock. */
export const calendarDays = (
  clock: BusinessClock | null | undefined,
  from: number,
  business: number,
): number => {
  if (!clock) return business;
  const target = at(clock, from) + business;
  let low = from;
  let high = clock.first + clock.upTo.length - 1;
  if (at(clock, high) < target) return Math.round(business);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(clock, middle) >= target) high = middle;
    else low = middle + 1;
  }
  return low - from;
};

/** Beyond its ends the clock runs as the calendar does. */
const at = ({ first, upTo }: BusinessClock, day: number): number => {
  const k = day - first;
  if (k < 0) return k;
  const last = upTo.length - 1;
  return k <= last ? upTo[k]! : upTo[last]! + (k - last);
};
