import type { PurchaseHistory } from '../history.ts';

/**
 * Two adjacent periods by day number: before = days after `start` up to and including `middle`, after = days after `middle`
 * up to and including `end`.
 */
export type PeriodPair = { readonly start: number; readonly middle: number; readonly end: number };

/** What one customer after the other did in two adjacent periods; money in minor units. */
export type PeriodChange = {
  /** net revenue of each customer, returns of the period taken off */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** 1 with at least one purchase day in the period */
  readonly boughtBefore: Uint8Array;
  readonly boughtAfter: Uint8Array;
  /** 1 with a purchase day up to `start` */
  readonly knownAtStart: Uint8Array;
};

export const periodChange = (history: PurchaseHistory, { start, middle, end }: PeriodPair): PeriodChange => {
  const n = history.customer.length;
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  const boughtBefore = new Uint8Array(n);
  const boughtAfter = new Uint8Array(n);
  const knownAtStart = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const day = history.day[k]!;
      const net = history.net[k]!;
      if (day > end) break;
      if (day <= start) {
        if (net > 0) knownAtStart[i] = 1;
        continue;
      }
      const [sums, bought] = day <= middle ? [before, boughtBefore] : [after, boughtAfter];
      sums[i]! += net;
      if (net > 0) bought[i] = 1;
    }
  }
  return { before, after, boughtBefore, boughtAfter, knownAtStart };
};

/** Who bought in a period and who did again in the next. */
export type RepeatRate = {
  readonly active: number;
  readonly again: number;
  /** again ÷ active; null where nobody was active */
  readonly rate: number | null;
  /** bought in the second period, not in the first, but before it */
  readonly reactivated: number;
  /** bought in the second period for the first time */
  readonly joined: number;
};

/** Period repeat rate |active in both| ÷ |active in the first| (MODELS 4 i). */
export const repeatRate = (change: PeriodChange): RepeatRate => {
  let active = 0;
  let again = 0;
  let reactivated = 0;
  let joined = 0;
  for (let i = 0; i < change.before.length; i++) {
    const came = change.boughtAfter[i] === 1;
    if (change.boughtBefore[i] === 1) {
      active++;
      if (came) again++;
    } else if (came) {
      if (change.knownAtStart[i] === 1) reactivated++;
      else joined++;
    }
  }
  return { active, again, rate: active > 0 ? again / active : null, reactivated, joined };
};

/** What became of the revenue of those who brought any in the first period; new and reactivated are outside. */
export type RevenueRetention = {
  readonly customers: number;
  /** minor units */
  readonly base: number;
  /** net and gross revenue retention, 0 <= grr <= 1, grr <= nrr; null without a base */
  readonly nrr: number | null;
  readonly grr: number | null;
};

/**
 * NRR = Σ R' ÷ Σ R, GRR = Σ min(R, R') ÷ Σ R over customers with R > 0, where R' below 0 (more returned than bought) counts
 * as 0 in both.
 */
export const revenueRetention = ({ before, after }: PeriodChange): RevenueRetention => {
  let customers = 0;
  let base = 0;
  let kept = 0;
  let capped = 0;
  for (let i = 0; i < before.length; i++) {
    if (before[i]! <= 0) continue;
    const later = Math.max(0, after[i]!);
    customers++;
    base += before[i]!;
    kept += later;
    capped += Math.min(before[i]!, later);
  }
  return {
    customers,
    base,
    nrr: base > 0 ? kept / base : null,
    grr: base > 0 ? capped / base : null,
  };
};
