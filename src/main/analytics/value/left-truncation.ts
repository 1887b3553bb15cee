import type { PurchaseHistory } from '../history.ts';
import { firstDayOf } from '../history.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** Customers of whom it is not known when they first came: the data begin in the middle of their story. */
export type LeftTruncation = {
  /** 1 for each customer whose first seen purchase is within one usual gap of the first day of the data */
  readonly truncated: Uint8Array;
  readonly n: number;
  /** nearly all came in the first third of the data: an export of a cohort, whose births are known */
  readonly cohort: boolean;
};

const COHORT_SHARE = 0.95;

/**
 * @param usualGap the shop's usual gap in days; null while nobody came back
 * @param cohort what the owner says, instead of what the dates suggest
 */
export const leftTruncation = (
  history: PurchaseHistory,
  purchases: PurchaseSummary,
  usualGap: number | null,
  cohort?: boolean,
): LeftTruncation => {
  const first = firstDayOf(history) ?? history.asOf;
  const third = first + (history.asOf - first) / 3;
  const truncated = new Uint8Array(purchases.customer.length);
  let n = 0;
  let buyers = 0;
  let early = 0;
  for (let i = 0; i < truncated.length; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    buyers++;
    if (purchases.firstDay[i]! <= third) early++;
    if (usualGap !== null && purchases.firstDay[i]! - first <= usualGap) {
      truncated[i] = 1;
      n++;
    }
  }
  return { truncated, n, cohort: cohort ?? (buyers > 0 && early >= COHORT_SHARE * buyers) };
};
