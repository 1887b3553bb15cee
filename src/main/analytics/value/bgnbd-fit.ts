import type { Minimum } from '../numeric/minimise.ts';
import { minimise } from '../numeric/minimise.ts';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import type { BgNbd, Variant } from './bgnbd.ts';
import { bgNbdLogLikelihood, fromLog, type LogLikelihood, toLog } from './bgnbd-likelihood.ts';
import type { Fit } from './fit.ts';
import { type RepeatPurchases, thinned } from './repeat-purchases.ts';

/** `ml` plain maximum likelihood; `map` with the weak prior that keeps small portfolios off the boundary (MODELS 2.5). */
export type Estimator = 'ml' | 'map';

/** Fewer customers who came back carry no model at all. */
export const FEWEST_REPEATERS = 10;

const BOX = { lower: [-8, -8, -8, -8], upper: [8, 8, 8, 8] };
const PRIOR_SD = [1, 1.5, 0.75, 0.75];
const NAMES = ['r', 'alpha', 'a', 'b'] as const;

/** Means of the normal priors on ln r, ln α, ln a, ln b; that of α follows the purchase rate of the portfolio. */
export const priorMeans = (data: Pick<RepeatPurchases, 'sumX' | 'sumT'>): Float64Array =>
  Float64Array.of(
    Math.log(0.5),
    Math.log((0.5 * data.sumT) / (data.sumX + 0.5)),
    Math.log(0.8),
    Math.log(2.5),
  );

/** The function a fit makes as large as it can: log-likelihood, plus for `map` the prior without its constants. */
export const bgNbdObjective = (
  variant: Variant,
  data: RepeatPurchases,
  estimator: Estimator,
): LogLikelihood => {
  const logLikelihood = bgNbdLogLikelihood(variant, data);
  if (estimator === 'ml') return logLikelihood;
  const means = priorMeans(data);
  return (theta, gradient) => {
    let value = logLikelihood(theta, gradient);
    for (let k = 0; k < 4; k++) {
      const off = (theta[k]! - means[k]!) / PRIOR_SD[k]!;
      value -= (off * off) / 2;
      gradient[k]! -= off / PRIOR_SD[k]!;
    }
    return value;
  };
};

/** With more rows than this the search for the right hill goes over every so-many-th row first. */
const MANY_ROWS = 500;

/** Where the searches begin: the middle of the prior, few who leave, many who leave; all at the portfolio's rate. */
const startsFor = (data: RepeatPurchases): Float64Array[] => {
  const middle = priorMeans(data);
  const rate = (0.5 * data.sumT) / (data.sumX + 0.5) / 0.5;
  return [
    middle,
    toLog({ r: 1.5, alpha: 1.5 * rate, a: 0.15, b: 1 }),
    toLog({ r: 0.2, alpha: 0.2 * rate, a: 1.5, b: 6 }),
  ];
};

/**
 * Parameters of BG/NBD (`bg`) or MBG/NBD (`mbg`).
 * @param data times in weeks
 * @param near parameters known to be near, as those of a month ago: the search begins there and nowhere else
 * @returns `too-few` below 10 customers who came back; `at-boundary` with the parameters that ran off, those of which
 *   the data say only "very small" or "very large": their values then mean nothing, what they say together may
 * Source: Fader, Hardie & Lee (2005); the prior is ours (MODELS 2.5).
 */
export const fitBgNbd = (
  variant: Variant,
  data: RepeatPurchases,
  estimator: Estimator,
  near?: BgNbd,
): Fit<BgNbd> => {
  if (data.repeaters < FEWEST_REPEATERS || data.sumT <= 0)
    return { kind: 'too-few', n: data.repeaters, needed: FEWEST_REPEATERS, timeUnit: 'week' };
  const starts = near ? [toLog(near)] : startsFor(data);
  const thin = !near && data.x.length > MANY_ROWS ? thinned(data, MANY_ROWS) : null;
  const hill = thin && settled(highest(variant, thin, estimator, starts).best);
  const { best, iterations } = hill
    ? highest(variant, data, estimator, [hill.x], grown(hill.hessian, data.n / thin.n))
    : highest(variant, data, estimator, starts);
  if (best === null) return { kind: 'did-not-converge', iterations, timeUnit: 'week' };
  const estimated = {
    params: fromLog(best.x),
    logLikelihood: bgNbdLogLikelihood(variant, data)(best.x, new Float64Array(4)),
    objective: -best.value,
    n: data.n,
    timeUnit: 'week' as const,
  };
  const which = ranOff(variant, data, estimator, best.x);
  return which.length === 0 ? { kind: 'fitted', ...estimated } : { kind: 'at-boundary', which, ...estimated };
};

/** A hill of the part that lies inside; where that ran off, the whole may still have one. */
const settled = (hill: Minimum | null): Minimum | null =>
  hill?.x.every((v) => Math.abs(v) <= FAR_OUT) ? hill : null;

const grown = (hessian: readonly Float64Array[], factor: number): Float64Array[] =>
  hessian.map((row) => row.map((v) => v * factor));

/** The best of the searches from each start that came to an end. */
const highest = (
  variant: Variant,
  data: RepeatPurchases,
  estimator: Estimator,
  starts: readonly Float64Array[],
  hessian?: readonly Float64Array[],
): { readonly best: Minimum | null; readonly iterations: number } => {
  const objective = bgNbdObjective(variant, data, estimator);
  const negative = (theta: Float64Array, gradient: Float64Array): number => {
    const value = objective(theta, gradient);
    for (let k = 0; k < 4; k++) gradient[k] = -gradient[k]!;
    return -value;
  };
  let best: Minimum | null = null;
  let iterations = 0;
  for (const start of starts) {
    const found = minimise(negative, start, BOX, 200, hessian);
    iterations += found.iterations;
    if (found.converged && (best === null || found.value < best.value)) best = found;
  }
  return { best, iterations };
};

/** Less curvature of ln L than this per unit of a logarithm: a parameter can be doubled and the data do not mind. */
const NO_CURVATURE = 0.05;
/** e^±7: a thousand times, or a thousandth of, what any portfolio has. */
const FAR_OUT = 7;
/** A parameter takes part in a direction from this component of the unit vector on. */
const PART_OF_IT = 0.3;

const ranOff = (
  variant: Variant,
  data: RepeatPurchases,
  estimator: Estimator,
  theta: Float64Array,
): (keyof BgNbd)[] => {
  const { values, vectors } = symmetricEigen(bgNbdInformation(variant, data, estimator, fromLog(theta)));
  const flat = values.findIndex((value) => value < NO_CURVATURE);
  return NAMES.filter(
    (_, k) => Math.abs(theta[k]!) > FAR_OUT || (flat >= 0 && Math.abs(vectors[k]![flat]!) > PART_OF_IT),
  );
};

const STEP = 1e-4;

/** Minus the second derivatives of the objective by ln r, ln α, ln a, ln b (central differences of the gradient). */
export const bgNbdInformation = (
  variant: Variant,
  data: RepeatPurchases,
  estimator: Estimator,
  params: BgNbd,
): Float64Array[] => {
  const objective = bgNbdObjective(variant, data, estimator);
  const theta = toLog(params);
  const at = (k: number, off: number): Float64Array => {
    const gradient = new Float64Array(4);
    objective(
      theta.map((v, j) => (j === k ? v + off : v)),
      gradient,
    );
    return gradient;
  };
  const rows = NAMES.map((_, k) => {
    const up = at(k, STEP);
    const down = at(k, -STEP);
    return up.map((v, j) => -(v - down[j]!) / (2 * STEP));
  });
  return rows.map((row, i) => row.map((v, j) => (v + rows[j]![i]!) / 2));
};
