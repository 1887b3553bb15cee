import type { Measure } from '../../../shared/model/segment.ts';
import type { Rhythm } from '../retention/rhythm.ts';
import type { PurchaseSummary } from '../value/purchase-summary.ts';

/** What segment rules may ask of a customer, one entry per customer; NaN where it is not known. */
export type Measures = { readonly [M in Measure]: ArrayLike<number> } & {
  readonly customer: Int32Array;
  /** days; for those who did not come back the shop's */
  readonly usualGap: ArrayLike<number>;
  /** usual gap of the shop in days, null while nobody came back */
  readonly shopGap: number | null;
  /** days from the first purchase of all to the day of the analysis */
  readonly daysObserved: number;
};

/** Customers without a purchase day have NaN days, and so match no rule that asks for days. */
export const measuresOf = (purchases: PurchaseSummary, rhythm: Rhythm): Measures => {
  const n = purchases.customer.length;
  const daysSinceFirst = new Float64Array(n).fill(Number.NaN);
  const daysSinceLast = new Float64Array(n).fill(Number.NaN);
  let daysObserved = 0;
  for (let i = 0; i < n; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    daysSinceFirst[i] = purchases.asOf - purchases.knownFrom[i]!;
    daysSinceLast[i] = purchases.asOf - purchases.lastDay[i]!;
    daysObserved = Math.max(daysObserved, purchases.T[i]!);
  }
  return {
    customer: purchases.customer,
    usualGap: rhythm.usualGap,
    revenue12m: purchases.revenue12m,
    revenue: purchases.revenue,
    purchaseDays: purchases.purchaseDays,
    overdueRatio: rhythm.overdueRatio,
    daysSinceFirst,
    daysSinceLast,
    shopGap: rhythm.shopGap,
    daysObserved,
  };
};
