import gammaln from '@stdlib/math-base-special-gammaln';
import type { Random } from './random.ts';

/** A number in (0, 1]: never 0, so that its logarithm is finite. */
const positive = (random: Random): number => 1 - random();

/** Standard normal variate (Box & Muller 1958). */
export const normalVariate = (random: Random): number =>
  Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random());

/**
 * Gamma variate with density ∝ y^(shape − 1) e^(−rate·y) (Marsaglia & Tsang 2000; below shape 1 by the power of a
 * uniform one).
 * @param shape > 0  @param rate > 0
 */
export const gammaVariate = (random: Random, shape: number, rate: number): number => {
  if (shape < 1) return gammaVariate(random, shape + 1, rate) * positive(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normalVariate(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    if (Math.log(positive(random)) < 0.5 * z * z + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
};

/** Beta variate, the share of the first of two gamma ones; a, b > 0. */
export const betaVariate = (random: Random, a: number, b: number): number => {
  const x = gammaVariate(random, a, 1);
  const y = gammaVariate(random, b, 1);
  // both can round to 0 where a and b are tiny: then it is one end or the other
  return x + y > 0 ? x / (x + y) : random() < a / (a + b) ? 1 : 0;
};

/** Number of trials up to and including the first success, 1, 2, 3 …; infinite where p = 0. */
export const geometricVariate = (random: Random, p: number): number =>
  p >= 1
    ? 1
    : p <= 0
      ? Number.POSITIVE_INFINITY
      : Math.floor(Math.log(positive(random)) / Math.log1p(-p)) + 1;

/** Poisson variate: by multiplication up to a mean of 30, beyond it by Hörmann's transformed rejection (1993, PTRS). */
export const poissonVariate = (random: Random, mean: number): number => {
  if (mean <= 0) return 0;
  if (mean < 30) {
    const limit = Math.exp(-mean);
    let product = positive(random);
    let k = 0;
    while (product > limit) {
      product *= positive(random);
      k++;
    }
    return k;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const accepted = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random() - 0.5;
    const v = positive(random);
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= accepted) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log((v * inverseAlpha) / (a / (us * us) + b)) <= k * Math.log(mean) - mean - gammaln(k + 1))
      return k;
  }
};
