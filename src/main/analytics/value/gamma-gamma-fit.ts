import digamma from '@stdlib/math-base-special-digamma';
import gammaln from '@stdlib/math-base-special-gammaln';
import { type Minimum, minimise } from '../numeric/minimise.ts';
import { median } from '../numeric/order-statistics.ts';
import type { Fit } from './fit.ts';
import type { GammaGamma } from './gamma-gamma.ts';

/** Fewer customers who came back do not carry a distribution of spend. */
export const FEWEST_FOR_SPEND = 30;
/** At q = 1 mean spend over customers is infinite; from here on it is not to be trusted. */
const LEAST_Q = 1.05;

const BOX = { lower: [-8, Math.log(LEAST_Q), -8], upper: [8, 8, 8] };
const NAMES = ['p', 'q', 'gamma'] as const;
const FAR_OUT = 7;
/** With more customers than this the search for the right hill goes over every so-many-th first. */
const MANY = 5000;

/** Customers who came back, those with the same x together. */
type Spend = {
  readonly x: Float64Array;
  /** where the customers of each x begin; one longer than x */
  readonly start: Int32Array;
  readonly z: Float64Array;
};

const spendOf = (x: ArrayLike<number>, zbar: ArrayLike<number>, scale: number, every = 1): Spend => {
  const who: number[] = [];
  for (let i = 0; i < x.length; i += every) if (x[i]! > 0 && zbar[i]! > 0) who.push(i);
  who.sort((a, b) => x[a]! - x[b]! || a - b);
  const start: number[] = [];
  const distinct: number[] = [];
  who.forEach((i, at) => {
    if (distinct.at(-1) === x[i]!) return;
    distinct.push(x[i]!);
    start.push(at);
  });
  start.push(who.length);
  return {
    x: Float64Array.from(distinct),
    start: Int32Array.from(start),
    z: Float64Array.from(who, (i) => zbar[i]! / scale),
  };
};

const STARTS = (
  [
    [2, 3],
    [8, 4],
    [1, 10],
  ] as const
).map(([p, q]) => [p, q, (q - 1) / p].map(Math.log));

/** The best of the searches from each start, or from where that on every so-many-th customer ended. */
const highest = (
  spend: Spend,
  hill: Minimum | null = null,
  every = 1,
): { readonly best: Minimum | null; readonly iterations: number } => {
  const negative = (theta: Float64Array, gradient: Float64Array): number => {
    const value = logLikelihood(spend, theta, gradient);
    for (let k = 0; k < 3; k++) gradient[k] = -gradient[k]!;
    return -value;
  };
  const hessian = hill?.hessian.map((row) => row.map((v) => v * every));
  let best: Minimum | null = null;
  let iterations = 0;
  for (const start of hill ? [hill.x] : STARTS) {
    const found = minimise(negative, start, BOX, 200, hessian);
    iterations += found.iterations;
    if (found.converged && (best === null || found.value < best.value)) best = found;
  }
  return { best, iterations };
};

/** ln L of mean spends and its gradient by ln p, ln q, ln γ (Fader & Hardie 2013, note 025, eq. 1a). */
const logLikelihood = (spend: Spend, theta: ArrayLike<number>, gradient: Float64Array): number => {
  const p = Math.exp(theta[0]!);
  const q = Math.exp(theta[1]!);
  const gamma = Math.exp(theta[2]!);
  let value = 0;
  let dp = 0;
  let dq = 0;
  let dGamma = 0;
  for (let k = 0; k < spend.x.length; k++) {
    const x = spend.x[k]!;
    const from = spend.start[k]!;
    const to = spend.start[k + 1]!;
    let sumLog = 0;
    let sumLogTotal = 0;
    let sumInverse = 0;
    for (let i = from; i < to; i++) {
      const z = spend.z[i]!;
      sumLog += Math.log(z);
      sumLogTotal += Math.log(gamma + x * z);
      sumInverse += 1 / (gamma + x * z);
    }
    const n = to - from;
    const px = p * x;
    const both = digamma(px + q);
    value +=
      n * (gammaln(px + q) - gammaln(px) - gammaln(q) + q * theta[2]! + px * Math.log(x)) +
      (px - 1) * sumLog -
      (px + q) * sumLogTotal;
    dp += x * (n * (both - digamma(px) + Math.log(x)) + sumLog - sumLogTotal);
    dq += n * (both - digamma(q) + theta[2]!) - sumLogTotal;
    dGamma += (n * q) / gamma - (px + q) * sumInverse;
  }
  gradient[0] = dp * p;
  gradient[1] = dq * q;
  gradient[2] = dGamma * gamma;
  return value;
};

/**
 * Gamma–Gamma model of spend, by maximum likelihood over the customers who came back (x > 0, zbar > 0).
 * @param zbar mean value of the repeat purchases, in any unit of money: γ is in the same
 * @returns `too-few` below 30 of them; `at-boundary` where q ends at 1.05 (mean spend has no finite value) or a parameter
 *   runs off, as where all spend alike
 * Source: Fader & Hardie (2013), note 025, brucehardie.com.
 */
export const fitGammaGamma = (x: ArrayLike<number>, zbar: ArrayLike<number>): Fit<GammaGamma> => {
  const raw = spendOf(x, zbar, 1);
  const n = raw.z.length;
  if (n < FEWEST_FOR_SPEND) return { kind: 'too-few', n, needed: FEWEST_FOR_SPEND, timeUnit: 'week' };
  // measured in typical purchases the search looks alike for cents and for dollars
  const scale = median(raw.z);
  const spend = spendOf(x, zbar, scale);
  const every = Math.ceil(n / MANY);
  const { best, iterations } =
    every === 1 ? highest(spend) : highest(spend, highest(spendOf(x, zbar, scale, every)).best, every);
  if (best === null) return { kind: 'did-not-converge', iterations, timeUnit: 'week' };
  const [logP, logQ, logGamma] = best.x as unknown as [number, number, number];
  const inUnits = -best.value - n * Math.log(scale);
  const estimated = {
    params: { p: Math.exp(logP), q: Math.exp(logQ), gamma: Math.exp(logGamma) * scale },
    logLikelihood: inUnits,
    objective: inUnits,
    n,
    timeUnit: 'week' as const,
  };
  const which = NAMES.filter((_, k) => Math.abs(best.x[k]!) > FAR_OUT || best.x[k]! <= BOX.lower[k]! + 1e-9);
  return which.length === 0 ? { kind: 'fitted', ...estimated } : { kind: 'at-boundary', which, ...estimated };
};
