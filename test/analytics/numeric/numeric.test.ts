import { describe, expect, test } from 'vitest';
import { maximise } from '../../../src/main/analytics/numeric/maximise.ts';
import { median, quantileOfSorted } from '../../../src/main/analytics/numeric/order-statistics.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

describe('order statistics', () => {
  test('quantiles match R: quantile(c(1, 2, 4, 8), c(.1, .25, .5, .9)), type 7', () => {
    expect([0.1, 0.25, 0.5, 0.9].map((p) => quantileOfSorted([1, 2, 4, 8], p))).toEqual([
      expect.closeTo(1.3, 12),
      expect.closeTo(1.75, 12),
      3,
      expect.closeTo(6.8, 12),
    ]);
  });

  test('quantiles of a sample that ends in infinity stay finite where they can', () => {
    expect(quantileOfSorted([0, 1, Number.POSITIVE_INFINITY], 0.5)).toBe(1);
  });

  test.each([
    [[3], 3],
    [[4, 1], 2.5],
    [[9, 1, 5], 5],
  ])('median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

  test('an empty sample has no median', () => expect(median([])).toBeNaN());
});

describe('maximise', () => {
  test('finds an inner maximum', () => expect(maximise((x) => -((x - 0.3) ** 2), -1, 2)).toBeCloseTo(0.3, 5));
  test('finds a maximum at either bound', () => {
    expect(maximise((x) => x, 0, 1)).toBe(1);
    expect(maximise((x) => -x, 0, 1)).toBe(0);
  });
});

describe('seeded random numbers', () => {
  test('the same seed gives the same numbers, another seed others', () => {
    const of = (seed: number): number[] => Array.from({ length: 5 }, seededRandom(seed));
    expect(of(7)).toEqual(of(7));
    expect(of(7)).not.toEqual(of(8));
  });

  test('100,000 draws have the mean and variance of a uniform distribution', () => {
    const random = seededRandom(1);
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < 100_000; k++) {
      const u = random();
      sum += u;
      squares += (u - 0.5) ** 2;
    }
    expect(sum / 100_000).toBeCloseTo(0.5, 2);
    expect(squares / 100_000).toBeCloseTo(1 / 12, 3);
  });
});
