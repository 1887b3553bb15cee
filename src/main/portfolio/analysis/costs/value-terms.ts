import { minorDigits } from '../../../../shared/model/money.ts';
import { sum } from '../../../../shared/sum.ts';
import type { OwnTerms, ValueTerms } from '../../../analytics/value/customer-value.ts';
import type { Analysis } from '../analysis.ts';
import { differingCosts } from './contribution.ts';

/** What a purchase of each customer leaves and what each costs without one, as the value ahead takes them; whole units. */
export type KnownTerms = {
  /** of all customers together */
  readonly terms: Pick<ValueTerms, 'margin' | 'costPerOrder' | 'servingCost'>;
  readonly ownTerms: OwnTerms;
};

/** So many average purchases at everybody's margin are added to a customer's own: one odd purchase is no margin. */
const LEANING = 2;

/**
 * Terms of the value ahead where customers are known to differ in what they cost; else null, and the value is revenue. The margin
 * is after goods and fees, a customer's own leaning on everybody's; orders cost what they did on average; the standing cost is what
 * serving the customer took in the last 12 months besides.
 */
export const valueTermsOf = (analysis: Analysis): KnownTerms | null => {
  const costs = differingCosts(analysis);
  if (!costs) return null;
  const { whole, withOrders, withRevenue, standing } = costs;
  const minorUnits = 10 ** minorDigits(analysis.currency);
  const days = sum(analysis.purchases.purchaseDays);
  const revenue = sum(whole.revenue);
  if (!(days > 0 && revenue > 0)) return null;
  const left = whole.revenue.map((each, i) => each - whole.goods[i]! - withRevenue[i]!);
  const margin = sum(left) / revenue;
  const leaning = (LEANING * revenue) / days;
  return {
    terms: {
      margin,
      costPerOrder: sum(withOrders) / days / minorUnits,
      servingCost: sum(standing) / standing.length / minorUnits,
    },
    ownTerms: {
      margin: left.map((each, i) => (each + leaning * margin) / (Math.max(0, whole.revenue[i]!) + leaning)),
      servingCost: standing.map((each) => each / minorUnits),
    },
  };
};
