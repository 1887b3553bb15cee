import { calendarDays, elapsed } from '../calendar/business-clock.ts';
import { riskHorizonDays } from '../retention/at-risk.ts';
import {
  type BgNbd,
  expectedPurchases,
  probabilityAlive,
  probabilityOfPurchase,
  type Variant,
  waitFor,
} from './bgnbd.ts';
import { stratifiedCounts } from './count-distribution.ts';
import { discounting, type OwnTerms, remainingValue, type ValueTerms } from './customer-value.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import type { RepeatPurchases } from './repeat-purchases.ts';
import { type SpendModel, spendOf } from './spend.ts';
import { SLICES, spreading, type ValueSpread } from './value-interval.ts';

export type ChurnBand = 'low' | 'medium' | 'high';

/**
 * What the models say of each customer; NaN (−1 in the columns of days) where they say nothing. One entry per customer of
 * the history. Money in minor units.
 */
export type CustomerScores = {
  /** P(still buying); NaN where the model gives no chance to leave (one-time buyers under `bg`) */
  readonly pAlive: Float64Array;
  readonly expected12m: Float64Array;
  readonly chance90: Float64Array;
  /** P(≥ 1 purchase in 12 months) */
  readonly chance12m: Float64Array;
  /** P(no purchase within `horizonDays`) */
  readonly pNoPurchase: Float64Array;
  readonly horizonDays: Float64Array;
  readonly band: readonly (ChurnBand | null)[];
  readonly clv: Float64Array;
  readonly clvLo: Float64Array;
  readonly clvHi: Float64Array;
  /** variance of the remaining value */
  readonly clvVariance: Float64Array;
  /** the next order is as likely before as after `nextMedian` days from now, one time in four before `nextFrom`, and one
   * in four after `nextTo` (−1: so unlikely that no day can be named) */
  readonly nextFrom: Int32Array;
  readonly nextMedian: Int32Array;
  readonly nextTo: Int32Array;
};

export type ScoringModel = {
  readonly variant: Variant;
  readonly params: BgNbd;
  /** parameters as they may also be: their noise */
  readonly draws: readonly BgNbd[];
  readonly spend: SpendModel;
  /** minor units in one unit of the spend model */
  readonly minorUnits: number;
  /** money in the unit of the spend model */
  readonly terms: ValueTerms;
  /** by place of the customer in the history; money in the unit of the spend model */
  readonly ownTerms?: OwnTerms | undefined;
  /** relative error found in the back-test, by which single intervals are widened */
  readonly bias: number;
  readonly level: number;
};

/** Nobody is lost for certain, whatever rounding says. */
const MOST_CERTAIN = 1 - 1e-9;

/** High where no purchase in the horizon is likelier than two in three, low where less likely than one in three. */
export const churnBand = (pNoPurchase: number): ChurnBand =>
  pNoPurchase < 1 / 3 ? 'low' : pNoPurchase > 2 / 3 ? 'high' : 'medium';

/**
 * @param data every customer with a purchase day, of which rowOf tells the row
 * @param usualGap days, per customer of the history
 */
export const customerScores = (
  model: ScoringModel,
  purchases: PurchaseSummary,
  data: RepeatPurchases,
  usualGap: ArrayLike<number>,
): CustomerScores => {
  const n = purchases.customer.length;
  const scores = emptyScores(n);
  const ahead = (days: number): number => elapsed(purchases.clock, purchases.asOf, purchases.asOf + days) / 7;
  const rows = rowScores(model, data, purchases);
  const spread = spreading(model.spend.params, model.level);
  // those who never came back differ in nothing else than their row
  const once: (ValueSpread | undefined)[] = new Array(data.zeros);
  for (let i = 0; i < n; i++) {
    const row = data.rowOf[i]!;
    if (row < 0) continue;
    const customer = { x: data.x[row]!, tx: data.tx[row]!, T: data.T[row]! };
    scores.pAlive[i] = rows.pAlive[row]!;
    scores.expected12m[i] = rows.expected12m[row]!;
    scores.chance90[i] = rows.chance90[row]!;
    scores.chance12m[i] = rows.chance12m[row]!;
    const horizon = riskHorizonDays(Number.isFinite(usualGap[i]!) ? usualGap[i]! : 0);
    const silent = Math.min(
      MOST_CERTAIN,
      1 - probabilityOfPurchase(model.variant, model.params, customer, ahead(horizon)),
    );
    scores.horizonDays[i] = horizon;
    scores.pNoPurchase[i] = silent;
    scores.band[i] = churnBand(silent);
    scores.nextFrom[i] = rows.nextFrom[row]!;
    scores.nextMedian[i] = rows.nextMedian[row]!;
    scores.nextTo[i] = rows.nextTo[row]!;
    const zbar = purchases.zbar[i]! / model.minorUnits;
    const spend = spendOf(model.spend, customer.x, zbar);
    const terms = termsOf(model, i);
    const value = remainingValue(rows.discounted[row]!, spend, terms);
    let own = model.ownTerms ? undefined : once[row];
    if (own === undefined) {
      const counts = rows.counts.subarray(row * SLICES, (row + 1) * SLICES);
      own = spread(counts, rows.ratio[row]!, customer.x, zbar, spend, terms);
      if (row < data.zeros) once[row] = own;
    }
    const { lo, hi, variance } = own;
    const misfit = model.bias * Math.abs(value);
    // the least there can be is that nobody comes and the standing cost remains
    const least = Math.min(lo, -terms.servingCost);
    scores.clv[i] = value * model.minorUnits;
    scores.clvLo[i] = Math.max(Math.min(lo, value) - misfit, least) * model.minorUnits + 0;
    scores.clvHi[i] = (Math.max(hi, value) + misfit) * model.minorUnits;
    scores.clvVariance[i] = variance * model.minorUnits ** 2;
  }
  return scores;
};

const termsOf = ({ terms, ownTerms }: ScoringModel, i: number): ValueTerms =>
  ownTerms ? { ...terms, margin: ownTerms.margin[i]!, servingCost: ownTerms.servingCost[i]! } : terms;

type Writable = CustomerScores & { readonly band: (ChurnBand | null)[] };

export const emptyScores = (n: number): Writable => {
  const nothing = (): Float64Array => new Float64Array(n).fill(Number.NaN);
  const noDay = (): Int32Array => new Int32Array(n).fill(-1);
  return {
    pAlive: nothing(),
    expected12m: nothing(),
    chance90: nothing(),
    chance12m: nothing(),
    pNoPurchase: nothing(),
    horizonDays: nothing(),
    band: new Array<ChurnBand | null>(n).fill(null),
    clv: nothing(),
    clvLo: nothing(),
    clvHi: nothing(),
    clvVariance: nothing(),
    nextFrom: noDay(),
    nextMedian: noDay(),
    nextTo: noDay(),
  };
};

/** Equal customers have equal scores but for their spend: worked out once per row. */
const rowScores = (model: ScoringModel, data: RepeatPurchases, { clock, asOf }: PurchaseSummary) => {
  const { variant, params } = model;
  const ninety = elapsed(clock, asOf, asOf + 90) / 7;
  const year = elapsed(clock, asOf, asOf + 365) / 7;
  const rows = data.x.length;
  const column = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  const day = (): Int32Array => new Int32Array(rows).fill(-1);
  const of = {
    pAlive: column(),
    expected12m: column(),
    chance90: column(),
    chance12m: column(),
    discounted: column(),
    ratio: column(),
    counts: new Float64Array(rows * SLICES),
    nextFrom: day(),
    nextMedian: day(),
    nextTo: day(),
  };
  const discount = discounting(model.terms);
  for (let row = 0; row < rows; row++) {
    const customer = { x: data.x[row]!, tx: data.tx[row]!, T: data.T[row]! };
    const chancesToLeave = variant === 'mbg' || customer.x > 0;
    if (chancesToLeave) of.pAlive[row] = probabilityAlive(variant, params, customer);
    of.expected12m[row] = expectedPurchases(variant, params, customer, year);
    of.chance90[row] = probabilityOfPurchase(variant, params, customer, ninety);
    of.chance12m[row] = probabilityOfPurchase(variant, params, customer, year);
    const { plain, discounted } = discount(variant, params, customer);
    of.discounted[row] = discounted;
    of.ratio[row] = plain > 0 ? discounted / plain : 1;
    stratifiedCounts(
      variant,
      model.draws,
      customer,
      model.terms.horizonWeeks,
      of.counts.subarray(row * SLICES, (row + 1) * SLICES),
    );
    // a day is named only where a purchase within a year is more likely than not (MODELS 2.4)
    if (of.chance12m[row]! < 0.5) continue;
    const days = (share: number): number => {
      const weeks = waitFor(variant, params, customer, share);
      return weeks === null || weeks > 520 ? -1 : Math.round(calendarDays(clock, asOf, weeks * 7));
    };
    of.nextFrom[row] = days(0.25);
    of.nextMedian[row] = days(0.5);
    of.nextTo[row] = days(0.75);
  }
  return of;
};
