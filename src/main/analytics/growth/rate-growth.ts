import { gaussHermite } from '../numeric/gauss-hermite.ts';
import { maximise } from '../numeric/maximise.ts';

/** How much growth rates differ between customers, at least: below that nobody would ever look alike (MODELS 5). */
export const TAU_FLOOR = 0.25;
const TAU_CEILING = 4;
/** |m| beyond this is more than 400-fold growth: the likelihood runs off where one window is empty for all. */
const M_LIMIT = 6;

/** Purchase days in two windows and how many customers have just these. */
export type CountPair = { readonly n1: number; readonly n2: number; readonly customers: number };

/** Distribution of the log growth of purchase rates over the customers of a group. */
export type RateFit = {
  readonly m: number;
  readonly tau: number;
  readonly logLikelihood: number;
  /** customers it is based on */
  readonly n: number;
  /** τ is at its lower bound, or m at the limit */
  readonly atBoundary: boolean;
};

export type Posterior = { readonly mean: number; readonly sd: number };

/** Equal counts of equal customers give equal results: each pair is worked out once. */
export const collapsePairs = (
  n1: ArrayLike<number>,
  n2: ArrayLike<number>,
  who: Iterable<number>,
): CountPair[] => {
  const pairs = new Map<number, { n1: number; n2: number; customers: number }>();
  for (const i of who) {
    const key = n1[i]! * 65_536 + n2[i]!;
    const pair = pairs.get(key);
    if (pair) pair.customers++;
    else pairs.set(key, { n1: n1[i]!, n2: n2[i]!, customers: 1 });
  }
  return [...pairs.values()].sort((a, b) => a.n1 - b.n1 || a.n2 - b.n2);
};

const NODES = 31;
const rule = gaussHermite(NODES);
const raised = Float64Array.from(rule.weights, (w, k) => w * Math.exp(rule.nodes[k]! ** 2));

/** ln(1 + e^g) without overflow. */
const softplus = (g: number): number => Math.max(g, 0) + Math.log1p(Math.exp(-Math.abs(g)));

/** ln of likelihood × prior density of g, without the binomial coefficient. */
const logJoint = (g: number, n1: number, n2: number, m: number, tau: number): number =>
  n2 * g - (n1 + n2) * softplus(g) - ((g - m) / tau) ** 2 / 2;

/** Where the joint density peaks, and the standard deviation of the normal curve that fits it there. */
const peak = (n1: number, n2: number, m: number, tau: number): { at: number; sd: number } => {
  const n = n1 + n2;
  const precision = 1 / (tau * tau);
  let g = m;
  let curvature = precision;
  for (let round = 0; round < 50; round++) {
    const p = 1 / (1 + Math.exp(-g));
    curvature = n * p * (1 - p) + precision;
    const step = (n2 - n * p - (g - m) * precision) / curvature;
    g += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-9) break;
  }
  return { at: g, sd: 1 / Math.sqrt(curvature) };
};

type Moments = { logLikelihood: number; mean: number; variance: number };

/**
 * ∫ σ(g)^n₂ (1 − σ(g))^n₁ N(g; m, τ²) dg and the moments of g under it: 31 Gauss–Hermite nodes, laid around the peak
 * (so that a customer with hundreds of purchases is integrated as well as one with two).
 */
const marginal = (n1: number, n2: number, m: number, tau: number): Moments => {
  const { at, sd } = peak(n1, n2, m, tau);
  const top = logJoint(at, n1, n2, m, tau);
  let sum = 0;
  let first = 0;
  let second = 0;
  for (let k = 0; k < NODES; k++) {
    const off = Math.SQRT2 * sd * rule.nodes[k]!;
    const mass = raised[k]! * Math.exp(logJoint(at + off, n1, n2, m, tau) - top);
    sum += mass;
    first += mass * off;
    second += mass * off * off;
  }
  const mean = first / sum;
  return {
    logLikelihood: top + Math.log((sum * sd) / (tau * Math.sqrt(Math.PI))),
    mean: at + mean,
    variance: second / sum - mean * mean,
  };
};

/** Log-likelihood at τ with the best m, which Newton's method finds: it is concave in m (Prékopa 1973). */
const profile = (pairs: readonly CountPair[], tau: number, start: number): { m: number; value: number } => {
  let m = start;
  let value = 0;
  for (let round = 0; round < 60; round++) {
    let slope = 0;
    let curvature = 0;
    value = 0;
    for (const { n1, n2, customers } of pairs) {
      const moments = marginal(n1, n2, m, tau);
      value += customers * moments.logLikelihood;
      slope += customers * (moments.mean - m);
      curvature += customers * (1 - moments.variance / (tau * tau));
    }
    const step = Math.max(-1, Math.min(1, curvature > 0 ? slope / curvature : slope));
    const next = Math.max(-M_LIMIT, Math.min(M_LIMIT, m + step));
    if (Math.abs(next - m) < 1e-8) break;
    m = next;
  }
  return { m, value };
};

/**
 * m and τ by marginal maximum likelihood of n₂ | n₁ + n₂ ~ Binomial(σ(g)), g ~ N(m, τ²), τ >= 0.25.
 * @returns null without customers
 */
export const fitRateGrowth = (pairs: readonly CountPair[]): RateFit | null => {
  const n = pairs.reduce((sum, pair) => sum + pair.customers, 0);
  if (n === 0) return null;
  const all1 = pairs.reduce((sum, pair) => sum + pair.customers * pair.n1, 0);
  const all2 = pairs.reduce((sum, pair) => sum + pair.customers * pair.n2, 0);
  let m = Math.log((all2 + 0.5) / (all1 + 0.5));
  const logTau = maximise(
    (candidate) => {
      const best = profile(pairs, Math.exp(candidate), m);
      m = best.m;
      return best.value;
    },
    Math.log(TAU_FLOOR),
    Math.log(TAU_CEILING),
    5,
    1e-4,
  );
  const tau = Math.exp(logTau);
  const best = profile(pairs, tau, m);
  return {
    m: best.m,
    tau,
    logLikelihood: best.value,
    n,
    atBoundary: tau <= TAU_FLOOR * (1 + 1e-9) || Math.abs(best.m) >= M_LIMIT,
  };
};

const GRID = 200;
/** e^(−8.5²/2) is 2e-16: nothing lies beyond. */
const REACH = 8.5;

/** Mean and standard deviation of a customer's log growth of rate, given the group's: quadrature on a grid. */
export const ratePosterior = (n1: number, n2: number, fit: Pick<RateFit, 'm' | 'tau'>): Posterior => {
  const { at, sd } = peak(n1, n2, fit.m, fit.tau);
  const top = logJoint(at, n1, n2, fit.m, fit.tau);
  let sum = 0;
  let first = 0;
  let second = 0;
  for (let k = -GRID / 2; k <= GRID / 2; k++) {
    const off = (k * 2 * REACH * sd) / GRID;
    const mass = Math.exp(logJoint(at + off, n1, n2, fit.m, fit.tau) - top);
    sum += mass;
    first += mass * off;
    second += mass * off * off;
  }
  const mean = first / sum;
  return { mean: at + mean, sd: Math.sqrt(Math.max(0, second / sum - mean * mean)) };
};
