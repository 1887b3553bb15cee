import { dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import { sum } from '../../../shared/sum.ts';
import { firstDayOf, type PurchaseHistory } from '../history.ts';
import type { BgNbd, Variant } from './bgnbd.ts';
import { bgNbdInformation, fitBgNbd } from './bgnbd-fit.ts';
import { countWalk } from './count-distribution.ts';
import { paramsOf } from './fit.ts';
import { forecastTotals } from './forecast-total.ts';
import { type HoldOut, holdOut, recordsWithout } from './hold-out.ts';
import type { RepeatPurchases } from './repeat-purchases.ts';
import { X_CLASSES, type XClass, xClassOf } from './x-class.ts';

/** What was foreseen of a class of customers and what came. */
export type BackTestClass = {
  readonly x: XClass;
  readonly n: number;
  readonly expected: number;
  readonly lo: number;
  readonly hi: number;
  readonly actual: number;
  /** share of the class whose own count lay in its own 90 % interval */
  readonly coverage: number;
};

/** A forecast made with what was known at an origin, against what happened after it. */
export type BackTestOrigin = {
  /** the last day that was known */
  readonly asOf: IsoDay;
  readonly weeks: number;
  readonly n: number;
  readonly expected: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
  readonly actual: number;
  /** expected ÷ actual − 1; null where nothing was bought */
  readonly error: number | null;
  /** what x/T going on for ever would have given */
  readonly naive: number;
  readonly coverage: number;
  readonly logScore: number;
  readonly classes: readonly BackTestClass[];
};

/** Which of the models foresaw best, and how well. */
export type BackTest = {
  readonly variant: Variant;
  readonly leftTruncatedExcluded: boolean;
  /** mean log score over the origins by candidate; null where it could not be fitted */
  readonly scores: readonly Candidate[];
  readonly origins: readonly BackTestOrigin[];
  /** of the last origin, at two thirds of the time */
  readonly error: number | null;
  /** the worst miss of all origins in half-widths of its own interval, >= 1 */
  readonly widening: number;
  readonly passed: boolean;
  /** each so-many-th customer took part */
  readonly every: number;
};

export type Candidate = {
  readonly variant: Variant;
  readonly leftTruncatedExcluded: boolean;
  readonly logScore: number | null;
};

/** More customers than this tell nothing more about the model. */
const MOST_CUSTOMERS = 20_000;
/** Origins as shares of the time there is; each looks a third of it ahead. */
const ORIGINS = [1 / 2, 7 / 12, 2 / 3];
const SHORTEST_DAYS = 84;
/** Models that differ by less are taken for equal: then the one that does not call one-time buyers certain. */
const TIED = 2;
const GREATEST_ERROR = 0.25;
const LEAST_COVERAGE = 0.8;
const FEWEST_IN_CLASS = 30;

/**
 * Fits both models at several earlier days, with and without the customers whose beginning is not known, and compares
 * with what happened since (MODELS 2.2, 2.5).
 * @param truncated 1 for each customer of the history whose first purchase may not be the first; none where left out
 * @returns null where the data are too short or too few for any origin
 */
export const backTest = (
  history: PurchaseHistory,
  seed: number,
  truncated?: ArrayLike<number>,
): BackTest | null => {
  const first = firstDayOf(history);
  const span = first === null ? 0 : history.asOf - first;
  if (first === null || span < SHORTEST_DAYS) return null;
  const every = Math.ceil(history.customer.length / MOST_CUSTOMERS);
  const horizon = Math.floor(span / 3);
  const splits = ORIGINS.map((share) =>
    holdOut(history, Math.min(history.asOf - horizon, first + Math.round(share * span)), horizon, every),
  );
  const candidates = (['mbg', 'bg'] as const).flatMap((variant) => {
    // each fit begins where the one before it ended: they differ by a few weeks or a few customers
    let near: BgNbd | undefined;
    return (truncated ? [false, true] : [false]).map((leftTruncatedExcluded) => ({
      variant,
      leftTruncatedExcluded,
      tried: splits.flatMap((split) => {
        const data = leftTruncatedExcluded && truncated ? recordsWithout(split, truncated) : split.data;
        const params = paramsOf(fitBgNbd(variant, data, 'map', near));
        near = params ?? near;
        return params === null ? [] : [{ split, data, params, logScore: logScore(variant, params, split) }];
      }),
    }));
  });
  // only candidates that could be fitted at as many origins can be compared
  const most = Math.max(...candidates.map((c) => c.tried.length));
  if (most === 0) return null;
  const scored = candidates.map((c) => ({
    ...c,
    logScore: c.tried.length === most ? c.tried.reduce((sum, o) => sum + o.logScore, 0) / most : null,
  }));
  let best = scored.find((c) => c.logScore !== null)!;
  for (const c of scored) if (c.logScore !== null && c.logScore >= best.logScore! + TIED) best = c;
  const origins = best.tried.map(({ split, data, params, logScore: score }) =>
    testedAt(best.variant, params, split, data, score, seed),
  );
  const last = origins.at(-1)!;
  return {
    variant: best.variant,
    leftTruncatedExcluded: best.leftTruncatedExcluded,
    scores: scored.map(({ variant, leftTruncatedExcluded, logScore: score }) => ({
      variant,
      leftTruncatedExcluded,
      logScore: score,
    })),
    origins,
    error: last.error,
    widening: Math.max(1, ...origins.map(missedHalfWidths)),
    passed: origins.length >= 2 && origins.every(passes),
    every,
  };
};

const missedHalfWidths = ({ actual, expected, lo, hi }: BackTestOrigin): number => {
  const half = actual > expected ? hi - expected : expected - lo;
  const even = (hi - lo) / 2;
  return Math.max(
    half > 0 ? Math.abs(actual - expected) / half : 1,
    even > 0 ? Math.abs(actual - expected) / even : 1,
  );
};

const customerAt = (split: HoldOut, k: number) => ({ x: split.x[k]!, tx: split.tx[k]!, T: split.T[k]! });

const logScore = (variant: Variant, p: BgNbd, split: HoldOut): number => {
  let sum = 0;
  for (let k = 0; k < split.x.length; k++) {
    const walk = countWalk(variant, p, customerAt(split, k), split.weeks);
    let probability = walk();
    for (let n = 0; n < split.actual[k]!; n++) probability = walk();
    sum += Math.log(Math.max(probability, 1e-300));
  }
  return sum;
};

const testedAt = (
  variant: Variant,
  params: BgNbd,
  split: HoldOut,
  fittedOn: RepeatPurchases,
  score: number,
  seed: number,
): BackTestOrigin => {
  const information = bgNbdInformation(variant, fittedOn, 'map', params);
  const classOf = Int32Array.from(split.data.x, xClassOf);
  const totals = forecastTotals(
    { variant, params, information },
    split.data,
    split.weeks,
    classOf,
    X_CLASSES.length,
    seed,
  );
  const n = new Float64Array(X_CLASSES.length);
  const actual = new Float64Array(X_CLASSES.length);
  const covered = new Float64Array(X_CLASSES.length);
  let naive = 0;
  for (let k = 0; k < split.x.length; k++) {
    const c = xClassOf(split.x[k]!);
    n[c]!++;
    actual[c]! += split.actual[k]!;
    if (isInside(variant, params, split, k)) covered[c]!++;
    if (split.T[k]! > 0) naive += (split.x[k]! / split.T[k]!) * split.weeks;
  }
  const all = totals.at(-1)!;
  const came = sum(actual);
  return {
    asOf: dayFromNumber(split.origin),
    weeks: split.weeks,
    n: split.x.length,
    expected: all.expected,
    lo: all.lo,
    hi: all.hi,
    level: all.level,
    actual: came,
    error: came > 0 ? all.expected / came - 1 : null,
    naive,
    coverage: sum(covered) / split.x.length,
    logScore: score,
    classes: X_CLASSES.flatMap((x, c) =>
      n[c] === 0
        ? []
        : [
            {
              x,
              n: n[c]!,
              expected: totals[c]!.expected,
              lo: totals[c]!.lo,
              hi: totals[c]!.hi,
              actual: actual[c]!,
              coverage: covered[c]! / n[c]!,
            },
          ],
    ),
  };
};

/** Whether a customer's count lies between the 5 % and the 95 % point of its own distribution. */
const isInside = (variant: Variant, p: BgNbd, split: HoldOut, k: number): boolean => {
  const walk = countWalk(variant, p, customerAt(split, k), split.weeks);
  let below = 0;
  for (let n = 0; n < split.actual[k]!; n++) {
    below += walk();
    if (below > 0.95) return false;
  }
  return below + walk() >= 0.05;
};

/** The total within 25 %, and in every class of some size the customers' own intervals and the class's total hold. */
const passes = (origin: BackTestOrigin): boolean =>
  origin.error !== null &&
  Math.abs(origin.error) <= GREATEST_ERROR &&
  origin.classes.every(
    (c) =>
      c.n < FEWEST_IN_CLASS ||
      (c.coverage >= LEAST_COVERAGE &&
        ((c.actual >= c.lo && c.actual <= c.hi) ||
          Math.abs(c.expected - c.actual) <= GREATEST_ERROR * c.actual)),
  );
