import type { PurchaseHistory } from '../history.ts';
import type { PurchaseSummary } from '../value/purchase-summary.ts';
import { FEWEST_COMPARABLE, riskHorizonDays } from './at-risk.ts';
import {
  FEWEST_GAPS_FOR_SURVIVAL,
  gapSurvival,
  kaplanMeier,
  type NoPurchase,
  noPurchaseWithin,
  type SurvivalCurve,
} from './gap-survival.ts';
import type { Rhythm } from './rhythm.ts';

/** How likely each customer is not to buy within a horizon of their own. */
export type ReturnRisk = {
  /** P(no purchase in the next `horizonDays`); NaN where too few waits carry an estimate */
  readonly probability: Float64Array;
  /** max(90 days, 2 × usual gap) */
  readonly horizonDays: Float64Array;
};

/**
 * P(no purchase in the horizon | the present silence) of every customer with a purchase day, from waits that were seen
 * (Kaplan & Meier 1958, grade C): of those who came back, from all gaps in units of the usual gap; of those who have
 * bought once, from the waits between first and second purchase in days.
 * @param given the same from a fitted model, NaN where it says nothing; it goes before the waits
 */
export const returnRisk = (
  history: PurchaseHistory,
  purchases: PurchaseSummary,
  rhythm: Rhythm,
  given?: ArrayLike<number>,
): ReturnRisk => {
  const n = purchases.customer.length;
  const probability = new Float64Array(n).fill(Number.NaN);
  const horizonDays = new Float64Array(n).fill(Number.NaN);
  const again = gapSurvival(history, rhythm.usualGap);
  const second = secondPurchase(history, purchases);
  for (let i = 0; i < n; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    const gap = rhythm.usualGap[i]!;
    const horizon = riskHorizonDays(Number.isNaN(gap) ? 0 : gap);
    horizonDays[i] = horizon;
    const known = given?.[i];
    if (known !== undefined && !Number.isNaN(known)) probability[i] = known;
    else if (purchases.x[i] === 0) {
      if (second) probability[i] = told(noPurchaseWithin(second, purchases.T[i]!, horizon));
    } else if (again && gap > 0)
      probability[i] = told(noPurchaseWithin(again, rhythm.overdueRatio[i]!, horizon / gap));
  }
  return { probability, horizonDays };
};

/** A chance needs its cases (TRUTH 13). */
const told = ({ probability, comparable }: NoPurchase): number =>
  comparable >= FEWEST_COMPARABLE ? probability : Number.NaN;

/** Waits for the second purchase in days; null with fewer than 30 that ended. */
const secondPurchase = (history: PurchaseHistory, purchases: PurchaseSummary): SurvivalCurve | null => {
  const ended: number[] = [];
  const goingOn: number[] = [];
  for (let i = 0; i < purchases.customer.length; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    if (purchases.x[i] === 0) goingOn.push(purchases.T[i]!);
    else ended.push(secondDay(history, i) - purchases.firstDay[i]!);
  }
  const curve = kaplanMeier(ended, goingOn);
  return curve.events < FEWEST_GAPS_FOR_SURVIVAL ? null : curve;
};

const secondDay = (history: PurchaseHistory, i: number): number => {
  let seen = 0;
  for (let k = history.start[i]!; ; k++) if (history.net[k]! > 0 && ++seen === 2) return history.day[k]!;
};
