import { maximise } from '../numeric/maximise.ts';
import type { Posterior } from './rate-growth.ts';

/** How much the growth of purchase values differs between customers, at least (MODELS 5). */
export const TAU_DELTA_FLOOR = 0.1;
const TAU_DELTA_CEILING = 3;

/** One customer's change of the mean log purchase value and the variance of that difference. */
export type ValueChange = { readonly difference: number; readonly variance: number };

/** Distribution of the change over the customers of a group. */
export type ValueFit = {
  readonly m: number;
  readonly tau: number;
  readonly logLikelihood: number;
  /** customers with purchases in both windows */
  readonly n: number;
  /** τ is at its lower bound */
  readonly atBoundary: boolean;
};

/**
 * Random effects by maximum likelihood: dᵢ ~ N(m, τ² + varianceᵢ), τ >= 0.1. For every τ the best m is the mean
 * weighted by 1 / (τ² + varianceᵢ).
 * @returns without any customer m = 0 with τ at its floor: values are then taken as unchanged
 */
export const fitValueGrowth = (changes: readonly ValueChange[]): ValueFit => {
  const n = changes.length;
  if (n === 0) return { m: 0, tau: TAU_DELTA_FLOOR, logLikelihood: 0, n, atBoundary: true };
  const tau = Math.exp(
    maximise(
      (logTau) => profile(changes, Math.exp(logTau)).value,
      Math.log(TAU_DELTA_FLOOR),
      Math.log(TAU_DELTA_CEILING),
      7,
      1e-5,
    ),
  );
  const atBoundary = tau <= TAU_DELTA_FLOOR * (1 + 1e-9);
  const { m, value } = profile(changes, tau);
  return { m, tau: atBoundary ? TAU_DELTA_FLOOR : tau, logLikelihood: value, n, atBoundary };
};

const profile = (changes: readonly ValueChange[], tau: number): { m: number; value: number } => {
  let weights = 0;
  let weighted = 0;
  for (const { difference, variance } of changes) {
    const weight = 1 / (tau * tau + variance);
    weights += weight;
    weighted += weight * difference;
  }
  const m = weighted / weights;
  let value = (-changes.length / 2) * Math.log(2 * Math.PI);
  for (const { difference, variance } of changes) {
    const total = tau * tau + variance;
    value -= (Math.log(total) + (difference - m) ** 2 / total) / 2;
  }
  return { m, value };
};

/** Mean and standard deviation of a customer's change given the group's; the group's where a window is empty. */
export const valuePosterior = (
  change: ValueChange | null,
  { m, tau }: Pick<ValueFit, 'm' | 'tau'>,
): Posterior => {
  if (change === null) return { mean: m, sd: tau };
  const trust = (tau * tau) / (tau * tau + change.variance);
  return { mean: m + trust * (change.difference - m), sd: tau * Math.sqrt(1 - trust) };
};
