import type { BgNbd, Customer, Variant } from './bgnbd.ts';
import { expectedPath } from './purchase-path.ts';

/** What a purchase leaves and what a customer costs; money in one unit throughout. */
export type ValueTerms = {
  /** weeks, whole, 1 .. 156; there is no endless horizon: with a < 1 expected purchases grow without limit */
  readonly horizonWeeks: number;
  /** discount per year, 0.15 for 15 % */
  readonly discount: number;
  /** contribution per unit of revenue, 1 while costs are not known */
  readonly margin: number;
  readonly costPerOrder: number;
  /** standing cost of serving one customer over the horizon */
  readonly servingCost: number;
};

/** Margin and standing cost where customers differ in them, one entry per customer; in the place of those of all. */
export type OwnTerms = { readonly margin: Float64Array; readonly servingCost: Float64Array };

export const DEFAULT_TERMS: ValueTerms = {
  horizonWeeks: 52,
  discount: 0.15,
  margin: 1,
  costPerOrder: 0,
  servingCost: 0,
};

/** Expected purchases of one customer over the horizon, as they are and each week's discounted to today. */
export type ExpectedPurchases = { readonly plain: number; readonly discounted: number };

/** Works out discounted purchases over one horizon for many customers. */
export type Discounting = (variant: Variant, p: BgNbd, customer: Customer) => ExpectedPurchases;

/**
 * Σ over weeks k of [E Y(k) − E Y(k−1)] (1+d)^(−(k−½)/52), and E Y(H).
 * @throws RangeError unless the horizon is 1 to 156 whole weeks and the discount above −1
 */
export const discounting = ({ horizonWeeks, discount }: ValueTerms): Discounting => {
  if (!(Number.isInteger(horizonWeeks) && horizonWeeks >= 1 && horizonWeeks <= 156))
    throw new RangeError(`not a horizon of 1 to 156 weeks: ${horizonWeeks}`);
  if (!(discount > -1)) throw new RangeError(`not a discount: ${discount}`);
  const weeks = Float64Array.from({ length: horizonWeeks }, (_, k) => k + 1);
  const weights = weeks.map((k) => (1 + discount) ** (-(k - 0.5) / 52));
  const path = new Float64Array(horizonWeeks);
  return (variant, p, customer) => {
    expectedPath(variant, p, customer, weeks, path);
    let discounted = 0;
    let before = 0;
    for (let k = 0; k < horizonWeeks; k++) {
      discounted += (path[k]! - before) * weights[k]!;
      before = path[k]!;
    }
    return { plain: before, discounted };
  };
};

/** Value of what a customer will still buy: discounted purchases × what each leaves, less the standing cost. */
export const remainingValue = (purchases: number, spend: number, terms: ValueTerms): number =>
  purchases * (spend * terms.margin - terms.costPerOrder) - terms.servingCost;
