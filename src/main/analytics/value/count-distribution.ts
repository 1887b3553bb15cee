import type { BgNbd, Customer, Variant } from './bgnbd.ts';
import { dropoutChances, probabilityAlive } from './bgnbd.ts';

/** Beyond this share of the probability nothing is followed up. */
const TAIL = 1e-9;
const MOST = 5000;

/**
 * P(n purchases in the next t weeks), n = 0, 1, 2 …, given what is known of the customer. Somebody still buying has
 * λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+k), and so starts afresh with those (Fader, Hardie & Lee 2005, eq. 8).
 * @returns probabilities up to where less than 1e−9 is left
 */
export const countDistribution = (variant: Variant, p: BgNbd, customer: Customer, t: number): number[] => {
  const walk = countWalk(variant, p, customer, t);
  const probabilities: number[] = [];
  let left = 1;
  for (let n = 0; n < MOST; n++) {
    const probability = walk();
    probabilities.push(probability);
    left -= probability;
    if (left < TAIL) break;
  }
  return probabilities;
};

/** Gives P(0), P(1), P(2) … one by one, each in a few operations. */
export const countWalk = (variant: Variant, p: BgNbd, { x, tx, T }: Customer, t: number): (() => number) => {
  const alive = probabilityAlive(variant, p, { x, tx, T });
  const shape = p.r + x;
  const b = p.b + dropoutChances(variant, x);
  const z = t / (p.alpha + T + t);
  let n = 0;
  // of a customer who never leaves: P(n) and P(n or more)
  let without = Math.exp(-shape * Math.log1p(t / (p.alpha + T)));
  let atLeast = 1;
  let stays = 1;
  let leaves = 0;
  return () => {
    const probability = alive * (stays * without + leaves * atLeast) + (n === 0 ? 1 - alive : 0);
    atLeast = Math.max(0, atLeast - without);
    without *= ((shape + n) / (n + 1)) * z;
    leaves = (stays * p.a) / (p.a + b + n);
    stays *= (b + n) / (p.a + b + n);
    n++;
    return probability;
  };
};

/**
 * The number of purchases in the next t weeks at a point of its distribution: with a uniform u in [0, 1) a draw of it.
 * @param alive the probability of being alive
 */
export const countAt = (
  variant: Variant,
  p: BgNbd,
  { x, T }: Customer,
  alive: number,
  t: number,
  u: number,
): number => {
  if (u < 1 - alive) return 0;
  const shape = p.r + x;
  const b = p.b + dropoutChances(variant, x);
  const z = t / (p.alpha + T + t);
  let without = Math.exp(-shape * Math.log1p(t / (p.alpha + T)));
  let atLeast = 1;
  let stays = 1;
  let leaves = 0;
  let left = u - (1 - alive);
  for (let n = 0; n < MOST; n++) {
    left -= alive * (stays * without + leaves * atLeast);
    if (left < 0) return n;
    atLeast = Math.max(0, atLeast - without);
    without *= ((shape + n) / (n + 1)) * z;
    leaves = (stays * p.a) / (p.a + b + n);
    stays *= (b + n) / (p.a + b + n);
  }
  return MOST;
};

/** Mean and variance of the number of purchases in the next t weeks. */
export const countMoments = (
  variant: Variant,
  p: BgNbd,
  customer: Customer,
  t: number,
): { readonly mean: number; readonly variance: number } => {
  const walk = countWalk(variant, p, customer, t);
  let mean = 0;
  let squares = 0;
  let left = 1;
  for (let n = 0; n < MOST; n++) {
    const probability = walk();
    mean += n * probability;
    squares += n * n * probability;
    left -= probability;
    if (left < TAIL) break;
  }
  return { mean, variance: Math.max(0, squares - mean * mean) };
};

/**
 * The count in the middle of each of `strata` equally likely slices, ascending, of the mean of the distributions under
 * several parameters: parameter noise and chance together.
 * @param counts room for the answer, one per slice
 */
export const stratifiedCounts = (
  variant: Variant,
  draws: readonly BgNbd[],
  customer: Customer,
  t: number,
  counts: Float64Array,
): Float64Array => {
  const walks = draws.map((p) => countWalk(variant, p, customer, t));
  let n = 0;
  let cumulative = next(walks);
  for (let s = 0; s < counts.length; s++) {
    const u = (s + 0.5) / counts.length;
    while (cumulative < u && n < MOST) {
      cumulative += next(walks);
      n++;
    }
    counts[s] = n;
  }
  return counts;
};

const next = (walks: readonly (() => number)[]): number => {
  let sum = 0;
  for (const walk of walks) sum += walk();
  return sum / walks.length;
};
