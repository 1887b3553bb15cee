/** Terms of a series smaller than this share of its sum add nothing that is shown. */
const NEGLIGIBLE = 1e-14;
const MOST_TERMS = 100_000;

/**
 * Σ (a)ₘ(b)ₘ / ((c)ₘ(d)ₘ) zᵐ by its terms, for 0 <= z < 1 and c, d > 0: Gauss's ₂F₁(a, b; c; z) with d = 1.
 * @throws RangeError outside that range
 */
export const hypergeometric = (a: number, b: number, c: number, z: number, d = 1): number => {
  if (!(z >= 0 && z < 1 && c > 0 && d > 0)) throw new RangeError(`no series of 2F1 at z = ${z}, c = ${c}`);
  const negligible = NEGLIGIBLE * (1 - z);
  let term = 1;
  let sum = 1;
  for (let m = 0; m < MOST_TERMS; m++) {
    const ratio = (((a + m) * (b + m)) / ((c + m) * (d + m))) * z;
    term *= ratio;
    sum += term;
    // once ratios are below 1 the rest is less than a geometric series of z
    if (ratio < 1 && Math.abs(term) <= negligible * Math.abs(sum)) break;
  }
  return sum;
};
