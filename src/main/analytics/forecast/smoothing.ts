/**
 * Exponential smoothing of a series, additive throughout (Hyndman & Athanasopoulos, FPP2 ch. 7). Trend and season are
 * switched off by their weights: betaStar 0 and trend 0, gamma 0 and seasons all 0.
 */
export type Smoothing = {
  readonly alpha: number;
  /** weight of the new slope; β = α·betaStar */
  readonly betaStar: number;
  /** damping of the trend, 1 for none */
  readonly phi: number;
  readonly gamma: number;
  readonly level: number;
  readonly trend: number;
  /** one per season, in order of the series; a single 0 where there are none */
  readonly seasons: readonly number[];
};

/** What a series leaves behind: one-step errors and the state it ends in. */
export type Smoothed = {
  readonly errors: Float64Array;
  readonly sse: number;
  readonly end: Smoothing;
};

/** Runs the recurrences over the series. */
export const smooth = (values: ArrayLike<number>, start: Smoothing): Smoothed => {
  const errors = new Float64Array(values.length);
  const { sse, level, trend, seasons } = run(values, start, errors);
  // the first season ahead comes first
  const m = seasons.length;
  const ahead = Array.from(seasons, (_, k) => seasons[(values.length + k) % m]!);
  return { errors, sse, end: { ...start, level, trend, seasons: ahead } };
};

/** Sum of the squared one-step errors alone, as a search asks for it again and again. */
export const squaredErrors = (values: ArrayLike<number>, start: Smoothing): number =>
  run(values, start, null).sse;

type State = {
  readonly sse: number;
  readonly level: number;
  readonly trend: number;
  readonly seasons: ArrayLike<number>;
};

/** @param errors where the one-step errors go */
const run = (values: ArrayLike<number>, start: Smoothing, errors: Float64Array | null): State => {
  const { alpha, betaStar, phi, gamma } = start;
  const m = start.seasons.length;
  const seasons = [...start.seasons];
  let { level, trend } = start;
  let sse = 0;
  for (let t = 0; t < values.length; t++) {
    const season = seasons[t % m]!;
    const slope = phi * trend;
    const error = values[t]! - level - slope - season;
    if (errors) errors[t] = error;
    sse += error * error;
    level = level + slope + alpha * error;
    trend = slope + alpha * betaStar * error;
    seasons[t % m] = season + gamma * error;
  }
  return { sse, level, trend, seasons };
};

/** Point forecasts for the next h periods from the state a series ended in. */
export const ahead = (end: Smoothing, h: number): number[] => {
  const points: number[] = [];
  let damped = 0;
  let factor = 1;
  for (let k = 0; k < h; k++) {
    factor *= end.phi;
    damped += factor;
    points.push(end.level + damped * end.trend + end.seasons[k % end.seasons.length]!);
  }
  return points;
};
