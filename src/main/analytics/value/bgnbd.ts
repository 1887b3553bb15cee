import gammaln from '@stdlib/math-base-special-gammaln';
import { hypergeometric } from '../numeric/hypergeometric.ts';

/** Purchase rates λ ~ Gamma(r, α) per week, dropout after a purchase with p ~ Beta(a, b). */
export type BgNbd = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

/**
 * When a customer may drop out: after each repeat purchase (`bg`; Fader, Hardie & Lee 2005, Marketing Science 24:275),
 * or after the first purchase too (`mbg`; Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007).
 */
export type Variant = 'bg' | 'mbg';

/** How many chances to drop out a customer with x repeat purchases has had. */
export const dropoutChances = (variant: Variant, x: number): number => (variant === 'mbg' ? x + 1 : x);

/** One customer: x repeat purchases, the last at age tx, observed for T; times in weeks. */
export type Customer = { readonly x: number; readonly tx: number; readonly T: number };

/** A customer at the moment of the first purchase. */
export const NEW_CUSTOMER: Customer = { x: 0, tx: 0, T: 0 };

const checked = ({ x, tx, T }: Customer): void => {
  if (!(x >= 0 && tx >= 0 && tx <= T)) throw new RangeError(`not a customer: x = ${x}, tx = ${tx}, T = ${T}`);
};

/**
 * Probability that a customer is still buying. With `bg` it is 1 while x = 0: the model gives nobody a chance to leave
 * before the first repeat purchase, which is not a fact about the customer.
 * @returns probability in [0, 1]  @throws RangeError unless 0 <= tx <= T
 */
export const probabilityAlive = (variant: Variant, p: BgNbd, customer: Customer): number => {
  checked(customer);
  const { x, tx, T } = customer;
  const k = dropoutChances(variant, x);
  if (k === 0) return 1;
  const odds = Math.log(p.a / (p.b + k - 1)) + (p.r + x) * Math.log((p.alpha + T) / (p.alpha + tx));
  return 1 / (1 + Math.exp(odds));
};

/**
 * Expected number of purchases of a customer known to be buying, in the next t weeks. With z = t/(α+T+t), k chances to
 * drop out so far, c = a+b+k−1 and B = a+b−1+(k−x)−r, Euler's transformation of the published series is
 * c/(a−1) · [1 − (1−z)^(a−1) ₂F₁(a−1, B; c; z)]; its parameters do not grow with x. Taking out the first term of ₂F₁
 * cancels c and a − 1, so that nothing is divided by 0 at a = 1 nor (one-time buyers) at a + b = 1:
 * c · [1 − (1−z)^(a−1)]/(a−1) − (1−z)^(a−1) · B·z · Σ (a)ₘ(B+1)ₘ / ((c+1)ₘ(2)ₘ) zᵐ.
 */
const expectedWhileAlive = (p: BgNbd, x: number, k: number, T: number, t: number): number => {
  if (t <= 0) return 0;
  const { r, alpha, a, b } = p;
  const z = t / (alpha + T + t);
  const logRest = -Math.log1p(t / (alpha + T));
  const c = a + b + k - 1;
  const B = a + b - 1 + (k - x) - r;
  const power = (a - 1) * logRest;
  const slope = Math.abs(a - 1) < 1e-12 ? -logRest : -Math.expm1(power) / (a - 1);
  return Math.max(0, c * slope - Math.exp(power) * B * z * hypergeometric(a, B + 1, c + 1, z, 2));
};

/**
 * Expected number of purchases in the next t weeks, given what is known of the customer; with `NEW_CUSTOMER` E[X(t)].
 * @param t weeks >= 0  @throws RangeError unless 0 <= tx <= T
 * Source: Fader, Hardie & Lee (2005), eq. 10 (9 for a new one), after Euler's transformation; for `mbg` Batislam et al.
 */
export const expectedPurchases = (variant: Variant, p: BgNbd, customer: Customer, t: number): number =>
  probabilityAlive(variant, p, customer) *
  expectedWhileAlive(p, customer.x, dropoutChances(variant, customer.x), customer.T, t);

/** ((α+T)/(α+T+t))^(r+x): no purchase within t of a customer who is still buying. */
const silence = (p: BgNbd, { x, T }: Customer, t: number): number =>
  Math.exp(-(p.r + x) * Math.log1p(t / (p.alpha + T)));

/** P(at least one purchase in the next t weeks). @returns probability in [0, 1] */
export const probabilityOfPurchase = (variant: Variant, p: BgNbd, customer: Customer, t: number): number =>
  probabilityAlive(variant, p, customer) * (1 - silence(p, customer, t));

const logBeta = (a: number, b: number): number => gammaln(a) + gammaln(b) - gammaln(a + b);

/**
 * P(X(t) = n): exactly n repeat purchases within t weeks of the first purchase.
 * Source: Fader, Hardie & Lee (2005), eq. 8; with `mbg` one more chance to drop out.
 */
export const probabilityOfCount = (variant: Variant, p: BgNbd, n: number, t: number): number => {
  if (t <= 0) return n === 0 ? 1 : 0;
  const { r, alpha, a, b } = p;
  const k = dropoutChances(variant, n);
  const z = t / (alpha + t);
  const none = Math.exp(-r * Math.log1p(t / alpha));
  const stays = Math.exp(
    logBeta(a, b + k) - logBeta(a, b) + gammaln(r + n) - gammaln(r) - gammaln(n + 1) + n * Math.log(z),
  );
  if (k === 0) return none;
  let fewer = 0;
  let term = none;
  for (let j = 0; j < n; j++) {
    fewer += term;
    term *= ((r + j) / (j + 1)) * z;
  }
  const leaves = Math.exp(logBeta(a + 1, b + k - 1) - logBeta(a, b));
  return stays * none + leaves * Math.max(0, 1 - fewer);
};

/** Median wait in weeks for the next purchase of a customer who is still buying: (α+T)(2^(1/(r+x)) − 1). */
export const medianWaitWhileAlive = (p: BgNbd, { x, T }: Customer): number => waitQuantile(p, x, T, 0.5);

const waitQuantile = (p: BgNbd, x: number, T: number, share: number): number =>
  (p.alpha + T) * Math.expm1(-Math.log1p(-share) / (p.r + x));

/**
 * The wait in weeks within which the next purchase comes with probability `share`, null where it never becomes so
 * likely: (α+T)((1 − share/P)^(−1/(r+x)) − 1), P the probability of being alive.
 */
export const waitFor = (variant: Variant, p: BgNbd, customer: Customer, share: number): number | null => {
  const alive = probabilityAlive(variant, p, customer);
  return alive > share ? waitQuantile(p, customer.x, customer.T, share / alive) : null;
};
