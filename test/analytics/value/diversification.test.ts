import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diversification } from '../../../src/main/analytics/value/diversification.ts';

const amounts = fc.array(fc.integer({ min: -500, max: 100_000 }), { maxLength: 40 });

test('{1..5}: HHI 55/225, as if 4.09 equally big; equal ones count fully', () => {
  expect(diversification([1, 2, 3, 4, 5])).toMatchObject({ n: 5, biggest: 4 });
  expect(diversification([1, 2, 3, 4, 5]).effective).toBeCloseTo(225 / 55, 12);
  expect(diversification([7, 7, 7, 7]).effective).toBeCloseTo(4, 12);
  expect(diversification([7, 7]).biggest).toBe(0);
});

test('without revenue there is nothing to spread', () => {
  for (const none of [[], [0, 0], [-4]])
    expect(diversification(none)).toEqual({
      n: 0,
      effective: null,
      hhi: null,
      gini: null,
      topShare: null,
      biggest: null,
    });
});

test('effective number between 1 and n, Gini in [0, 1), both the same in any order and any money', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 2, max: 100 }), (list, factor) => {
      const there = diversification(list);
      if (there.n === 0) return;
      expect(there.effective).toBeGreaterThanOrEqual(1 - 1e-12);
      expect(there.effective).toBeLessThanOrEqual(there.n + 1e-9);
      expect(there.gini).toBeGreaterThanOrEqual(0);
      expect(there.gini).toBeLessThan(1);
      expect(there.topShare).toBeGreaterThanOrEqual(1 / there.n - 1e-12);
      const other = diversification(list.map((each) => each * factor).reverse());
      expect(other.effective).toBeCloseTo(there.effective!, 8);
      expect(other.gini).toBeCloseTo(there.gini!, 8);
      expect(other.topShare).toBeCloseTo(there.topShare!, 12);
    }),
  );
});
