import { median, quantileOfSorted } from '../numeric/order-statistics.ts';
import { continued, FORECAST_METHODS, FORECASTERS, type ForecastMethod, pointsNear } from './forecaster.ts';

/** A period ahead; in the unit of the series. */
export type ForecastPoint = {
  /** periods ahead, 1, 2, 3 … */
  readonly h: number;
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
};

/** Mean absolute scaled error over rolling origins, of one method. */
export type MethodError = { readonly method: ForecastMethod; readonly mase: number };

/** A series continued by the method that foresaw it best, or only the range it has been in. */
export type Forecast =
  | {
      readonly kind: 'forecast';
      readonly method: ForecastMethod;
      readonly benchmark: ForecastMethod;
      /** of the chosen method; below 1 it beats the naive forecast within the past */
      readonly mase: number | null;
      /** share of later months that lay in the range told before them; null where too few could be looked at */
      readonly coverage: number | null;
      readonly errors: readonly MethodError[];
      readonly points: readonly ForecastPoint[];
      readonly level: number;
      readonly n: number;
      readonly warnings: readonly string[];
    }
  | {
      readonly kind: 'range';
      /** least and greatest month so far; null without any */
      readonly lo: number | null;
      readonly hi: number | null;
      readonly n: number;
      readonly needed: number;
      readonly warnings: readonly string[];
    };

export const FEWEST_MONTHS = 12;
const SEASON = 12;
const LEVEL = 0.8;
/** A method has to beat the benchmark by this much to be worth its complication. */
const BETTER_BY = 0.05;
/** A forecast that misses by more than the naive one is told in words (TRUTH 10). */
const WORST = 1;
/** A range that held less often than this in the past is told in words (TRUTH 10). */
const LEAST_COVERAGE = 0.6;
/** Fewer months told before show no coverage. */
const FEWEST_COVERED = 10;
const FARTHEST_TESTED = 6;
const MOST_ORIGINS = 24;
/** Fewer errors seen at a distance give no quantile. */
const FEWEST_ERRORS = 5;

/**
 * Forecast of a monthly series such as the revenue of a segment (MODELS 10).
 * @param values complete months in order, in any unit; a month without sales is 0
 * @param h how many months ahead  @param seed of the simulated paths
 * @param seasonal whether a season may be looked for: not where it is taken out already, or where none was found
 * @returns intervals at 80 %, never below 0
 */
export const forecastSeries = (values: readonly number[], h = 6, seed = 1, seasonal = true): Forecast => {
  const n = values.length;
  if (n < FEWEST_MONTHS)
    return {
      kind: 'range',
      lo: n > 0 ? Math.min(...values) : null,
      hi: n > 0 ? Math.max(...values) : null,
      n,
      needed: FEWEST_MONTHS,
      warnings: [`${n} complete months are too few for a forecast; it needs ${FEWEST_MONTHS}.`],
    };
  if (n < 2 * SEASON && isUneven(values.slice(-SEASON)))
    return {
      kind: 'range',
      lo: Math.min(...values),
      hi: Math.max(...values),
      n,
      needed: 2 * SEASON,
      warnings: [
        'These months differ so much that this may be the season, which takes two years of sales to tell: no month ahead is told.',
      ],
    };
  const methods = FORECAST_METHODS.filter(
    (method) => n >= FORECASTERS[method].months && (seasonal || !FORECASTERS[method].seasonal),
  );
  const scale = naiveError(values);
  const tested = methods.map((method) => ({ method, ...rollingErrors(method, values) }));
  const errors = tested.map(({ method, mean }) => ({ method, mase: scale > 0 ? mean / scale : 0 }));
  const best = (of: readonly MethodError[]): MethodError => of.reduce((a, b) => (b.mase < a.mase ? b : a));
  const benchmark = best(errors.filter((e) => FORECASTERS[e.method].benchmark));
  const rivals = errors.filter((e) => !FORECASTERS[e.method].benchmark);
  const rival = best(rivals);
  const chosen = rival.mase <= (1 - BETTER_BY) * benchmark.mase && scale > 0 ? rival : benchmark;
  if (scale > 0 && chosen.mase > WORST)
    return {
      kind: 'range',
      lo: Math.min(...values),
      hi: Math.max(...values),
      n,
      needed: FEWEST_MONTHS,
      warnings: [
        `Looking back, the best forecast missed by ${chosen.mase.toFixed(2)} times as much as repeating the past did: only the range of the months so far is told.`,
      ],
    };
  const { absolute, errorsOf } = tested.find((t) => t.method === chosen.method)!;
  const coverage = coverageOf(errorsOf);
  if (coverage !== null && coverage < LEAST_COVERAGE)
    return {
      kind: 'range',
      lo: Math.min(...values),
      hi: Math.max(...values),
      n,
      needed: FEWEST_MONTHS,
      warnings: [
        `Looking back, only ${Math.round(100 * coverage)}% of the months lay within the ranges that were to be told: only the range of the months so far is told.`,
      ],
    };
  const { points, below, above } = continued(chosen.method, values, h, seed);
  return {
    kind: 'forecast',
    method: chosen.method,
    benchmark: benchmark.method,
    mase: scale > 0 ? chosen.mase : null,
    coverage,
    errors,
    points: points.map((value, k) => {
      const seen = seenError(absolute, k);
      return {
        h: k + 1,
        value: Math.max(0, value),
        lo: Math.max(0, value - Math.max(below[k]!, seen)),
        hi: Math.max(0, value + Math.max(above[k]!, seen)),
      };
    }),
    level: LEVEL,
    n,
    warnings:
      n < 2 * SEASON
        ? ['With less than two years of sales the forecast cannot tell the season from the trend.']
        : [],
  };
};

/** A month of twice the median, or of half of it, is no chance around a level. */
const FAR_FROM_MEDIAN = 2;

const isUneven = (months: readonly number[]): boolean => {
  const middle = median(months);
  return Math.max(...months) > FAR_FROM_MEDIAN * middle || Math.min(...months) < middle / FAR_FROM_MEDIAN;
};

/** Mean absolute error of the naive forecast within the series, of the seasonal one from two years on (MASE's scale). */
export const naiveError = (values: readonly number[]): number => {
  const lag = values.length >= 2 * SEASON ? SEASON : 1;
  let sum = 0;
  for (let t = lag; t < values.length; t++) sum += Math.abs(values[t]! - values[t - lag]!);
  return values.length > lag ? sum / (values.length - lag) : 0;
};

type OriginErrors = { readonly errors: readonly number[]; readonly spread: Reach };

/** Half of a range one month ahead, and whether it grows with the root of the months. */
type Reach = { readonly one: number; readonly grows: boolean };

type RollingErrors = {
  readonly mean: number;
  /** absolute errors by how far ahead they were */
  readonly absolute: readonly (readonly number[])[];
  /** of each origin in turn, and how wide the method itself took one month ahead to be */
  readonly errorsOf: readonly OriginErrors[];
};

/** Forecasts 1 to 6 months ahead from each of the last origins, each made with the months before it only. */
const rollingErrors = (method: ForecastMethod, values: readonly number[]): RollingErrors => {
  const n = values.length;
  const shortest = n >= 3 * SEASON ? 2 * SEASON : n >= 2 * SEASON ? SEASON + 1 : Math.min(8, n - 1);
  const absolute: number[][] = Array.from({ length: FARTHEST_TESTED }, () => []);
  const errorsOf: OriginErrors[] = [];
  let sum = 0;
  let count = 0;
  let near: ArrayLike<number> | undefined;
  for (let origin = Math.max(shortest, n - MOST_ORIGINS); origin < n; origin++) {
    const h = Math.min(FARTHEST_TESTED, n - origin);
    const found = pointsNear(method, values.slice(0, origin), h, near);
    near = found.near;
    errorsOf.push({
      errors: found.points.map((point, k) => Math.abs(values[origin + k]! - point)),
      spread: usualReach(method, values.slice(0, origin)),
    });
    found.points.forEach((point, k) => {
      const error = Math.abs(values[origin + k]! - point);
      absolute[k]!.push(error);
      sum += error;
      count++;
    });
  }
  return { mean: sum / count, absolute, errorsOf };
};

const Z80 = 1.2815515655446004;

/**
 * How far eight of ten months lie from what the method tells of them, by the months before: from their mean, or from one month (or
 * year) to the next. Few months know their own spread badly: t in the place of z (Cornish & Fisher 1937, first term).
 */
const usualReach = (method: ForecastMethod, values: readonly number[]): Reach => {
  const isMean = method === 'mean';
  const lag = FORECASTERS[method].seasonal ? SEASON : 1;
  const middle = values.reduce((sum, v) => sum + v, 0) / values.length;
  const errors = isMean ? values.map((v) => v - middle) : values.slice(lag).map((v, t) => v - values[t]!);
  const free = Math.max(1, errors.length - 1);
  const sd = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / free);
  return { one: (Z80 + (Z80 ** 3 + Z80) / (4 * free)) * sd, grows: !isMean && lag === 1 };
};

/**
 * How often the months after an origin lay in the range that was to be told there: the wider of the method’s usual error and of
 * the errors that could be seen by then.
 */
const coverageOf = (origins: readonly OriginErrors[]): number | null => {
  let [inside, all] = [0, 0];
  origins.forEach(({ errors, spread }, o) => {
    const seen: number[][] = errors.map((_, k) =>
      origins.slice(0, Math.max(0, o - k)).flatMap((before) => before.errors[k] ?? []),
    );
    errors.forEach((error, k) => {
      const half = Math.max(spread.one * (spread.grows ? Math.sqrt(k + 1) : 1), seenError(seen, k));
      all++;
      if (error <= half) inside++;
    });
  });
  return all < FEWEST_COVERED ? null : inside / all;
};

/** The 80 % quantile of the errors seen so far ahead; beyond what was tested, of the farthest. */
const seenError = (absolute: readonly (readonly number[])[], k: number): number => {
  for (let far = Math.min(k, absolute.length - 1); far >= 0; far--) {
    const errors = absolute[far]!;
    if (errors.length >= FEWEST_ERRORS) return quantileOfSorted(Float64Array.from(errors).sort(), LEVEL);
  }
  return 0;
};
