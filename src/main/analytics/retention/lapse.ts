import { monthsBefore } from '../calendar/months.ts';
import type { PurchaseSummary } from '../value/purchase-summary.ts';
import type { Gone } from './gone.ts';

/** Who has lapsed: *gone* on screen (TRUTH 12). Reversible. */
export type Lapse = {
  /** 1 lapsed, 0 not; one-time customers are neither and stay 0 */
  readonly lapsed: Uint8Array;
  readonly repeaters: number;
  readonly count: number;
  /** lapsed ÷ repeaters; null while nobody came back, or while the sales are too short for anybody to be gone */
  readonly rate: number | null;
  /** B by the model, C by pauses and a year of silence */
  readonly grade: 'B' | 'C';
};

/** The share of those who came back at least once who are gone. */
export const lapse = (
  purchases: PurchaseSummary,
  { gone, count, basis }: Gone,
  firstDay: number | null,
): Lapse => {
  const repeaters = purchases.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  return {
    lapsed: gone,
    repeaters,
    count,
    rate: repeaters > 0 && isLongEnough(firstDay, purchases.asOf) ? count / repeaters : null,
    grade: basis === 'year' ? 'C' : 'B',
  };
};

const MONTHS = 24;
/** Sales may begin this many days late: a shop is closed at New Year. */
const SLACK = 7;

/** Who is gone has been silent for a year mostly: a share of all who ever came back says something from two years on. */
const isLongEnough = (firstDay: number | null, asOf: number): boolean =>
  firstDay !== null && firstDay <= monthsBefore(asOf, MONTHS) + 1 + SLACK;
