import type { Formats } from '../../../../shared/format.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { GrowthWindows } from '../../../analytics/growth/windows.ts';
import { changeWords } from './words.ts';

/**
 * "The last 12 months brought 6.2% more than the 12 before."
 * @returns null where there is no growth, which has its reason elsewhere
 */
export const growthSentence = (say: Formats, growth: Result, windows: GrowthWindows | null): string | null =>
  growth.value === null || windows === null
    ? null
    : `The last ${windows.months} months brought ${changeWords(say, growth.value)} the ${windows.months} before${windows.maybeSeasonal ? '; part of it may be the season' : ''}.`;
