import { formats } from '../../../../shared/format.ts';
import { addDays, addMonths } from '../../../../shared/model/day.ts';
import type { Period } from '../../../../shared/model/schemas.ts';
import { plural } from '../../../../shared/words.ts';
import type { Analysis } from '../analysis.ts';
import { atRiskOf, goneIn } from '../at-risk.ts';

/** The months that "brought … in the last 12 months" speaks of. */
export const lastYear = ({ asOf }: Analysis): Period => ({
  from: addDays(addMonths(asOf, -12), 1),
  to: asOf,
});

/** "41 customers at risk: regulars silent for at least twice their usual gap; they brought € 12k in the last 12 months."; null for none. */
export const atRiskSentence = (analysis: Analysis): string | null => {
  const { settings, currency } = analysis;
  const atRisk = atRiskOf(analysis);
  const say = formats(settings.locale, currency);
  const n = atRisk.customers.length;
  if (n === 0) return null;
  return `${say.counted(n, 'customer')} ${plural(n, 'is', 'are')} at risk, silent for at least twice ${plural(n, 'the usual gap', 'their usual gaps')}; ${plural(n, 'this one', 'they')} brought ${say.moneyRounded(atRisk.value)} in the last 12 months.`;
};

/** "12 customers are gone: …"; null for none. */
export const goneSentence = (analysis: Analysis): string | null => {
  const { count, basis, longestPause } = goneIn(analysis);
  if (count === 0) return null;
  const { settings, currency } = analysis;
  const say = formats(settings.locale, currency);
  const pause =
    longestPause === null
      ? ''
      : ` for longer than nine of ten pauses last (${say.ratio(longestPause)} the usual gap)`;
  const year = basis === 'model' ? '' : pause === '' ? ' for a year or more' : ', and for a year or more';
  return `${say.counted(count, 'customer')} ${plural(count, 'is', 'are')} gone: silent${pause}${year}${basis === 'year' ? '' : ', with less than one chance in five of a purchase within 12 months'}.`;
};

/** Places of those who are gone, the most money of all time first; equal ones by customer. */
export const goneList = (analysis: Analysis): readonly number[] => {
  const { gone } = goneIn(analysis);
  const { purchases } = analysis;
  return Array.from(purchases.customer, (_, i) => i)
    .filter((i) => gone[i] === 1)
    .sort((a, b) => purchases.revenue[b]! - purchases.revenue[a]! || a - b);
};
