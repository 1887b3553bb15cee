import type { Rate } from '../../../shared/model/rate.ts';

/** What the portfolio already fixes for every further import. */
export type Home = {
  readonly currency: string | null;
  readonly timezone: string;
  readonly locale: string;
  /** of other currencies to its own */
  readonly rates: readonly Rate[];
  /** in prices that include it, millionths; null where there is none to be taken off */
  readonly tax: number | null;
};
