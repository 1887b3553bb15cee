import { elapsedDays } from '../calendar/business-clock.ts';
import type { PurchaseHistory } from '../history.ts';
import { medianOfSorted } from '../numeric/order-statistics.ts';

/** A group's median counts once it is based on this many customers with a gap; below that the shop's is used. */
export const FEWEST_FOR_GROUP_GAP = 10;
/** A customer's own median counts gaps / (gaps + 3) (DEFINITIONS 16). */
const PRIOR_GAPS = 3;

export type UsualGaps = {
  /** the median over customers of their own median gap, in days; null while nobody came back */
  readonly shop: number | null;
  /** usual gap of each customer in days; NaN without a purchase day, or while nobody came back */
  readonly days: Float64Array;
  /** the own median as the calendar counts, not drawn to anybody; NaN for those who did not come back */
  readonly own: Float64Array;
  /** customers with at least one gap, on whom the shop's figure stands */
  readonly n: number;
};

/**
 * Usual gap of every customer: the median of the own gaps between purchase days, shrunk to the median of the group
 * (or of the shop) with weight gaps / (gaps + 3). A customer with one purchase has the group's.
 * @param groupOf a group per customer (a segment, say), negative for none
 */
export const usualGaps = (history: PurchaseHistory, groupOf?: ArrayLike<number>): UsualGaps => {
  const n = history.customer.length;
  const own = new Float64Array(n).fill(Number.NaN);
  const gapCount = new Int32Array(n);
  const bought = new Uint8Array(n);
  const room = roomForGaps(history);
  for (let i = 0; i < n; i++) {
    const gaps = gapsOf(history, i, room);
    if (gaps === null) continue;
    bought[i] = 1;
    gapCount[i] = gaps.length;
    own[i] = medianOfSorted(gaps.sort());
  }
  const ownDays = history.clock ? calendarMedians(history, room) : own.slice();
  const shopGaps = own.filter((gap) => !Number.isNaN(gap)).sort();
  if (shopGaps.length === 0) return { shop: null, days: own, own: ownDays, n: 0 };
  const shop = medianOfSorted(shopGaps);
  const groupMedians = groupOf ? mediansByGroup(own, groupOf) : null;
  for (let i = 0; i < n; i++) {
    if (!bought[i]) continue;
    const typical = groupMedians?.get(groupOf![i]!) ?? shop;
    const gaps = gapCount[i]!;
    own[i] = gaps === 0 ? typical : (gaps * own[i]! + PRIOR_GAPS * typical) / (gaps + PRIOR_GAPS);
  }
  return { shop, days: own, own: ownDays, n: shopGaps.length };
};

/** Median gap of each customer in days of the calendar. */
const calendarMedians = (history: PurchaseHistory, room: Float64Array): Float64Array =>
  Float64Array.from(history.customer, (_, i) => {
    const gaps = gapsOf({ ...history, clock: null }, i, room);
    return gaps === null || gaps.length === 0 ? Number.NaN : medianOfSorted(gaps.sort());
  });

/** Room for the gaps of any one customer of the history. */
export const roomForGaps = (history: PurchaseHistory): Float64Array => {
  let most = 0;
  for (let i = 0; i < history.customer.length; i++)
    most = Math.max(most, history.start[i + 1]! - history.start[i]!);
  return new Float64Array(most);
};

/**
 * Business days between consecutive purchase days of customer i, in order; null without a purchase day.
 * @param gaps room to write them to, good until the next call
 */
export const gapsOf = (history: PurchaseHistory, i: number, gaps: Float64Array): Float64Array | null => {
  const from = history.start[i]!;
  const to = history.start[i + 1]!;
  let count = 0;
  let last = -1;
  for (let k = from; k < to; k++) {
    if (history.net[k]! <= 0) continue;
    if (last >= 0) gaps[count++] = elapsedDays(history.clock, history.day[last]!, history.day[k]!);
    last = k;
  }
  return last < 0 ? null : gaps.subarray(0, count);
};

const mediansByGroup = (own: Float64Array, groupOf: ArrayLike<number>): Map<number, number> => {
  const byGroup = new Map<number, number[]>();
  for (let i = 0; i < own.length; i++) {
    const group = groupOf[i]!;
    if (group < 0 || Number.isNaN(own[i]!)) continue;
    const gaps = byGroup.get(group);
    if (gaps) gaps.push(own[i]!);
    else byGroup.set(group, [own[i]!]);
  }
  const medians = new Map<number, number>();
  for (const [group, gaps] of byGroup)
    if (gaps.length >= FEWEST_FOR_GROUP_GAP) medians.set(group, medianOfSorted(gaps.sort((a, b) => a - b)));
  return medians;
};
