import { type BusinessClock, elapsedDays } from '../calendar/business-clock.ts';
import { monthsBefore } from '../calendar/months.ts';
import type { PurchaseHistory } from '../history.ts';

/**
 * What a customer's purchase days say, in the form of Fader & Hardie (MODELS 1): the first purchase is time 0.
 * One entry per customer of the history; all times in days.
 */
export type PurchaseSummary = {
  readonly asOf: number;
  readonly customer: Int32Array;
  readonly purchaseDays: Int32Array;
  /** repeat purchase days: purchaseDays − 1, or 0 */
  readonly x: Int32Array;
  /** age at the last purchase; 0 exactly when x = 0 */
  readonly tx: Int32Array;
  /** age now: first purchase to asOf */
  readonly T: Int32Array;
  /** mean value of the repeat purchase days, minor units; NaN when x = 0 */
  readonly zbar: Float64Array;
  /** day of the first and last purchase; −1 without a purchase day */
  readonly firstDay: Int32Array;
  readonly lastDay: Int32Array;
  /** since when somebody is known as a customer: the first purchase, or an earlier day that a list of customers gives */
  readonly knownFrom: Int32Array;
  /** net revenue of all days, returns included, minor units */
  readonly revenue: Float64Array;
  /** the same over the 12 months up to asOf */
  readonly revenue12m: Float64Array;
  /** business time, in which the models count tx and T; null where it is the calendar's */
  readonly clock: BusinessClock | null;
};

/** Age at the last purchase and now, in business days: what the models see of a customer. */
export const modelAges = (
  { clock, tx, T, firstDay, lastDay, asOf }: PurchaseSummary,
  i: number,
): { readonly tx: number; readonly T: number } => {
  if (!clock) return { tx: tx[i]!, T: T[i]! };
  const age = elapsedDays(clock, firstDay[i]!, lastDay[i]!);
  return { tx: age, T: age + elapsedDays(clock, lastDay[i]!, asOf) };
};

/** @returns one entry per customer of the history; those without a purchase day have purchaseDays 0 */
export const purchaseSummary = (history: PurchaseHistory): PurchaseSummary => {
  const n = history.customer.length;
  const yearAgo = monthsBefore(history.asOf, 12);
  const purchaseDays = new Int32Array(n);
  const x = new Int32Array(n);
  const tx = new Int32Array(n);
  const T = new Int32Array(n);
  const zbar = new Float64Array(n).fill(Number.NaN);
  const firstDay = new Int32Array(n).fill(-1);
  const lastDay = new Int32Array(n).fill(-1);
  const knownFrom = new Int32Array(n).fill(-1);
  const revenue = new Float64Array(n);
  const revenue12m = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let days = 0;
    let repeatValue = 0;
    let repeats = 0;
    let first = -1;
    let last = -1;
    let sum = 0;
    let sumYear = 0;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const day = history.day[k]!;
      const net = history.net[k]!;
      sum += net;
      if (day > yearAgo) sumYear += net;
      if (net <= 0) continue;
      if (days === 0) first = day;
      else if (!history.exceptional?.includes(day)) {
        repeatValue += net;
        repeats++;
      }
      last = day;
      days++;
    }
    revenue[i] = sum;
    revenue12m[i] = sumYear;
    if (days === 0) continue;
    purchaseDays[i] = days;
    x[i] = days - 1;
    tx[i] = last - first;
    T[i] = history.asOf - first;
    firstDay[i] = first;
    lastDay[i] = last;
    knownFrom[i] = history.since ? Math.min(first, history.since[i]!) : first;
    // somebody whose only return was on an exceptional day has no other value to show
    if (days > 1) zbar[i] = repeats > 0 ? repeatValue / repeats : sum / days;
  }
  return {
    asOf: history.asOf,
    customer: history.customer,
    purchaseDays,
    x,
    tx,
    T,
    zbar,
    firstDay,
    lastDay,
    knownFrom,
    revenue,
    revenue12m,
    clock: history.clock ?? null,
  };
};

/** Sufficient totals of the repeat-buying models; tx and T in weeks. */
export type ModelInputs = {
  readonly n: number;
  readonly repeaters: number;
  readonly sumX: number;
  readonly sumTx: number;
  readonly sumT: number;
};

/** Totals over the customers with at least one purchase day. */
export const modelInputs = (purchases: PurchaseSummary): ModelInputs => {
  let n = 0;
  let repeaters = 0;
  let sumX = 0;
  let sumTx = 0;
  let sumT = 0;
  for (let i = 0; i < purchases.customer.length; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    n++;
    if (purchases.x[i]! > 0) repeaters++;
    sumX += purchases.x[i]!;
    sumTx += purchases.tx[i]!;
    sumT += purchases.T[i]!;
  }
  return { n, repeaters, sumX, sumTx: sumTx / 7, sumT: sumT / 7 };
};
