import { type DaySpan, daysInside } from '../calendar/day-sales.ts';

/** Windows whose closed days differ by more are not compared (TRUTH 8). */
export const MOST_CLOSED_APART = 14;

/** By how many closed days two windows differ; each from the day before its first one. */
export const closedApart = (
  closed: readonly DaySpan[],
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): number => Math.abs(daysInside(closed, a.from + 1, a.to) - daysInside(closed, b.from + 1, b.to));
