import { dayFromNumber } from '../../../shared/model/day.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import { monthsBefore } from '../calendar/months.ts';

/**
 * Two adjacent periods of equal length ending at the day of the analysis (MODELS 5):
 * before = days after `start` up to and including `middle`, after = days after `middle` up to and including `end`.
 */
export type GrowthWindows = {
  readonly months: 12 | 6;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  /** six months against six may show nothing but the season */
  readonly maybeSeasonal: boolean;
};

/** Sales may begin this many days after the first window: a shop is closed at New Year. */
const SLACK = 7;

/**
 * 12 against 12 months where the sales reach back that far, else 6 against 6, else null.
 * @param firstDay first day of the sales  @param leadIn days of sales wanted before twice 12 months: customers count
 * as known only if seen before the first window, and a file that begins with the window has none of them
 */
export const growthWindows = (firstDay: number, asOf: number, leadIn = 0): GrowthWindows | null => {
  const windows = (months: 12 | 6): GrowthWindows => ({
    months,
    start: monthsBefore(asOf, 2 * months),
    middle: monthsBefore(asOf, months),
    end: asOf,
    maybeSeasonal: months === 6,
  });
  const years = windows(12);
  if (firstDay <= years.start + 1 + (leadIn > 0 ? -leadIn : SLACK)) return years;
  const halves = windows(6);
  return firstDay <= halves.start + 1 + SLACK ? halves : null;
};

/** Both windows as the owner reads them, first and last day included. */
export const windowPeriods = (
  windows: GrowthWindows,
): { readonly before: Period; readonly after: Period } => ({
  before: { from: dayFromNumber(windows.start + 1), to: dayFromNumber(windows.middle) },
  after: { from: dayFromNumber(windows.middle + 1), to: dayFromNumber(windows.end) },
});
