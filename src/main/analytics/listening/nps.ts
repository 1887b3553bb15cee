import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { seededRandom } from '../numeric/random.ts';
import { gammaVariate } from '../numeric/variates.ts';

/** Net promoter score, −100 … 100, of answers 0 … 10 to "would you recommend us?". */
export type Nps = {
  readonly n: number;
  /** 9 or 10 */
  readonly promoters: number;
  /** 7 or 8 */
  readonly passives: number;
  /** 0 to 6 */
  readonly detractors: number;
  readonly value: number;
  readonly standardError: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
  /** `normal`, or `dirichlet` where answers are few or all alike */
  readonly interval: 'normal' | 'dirichlet';
};

const FEW = 30;
const DRAWS = 4000;
const LEVEL = 0.95;
const Z95 = 1.959963984540054;

/**
 * @param scores whole, 0 … 10, the latest answer of each person
 * @returns null without answers  @throws RangeError for anything else
 * Source: Reichheld (2003), Harvard Business Review 81(12); variance of a difference of multinomial shares.
 */
export const nps = (scores: readonly number[], seed = 1): Nps | null => {
  let promoters = 0;
  let detractors = 0;
  for (const score of scores) {
    if (!(Number.isInteger(score) && score >= 0 && score <= 10))
      throw new RangeError(`not an answer from 0 to 10: ${score}`);
    if (score >= 9) promoters++;
    else if (score <= 6) detractors++;
  }
  return npsOfCounts(promoters, scores.length - promoters - detractors, detractors, seed);
};

/** The same from counts. */
export const npsOfCounts = (
  promoters: number,
  passives: number,
  detractors: number,
  seed = 1,
): Nps | null => {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const p = promoters / n;
  const d = detractors / n;
  const value = 100 * (p - d);
  const standardError = 100 * Math.sqrt((p + d - (p - d) ** 2) / n);
  const alike = Math.max(promoters, passives, detractors) === n;
  const [lo, hi] =
    n < FEW || alike
      ? dirichletInterval(promoters, passives, detractors, seed)
      : [Math.max(-100, value - Z95 * standardError), Math.min(100, value + Z95 * standardError)];
  return {
    n,
    promoters,
    passives,
    detractors,
    value,
    standardError,
    lo,
    hi,
    level: LEVEL,
    interval: n < FEW || alike ? 'dirichlet' : 'normal',
  };
};

/** Interval of the posterior of p − d under a Dirichlet(½, ½, ½) prior. */
const dirichletInterval = (
  promoters: number,
  passives: number,
  detractors: number,
  seed: number,
): readonly [number, number] => {
  const random = seededRandom(seed);
  const draws = new Float64Array(DRAWS);
  for (let k = 0; k < DRAWS; k++) {
    const p = gammaVariate(random, promoters + 0.5, 1);
    const q = gammaVariate(random, passives + 0.5, 1);
    const d = gammaVariate(random, detractors + 0.5, 1);
    draws[k] = (100 * (p - d)) / (p + q + d);
  }
  draws.sort();
  // at the ends of the scale all draws lie on one side of the score itself
  const score = (100 * (promoters - detractors)) / (promoters + passives + detractors);
  return [
    Math.min(score, quantileOfSorted(draws, (1 - LEVEL) / 2)),
    Math.max(score, quantileOfSorted(draws, (1 + LEVEL) / 2)),
  ];
};

/** Whether two scores differ by more than chance: difference over 1.96 standard errors of it. */
export const npsDiffer = (a: Nps, b: Nps): boolean =>
  Math.abs(a.value - b.value) > Z95 * Math.hypot(a.standardError, b.standardError);
