import type { PurchaseSummary } from '../value/purchase-summary.ts';
import type { Rhythm } from './rhythm.ts';

/** Customers who came back at least once and have now been silent for too long. Lapsed is reversible. */
export type Lapse = {
  /** 1 lapsed, 0 not; one-time customers are neither and stay 0 */
  readonly lapsed: Uint8Array;
  readonly repeaters: number;
  readonly count: number;
  /** lapsed ÷ repeaters; null while nobody came back */
  readonly rate: number | null;
  /** B by the model, C by the rule of thumb */
  readonly grade: 'B' | 'C';
};

const SHORTEST_DAYS = 30;
/** Silence of this many usual gaps, where no model holds. */
const OVERDUE = 3;

/**
 * τ = (α+t_x)(.05^(−1/(r+x)) − 1): the wait that 95 of 100 such customers would have ended, as it stood at the last
 * purchase (MODELS 4 ii); weeks.
 */
export const lapseAfterWeeks = (
  { r, alpha }: { readonly r: number; readonly alpha: number },
  x: number,
  tx: number,
): number => (alpha + tx) * Math.expm1(-Math.log(0.05) / (r + x));

/** @param params of the fitted repeat-buying model, or null: then an overdue ratio of 3 counts */
export const lapse = (
  purchases: PurchaseSummary,
  rhythm: Rhythm,
  params: { readonly r: number; readonly alpha: number } | null,
): Lapse => {
  const lapsed = new Uint8Array(purchases.customer.length);
  let repeaters = 0;
  let count = 0;
  for (let i = 0; i < lapsed.length; i++) {
    const x = purchases.x[i]!;
    if (x < 1) continue;
    repeaters++;
    const silence = purchases.T[i]! - purchases.tx[i]!;
    const limit = params
      ? Math.max(SHORTEST_DAYS, 7 * lapseAfterWeeks(params, x, purchases.tx[i]! / 7))
      : Math.max(SHORTEST_DAYS, OVERDUE * rhythm.usualGap[i]!);
    if (params ? silence > limit : silence >= limit) {
      lapsed[i] = 1;
      count++;
    }
  }
  return {
    lapsed,
    repeaters,
    count,
    rate: repeaters > 0 ? count / repeaters : null,
    grade: params ? 'B' : 'C',
  };
};
