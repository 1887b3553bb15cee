import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Growth } from '../../../shared/model/customer.ts';
import { monthsBefore } from '../calendar/months.ts';
import { type PurchaseHistory, revenueWithin } from '../history.ts';
import { rhythmOf } from '../retention/rhythm.ts';
import { type Measures, measuresOf } from '../segmentation/measures.ts';
import { purchaseSummary } from '../value/purchase-summary.ts';
import { noGrowth } from './growth.ts';

/** Two windows a year apart, and how far back membership is told on the day before each (TRUTH 2). */
export type SegmentWindows = {
  readonly months: number;
  readonly lookBack: number;
  /** the day before each window, and its last day; days since 1970-01-01 */
  readonly before: { readonly from: number; readonly to: number };
  readonly after: { readonly from: number; readonly to: number };
};

/** Fewer members on either day give no direction. */
export const FEWEST_MEMBERS = 20;
const FEWEST_MONTHS = 24;
const YEAR_MONTHS = 12;
/** Sales may begin this many days late: a shop is closed at New Year. */
const SLACK = 7;
const LEAST_Z = 1.959963984540054;
/** Share of steady shops that may print any clear segment, before the floor of z. */
const ANY_CLEAR = 0.1;
/** w = min(12, M − 18) months, look-back min(12, M − 12 − w), of M whole months; null with less than 24. */
export const segmentWindows = (firstDay: number, asOf: number): SegmentWindows | null => {
  let all = 0;
  while (firstDay <= monthsBefore(asOf, all + 1) + 1 + SLACK) all++;
  if (all < FEWEST_MONTHS) return null;
  const months = Math.min(YEAR_MONTHS, all - 18);
  return {
    months,
    lookBack: Math.min(YEAR_MONTHS, all - YEAR_MONTHS - months),
    before: { from: monthsBefore(asOf, YEAR_MONTHS + months), to: monthsBefore(asOf, YEAR_MONTHS) },
    after: { from: monthsBefore(asOf, months), to: asOf },
  };
};

/** What rules ask of every customer, told on a day from the months before it alone: the same on both days. */
export const measuresOn = (history: PurchaseHistory, day: number, lookBack: number): Measures => {
  const after = monthsBefore(day, lookBack);
  const kept: number[] = [];
  const start = new Int32Array(history.start.length);
  for (let i = 0; i < history.customer.length; i++) {
    for (let k = history.start[i]!; k < history.start[i + 1]! && history.day[k]! <= day; k++)
      if (history.day[k]! > after) kept.push(k);
    start[i + 1] = kept.length;
  }
  const then: PurchaseHistory = {
    ...history,
    asOf: day,
    start,
    day: Int32Array.from(kept, (k) => history.day[k]!),
    net: Float64Array.from(kept, (k) => history.net[k]!),
  };
  const purchases = purchaseSummary(then);
  return measuresOf(purchases, rhythmOf(then, purchases));
};

/** Revenue of each customer in both windows, exceptional days left out, minor units. */
export const windowRevenue = (
  history: PurchaseHistory,
  windows: SegmentWindows,
): { readonly before: Float64Array; readonly after: Float64Array } => {
  const left = new Set(history.exceptional ?? []);
  const usual =
    left.size === 0
      ? history
      : { ...history, net: history.net.map((net, k) => (left.has(history.day[k]!) ? 0 : net)) };
  return {
    before: revenueWithin(usual, windows.before.from, windows.before.to),
    after: revenueWithin(usual, windows.after.from, windows.after.to),
  };
};

/** Growth of a group like with like. */
export type GroupGrowth = {
  /** log of revenue of the later window over the earlier */
  readonly log: number;
  readonly se: number;
  readonly members: { readonly before: number; readonly after: number };
};

/**
 * R₂ ÷ R₁ of those who were members on the day before each window, with SE = √(k ÷ (k−1) · Σ(c₂ᵢ/R₂ − c₁ᵢ/R₁)²) over the k
 * customers in either sum, each counting nought where not a member. For fixed groups both memberships are the same.
 * @param memberBefore, memberAfter whether a customer was a member on the day before the earlier and the later window
 * @returns null with fewer than 20 members on either day, or without revenue in either window
 */
export const groupGrowth = (
  revenue: { readonly before: ArrayLike<number>; readonly after: ArrayLike<number> },
  memberBefore: (i: number) => boolean,
  memberAfter: (i: number) => boolean,
): GroupGrowth | null => {
  const n = revenue.before.length;
  const members = { before: 0, after: 0 };
  let [r1, r2, k] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [was, is] = [memberBefore(i), memberAfter(i)];
    if (was) {
      members.before++;
      r1 += revenue.before[i]!;
    }
    if (is) {
      members.after++;
      r2 += revenue.after[i]!;
    }
    if (was || is) k++;
  }
  if (Math.min(members.before, members.after) < FEWEST_MEMBERS || !(r1 > 0 && r2 > 0)) return null;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const c1 = memberBefore(i) ? revenue.before[i]! / r1 : 0;
    const c2 = memberAfter(i) ? revenue.after[i]! / r2 : 0;
    squares += (c2 - c1) ** 2;
  }
  return { log: Math.log(r2 / r1), se: Math.sqrt((k / (k - 1)) * squares), members };
};

/** z beyond which one of K segments is clear: max(1.96, Φ⁻¹(1 − .1/K)). */
export const clearBeyond = (told: number): number =>
  Math.max(LEAST_Z, normalQuantile(1 - ANY_CLEAR / Math.max(1, told), 0, 1));

/** As the screens show it: a fraction with the interval that decides, so that what is clear lies whole on one side. @param line a fraction */
export const shownGrowth = ({ log, se }: GroupGrowth, told: number, line = 0): Growth => {
  const off = log - Math.log1p(line);
  const half = clearBeyond(told) * se;
  const clear = Math.abs(off) > half;
  return {
    value: Math.expm1(log),
    lo: Math.expm1(log - half),
    hi: Math.expm1(log + half),
    direction: clear ? (off > 0 ? 'rising' : 'declining') : 'unclear',
    reason: null,
  };
};

/**
 * Where a segment without a direction of its own stands: at the revenue-weighted middle of its customers' own growth,
 * marked as not told; on the line where none of them has any (TRUTH 4).
 * @param log growth of each customer, NaN where not estimated  @param revenue12m minor units
 */
export const untoldGrowth = (
  log: ArrayLike<number>,
  revenue12m: ArrayLike<number>,
  members: Iterable<number>,
  reason: string,
  line = 0,
): Growth => {
  let [sum, weights] = [0, 0];
  for (const i of members) {
    const weight = Math.max(0, revenue12m[i]!);
    if (Number.isNaN(log[i]!) || weight === 0) continue;
    sum += weight * log[i]!;
    weights += weight;
  }
  return { ...noGrowth(reason), value: weights > 0 ? Math.expm1(sum / weights) : line, direction: 'unclear' };
};

/** Growth of a total from one window to the next as a fraction; null where there is nothing to compare with. */
export const revenueGrowth = (before: number, after: number): number | null =>
  before > 0 ? after / before - 1 : null;
