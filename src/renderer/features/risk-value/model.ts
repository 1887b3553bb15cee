import type { RiskClass, RiskGroup } from '../../../shared/model/risk-value.ts';
import type { Format } from '../../ui/text/format-core.ts';

/** High value on top, engaged at the right. */
export const AS_DRAWN = [
  'high-value/at-risk',
  'high-value/high-engagement',
  'low-value',
  'growth-potential',
] as const satisfies readonly RiskClass[];

/** "62% chance in 90 days", or the silence where the model does not speak of single customers. */
export const engagementText = (
  { chance, horizonDays, overdueRatio }: RiskGroup['customers'][number],
  format: Pick<Format, 'share' | 'count' | 'ratio'>,
): string => {
  if (chance !== null && horizonDays !== null)
    return `${format.share(chance)} chance in ${format.count(Math.round(horizonDays))} days`;
  return overdueRatio === null ? 'not known' : `silent ${format.ratio(overdueRatio)} the usual gap`;
};
