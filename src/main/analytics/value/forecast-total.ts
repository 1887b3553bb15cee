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
const FEW = 1000;
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

/** Variance = Σ of the customers' own + that of the parameters, taken along the axes of their uncertainty. */
const normalTotals = (
  model: Fitted,
  data: RepeatPurchases,
  t: number,
  classOf: ArrayLike<number>,
  classes: number,
): Total[] => {
  const expected = meansOf(model, model.params, data, t, classOf, classes);
  const variance = new Float64Array(classes + 1);
  for (let i = 0; i < data.x.length; i++) {
    const own = data.count[i]! * countMoments(model.variant, model.params, rowAt(data, i), t).variance;
    variance[classOf[i]!]! += own;
    variance[classes]! += own;
  }
  for (const params of axisSteps(model)) {
    const moved = meansOf(model, params, data, t, classOf, classes);
    for (let k = 0; k <= classes; k++) variance[k]! += ((moved[k]! - expected[k]!) / STEP) ** 2;
  }
  return Array.from(expected, (value, k) => {
    const half = Z * Math.sqrt(variance[k]!);
    return { expected: value, lo: Math.max(0, value - half), hi: value + half, level: LEVEL };
  });
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
