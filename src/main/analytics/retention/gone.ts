import { elapsedDays } from '../calendar/business-clock.ts';
import { monthsBefore } from '../calendar/months.ts';
import { firstDayOf, historyUpTo, type PurchaseHistory } from '../history.ts';
import { medianOfSorted } from '../numeric/order-statistics.ts';
import { lastPurchaseOf } from './gap-survival.ts';
import { AT_RISK_FROM, FEWEST_DAYS_FOR_RISK } from './rhythm.ts';
import { usualGaps } from './usual-gap.ts';

/** Who is at risk and who is gone (TRUTH 12), by place in the history. */
export type Gone = {
  readonly gone: Uint8Array;
  readonly count: number;
  /** how it is told: by model and pauses; the same and a year of silence; pauses and a year of silence alone */
  readonly basis: 'model' | 'model-and-year' | 'year';
  /** pause ÷ usual gap that nine of ten who came back stayed below; null where too few pauses show it */
  readonly longestPause: number | null;
  /** of those called gone a year before: how many, and how many have bought since; null where it cannot be looked at */
  readonly yearBefore: { readonly called: number; readonly returned: number } | null;
};

const YEAR_DAYS = 365;
/** P(≥ 1 purchase in 12 months) below which somebody may be called gone. */
const HARDLY = 0.2;
/** The Kaplan–Meier point is read only where this many are still at risk. */
const FEWEST_AT_RISK = 10;
const NINE_OF_TEN = 0.1;
/** Those called gone a year before tell something from this many on … */
const FEWEST_CALLED = 10;
/** … and the rule alone is trusted while no more of them have bought since. */
const MOST_RETURNED = 0.2;
const MONTHS_WANTED = 24;
const SLACK = 7;
/** A customer's own median counts gaps ÷ (gaps + 3). */
const PRIOR_GAPS = 3;

/**
 * @param chance12m P(≥ 1 purchase in 12 months) of each customer, or null without a fitted model
 * @param yearAgo the same as it would have been given a year before, NaN for who had not come; null where it was not fitted
 */
export const goneOf = (
  history: PurchaseHistory,
  chance12m: ArrayLike<number> | null,
  yearAgo: ArrayLike<number> | null,
): Gone => {
  const now = silences(history);
  const { longestPause } = now;
  if (chance12m === null) return marked(now, (i) => yearOfSilence(now, i), 'year', null);
  const byModel = (state: Silences, chances: ArrayLike<number>, i: number): boolean =>
    chances[i]! < HARDLY && longEnough(state, i);
  const before = yearAgo && longestPause !== null ? lookBack(history, yearAgo, byModel) : null;
  const trusted =
    before !== null && before.called >= FEWEST_CALLED && before.returned <= MOST_RETURNED * before.called;
  return marked(
    now,
    (i) => byModel(now, chance12m, i) && (trusted || now.days[i]! >= YEAR_DAYS),
    trusted ? 'model' : 'model-and-year',
    before,
  );
};

type Silences = {
  readonly days: Int32Array;
  /** silence ÷ usual gap in business time; NaN without enough purchases or while not at risk */
  readonly ratio: Float64Array;
  readonly usualGap: Float64Array;
  readonly longestPause: number | null;
};

const silences = (history: PurchaseHistory): Silences => {
  const n = history.customer.length;
  const { shop, days: usualGap } = usualGaps(history);
  const days = new Int32Array(n);
  const ratio = new Float64Array(n).fill(Number.NaN);
  const ended: number[] = [];
  const running: number[] = [];
  for (let i = 0; i < n; i++) {
    const bought = purchaseDaysOf(history, i);
    if (bought.length < FEWEST_DAYS_FOR_RISK || shop === null) continue;
    const own: number[] = [];
    let usual = Number.NaN;
    for (let k = 1; k <= bought.length; k++) {
      const last = bought[k - 1]!;
      const over = k < bought.length;
      const pause = elapsedDays(history.clock, last, over ? bought[k]! : history.asOf);
      if (k >= FEWEST_DAYS_FOR_RISK) {
        usual = drawn(own, shop);
        (over ? ended : running).push(pause / usual);
      }
      insert(own, pause);
    }
    const silence = elapsedDays(history.clock, lastPurchaseOf(history, i), history.asOf) / usualGap[i]!;
    days[i] = history.asOf - bought.at(-1)!;
    if (silence >= AT_RISK_FROM) ratio[i] = silence;
  }
  return { days, ratio, usualGap, longestPause: ninetyPercentPoint(ended, running) };
};

const purchaseDaysOf = ({ start, day, net }: PurchaseHistory, i: number): number[] => {
  const days: number[] = [];
  for (let k = start[i]!; k < start[i + 1]!; k++) if (net[k]! > 0) days.push(day[k]!);
  return days;
};

/** Keeps an ascending list ascending. */
const insert = (list: number[], value: number): void => {
  let at = list.length;
  while (at > 0 && list[at - 1]! > value) at--;
  list.splice(at, 0, value);
};

const drawn = (ascending: readonly number[], shop: number): number =>
  (ascending.length * medianOfSorted(ascending) + PRIOR_GAPS * shop) / (ascending.length + PRIOR_GAPS);

/**
 * Where the Kaplan–Meier curve of pauses falls to 10 %, or the last pause that somebody came back from, each while at
 * least 10 are at risk; null where nobody did.
 */
export const ninetyPercentPoint = (ended: readonly number[], running: readonly number[]): number | null => {
  const events = Float64Array.from(ended).sort();
  const censored = Float64Array.from(running).sort();
  let s = 1;
  let passed = 0;
  let last: number | null = null;
  for (let k = 0; k < events.length; k++) {
    while (passed < censored.length && censored[passed]! < events[k]!) passed++;
    const atRisk = events.length - k + censored.length - passed;
    if (atRisk < FEWEST_AT_RISK) break;
    s *= 1 - 1 / atRisk;
    last = events[k]!;
    if (s <= NINE_OF_TEN) break;
  }
  return last;
};

const longEnough = ({ ratio, longestPause }: Silences, i: number): boolean =>
  longestPause !== null && ratio[i]! > longestPause;

/** Without a model: at risk, and silent for a year and for longer than nine of ten pauses. */
const yearOfSilence = (state: Silences, i: number): boolean =>
  state.days[i]! >= YEAR_DAYS && state.ratio[i]! >= (state.longestPause ?? AT_RISK_FROM);

const marked = (
  { ratio, longestPause }: Silences,
  isGone: (i: number) => boolean,
  basis: Gone['basis'],
  yearBefore: Gone['yearBefore'],
): Gone => {
  const gone = new Uint8Array(ratio.length);
  let count = 0;
  for (let i = 0; i < gone.length; i++)
    if (!Number.isNaN(ratio[i]!) && isGone(i)) {
      gone[i] = 1;
      count++;
    }
  return { gone, count, basis, longestPause, yearBefore };
};

/** The same rule a year earlier, with what was known then, against who has bought since. */
const lookBack = (
  history: PurchaseHistory,
  chances: ArrayLike<number>,
  byModel: (state: Silences, chances: ArrayLike<number>, i: number) => boolean,
): Gone['yearBefore'] => {
  const first = firstDayOf(history);
  if (first === null || first > monthsBefore(history.asOf, MONTHS_WANTED) + SLACK) return null;
  const origin = monthsBefore(history.asOf, 12);
  const then = silences(historyUpTo(history, origin));
  let [called, returned] = [0, 0];
  for (let i = 0; i < then.ratio.length; i++) {
    if (Number.isNaN(then.ratio[i]!) || !byModel(then, chances, i)) continue;
    called++;
    if (lastPurchaseOf(history, i) > origin) returned++;
  }
  return { called, returned };
};
