import type { PurchaseSummary } from './purchase-summary.ts';

/** Below this many customers three levels are told apart instead of five. */
export const FEWEST_FOR_FIVE_LEVELS = 25;
/** A value held by more than this share of the customers leaves nothing to rank within. */
export const ONE_VALUE_SHARE = 0.6;

export type RfmScores = {
  /** levels of the scale: 5, or 3 where there are too few customers */
  readonly levels: 3 | 5;
  /** 1 (lowest) .. levels (best); 0 for a customer without a purchase day */
  readonly r: Uint8Array;
  readonly f: Uint8Array;
  readonly m: Uint8Array;
  /** customers scored */
  readonly n: number;
  readonly warnings: readonly string[];
};

/** One dimension: the scores and, where one value dominates, how many levels are left. */
export type Scored = { readonly scores: Uint8Array; readonly collapsedTo: number | null };

/**
 * Midrank scores 1 .. levels (MODELS 1): min(levels, ⌊levels (ρ − 0.5) / n⌋ + 1) with ρ the mean rank of equal
 * values, so that equal customers never land in different bins. Where one value is held by more than 60 %, only
 * "below it", "it" and "above it" are told apart, scored by the same rule.
 * @param values higher is better
 */
export const midrankScores = (values: ArrayLike<number>, levels: number): Scored => {
  const n = values.length;
  const sorted = Float64Array.from(values).sort();
  const groups: Group[] = [];
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && sorted[to] === sorted[from]) to++;
    groups.push({ value: sorted[from]!, from, to });
    from = to;
  }
  const dominant = groups.find(({ from, to }) => to - from > ONE_VALUE_SHARE * n);
  const scoreOf = new Map<number, number>();
  for (const group of groups) {
    const { from, to } = dominant ? joined(group, dominant, n) : group;
    const rank = (from + 1 + to) / 2;
    scoreOf.set(group.value, Math.min(levels, Math.floor((levels * (rank - 0.5)) / n) + 1));
  }
  const scores = Uint8Array.from(values, (value) => scoreOf.get(value)!);
  return { scores, collapsedTo: dominant ? new Set(scores).size : null };
};

/** Equal values: places from .. to − 1 in ascending order. */
type Group = { readonly value: number; readonly from: number; readonly to: number };

/** The places of everybody below the dominant value, of it, or of everybody above it. */
const joined = (group: Group, dominant: Group, n: number): { from: number; to: number } =>
  group.from < dominant.from
    ? { from: 0, to: dominant.from }
    : group.from > dominant.from
      ? { from: dominant.to, to: n }
      : dominant;

const collapseWarning = (what: string, levels: number): string =>
  levels === 1
    ? `All customers are alike in ${what}: it tells nobody apart.`
    : `More than 60 % of the customers are alike in ${what}: only ${levels} levels are told apart.`;

/**
 * RFM scores of customers given as plain columns.
 * @param daysSinceLast silence in days (fewer is better)
 * @param frequency purchase days
 * @param monetary revenue, or contribution where costs are known, in minor units
 */
export const rfmScores = (
  daysSinceLast: ArrayLike<number>,
  frequency: ArrayLike<number>,
  monetary: ArrayLike<number>,
): RfmScores => {
  const n = daysSinceLast.length;
  const levels = n < FEWEST_FOR_FIVE_LEVELS ? 3 : 5;
  const r = midrankScores(
    Float64Array.from(daysSinceLast, (days) => -days),
    levels,
  );
  const f = midrankScores(frequency, levels);
  const m = midrankScores(monetary, levels);
  const warnings: string[] = [];
  if (n > 0 && levels === 3)
    warnings.push(`With ${n} customers, three levels are told apart instead of five.`);
  if (r.collapsedTo !== null)
    warnings.push(collapseWarning('the days since their last purchase', r.collapsedTo));
  if (f.collapsedTo !== null) warnings.push(collapseWarning('how often they bought', f.collapsedTo));
  if (m.collapsedTo !== null) warnings.push(collapseWarning('what they spent', m.collapsedTo));
  return { levels, r: r.scores, f: f.scores, m: m.scores, n, warnings };
};

/**
 * RFM of the customers with a purchase day; the others keep the score 0 and do not count.
 * @param monetary contribution where costs are known, revenue if left out
 */
export const rfmOf = (
  purchases: PurchaseSummary,
  monetary: ArrayLike<number> = purchases.revenue,
): RfmScores => {
  const scored: number[] = [];
  for (let i = 0; i < purchases.customer.length; i++) if (purchases.purchaseDays[i]! > 0) scored.push(i);
  const compact = rfmScores(
    scored.map((i) => purchases.asOf - purchases.lastDay[i]!),
    scored.map((i) => purchases.purchaseDays[i]!),
    scored.map((i) => monetary[i]!),
  );
  const spread = (scores: Uint8Array): Uint8Array => {
    const out = new Uint8Array(purchases.customer.length);
    for (let k = 0; k < scored.length; k++) out[scored[k]!] = scores[k]!;
    return out;
  };
  return { ...compact, r: spread(compact.r), f: spread(compact.f), m: spread(compact.m) };
};

/** The usual three digits, "555" for the best, or null for a customer who has none. */
export const rfmLabel = (rfm: RfmScores, i: number): string | null =>
  rfm.r[i] ? `${rfm.r[i]}${rfm.f[i]}${rfm.m[i]}` : null;
