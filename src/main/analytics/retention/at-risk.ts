import type { PurchaseHistory } from '../history.ts';
import { gapSurvival, noPurchaseWithin } from './gap-survival.ts';
import type { Rhythm } from './rhythm.ts';

/** One customer about to be lost. */
export type AtRiskCustomer = {
  /** place in the history's columns */
  readonly index: number;
  readonly customer: number;
  /** what is at stake, minor units */
  readonly value: number;
  /** P(no purchase within the horizon); null where too few pauses of the kind carry an estimate */
  readonly probability: number | null;
  /** max(90 days, 2 × usual gap) */
  readonly horizonDays: number;
  /** value × probability: what the list is ordered by; the value alone where there is no probability */
  readonly expectedLoss: number;
  /** the silence plus the horizon is longer than any wait seen */
  readonly beyondData: boolean;
};

export type AtRiskList = {
  readonly customers: readonly AtRiskCustomer[];
  /** Σ value of the list, minor units */
  readonly value: number;
  readonly expectedLoss: number;
  /** always C: who is on the list is a rule of thumb (DEFINITIONS 16) */
  readonly grade: 'C';
  /** what the probabilities come from: a fitted model, the portfolio's own waits, or nothing, and the value alone counts */
  readonly orderedBy: 'model' | 'waits' | 'value';
  readonly warnings: readonly string[];
};

/** Fewer pauses as long as this one, ended or not, say nothing of how it ends (TRUTH 13). */
export const FEWEST_COMPARABLE = 10;

/** How far ahead a purchase is looked for. */
export const riskHorizonDays = (usualGapDays: number): number => Math.max(90, 2 * usualGapDays);

/**
 * Customers at risk, the greatest expected loss first; equal ones by longer silence in their own units, then by id.
 * The probability is empirical: the Kaplan–Meier curve of the portfolio's own waits, each in units of its
 * customer's usual gap (see gap-survival). Where a model has been fitted, pass its probabilities instead.
 * @param value per customer in minor units; negative ones count as 0
 * @param gone 1 for those who are gone, who are on no list of those at risk
 * @param probabilities P(no purchase in the horizon) per customer, NaN where the model has none
 */
export const atRiskList = (
  history: PurchaseHistory,
  rhythm: Rhythm,
  value: ArrayLike<number>,
  probabilities?: ArrayLike<number>,
  gone?: ArrayLike<number>,
): AtRiskList => {
  const curve = probabilities ? null : gapSurvival(history, rhythm.usualGap);
  const customers: AtRiskCustomer[] = [];
  for (let index = 0; index < rhythm.customer.length; index++) {
    if (rhythm.state[index] !== 'at-risk' || gone?.[index] === 1) continue;
    const gap = rhythm.usualGap[index]!;
    const horizonDays = riskHorizonDays(gap);
    const own = Math.max(0, value[index]!);
    const empirical = curve && noPurchaseWithin(curve, rhythm.overdueRatio[index]!, horizonDays / gap);
    const given = probabilities?.[index];
    const probability =
      (empirical && empirical.comparable >= FEWEST_COMPARABLE ? empirical.probability : null) ??
      (given !== undefined && !Number.isNaN(given) ? given : null);
    customers.push({
      index,
      customer: rhythm.customer[index]!,
      value: own,
      probability,
      horizonDays,
      expectedLoss: own * (probability ?? 1),
      beyondData: empirical?.beyondData ?? false,
    });
  }
  customers.sort(
    (a, b) =>
      b.expectedLoss - a.expectedLoss ||
      rhythm.overdueRatio[b.index]! - rhythm.overdueRatio[a.index]! ||
      a.customer - b.customer,
  );
  return {
    customers,
    value: customers.reduce((sum, c) => sum + c.value, 0),
    expectedLoss: customers.reduce((sum, c) => sum + c.expectedLoss, 0),
    grade: 'C',
    orderedBy: probabilities ? 'model' : curve ? 'waits' : 'value',
    warnings: warningsOf(customers, curve === null && !probabilities),
  };
};

const warningsOf = (customers: readonly AtRiskCustomer[], noCurve: boolean): string[] => {
  const warnings = ['Silence is not proof: a customer at risk may still come back.'];
  if (noCurve && customers.length > 0)
    warnings.push('Too few repeat purchases to say how likely a return is: the list goes by value alone.');
  const beyond = customers.filter((c) => c.beyondData).length;
  if (beyond > 0)
    warnings.push(
      `For ${beyond} of them the silence ahead is longer than any wait in your data; how likely they are to come back is not known well.`,
    );
  return warnings;
};
