import { formats } from '../../shared/format.ts';
import type { MondayName } from '../../shared/model/segment.ts';
import type { Analysis } from './analysis.ts';
import { customerRow } from './customer-row.ts';

const NAMES = 5;

/**
 * Five names for Monday: the customers at risk with the most to lose, then those merely late with the highest value,
 * each with one sentence why. Fewer when there are fewer reasons to call.
 */
export const mondayNames = (analysis: Analysis): MondayName[] => {
  const { purchases, rhythm } = analysis;
  const places = analysis.atRisk.customers
    .filter(({ value }) => value > 0)
    .slice(0, NAMES)
    .map(({ index }) => index);
  if (places.length < NAMES) {
    const late = Array.from(purchases.customer, (_, i) => i)
      .filter((i) => rhythm.state[i] === 'late' && purchases.revenue12m[i]! > 0)
      .sort((a, b) => purchases.revenue12m[b]! - purchases.revenue12m[a]! || a - b);
    places.push(...late.slice(0, NAMES - places.length));
  }
  return places.map((i) => ({ customer: customerRow(analysis, i), reason: riskReason(analysis, i) }));
};

/** "Usually every 14 days, silent for 49; brought € 3.2k in the last 12 months." */
export const riskReason = ({ rhythm, purchases, settings, currency }: Analysis, i: number): string => {
  const say = formats(settings.locale, currency);
  const gap = say.days(Math.round(rhythm.usualGap[i]!));
  return `Usually buys every ${gap}, silent for ${say.count(rhythm.daysSinceLast[i]!)}; brought ${say.moneyRounded(purchases.revenue12m[i]!)} in the last 12 months.`;
};
