import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acquisition, marginPath, paybackMonth } from '../../../src/main/analytics/value/acquisition.ts';
import { buys, historyOf } from '../builders.ts';

test('spend ÷ new customers, value ÷ CAC, the month it is back; by hand', () => {
  expect(acquisition(30_000, [10_000, 5_000, 15_000], [4_000, 8_000, 11_000])).toEqual({
    spend: 30_000,
    newCustomers: 3,
    cac: 10_000,
    value: 10_000,
    ratio: 1,
    paybackMonth: 3,
  });
});

test('nobody won is n/a, nothing spent has no ratio, not back yet has no month', () => {
  expect(acquisition(30_000, [], [])).toMatchObject({
    cac: null,
    value: null,
    ratio: null,
    paybackMonth: null,
  });
  expect(acquisition(0, [900], [900])).toMatchObject({ cac: 0, ratio: null, paybackMonth: null });
  expect(acquisition(5_000, [900], [900])).toMatchObject({ ratio: 0.18, paybackMonth: null });
  expect(() => acquisition(-1, [], [])).toThrow(RangeError);
});

test('twice the spend is twice the CAC, half the ratio and no earlier payback', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 0, max: 1e5 }), { maxLength: 24 }),
      (spend, values, path) => {
        const once = acquisition(spend, values, path);
        const twice = acquisition(2 * spend, values, path);
        expect(twice.cac).toBeCloseTo(2 * once.cac!, 6);
        expect(twice.ratio).toBeCloseTo(once.ratio! / 2, 9);
        if (twice.paybackMonth !== null)
          expect(twice.paybackMonth).toBeGreaterThanOrEqual(once.paybackMonth!);
        expect(acquisition(spend, [...values].reverse(), path)).toMatchObject({ cac: once.cac });
      },
    ),
  );
  expect(paybackMonth([1, 2, 3], 2)).toBe(2);
});

test('margin by month since the first purchase: the mean of those known for the whole month, as far as five are', () => {
  const early = Array.from({ length: 5 }, () => buys([0, 40]));
  const late = buys([70], 4000);
  const history = historyOf([...early, late], 100);
  const everyone = [0, 1, 2, 3, 4, 5];
  const share = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
  // month 1: (5 × 500 + 2,000) ÷ 6; then five customers, who come back in month 2
  const path = marginPath(history, everyone, share);
  expect([...path]).toEqual([750, 1250, 1250]);
  expect([...marginPath(history, everyone, share, 6)]).toEqual([750]);
  expect([...marginPath(history, [], share)]).toEqual([]);
  const rich = marginPath(
    history,
    everyone,
    share.map((each) => 2 * each),
  );
  expect([...rich]).toEqual([1500, 2500, 2500]);
});
