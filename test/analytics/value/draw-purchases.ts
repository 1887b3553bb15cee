import type { Random } from '../../../src/main/analytics/numeric/random.ts';
import {
  betaVariate,
  gammaVariate,
  geometricVariate,
  poissonVariate,
} from '../../../src/main/analytics/numeric/variates.ts';
import type { BgNbd, Customer, Variant } from '../../../src/main/analytics/value/bgnbd.ts';
import { dropoutChances, probabilityAlive } from '../../../src/main/analytics/value/bgnbd.ts';

/**
 * One draw of how often a customer buys in the next t weeks, given the parameters: alive or not, then λ ~ Gamma(r+x, α+T),
 * p ~ Beta(a, b+k), and the smaller of the purchases there would be and the one after which the customer leaves.
 * `countAt` draws from the same distribution without its parts.
 */
export const drawPurchases = (
  random: Random,
  variant: Variant,
  p: BgNbd,
  customer: Customer,
  t: number,
): number => {
  const { x, T } = customer;
  if (random() >= probabilityAlive(variant, p, customer)) return 0;
  const purchases = poissonVariate(random, gammaVariate(random, p.r + x, p.alpha + T) * t);
  if (purchases === 0) return 0;
  const leavesAfter = geometricVariate(random, betaVariate(random, p.a, p.b + dropoutChances(variant, x)));
  return Math.min(purchases, leavesAfter);
};
