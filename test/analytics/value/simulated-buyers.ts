import type { PurchaseHistory } from '../../../src/main/analytics/history.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { betaVariate, gammaVariate } from '../../../src/main/analytics/numeric/variates.ts';
import type { BgNbd } from '../../../src/main/analytics/value/bgnbd.ts';
import { historyOf } from '../builders.ts';

/** What really happens to made customers, beyond the last day that is known. */
export type SimulatedShop = {
  readonly history: PurchaseHistory;
  /** whether each is still a customer on the last known day */
  readonly alive: readonly boolean[];
  /** purchases in the year after it, and what they bring in cents */
  readonly laterPurchases: readonly number[];
  readonly laterValue: readonly number[];
};

export type SimulatedShopOptions = {
  readonly customers: number;
  readonly days: number;
  readonly seed: number;
  readonly params?: BgNbd;
  /** whether customers may leave right after the first purchase (MBG/NBD) */
  readonly leavesAtOnce?: boolean;
};

const TYPICAL: BgNbd = { r: 0.6, alpha: 8, a: 0.8, b: 2.5 };

/** A shop whose customers buy just as the model says; spend per purchase is Gamma(6, ν), ν ~ Gamma(4, 15). */
export const simulatedShop = (options: SimulatedShopOptions): SimulatedShop => {
  const { customers, days, seed, params = TYPICAL, leavesAtOnce = true } = options;
  const random = seededRandom(seed);
  const alive: boolean[] = [];
  const laterPurchases: number[] = [];
  const laterValue: number[] = [];
  const entries = Array.from({ length: customers }, () => {
    const rate = gammaVariate(random, params.r, params.alpha) / 7;
    const leaves = betaVariate(random, params.a, params.b);
    const spend = gammaVariate(random, 4, 15);
    let t = Math.floor(random() * days * 0.8);
    let gone = leavesAtOnce && random() < leaves;
    let later = 0;
    let value = 0;
    const own: [number, number][] = [[t, 1 + Math.round(100 * gammaVariate(random, 6, spend))]];
    let here = !gone;
    while (!gone) {
      t -= Math.log(1 - random()) / rate;
      if (t >= days + 365) break;
      gone = random() < leaves;
      const cents = 1 + Math.round(100 * gammaVariate(random, 6, spend));
      if (t < days) {
        own.push([Math.floor(t), cents]);
        here = !gone;
      } else {
        later++;
        value += cents;
      }
    }
    alive.push(here);
    laterPurchases.push(later);
    laterValue.push(value);
    return own;
  });
  return { history: historyOf(entries, days - 1), alive, laterPurchases, laterValue };
};
