import type { Random } from '../numeric/random.ts';
import { betaVariate, gammaVariate, geometricVariate, poissonVariate } from '../numeric/variates.ts';
import type { BgNbd, Customer, Variant } from './bgnbd.ts';
import { dropoutChances, probabilityAlive } from './bgnbd.ts';

/**
 * One draw of how often a customer buys in the next t weeks, given the parameters: alive or not, then λ ~ Gamma(r+x, α+T),
 * p ~ Beta(a, b+k), and the smaller of the purchases there would be and the one after which the customer leaves.
 */
export const drawPurchases = (
  random: Random,
  variant: Variant,
  p: BgNbd,
  customer: Customer,
  t: number,
): number => drawFrom(random, variant, p, customer, probabilityAlive(variant, p, customer), t);

/** The same where the probability of being alive is at hand. */
export const drawFrom = (
  random: Random,
  variant: Variant,
  p: BgNbd,
  { x, T }: Customer,
  alive: number,
  t: number,
): number => {
  if (random() >= alive) return 0;
  const purchases = poissonVariate(random, gammaVariate(random, p.r + x, p.alpha + T) * t);
  if (purchases === 0) return 0;
  const leavesAfter = geometricVariate(random, betaVariate(random, p.a, p.b + dropoutChances(variant, x)));
  return Math.min(purchases, leavesAfter);
};
