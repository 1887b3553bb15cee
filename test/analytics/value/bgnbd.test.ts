import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypergeometric } from '../../../src/main/analytics/numeric/hypergeometric.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import type { BgNbd, Customer } from '../../../src/main/analytics/value/bgnbd.ts';
import {
  expectedPurchases,
  medianWaitWhileAlive,
  NEW_CUSTOMER,
  probabilityAlive,
  probabilityOfCount,
  probabilityOfPurchase,
  waitFor,
} from '../../../src/main/analytics/value/bgnbd.ts';
import { customerLogLikelihood } from '../../../src/main/analytics/value/bgnbd-likelihood.ts';
import { countAt } from '../../../src/main/analytics/value/count-distribution.ts';
import { repeatPurchases } from '../../../src/main/analytics/value/repeat-purchases.ts';
import { drawPurchases } from './draw-purchases.ts';

/** CDNOW as published, and with all its digits. */
const PUBLISHED: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const FULL: BgNbd = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425753 };
const MBG: BgNbd = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
const twice: Customer = { x: 2, tx: 30.43, T: 38.86 };
const often: Customer = { x: 7, tx: 29.43, T: 38.86 };
const once: Customer = { x: 0, tx: 0, T: 38.86 };

describe('BG/NBD on CDNOW (Fader, Hardie & Lee 2005)', () => {
  test.each([
    [0.1429, 0.0078, 0.00782],
    [1, 0.0532, 0.05318],
    [3, 0.1506, 0.15063],
    [31.8571, 1.0405, 1.04049],
    [32, 1.0437, 1.04374],
    [78, 1.8576, 1.85797],
  ])('[V] E[X(t)] of a new customer, t = %d weeks', (t, published, own) => {
    const expected = expectedPurchases('bg', FULL, NEW_CUSTOMER, t);
    expect(expected).toBeCloseTo(own, 5);
    expect(Math.abs(expected - published)).toBeLessThan(5e-4);
  });

  test.each([
    [twice, 0.7266, 1.226],
    [often, 0.6418, 3.337],
    [once, 1, 0.1951],
  ])('[V] P(alive) and E[Y(39)] at %j', (customer, alive, expected) => {
    expect(probabilityAlive('bg', PUBLISHED, customer)).toBeCloseTo(alive, 3);
    expect(Math.abs(expectedPurchases('bg', PUBLISHED, customer, 39) - expected)).toBeLessThan(6e-4);
  });

  test.each([
    [10, 2, 1.07869e-7],
    [0, 39, 0.5737864],
    [11, 30, 0.0019995214],
    [20, 30, 0.000222226],
  ])('[V] P(X(t) = %i), t = %i', (n, t, published) =>
    expect(probabilityOfCount('bg', PUBLISHED, n, t) / published).toBeCloseTo(1, 5),
  );

  test('[V] log-likelihood of single customers', () => {
    const data = repeatPurchases([0, 2], [0, 30.43], [38.86, 38.86]);
    const [never, came] = customerLogLikelihood('bg', PUBLISHED, data);
    expect(came).toBeCloseTo(-9.4586, 3);
    expect(never).toBeCloseTo(-0.5547, 3);
  });

  test.each([
    [twice, 15.67, 29.48, 0.3235],
    [often, 4.35, 10.03, 0.546],
  ])('[C] median waits and P(a purchase within 13 weeks) at %j', (customer, alive, any, within) => {
    expect(medianWaitWhileAlive(PUBLISHED, customer)).toBeCloseTo(alive, 2);
    expect(waitFor('bg', PUBLISHED, customer, 0.5)).toBeCloseTo(any, 2);
    expect(probabilityOfPurchase('bg', PUBLISHED, customer, 13)).toBeCloseTo(within, 3);
  });

  test('[C] one-time buyers: 6 % within 13 weeks, and a median wait of 707 weeks that nobody is to be shown', () => {
    expect(probabilityOfPurchase('bg', PUBLISHED, once, 13)).toBeCloseTo(0.0618, 4);
    expect(medianWaitWhileAlive(PUBLISHED, once)).toBeCloseTo(706.7, 0);
  });
});

describe('MBG/NBD on CDNOW (Batislam, Denizel & Filiztekin 2007)', () => {
  test('[C] P(alive) and E[Y(39)]', () => {
    expect(probabilityAlive('mbg', MBG, once)).toBeCloseTo(0.39, 2);
    expect(expectedPurchases('mbg', MBG, once, 39)).toBeCloseTo(0.154, 3);
    expect(expectedPurchases('mbg', MBG, twice, 39)).toBeCloseTo(1.263, 3);
  });
});

/** Parameters and customers as wide as portfolios go. */
const params = fc.record({
  r: fc.double({ min: 0.05, max: 5, noNaN: true }),
  alpha: fc.double({ min: 0.3, max: 80, noNaN: true }),
  a: fc.double({ min: 0.02, max: 6, noNaN: true }),
  b: fc.double({ min: 0.1, max: 20, noNaN: true }),
});
const customers = fc
  .record({
    x: fc.integer({ min: 0, max: 60 }),
    share: fc.double({ min: 0.05, max: 1, noNaN: true }),
    T: fc.double({ min: 1, max: 150, noNaN: true }),
  })
  .map(({ x, share, T }): Customer => ({ x, tx: x === 0 ? 0 : share * T, T }));
const variants = fc.constantFrom('bg' as const, 'mbg' as const);
const horizons = fc.double({ min: 0.1, max: 156, noNaN: true });

describe('properties (MODELS 14)', () => {
  test('the transformed series equals the published one (Fader, Hardie & Lee 2005, eq. 10)', () => {
    fc.assert(
      fc.property(params, customers, horizons, (p, customer, t) => {
        fc.pre(Math.abs(p.a - 1) > 0.01);
        const { r, alpha, a, b } = p;
        const { x, T } = customer;
        const z = t / (alpha + T + t);
        // with a + b + x <= 1 the published series has no value
        fc.pre(a + b + x > 1.05 && z < 0.9);
        const published =
          ((a + b + x - 1) / (a - 1)) *
          (1 - ((alpha + T) / (alpha + T + t)) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, z));
        const alive = probabilityAlive('bg', p, customer);
        expect(expectedPurchases('bg', p, customer, t)).toBeCloseTo(alive * published, 8);
      }),
    );
  });

  test('time in days instead of weeks: α times 7 changes nothing else', () => {
    fc.assert(
      fc.property(variants, params, customers, horizons, (variant, p, customer, t) => {
        const inDays = { ...p, alpha: 7 * p.alpha };
        const daily = { x: customer.x, tx: 7 * customer.tx, T: 7 * customer.T };
        expect(probabilityAlive(variant, inDays, daily)).toBeCloseTo(
          probabilityAlive(variant, p, customer),
          10,
        );
        const expected = expectedPurchases(variant, p, customer, t);
        expect(Math.abs(expectedPurchases(variant, inDays, daily, 7 * t) - expected)).toBeLessThan(
          1e-9 * (1 + expected),
        );
      }),
    );
  });

  test('another week without a purchase never makes it likelier that somebody who came back is alive', () => {
    fc.assert(
      fc.property(variants, params, customers, (variant, p, customer) => {
        fc.pre(customer.x > 0);
        const later = { ...customer, T: customer.T + 1 };
        expect(probabilityAlive(variant, p, later)).toBeLessThanOrEqual(
          probabilityAlive(variant, p, customer),
        );
      }),
    );
  });

  test('expected purchases grow with the horizon, never beyond the mean rate times it', () => {
    fc.assert(
      fc.property(variants, params, customers, horizons, (variant, p, customer, t) => {
        const sooner = expectedPurchases(variant, p, customer, t);
        const later = expectedPurchases(variant, p, customer, t + 1);
        const rate = (p.r + customer.x) / (p.alpha + customer.T);
        expect(sooner).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(sooner - 1e-9);
        expect(sooner).toBeLessThanOrEqual(rate * t * (1 + 1e-9));
        expect(sooner).toBeGreaterThanOrEqual(
          probabilityOfPurchase(variant, p, customer, t) * (1 - 1e-6) - 1e-9,
        );
      }),
    );
  });

  test('the probabilities of 0, 1, 2 … purchases add up to 1, their mean is E[X(t)]', () => {
    fc.assert(
      fc.property(variants, params, fc.double({ min: 0.5, max: 20, noNaN: true }), (variant, p, t) => {
        fc.pre((p.r / p.alpha) * t < 8);
        let sum = 0;
        let mean = 0;
        for (let n = 0; n < 800; n++) {
          const probability = probabilityOfCount(variant, p, n, t);
          sum += probability;
          mean += n * probability;
          if (n > 20 && 1 - sum < 1e-10) break;
        }
        expect(sum).toBeCloseTo(1, 6);
        expect(mean / expectedPurchases(variant, p, NEW_CUSTOMER, t)).toBeCloseTo(1, 3);
      }),
      { numRuns: 30 },
    );
  });

  test('across a = 1 the expectation is continuous', () => {
    const at = (a: number): number => expectedPurchases('bg', { ...PUBLISHED, a }, twice, 39);
    expect(at(1)).toBeCloseTo((at(1 - 2e-4) + at(1 + 2e-4)) / 2, 7);
    expect(at(1 - 1e-9)).toBeCloseTo(at(1), 8);
  });

  test('no purchase record: tx beyond T', () =>
    expect(() => probabilityAlive('bg', PUBLISHED, { x: 1, tx: 5, T: 4 })).toThrow(RangeError));
});

test('[C] 400,000 predictive draws at (2, 30.43, 38.86) have the mean E[Y(39)] = 1.226, by parts or at once', () => {
  const random = seededRandom(11);
  const alive = probabilityAlive('bg', PUBLISHED, twice);
  let byParts = 0;
  let atOnce = 0;
  for (let draw = 0; draw < 400_000; draw++) {
    byParts += drawPurchases(random, 'bg', PUBLISHED, twice, 39);
    atOnce += countAt('bg', PUBLISHED, twice, alive, 39, random());
  }
  expect(Math.abs(byParts / 400_000 - 1.226)).toBeLessThan(0.015);
  expect(Math.abs(atOnce / 400_000 - 1.226)).toBeLessThan(0.015);
});
