import type { BgNbd, Customer, Variant } from './bgnbd.ts';
import { dropoutChances, probabilityAlive } from './bgnbd.ts';

const NEGLIGIBLE = 1e-11;
const MOST_TERMS = 20_000;
const coefficients = new Float64Array(MOST_TERMS);

/**
 * Expected purchases within each of many horizons at once, as `expectedPurchases` gives them one by one (to ten digits):
 * the coefficients of the series do not depend on the horizon, so they are worked out once for the customer.
 * @param weeks horizons, ascending, > 0  @param path room for the answers, as long as `weeks`
 */
export const expectedPath = (
  variant: Variant,
  p: BgNbd,
  customer: Customer,
  weeks: ArrayLike<number>,
  path: Float64Array,
): Float64Array => {
  const { r, alpha, a, b } = p;
  const { x, T } = customer;
  const k = dropoutChances(variant, x);
  const alive = probabilityAlive(variant, p, customer);
  const c = a + b + k - 1;
  const B = a + b - 1 + (k - x) - r;
  const farthest = weeks[weeks.length - 1]! / (alpha + T + weeks[weeks.length - 1]!);
  const terms = seriesCoefficients(a, B + 1, c + 1, farthest);
  for (let h = 0; h < weeks.length; h++) {
    const t = weeks[h]!;
    const z = t / (alpha + T + t);
    const negligible = NEGLIGIBLE * (1 - z);
    let sum = 1;
    let zToM = 1;
    for (let m = 1; m < terms; m++) {
      zToM *= z;
      const term = coefficients[m]! * zToM;
      sum += term;
      if (Math.abs(term) <= negligible * Math.abs(sum)) break;
    }
    const logRest = -Math.log1p(t / (alpha + T));
    const power = (a - 1) * logRest;
    const slope = Math.abs(a - 1) < 1e-12 ? -logRest : -Math.expm1(power) / (a - 1);
    path[h] = alive * Math.max(0, c * slope - Math.exp(power) * B * z * sum);
  }
  return path;
};

/** (a)ₘ(b)ₘ / ((c)ₘ(2)ₘ), as many as matter at z; @returns how many */
const seriesCoefficients = (a: number, b: number, c: number, z: number): number => {
  let coefficient = 1;
  let term = 1;
  let sum = 1;
  coefficients[0] = 1;
  for (let m = 0; m + 1 < MOST_TERMS; m++) {
    const ratio = ((a + m) * (b + m)) / ((c + m) * (2 + m));
    coefficient *= ratio;
    term *= ratio * z;
    sum += term;
    coefficients[m + 1] = coefficient;
    if (ratio * z < 1 && Math.abs(term) <= NEGLIGIBLE * (1 - z) * Math.abs(sum)) return m + 2;
  }
  return MOST_TERMS;
};
