import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BgNbd } from '../../../src/main/analytics/value/bgnbd.ts';
import { expectedPurchases } from '../../../src/main/analytics/value/bgnbd.ts';
import {
  DEFAULT_TERMS,
  discounting,
  remainingValue,
} from '../../../src/main/analytics/value/customer-value.ts';
import { expectedSpend, type GammaGamma } from '../../../src/main/analytics/value/gamma-gamma.ts';
import { fitGammaGamma } from '../../../src/main/analytics/value/gamma-gamma-fit.ts';
import { expectedPath } from '../../../src/main/analytics/value/purchase-path.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { spendModel, spendOf } from '../../../src/main/analytics/value/spend.ts';
import { asOn, CDNOW_CALIBRATION_END, S1_VALUES } from '../buyers.ts';
import { cdnowIsPresent, onlineRetailIsPresent, readCdnow, readOnlineRetail } from '../reference-data.ts';

const CDNOW: GammaGamma = { p: 6.25, q: 3.74, gamma: 15.44 };
const BUYING: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('Gamma–Gamma (Fader & Hardie 2013)', () => {
  test.each([
    [2, 22.35, 24.65],
    [1, 11.77, 18.91],
    [0, Number.NaN, 35.17],
    [7, 73.74, 71.46],
    [2, 25.55, 27.28],
  ])('[V] CDNOW: E[M] at x = %i, mean %d is %d', (x, zbar, published) =>
    expect(Math.abs(expectedSpend(CDNOW, x, zbar) - published)).toBeLessThan(0.1),
  );

  test('[C] S1: 7.21915, 8.96631, 34.71686, LL −397.08628, n = 100', () => {
    const fit = fitGammaGamma(S1_VALUES.x, S1_VALUES.zbar);
    expect(fit).toMatchObject({ kind: 'fitted', n: 100 });
    if (fit.kind !== 'fitted') return;
    expect(fit.params.p / 7.21915).toBeCloseTo(1, 4);
    expect(fit.params.q / 8.96631).toBeCloseTo(1, 4);
    expect(fit.params.gamma / 34.71686).toBeCloseTo(1, 4);
    expect(fit.logLikelihood).toBeCloseTo(-397.08628, 4);
  });

  test.skipIf(!cdnowIsPresent)(
    '[V] CDNOW: 6.250 3.744 15.443, LL −4055.92, n 946, correlation .114 (skips where the file is absent)',
    () => {
      const p = purchaseSummary(asOn(readCdnow(), CDNOW_CALIBRATION_END));
      const model = spendModel(
        p.x,
        p.zbar.map((cents) => cents / 100),
      );
      expect(model.fit).toMatchObject({ kind: 'fitted', n: 946 });
      if (model.fit.kind !== 'fitted') return;
      expect(model.fit.params.p).toBeCloseTo(6.25, 3);
      expect(model.fit.params.q).toBeCloseTo(3.744, 3);
      expect(model.fit.params.gamma).toBeCloseTo(15.443, 2);
      expect(model.fit.logLikelihood).toBeCloseTo(-4055.92, 2);
      expect(model.correlation).toBeCloseTo(0.114, 3);
      expect(model.warnings).toEqual([]);
    },
  );

  test.skipIf(!onlineRetailIsPresent)(
    'Online Retail as of 2011-12-09: p 2.1085, q 3.5948, γ 507.01, LL −18955.28, n 2,777 (skips where the file is absent)',
    () => {
      const p = purchaseSummary(readOnlineRetail());
      const fit = fitGammaGamma(
        p.x,
        p.zbar.map((pence) => pence / 100),
      );
      expect(fit).toMatchObject({ kind: 'fitted', n: 2777 });
      if (fit.kind !== 'fitted') return;
      expect(fit.params.p).toBeCloseTo(2.1085, 3);
      expect(fit.params.q).toBeCloseTo(3.5948, 3);
      expect(fit.params.gamma).toBeCloseTo(507.01, 1);
      expect(fit.logLikelihood).toBeCloseTo(-18955.28, 2);
    },
  );

  test('cents instead of dollars: γ times 100, p and q as before (MODELS 14)', () => {
    const dollars = fitGammaGamma(S1_VALUES.x, S1_VALUES.zbar);
    const cents = fitGammaGamma(
      S1_VALUES.x,
      S1_VALUES.zbar.map((z) => 100 * z),
    );
    if (dollars.kind !== 'fitted' || cents.kind !== 'fitted') throw new Error('not fitted');
    expect(cents.params.p / dollars.params.p).toBeCloseTo(1, 5);
    expect(cents.params.gamma / dollars.params.gamma).toBeCloseTo(100, 3);
  });
});

describe('spend where the model does not hold', () => {
  const twenty = Array.from({ length: 20 }, () => 1);

  test('below 30 who came back: own mean with weight x/(x+2), else the median of means', () => {
    const model = spendModel([...twenty, 0], [...twenty.map((_, i) => 10 + i), Number.NaN]);
    expect(model.fit).toMatchObject({ kind: 'too-few', n: 20, needed: 30 });
    expect(model.method).toBe('shrunk-mean');
    expect(model.typical).toBe(19.5);
    expect(spendOf(model, 0, Number.NaN)).toBe(19.5);
    expect(spendOf(model, 2, 40)).toBe(29.75);
    expect(model.warnings[0]).toContain('the data do not carry a model');
  });

  test('mean spend without a finite mean (q → 1.05) falls back too', () => {
    // spends over ten powers of ten
    const zbar = Array.from({ length: 60 }, (_, i) => 10 ** (i / 6));
    const model = spendModel(
      zbar.map(() => 30),
      zbar,
    );
    expect(model.fit.kind).toBe('at-boundary');
    expect(model.method).toBe('shrunk-mean');
  });

  test('everybody spending alike is at the boundary, not an error', () =>
    expect(fitGammaGamma(new Array<number>(40).fill(2), new Array<number>(40).fill(500)).kind).toBe(
      'at-boundary',
    ));

  test('says when frequency and spend go together', () => {
    const x = Array.from({ length: 40 }, (_, i) => 1 + i);
    expect(
      spendModel(
        x,
        x.map((v) => 10 * v + (v % 3)),
      ).warnings[0],
    ).toContain('correlation 1.00');
  });

  test('while nobody came back, the median of first purchases', () =>
    expect(spendModel([0, 0, 0], [Number.NaN, Number.NaN, Number.NaN], [5, 7, 9]).typical).toBe(7));
});

describe('remaining value', () => {
  test.each([
    [{ x: 2, tx: 30.43, T: 38.86 }, 22.35, 1.558721, 38.4438, 36.0563],
    [{ x: 7, tx: 29.43, T: 38.86 }, 73.74, 4.198856, 300.0908, 281.7928],
  ])('[C] MODELS 2.3, 52 weeks at 15 %%: %j', (customer, zbar, purchases, plain, discounted) => {
    const expected = discounting(DEFAULT_TERMS)('bg', BUYING, customer);
    const spend = expectedSpend(CDNOW, customer.x, zbar);
    expect(expected.plain).toBeCloseTo(purchases, 6);
    expect(remainingValue(expected.plain, spend, DEFAULT_TERMS)).toBeCloseTo(plain, 4);
    expect(remainingValue(expected.discounted, spend, DEFAULT_TERMS)).toBeCloseTo(discounted, 4);
  });

  test('margin, cost per order and standing cost', () =>
    expect(remainingValue(3, 100, { ...DEFAULT_TERMS, margin: 0.4, costPerOrder: 5, servingCost: 20 })).toBe(
      85,
    ));

  test.each([0, 157, 1.5])('no horizon of %d weeks', (horizonWeeks) =>
    expect(() => discounting({ ...DEFAULT_TERMS, horizonWeeks })).toThrow(RangeError),
  );

  test('many horizons at once equal one by one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bg' as const, 'mbg' as const),
        fc.record({
          r: fc.double({ min: 0.05, max: 5, noNaN: true }),
          alpha: fc.double({ min: 0.3, max: 80, noNaN: true }),
          a: fc.double({ min: 0.02, max: 6, noNaN: true }),
          b: fc.double({ min: 0.1, max: 20, noNaN: true }),
        }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 1, max: 150, noNaN: true }),
        (variant, p, x, T) => {
          const customer = { x, tx: x === 0 ? 0 : T / 2, T };
          const weeks = [1, 13, 52, 156];
          const path = expectedPath(variant, p, customer, weeks, new Float64Array(4));
          weeks.forEach((t, h) => {
            const one = expectedPurchases(variant, p, customer, t);
            expect(Math.abs(path[h]! - one)).toBeLessThan(1e-8 * (1 + one));
          });
        },
      ),
    );
  });
});
