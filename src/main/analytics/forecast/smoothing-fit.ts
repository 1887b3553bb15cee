import { type Box, minimise } from '../numeric/minimise.ts';
import { type Smoothed, type Smoothing, smooth, squaredErrors } from './smoothing.ts';

const SEASON = 12;
const STEP = 1e-6;

/** What was found, and the numbers it was found with: a good start for a series that is a little longer. */
export type SmoothingFit = Smoothed & { readonly theta: ArrayLike<number> };

/** Least squares over some numbers of a smoothing, by BFGS with central differences in a box. */
const leastSquares = (
  values: ArrayLike<number>,
  starts: readonly ArrayLike<number>[],
  box: Box,
  build: (theta: ArrayLike<number>) => Smoothing,
): SmoothingFit => {
  const sse = (theta: ArrayLike<number>): number => squaredErrors(values, build(theta));
  const objective = (theta: Float64Array, gradient: Float64Array): number => {
    for (let k = 0; k < theta.length; k++) {
      const at = Float64Array.from(theta);
      at[k] = theta[k]! + STEP;
      const up = sse(at);
      at[k] = theta[k]! - STEP;
      gradient[k] = (up - sse(at)) / (2 * STEP);
    }
    return sse(theta);
  };
  let best = starts[0]!;
  let least = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    const found = minimise(objective, start, box, 60);
    if (found.value < least) {
      least = found.value;
      best = found.x;
    }
  }
  return { ...smooth(values, build(best)), theta: best };
};

const LOW = 1e-4;
const HIGH = 0.9999;
const NO_SEASON = [0];

const mean = (values: ArrayLike<number>, from: number, to: number): number => {
  let sum = 0;
  for (let t = from; t < to; t++) sum += values[t]!;
  return sum / (to - from);
};

/**
 * Simple exponential smoothing: a level that moves.
 * @param values scaled to about 1  @param near the numbers of a fit to nearly the same series
 */
export const fitSimple = (values: ArrayLike<number>, near?: ArrayLike<number>): SmoothingFit =>
  leastSquares(
    values,
    near
      ? [near]
      : [
          [0.3, mean(values, 0, Math.min(values.length, 4))],
          [0.8, values[0]!],
        ],
    { lower: [LOW, -100], upper: [HIGH, 100] },
    (theta) => ({
      alpha: theta[0]!,
      betaStar: 0,
      phi: 1,
      gamma: 0,
      level: theta[1]!,
      trend: 0,
      seasons: NO_SEASON,
    }),
  );

/**
 * Holt's linear trend, damped with .8 <= φ <= .98 (Gardner & McKenzie 1985).
 * @param values scaled to about 1  @param near the numbers of a fit to nearly the same series
 */
export const fitDampedTrend = (values: ArrayLike<number>, near?: ArrayLike<number>): SmoothingFit => {
  const n = values.length;
  const half = Math.min(6, n >> 1);
  const slope = (mean(values, n - half, n) - mean(values, 0, half)) / Math.max(1, n - half);
  return leastSquares(
    values,
    near
      ? [near]
      : [
          [0.3, 0.1, 0.95, mean(values, 0, half), slope],
          [0.8, 0.05, 0.9, values[0]!, slope],
        ],
    { lower: [LOW, LOW, 0.8, -100, -10], upper: [HIGH, HIGH, 0.98, 100, 10] },
    (theta) => ({
      alpha: theta[0]!,
      betaStar: theta[1]!,
      phi: theta[2]!,
      gamma: 0,
      level: theta[3]!,
      trend: theta[4]!,
      seasons: NO_SEASON,
    }),
  );
};

/**
 * Holt–Winters with additive months; the first states from the first two years (FPP2 §7.3), the weights by least squares.
 * @param values scaled to about 1, at least 24 of them  @param near the numbers of a fit to nearly the same series
 */
export const fitSeasonal = (values: ArrayLike<number>, near?: ArrayLike<number>): SmoothingFit => {
  const first = mean(values, 0, SEASON);
  const second = mean(values, SEASON, 2 * SEASON);
  const trend = (second - first) / SEASON;
  const centre = (SEASON - 1) / 2;
  const seasons = Array.from({ length: SEASON }, (_, k) => {
    const off = (k - centre) * trend;
    return (values[k]! - first - off + (values[SEASON + k]! - second - off)) / 2;
  });
  const level = first - (centre + 1) * trend;
  return leastSquares(
    values,
    near
      ? [near]
      : [
          [0.3, 0.05, 0.1],
          [0.1, 0.01, 0.3],
        ],
    { lower: [LOW, LOW, LOW], upper: [HIGH, HIGH, HIGH] },
    (theta) => ({
      alpha: theta[0]!,
      betaStar: theta[1]!,
      phi: 1,
      // beyond 1 − α a season would overshoot
      gamma: theta[2]! * (1 - theta[0]!),
      level,
      trend,
      seasons,
    }),
  );
};
