import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { seededRandom } from '../numeric/random.ts';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import type { BgNbd, Variant } from './bgnbd.ts';
import { expectedPurchases, probabilityAlive } from './bgnbd.ts';
import { fromLog, toLog } from './bgnbd-likelihood.ts';
import { countAt, countMoments } from './count-distribution.ts';
import { parameterDraws } from './parameter-draws.ts';
import type { RepeatPurchases } from './repeat-purchases.ts';

/** A sum over customers with the interval it lies in, chance and parameter noise together. */
export type Total = {
  readonly expected: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
};

/** A fitted model: which, its parameters and how well they are known. */
export type Fitted = {
  readonly variant: Variant;
  readonly params: BgNbd;
  readonly information: readonly ArrayLike<number>[];
};

/** Up to this many customers every one is drawn; with more, sums are normal and parameters nearly certain. */
export const FEW = 1000;
const DRAWS = 500;
const LEVEL = 0.9;
const Z = 1.6448536269514722;
const STEP = 1e-3;
const LEAST_INFORMATION = 0.05;

/**
 * Purchases in the next t weeks summed by class of customer.
 * @param classOf class of each row of the data, 0 .. classes − 1
 * @returns one total per class, and that of all at the end; 90 % intervals
 */
export const forecastTotals = (
  model: Fitted,
  data: RepeatPurchases,
  t: number,
  classOf: ArrayLike<number>,
  classes: number,
  seed: number,
): Total[] => {
  const customers = data.n;
  return customers <= FEW
    ? drawnTotals(model, data, t, classOf, classes, seed)
    : normalTotals(model, data, t, classOf, classes);
};

const rowAt = (data: RepeatPurchases, i: number): { x: number; tx: number; T: number } => ({
  x: data.x[i]!,
  tx: data.tx[i]!,
  T: data.T[i]!,
});

const meansOf = (
  model: Fitted,
  params: BgNbd,
  data: RepeatPurchases,
  t: number,
  classOf: ArrayLike<number>,
  classes: number,
): Float64Array => {
  const sums = new Float64Array(classes + 1);
  for (let i = 0; i < data.x.length; i++) {
    const expected = data.count[i]! * expectedPurchases(model.variant, params, rowAt(data, i), t);
    sums[classOf[i]!]! += expected;
    sums[classes]! += expected;
  }
  return sums;
};

const drawnTotals = (
  model: Fitted,
  data: RepeatPurchases,
  t: number,
  classOf: ArrayLike<number>,
  classes: number,
  seed: number,
): Total[] => {
  const random = seededRandom(seed);
  const sums = Array.from({ length: classes + 1 }, () => new Float64Array(DRAWS));
  parameterDraws(model.params, model.information, DRAWS, seed + 1).forEach((p, draw) => {
    for (let i = 0; i < data.x.length; i++) {
      const customer = rowAt(data, i);
      const alive = probabilityAlive(model.variant, p, customer);
      let purchases = 0;
      for (let c = 0; c < data.count[i]!; c++)
        purchases += countAt(model.variant, p, customer, alive, t, random());
      sums[classOf[i]!]![draw]! += purchases;
      sums[classes]![draw]! += purchases;
    }
  });
  const expected = meansOf(model, model.params, data, t, classOf, classes);
  return sums.map((drawn, k) => {
    const sorted = drawn.sort();
    return {
      expected: expected[k]!,
      lo: quantileOfSorted(sorted, (1 - LEVEL) / 2),
      hi: quantileOfSorted(sorted, (1 + LEVEL) / 2),
      level: LEVEL,
    };
  });
};

const normalTotals = (
  model: Fitted,
  data: RepeatPurchases,
  t: number,
  classOf: ArrayLike<number>,
  classes: number,
): Total[] => {
  const moments = rowMoments(model, data, t);
  return Array.from({ length: classes + 1 }, (_, k) =>
    normalTotal(
      moments,
      data.count.map((c, row) => (k === classes || classOf[row] === k ? c : 0)),
    ),
  );
};

/** What each row's customers are expected to buy, one of them, and how that moves with the parameters. */
export type RowMoments = {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** the mean where the parameters are a step away, along each axis of their uncertainty */
  readonly moved: readonly Float64Array[];
};

export const rowMoments = (model: Fitted, data: RepeatPurchases, t: number): RowMoments => {
  const meansAt = (params: BgNbd): Float64Array =>
    data.x.reduce((means, _, row) => {
      means[row] = expectedPurchases(model.variant, params, rowAt(data, row), t);
      return means;
    }, new Float64Array(data.x.length));
  const variance = new Float64Array(data.x.length);
  for (let row = 0; row < variance.length; row++)
    variance[row] = countMoments(model.variant, model.params, rowAt(data, row), t).variance;
  return { mean: meansAt(model.params), variance, moved: axisSteps(model).map(meansAt) };
};

/**
 * Variance = Σ of the customers' own + that of the parameters, taken along the axes of their uncertainty.
 * @param counts how many customers of each row
 */
export const normalTotal = ({ mean, variance, moved }: RowMoments, counts: Float64Array): Total => {
  const sum = (values: Float64Array): number => {
    let total = 0;
    for (let row = 0; row < counts.length; row++) total += counts[row]! * values[row]!;
    return total;
  };
  const expected = sum(mean);
  const noise = moved.reduce((total, values) => total + ((sum(values) - expected) / STEP) ** 2, 0);
  const half = Z * Math.sqrt(sum(variance) + noise);
  return { expected, lo: Math.max(0, expected - half), hi: expected + half, level: LEVEL };
};

/** The parameters a thousandth of a standard deviation away along each axis of their uncertainty. */
export const axisSteps = ({ params, information }: Fitted): BgNbd[] => {
  const { values, vectors } = symmetricEigen(information);
  const centre = toLog(params);
  return Array.from(values, (value, e) => {
    const size = STEP / Math.sqrt(Math.max(value, LEAST_INFORMATION));
    return fromLog(centre.map((v, k) => v + size * vectors[k]![e]!));
  });
};
