import type { RhythmState } from '../../../shared/model/customer.ts';
import { elapsedDays } from '../calendar/business-clock.ts';
import type { PurchaseHistory } from '../history.ts';
import { type PurchaseSummary, purchaseSummary } from '../value/purchase-summary.ts';
import { type UsualGaps, usualGaps } from './usual-gap.ts';

/** Silence from this multiple of the usual gap on is late … */
export const LATE_FROM = 1.5;
/** … and from this one at risk, for customers with enough purchases to have a rhythm (DEFINITIONS 16, grade C). */
export const AT_RISK_FROM = 2;
export const FEWEST_DAYS_FOR_RISK = 3;
/** While nobody has come back, a first purchase counts as new for this many days. */
const NEW_WITHOUT_GAP = 90;

/** Where every customer stands against the own rhythm, one entry per customer of the history. */
export type Rhythm = {
  readonly asOf: number;
  readonly customer: Int32Array;
  /** days since the last purchase; −1 without a purchase day */
  readonly daysSinceLast: Int32Array;
  /** expected gap in business days: the own median drawn to the shop's; NaN where there is none */
  readonly usualGap: Float64Array;
  /** the own median in days of the calendar, which is what "usually buys every 29 days" says; NaN where there is none */
  readonly ownGap: Float64Array;
  /** silence ÷ usual gap, both in business time; NaN where there is none */
  readonly overdueRatio: Float64Array;
  /** null without a purchase day */
  readonly state: readonly (RhythmState | null)[];
  /** the shop's usual gap in days, and how many customers with a gap it is based on */
  readonly shopGap: number | null;
  readonly n: number;
};

/**
 * The state of one customer, by the first rule that holds:
 * `new` first purchase at most one usual gap of the shop ago (90 days while nobody has come back): not judged yet;
 * `one-time` a single purchase day, longer ago than that (never called lapsed);
 * `regular` overdue ratio below 1.5; `late` below 2, or above it with only two purchase days;
 * `at-risk` at least three purchase days and an overdue ratio of 2 or more.
 */
export const rhythmState = (
  purchaseDays: number,
  daysSinceFirst: number,
  overdueRatio: number,
  shopGap: number | null,
): RhythmState | null => {
  if (purchaseDays < 1) return null;
  if (daysSinceFirst <= (shopGap ?? NEW_WITHOUT_GAP)) return 'new';
  if (purchaseDays === 1) return 'one-time';
  if (overdueRatio < LATE_FROM) return 'regular';
  return overdueRatio >= AT_RISK_FROM && purchaseDays >= FEWEST_DAYS_FOR_RISK ? 'at-risk' : 'late';
};

/**
 * @param groupOf a group per customer to whose median gap the own one is shrunk; the shop's where left out
 */
export const rhythmOf = (
  history: PurchaseHistory,
  purchases: PurchaseSummary = purchaseSummary(history),
  groupOf?: ArrayLike<number>,
): Rhythm => rhythmFrom(purchases, usualGaps(history, groupOf));

/** The same from gaps that are at hand already. */
export const rhythmFrom = (purchases: PurchaseSummary, gaps: UsualGaps): Rhythm => {
  const n = purchases.customer.length;
  const daysSinceLast = new Int32Array(n).fill(-1);
  const overdueRatio = new Float64Array(n).fill(Number.NaN);
  const state = new Array<RhythmState | null>(n).fill(null);
  for (let i = 0; i < n; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    const silence = purchases.asOf - purchases.lastDay[i]!;
    const ratio = elapsedDays(purchases.clock, purchases.lastDay[i]!, purchases.asOf) / gaps.days[i]!;
    daysSinceLast[i] = silence;
    overdueRatio[i] = ratio;
    state[i] = rhythmState(
      purchases.purchaseDays[i]!,
      purchases.asOf - purchases.knownFrom[i]!,
      ratio,
      gaps.shop,
    );
  }
  return {
    asOf: purchases.asOf,
    customer: purchases.customer,
    daysSinceLast,
    usualGap: gaps.days,
    ownGap: gaps.own,
    overdueRatio,
    state,
    shopGap: gaps.shop,
    n: gaps.n,
  };
};
