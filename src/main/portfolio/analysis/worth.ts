import type { PurchaseSummary } from '../../analytics/value/purchase-summary.ts';
import type { CostAnalysis } from './costs/cost-analysis.ts';

/** What customers are weighed by: contribution where customers are known to differ in what they cost, else revenue (MODELS 5). */
export type Worth = {
  readonly kind: 'contribution' | 'revenue';
  /** of the last 12 months, minor units, by place of the customer */
  readonly year: Float64Array;
  /** from the first sale on */
  readonly whole: Float64Array;
};

/** What it is told from; an analysis has both. */
type WorthInput = { readonly costs: CostAnalysis | null; readonly purchases: PurchaseSummary };

export const worthOf = ({ costs, purchases }: WorthInput): Worth =>
  costs?.whole.costsDiffer
    ? { kind: 'contribution', year: costs.year.contribution, whole: costs.whole.contribution }
    : { kind: 'revenue', year: purchases.revenue12m, whole: purchases.revenue };
