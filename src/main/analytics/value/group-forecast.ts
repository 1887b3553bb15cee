import { sum } from '../../../shared/sum.ts';
import type { CustomerScores } from './customer-scores.ts';
import type { ValueTerms } from './customer-value.ts';
import { FEW, type Fitted, forecastTotals, normalTotal, rowMoments, type Total } from './forecast-total.ts';
import { type QuarterlyError, widenedRange, worstError } from './quarterly-errors.ts';
import { type RepeatPurchases, someOf } from './repeat-purchases.ts';

/** A total with its range; null in words, where fewer than three quarters could be looked back at (TRUTH 10). */
export type Ranged = {
  readonly expected: number;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly level: number;
};

/** Expected purchases and value of a group of customers over the horizon; the interval is widened by the back-test. */
export type GroupForecast = {
  /** −1 for all customers */
  readonly group: number;
  readonly customers: number;
  readonly purchases: Ranged;
  /** minor units */
  readonly value: Ranged;
};

/** Half of an interval of these levels in standard deviations. */
const NORMAL_80 = 1.2815515655446004;
const NORMAL_90 = 1.6448536269514722;

/**
 * @param everyone all of them in rows, as the model sees them
 * @param quarters back-tests by which ranges are widened; fewer than three leave none  @param countLevel confidence that the ranges of purchases are called by  @param groupOf group per customer of the history, negative for none
 * @returns the whole portfolio first, then the groups in order
 */
export const groupForecasts = (
  model: Fitted,
  everyone: RepeatPurchases,
  scores: CustomerScores,
  terms: ValueTerms,
  quarters: readonly QuarterlyError[],
  seed: number,
  countLevel: number,
  groupOf?: ArrayLike<number>,
): GroupForecast[] => {
  const counts = countsByGroup(everyone, groupOf);
  const moments = everyone.n > FEW ? rowMoments(model, everyone, terms.horizonWeeks) : null;
  return [...counts.entries()].map(([group, of]) => {
    const member = (i: number): boolean => group < 0 || groupOf?.[i] === group;
    const customers = sum(of);
    const all =
      moments && customers > FEW
        ? normalTotal(moments, of)
        : totalOf(model, someOf(everyone, of), terms.horizonWeeks, seed);
    const worst = { purchases: worstError(quarters, 'purchases'), money: worstError(quarters, 'money') };
    const days = 7 * terms.horizonWeeks;
    const bought = { ...all, level: countLevel, ...rangeOf(all, worst.purchases, days) };
    let value = 0;
    let variance = 0;
    for (let i = 0; i < scores.clv.length; i++) {
      if (!member(i) || Number.isNaN(scores.clv[i]!)) continue;
      value += scores.clv[i]!;
      variance += scores.clvVariance[i]!;
    }
    // chance of each customer, and what the purchases of all have in common
    const shared = all.expected > 0 ? (all.hi - all.lo) / 2 / NORMAL_90 / all.expected : 0;
    const half = NORMAL_80 * Math.sqrt(variance + (shared * value) ** 2);
    return {
      group,
      customers,
      purchases: bought,
      value: {
        expected: value,
        ...rangeOf({ expected: value, lo: value - half, hi: value + half }, worst.money, days),
        level: 0.8,
      },
    };
  });
};

const rangeOf = (
  total: { readonly expected: number; readonly lo: number; readonly hi: number },
  worst: ReturnType<typeof worstError>,
  days: number,
): { readonly lo: number | null; readonly hi: number | null } =>
  worst ? widenedRange(total, worst, days) : { lo: null, hi: null };

/** How many customers of each row are in which group: all of them at −1, then the groups in order. */
const countsByGroup = (
  everyone: RepeatPurchases,
  groupOf: ArrayLike<number> | undefined,
): ReadonlyMap<number, Float64Array> => {
  const counts = new Map<number, Float64Array>();
  if (groupOf)
    for (let i = 0; i < everyone.rowOf.length; i++) {
      const group = groupOf[i]!;
      if (group < 0) continue;
      let of = counts.get(group);
      if (!of) {
        of = new Float64Array(everyone.x.length);
        counts.set(group, of);
      }
      const row = everyone.rowOf[i]!;
      if (row >= 0) of[row]!++;
    }
  return new Map([[-1, everyone.count], ...[...counts].sort(([a], [b]) => a - b)]);
};

const totalOf = (model: Fitted, data: RepeatPurchases, weeks: number, seed: number): Total =>
  forecastTotals(model, data, weeks, new Int32Array(data.x.length), 1, seed).at(-1)!;
