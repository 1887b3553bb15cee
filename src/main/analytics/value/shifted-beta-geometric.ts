import { hypergeometric } from '../numeric/hypergeometric.ts';
import { type Minimum, minimise } from '../numeric/minimise.ts';

/** Chance p ~ Beta(a, b) over customers to end a contract at each renewal. */
export type BetaGeometric = { readonly a: number; readonly b: number };

/** Outcome of fitting a renewal model; n counts the contracts at the start. */
export type RenewalFit =
  | {
      readonly kind: 'fitted';
      readonly params: BetaGeometric;
      readonly logLikelihood: number;
      readonly n: number;
    }
  | {
      readonly kind: 'at-boundary';
      readonly params: BetaGeometric;
      readonly logLikelihood: number;
      readonly n: number;
      readonly which: readonly (keyof BetaGeometric)[];
    }
  | { readonly kind: 'too-few'; readonly n: number; readonly needed: number }
  | { readonly kind: 'did-not-converge'; readonly iterations: number };

/** One more than two parameters need: with a single renewal only its rate is known. */
const FEWEST_RENEWALS = 2;
const BOX = { lower: [-8, -8], upper: [8, 8] };
const FAR_OUT = 7;

/** Share of contracts that survive t renewals: B(a, b+t) / B(a, b). @param t whole, >= 0 */
export const survival = ({ a, b }: BetaGeometric, t: number): number => {
  let s = 1;
  for (let j = 0; j < t; j++) s *= (b + j) / (a + b + j);
  return s;
};

/** Share of those who renewed t − 1 times that renew the next time: (b+t−1)/(a+b+t−1); it grows with t. @param t >= 1 */
export const renewalRate = ({ a, b }: BetaGeometric, t: number): number => (b + t - 1) / (a + b + t - 1);

/**
 * Discounted number of periods a new contract lasts, the first one included: Σ S(t)/(1+d)^t, t = 0, 1, 2 …
 * @param discount per period, > 0
 */
export const discountedLife = ({ a, b }: BetaGeometric, discount: number): number =>
  hypergeometric(1, b, a + b, 1 / (1 + discount));

/** The same from the next renewal on, for one who renewed n − 1 times and decides now (Fader & Hardie 2010, eq. 6). */
export const discountedResidualLife = ({ a, b }: BetaGeometric, n: number, discount: number): number =>
  renewalRate({ a, b }, n) * hypergeometric(1, b + n, a + b + n, 1 / (1 + discount));

/**
 * Shifted beta-geometric model of contracts by maximum likelihood.
 * @param cohorts for each cohort how many were there at the start, after the first renewal, after the second …
 * @throws RangeError where a cohort grows
 * Source: Fader & Hardie (2007), J. Interactive Marketing 21(1):76.
 */
export const fitRenewals = (cohorts: readonly (readonly number[])[]): RenewalFit => {
  const stayed: number[] = [];
  const left: number[] = [];
  let n = 0;
  let lost = 0;
  for (const cohort of cohorts) {
    n += cohort[0] ?? 0;
    for (let t = 1; t < cohort.length; t++) {
      if (!(cohort[t]! >= 0 && cohort[t]! <= cohort[t - 1]!))
        throw new RangeError(`a cohort grows: ${cohort.join(', ')}`);
      stayed[t - 1] = (stayed[t - 1] ?? 0) + cohort[t]!;
      left[t - 1] = (left[t - 1] ?? 0) + cohort[t - 1]! - cohort[t]!;
      lost += cohort[t - 1]! - cohort[t]!;
    }
  }
  if (stayed.length < FEWEST_RENEWALS || lost === 0)
    return { kind: 'too-few', n: stayed.length, needed: FEWEST_RENEWALS };
  const negative = (theta: Float64Array, gradient: Float64Array): number => {
    const a = Math.exp(theta[0]!);
    const b = Math.exp(theta[1]!);
    let value = 0;
    let da = 0;
    let db = 0;
    for (let t = 0; t < stayed.length; t++) {
      const all = a + b + t;
      value += stayed[t]! * Math.log((b + t) / all) + left[t]! * Math.log(a / all);
      da += left[t]! / a - (stayed[t]! + left[t]!) / all;
      db += stayed[t]! / (b + t) - (stayed[t]! + left[t]!) / all;
    }
    gradient[0] = -da * a;
    gradient[1] = -db * b;
    return -value;
  };
  let best: Minimum | null = null;
  let iterations = 0;
  for (const start of [
    [0, 0],
    [-1, 1],
    [1, 3],
  ]) {
    const found = minimise(negative, start, BOX);
    iterations += found.iterations;
    if (found.converged && (best === null || found.value < best.value)) best = found;
  }
  if (best === null) return { kind: 'did-not-converge', iterations };
  const theta = best.x;
  const params = { a: Math.exp(theta[0]!), b: Math.exp(theta[1]!) };
  const which = (['a', 'b'] as const).filter((_, k) => Math.abs(theta[k]!) > FAR_OUT);
  const found = { params, logLikelihood: -best.value, n };
  return which.length === 0 ? { kind: 'fitted', ...found } : { kind: 'at-boundary', which, ...found };
};
