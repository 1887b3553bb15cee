import type { ActionKind } from '../../../shared/model/action.ts';
import { quantileOfSorted } from '../numeric/order-statistics.ts';
import type { Rhythm } from '../retention/rhythm.ts';
import type { PurchaseSummary } from '../value/purchase-summary.ts';

/** What the candidates are found from; columns by the place of a customer, money in minor units. */
export type ActionEvidence = {
  readonly purchases: PurchaseSummary;
  readonly rhythm: Rhythm;
  /** 1 for those who are gone: no reminder is owed to them this week */
  readonly gone: ArrayLike<number>;
  /** what each was worth in the last 12 months: contribution where customers differ in what they cost, else revenue */
  readonly worth: ArrayLike<number>;
  /** net of the first purchase day; NaN without one */
  readonly firstSpend: ArrayLike<number>;
  /** P(no purchase in the horizon); NaN where it is not known, then value alone counts */
  readonly risk: ArrayLike<number>;
  /** lower end of the growth's 80 % interval where it lies above the owner's line, else NaN */
  readonly growthFloor: ArrayLike<number>;
  /** from this worth of 12 months on a customer is of high value */
  readonly valueLine: number;
  /** 1 where a telephone number, e-mail or postal address is known */
  readonly reachable: ArrayLike<number>;
  /** 1 where an unhappy customer still waits for an answer: that comes first, whatever else there is */
  readonly unhappy: ArrayLike<number>;
  /** 1 where nothing else may be done now: contacted within the last 14 days */
  readonly resting: ArrayLike<number>;
};

/** One customer with the one action that suits best. */
export type RankedAction = {
  readonly index: number;
  readonly kind: ActionKind;
  /** what a year with this customer is about, minor units */
  readonly value: number;
  /** the chance by which it is weighted; null where unknown */
  readonly weight: number | null;
  /** value × weight × reachability: what actions are ordered by, minor units */
  readonly expected: number;
};

/** First purchases within this many days are new. */
export const NEW_WITHIN_DAYS = 90;
/** A first purchase from this quantile of all first purchases on is high. */
const HIGH_FIRST_SPEND = 0.75;
/** Somebody who can only be spoken to at the counter counts half. */
const UNREACHABLE = 0.5;
/** A customer who doubles is counted on for one more such year, not for more. */
const MOST_GROWTH = 1;

/**
 * Next best actions (MODELS 10), the most at stake first, equal ones by customer: value at stake × risk ×
 * reachability. What an action changes is not part of it: that is known only from the owner's own pilots.
 * At stake is the worth of 12 months times the chance of no purchase in the horizon; for a customer who is growing, one
 * more year at the cautious end of that growth times the chance of a purchase.
 */
export const nextBestActions = (evidence: ActionEvidence): RankedAction[] => {
  const { purchases, risk, reachable, resting } = evidence;
  const highSpend = highFirstSpend(evidence);
  const actions: RankedAction[] = [];
  for (let index = 0; index < purchases.customer.length; index++) {
    if (purchases.purchaseDays[index] === 0) continue;
    const kind = kindOf(evidence, index, highSpend);
    if (kind === null || (kind !== 'answer' && resting[index] === 1)) continue;
    const growing = kind === 'offer-more';
    const value =
      Math.max(0, evidence.worth[index]!) *
      (growing ? Math.min(MOST_GROWTH, evidence.growthFloor[index]!) : 1);
    if (!(value > 0) && kind !== 'answer') continue;
    const stays = risk[index]!;
    // nothing says how likely somebody unhappy is to go
    const weight = Number.isNaN(stays) || kind === 'answer' ? null : growing ? 1 - stays : stays;
    const expected = value * (weight ?? 1) * (reachable[index] === 1 ? 1 : UNREACHABLE);
    actions.push({ index, kind, value, weight, expected });
  }
  return actions.sort(
    (a, b) => b.expected - a.expected || purchases.customer[a.index]! - purchases.customer[b.index]!,
  );
};

/** The first trigger that holds: who waits for an answer, who may be lost, who may be won. */
const kindOf = (evidence: ActionEvidence, i: number, highSpend: number): ActionKind | null => {
  const { purchases, rhythm, worth, valueLine, growthFloor, firstSpend } = evidence;
  if (evidence.unhappy[i] === 1) return 'answer';
  const state = rhythm.state[i]!;
  if (evidence.gone[i] === 1) return null;
  if (state === 'at-risk') return worth[i]! >= valueLine ? 'keep' : 'remind';
  if (state === 'late') return 'remind';
  const promising = firstSpend[i]! >= highSpend;
  if (purchases.asOf - purchases.knownFrom[i]! < NEW_WITHIN_DAYS)
    return promising || purchases.x[i]! > 0 ? 'welcome' : null;
  if (state === 'one-time') return promising ? 'invite-back' : null;
  return growthFloor[i]! > 0 && worth[i]! < valueLine ? 'offer-more' : null;
};

const highFirstSpend = ({ firstSpend }: ActionEvidence): number => {
  const known = Float64Array.from(firstSpend)
    .filter((spend) => !Number.isNaN(spend))
    .sort();
  return known.length === 0 ? Number.POSITIVE_INFINITY : quantileOfSorted(known, HIGH_FIRST_SPEND);
};
