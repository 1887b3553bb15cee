import type { PurchaseHistory } from '../history.ts';
import type { PurchaseSummary } from '../value/purchase-summary.ts';
import { assign } from './rule.ts';
import type { PlannedSegmentation } from './segmentation.ts';

/**
 * The segment in which each customer began: the rules applied to what was known on the day of the first purchase. Who became
 * a regular in two years began as a new customer; whoever is measured against the money spent on beginners must be one.
 * @returns place of a segment, −1 for none; null where segments have no rules
 */
export const segmentAtStart = (
  { segments }: PlannedSegmentation,
  history: PurchaseHistory,
  purchases: PurchaseSummary,
): Int16Array | null => {
  const rules = segments.flatMap(({ definition }) => ('all' in definition ? [definition] : []));
  if (rules.length < segments.length) return null;
  const n = purchases.customer.length;
  const bought = (value: number): Float64Array =>
    Float64Array.from(purchases.purchaseDays, (days) => (days > 0 ? value : Number.NaN));
  const spent = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++)
      if (history.day[k] === purchases.firstDay[i]) spent[i] = history.net[k]!;
  return assign(rules, {
    customer: purchases.customer,
    usualGap: bought(Number.NaN),
    revenue12m: spent,
    revenue: spent,
    purchaseDays: purchases.purchaseDays.map((days) => Math.min(1, days)),
    overdueRatio: bought(0),
    daysSinceFirst: bought(0),
    daysSinceLast: bought(0),
    shopGap: null,
    daysObserved: 0,
  });
};
