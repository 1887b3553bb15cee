import type { PurchaseSummary } from '../value/purchase-summary.ts';
import type { Gone } from './gone.ts';

/** Who has lapsed: *gone* on screen (TRUTH 12). Reversible. */
export type Lapse = {
  /** 1 lapsed, 0 not; one-time customers are neither and stay 0 */
  readonly lapsed: Uint8Array;
  readonly repeaters: number;
  readonly count: number;
  /** lapsed ÷ repeaters; null while nobody came back */
  readonly rate: number | null;
  /** B by the model, C by pauses and a year of silence */
  readonly grade: 'B' | 'C';
};

/** The share of those who came back at least once who are gone. */
export const lapse = (purchases: PurchaseSummary, { gone, count, basis }: Gone): Lapse => {
  const repeaters = purchases.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  return {
    lapsed: gone,
    repeaters,
    count,
    rate: repeaters > 0 ? count / repeaters : null,
    grade: basis === 'year' ? 'C' : 'B',
  };
};
