import { elapsedDays } from '../calendar/business-clock.ts';
import type { PurchaseHistory } from '../history.ts';
import { gapsOf, roomForGaps } from './usual-gap.ts';

/** Share of waits longer than t: a Kaplan–Meier curve, constant between its steps. */
export type SurvivalCurve = {
  /** where somebody came back, ascending */
  readonly times: Float64Array;
  /** S just after each of these times */
  readonly survival: Float64Array;
  /** the longest wait seen, ended or not: beyond it nothing is known */
  readonly longest: number;
  readonly events: number;
  readonly censored: number;
  /** all waits, ended or not, ascending */
  readonly waits: Float64Array;
};

/**
 * Kaplan & Meier (1958): product over event times of 1 − d/n, where waits still going on at a time count as at risk.
 * @param ended waits that ended in a purchase  @param goingOn waits that have not, both >= 0 and in any order
 */
export const kaplanMeier = (ended: ArrayLike<number>, goingOn: ArrayLike<number>): SurvivalCurve => {
  const events = Float64Array.from(ended).sort();
  const censored = Float64Array.from(goingOn).sort();
  const steps: number[] = [];
  const survival: number[] = [];
  let s = 1;
  let gone = 0;
  for (let from = 0; from < events.length; ) {
    const t = events[from]!;
    let to = from;
    while (to < events.length && events[to] === t) to++;
    while (gone < censored.length && censored[gone]! < t) gone++;
    s *= 1 - (to - from) / (events.length - from + (censored.length - gone));
    steps.push(t);
    survival.push(s);
    from = to;
  }
  return {
    times: Float64Array.from(steps),
    survival: Float64Array.from(survival),
    longest: Math.max(0, events.at(-1) ?? 0, censored.at(-1) ?? 0),
    events: events.length,
    censored: censored.length,
    waits: Float64Array.from([...events, ...censored]).sort(),
  };
};

/** S(t), right-continuous; 1 before the first step, the last value beyond the last. */
export const survivalAt = (curve: SurvivalCurve, t: number): number => {
  let low = 0;
  let high = curve.times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve.times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : curve.survival[low - 1]!;
};

const countBelow = (ascending: Float64Array, t: number): number => {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < t) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Fewer waits that ended than this carry no curve. */
export const FEWEST_GAPS_FOR_SURVIVAL = 30;

/**
 * The portfolio's own waits in units of the customer's usual gap: every gap between purchase days is a wait that
 * ended, every present silence one that has not. Customers from `fewestDays` purchase days on, each of whose waits
 * counts alike, so frequent customers weigh more – in their own units. A rule of thumb (grade C): it takes all
 * customers for alike once scaled, and the scale is estimated from the same gaps.
 * @returns null with fewer than 30 gaps
 */
export const gapSurvival = (
  history: PurchaseHistory,
  usualGap: Float64Array,
  fewestDays = 3,
): SurvivalCurve | null => {
  const ended: number[] = [];
  const goingOn: number[] = [];
  const room = roomForGaps(history);
  for (let i = 0; i < history.customer.length; i++) {
    const gaps = gapsOf(history, i, room);
    if (gaps === null || gaps.length + 1 < fewestDays || !(usualGap[i]! > 0)) continue;
    for (const gap of gaps) ended.push(gap / usualGap[i]!);
    goingOn.push(elapsedDays(history.clock, lastPurchaseOf(history, i), history.asOf) / usualGap[i]!);
  }
  const curve = kaplanMeier(ended, goingOn);
  return curve.events < FEWEST_GAPS_FOR_SURVIVAL ? null : curve;
};

export const lastPurchaseOf = (history: PurchaseHistory, i: number): number => {
  let k = history.start[i + 1]! - 1;
  while (history.net[k]! <= 0) k--;
  return history.day[k]!;
};

/** A conditional probability, and whether the curve had to be used beyond what was ever seen. */
export type NoPurchase = {
  readonly probability: number;
  readonly beyondData: boolean;
  /** pauses that lasted as long as this silence: those it is told from */
  readonly comparable: number;
};

/**
 * P(no purchase in the next `horizon` | silent for `silence`) = S(silence + horizon) / S(silence), both in units of
 * the usual gap. Beyond the longest wait seen the curve stays where it is, and the result is marked.
 */
export const noPurchaseWithin = (curve: SurvivalCurve, silence: number, horizon: number): NoPurchase => {
  const now = survivalAt(curve, silence);
  const beyondData = silence + horizon > curve.longest;
  // silent for longer than anybody who is still silent, and all of those came back: nothing says they will
  const comparable = curve.waits.length - countBelow(curve.waits, silence);
  if (!(now > 0)) return { probability: 1, beyondData: true, comparable };
  return { probability: Math.min(1, survivalAt(curve, silence + horizon) / now), beyondData, comparable };
};
