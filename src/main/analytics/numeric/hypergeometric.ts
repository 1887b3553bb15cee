/** Terms of a series smaller than this share of its sum add nothing that is shown. */
const NEGLIGIBLE = 1e-14;
const MOST_TERMS = 100_000;

/**
 * Gauss's ₂F₁(a, b; c; z) by its power series, for 0 <= z < 1 and c > 0.
 * @throws RangeError outside that range
 */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (!(z >= 0 && z < 1 && c > 0)) throw new RangeError(`no series of 2F1 at z = ${z}, c = ${c}`);
  let term = 1;
  let sum = 1;
  for (let j = 0; j < MOST_TERMS; j++) {
    const ratio = (((a + j) * (b + j)) / ((c + j) * (j + 1))) * z;
    term *= ratio;
    sum += term;
    // once the ratio stays below z the rest is less than a geometric series
    if (Math.abs(term) * Math.max(1, Math.abs(ratio)) <= NEGLIGIBLE * Math.abs(sum) * (1 - z) || term === 0)
      break;
  }
  return sum;
};
