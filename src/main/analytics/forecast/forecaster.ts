import { sum } from '../../../shared/sum.ts';
import { type Random, seededRandom } from '../numeric/random.ts';
import { ahead, type Smoothed } from './smoothing.ts';
import { fitDampedTrend, fitSeasonal, fitSimple, type SmoothingFit } from './smoothing-fit.ts';

/** Ways to continue a monthly series; the first three are benchmarks. */
export type ForecastMethod = 'mean' | 'naive' | 'seasonal-naive' | 'ses' | 'holt-damped' | 'holt-winters';

/** Fewest months for each, and whether it has to be beaten rather than to beat. */
export const FORECASTERS: Readonly<
  Record<
    ForecastMethod,
    { readonly months: number; readonly benchmark: boolean; readonly seasonal?: boolean }
  >
> = {
  mean: { months: 12, benchmark: true },
  naive: { months: 12, benchmark: true },
  'seasonal-naive': { months: 24, benchmark: true, seasonal: true },
  ses: { months: 12, benchmark: false },
  'holt-damped': { months: 12, benchmark: false },
  'holt-winters': { months: 36, benchmark: false, seasonal: true },
};

export const FORECAST_METHODS = Object.keys(FORECASTERS) as ForecastMethod[];

/** A series continued, and the half-widths of its 80 % interval from the model itself. */
export type Continued = {
  readonly points: readonly number[];
  /** how far below and above the points, one per period */
  readonly below: readonly number[];
  readonly above: readonly number[];
};

const SEASON = 12;
const PATHS = 1000;
const Z80 = 1.2815515655446004;

/** Point forecasts only. @param values in any unit, at least as many as the method needs */
export const pointsOf = (method: ForecastMethod, values: readonly number[], h: number): readonly number[] =>
  pointsNear(method, values, h).points;

/**
 * {@link pointsOf}, looked for from where the fit to nearly the same series ended.
 * @param near what this gave for that series
 */
export const pointsNear = (
  method: ForecastMethod,
  values: readonly number[],
  h: number,
  near?: ArrayLike<number>,
): { readonly points: readonly number[]; readonly near?: ArrayLike<number> } => {
  const n = values.length;
  if (method === 'mean') return { points: repeat(average(values), h) };
  if (method === 'naive') return { points: repeat(values[n - 1]!, h) };
  if (method === 'seasonal-naive')
    return { points: Array.from({ length: h }, (_, k) => values[n - SEASON + (k % SEASON)]!) };
  const scale = scaleOf(values);
  const fit = fitted(method, values, scale, near);
  return { points: ahead(fit.end, h).map((v) => v * scale), near: fit.theta };
};

/** Point forecasts with the interval of the model (MODELS 10). */
export const continued = (
  method: ForecastMethod,
  values: readonly number[],
  h: number,
  seed: number,
): Continued => {
  const n = values.length;
  const symmetric = (points: readonly number[], variance: (h: number) => number): Continued => {
    const half = points.map((_, k) => Z80 * Math.sqrt(variance(k + 1)));
    return { points, below: half, above: half };
  };
  if (method === 'mean') {
    const centre = average(values);
    const variance = sumOfSquares(values.map((v) => v - centre)) / Math.max(1, n - 1);
    return symmetric(repeat(centre, h), () => variance * (1 + 1 / n));
  }
  if (method === 'naive' || method === 'seasonal-naive') {
    const lag = method === 'naive' ? 1 : SEASON;
    const steps = values.slice(lag).map((v, t) => v - values[t]!);
    const variance = sumOfSquares(steps) / Math.max(1, steps.length);
    return symmetric(pointsOf(method, values, h), (k) => variance * Math.ceil(k / lag));
  }
  const scale = scaleOf(values);
  const fit = fitted(method, values, scale);
  const points = ahead(fit.end, h).map((v) => v * scale);
  if (method === 'ses') {
    const variance = (fit.sse / Math.max(1, n - 2)) * scale * scale;
    return symmetric(points, (k) => variance * simpleGrowth(fit.end.alpha, k));
  }
  const paths = simulated(fit, h, seed);
  return {
    points,
    below: points.map((p, k) => Math.max(0, p - paths[k]![Math.floor(0.1 * PATHS)]! * scale)),
    above: points.map((p, k) => Math.max(0, paths[k]![Math.ceil(0.9 * PATHS) - 1]! * scale - p)),
  };
};

/** Variance h steps ahead in units of one step: simple smoothing, 1 + α²(h−1). */
export const simpleGrowth = (alpha: number, h: number): number => 1 + alpha * alpha * (h - 1);

/** The same of Holt's linear trend: 1 + (h−1){α² + αβh + β²h(2h−1)/6}, β = α·betaStar. */
export const trendGrowth = (alpha: number, betaStar: number, h: number): number => {
  const beta = alpha * betaStar;
  return 1 + (h - 1) * (alpha * alpha + alpha * beta * h + (beta * beta * h * (2 * h - 1)) / 6);
};

const repeat = (value: number, h: number): number[] => new Array<number>(h).fill(value);
const average = (values: readonly number[]): number => sum(values) / values.length;
const sumOfSquares = (values: readonly number[]): number => values.reduce((sum, v) => sum + v * v, 0);

/** Least squares search alike in cents and in millions. */
const scaleOf = (values: readonly number[]): number => average(values.map(Math.abs)) || 1;

const fitted = (
  method: ForecastMethod,
  values: readonly number[],
  scale: number,
  near?: ArrayLike<number>,
): SmoothingFit => {
  const scaled = values.map((v) => v / scale);
  if (method === 'ses') return fitSimple(scaled, near);
  return method === 'holt-damped' ? fitDampedTrend(scaled, near) : fitSeasonal(scaled, near);
};

/** A thousand futures made by drawing from the errors of the past; each period sorted. */
const simulated = ({ errors, end }: Smoothed, h: number, seed: number): Float64Array[] => {
  const random: Random = seededRandom(seed);
  const paths = Array.from({ length: h }, () => new Float64Array(PATHS));
  const m = end.seasons.length;
  for (let path = 0; path < PATHS; path++) {
    const seasons = Float64Array.from(end.seasons);
    let { level, trend } = end;
    for (let k = 0; k < h; k++) {
      const error = errors[Math.floor(random() * errors.length)]!;
      const slope = end.phi * trend;
      paths[k]![path] = level + slope + seasons[k % m]! + error;
      level += slope + end.alpha * error;
      trend = slope + end.alpha * end.betaStar * error;
      seasons[k % m]! += end.gamma * error;
    }
  }
  for (const period of paths) period.sort();
  return paths;
};
