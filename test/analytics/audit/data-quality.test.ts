import { expect, test } from 'vitest';
import { dataQuality, faultScore } from '../../../src/main/analytics/audit/data-quality.ts';

test.each([
  [0, 10, 100],
  [5, 10, 50],
  [10, 10, 0],
  [1, 3, 200 / 3],
])('%i faults of %i cases score %f', (found, of, score) => {
  expect(faultScore({ found, of })).toBeCloseTo(score, 12);
});

test('a dimension with many checks weighs no more than one with few', () => {
  const score = dataQuality([
    { dimension: 'completeness', score: 100 },
    { dimension: 'completeness', score: 0 },
    { dimension: 'completeness', score: 50 },
    { dimension: 'freshness', score: 90 },
  ]);
  expect(score).toBe((50 + 90) / 2);
});

test('without a check there is no score', () => {
  expect(() => dataQuality([])).toThrow(RangeError);
});
