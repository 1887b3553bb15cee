import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { Format } from '../../ui/text/format-core.ts';

/** The rhythm bar: places along it as percentages, and what it says. */
export type RhythmBar = {
  /** how far the silence reaches */
  readonly silence: number;
  /** where the usual gap lies, and twice of it */
  readonly usual: number;
  readonly risk: number;
  readonly late: boolean;
  readonly sentence: string;
};

/** Null for a customer without a gap of their own: one purchase day says nothing of a rhythm. */
export const rhythmBar = (
  row: Pick<CustomerRow, 'daysSinceLast' | 'usualGapDays' | 'overdueRatio'>,
  format: Pick<Format, 'days' | 'ratio'>,
): RhythmBar | null => {
  const { daysSinceLast, usualGapDays, overdueRatio } = row;
  if (daysSinceLast === null || usualGapDays === null || overdueRatio === null || usualGapDays <= 0)
    return null;
  const end = Math.min(Math.max(3, overdueRatio * 1.08), 12);
  return {
    silence: Math.min(100, (100 * overdueRatio) / end),
    usual: 100 / end,
    risk: 200 / end,
    late: overdueRatio >= 2,
    sentence:
      overdueRatio < 1
        ? `Silent for ${format.days(daysSinceLast)}; usually back after ${format.days(usualGapDays)}.`
        : `Silent for ${format.days(daysSinceLast)}, ${format.ratio(overdueRatio)} the usual gap of ${format.days(usualGapDays)}.`,
  };
};
