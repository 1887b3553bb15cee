import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { ValueTerms } from './customer-value.ts';
import type { GammaGamma } from './gamma-gamma.ts';

/** How often a customer's future is drawn; the draws are spread evenly and the same for all. */
export const SLICES = 128;

/** A distribution of the remaining value of one customer, put in a few numbers; unit of γ. */
export type ValueSpread = { readonly lo: number; readonly hi: number; readonly variance: number };

/** What a customer's purchases may bring: the interval between two quantiles, and the variance. */
export type Spreading = (
  counts: Float64Array,
  ratio: number,
  x: number,
  zbar: number,
  spend: number,
  terms: ValueTerms,
) => ValueSpread;

/** Points of [0, 1) that fill it evenly in any order of reading (additive recurrence, Weyl). */
const evenly = (step: number): Float64Array =>
  Float64Array.from({ length: SLICES }, (_, s) =>
    normalQuantile((((s + 0.5) * step) % 1) * 0.999 + 0.0005, 0, 1),
  );
const FIRST = evenly(0.7548776662466927);
const SECOND = evenly(0.5698402909980532);

/** Quantile of Gamma(shape, 1) at a standard normal z (Wilson & Hilferty 1931). */
const gammaAt = (shape: number, z: number): number => {
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return cube > 0 ? shape * cube * cube * cube : 0;
};

/**
 * With the Gamma–Gamma model n purchases bring Gamma(pn)/ν, ν ~ Gamma(q+px, γ+x·zbar); without it the expected spend each.
 * @param level of the interval
 * @returns a function of counts (SLICES of them, ascending), the discounted share of a purchase, x, zbar, expected spend, and the
 *   margin and costs of the customer
 */
export const spreading = (params: GammaGamma | null, level: number): Spreading => {
  const values = new Float64Array(SLICES);
  return (counts, ratio, x, zbar, spend, terms) => {
    const shape = params ? params.q + params.p * x : 0;
    const scale = params ? params.gamma + (x > 0 ? x * zbar : 0) : 0;
    const nobody = -terms.servingCost;
    const empty = firstAbove(counts);
    let sum = empty * nobody;
    let squares = empty * nobody * nobody;
    let least = Number.POSITIVE_INFINITY;
    for (let s = empty; s < SLICES; s++) {
      const n = counts[s]!;
      const revenue = params
        ? (gammaAt(params.p * n, FIRST[s]!) * scale) / Math.max(gammaAt(shape, SECOND[s]!), 1e-9)
        : n * spend;
      const value = ratio * (revenue * terms.margin - n * terms.costPerOrder) - terms.servingCost;
      values[s] = value;
      least = Math.min(least, value);
      sum += value;
      squares += value * value;
    }
    values.fill(nobody, 0, empty);
    // only where a purchase can lose money do those without any not come first anyway
    (least < nobody ? values : values.subarray(empty)).sort();
    const below = Math.floor(((1 - level) / 2) * SLICES);
    return {
      lo: values[below]!,
      hi: values[SLICES - 1 - below]!,
      variance: Math.max(0, squares / SLICES - (sum / SLICES) ** 2),
    };
  };
};

/** How many of the ascending counts are 0. */
const firstAbove = (counts: Float64Array): number => {
  let s = 0;
  while (s < counts.length && counts[s] === 0) s++;
  return s;
};
