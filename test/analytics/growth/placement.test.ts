import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noGrowth } from '../../../src/main/analytics/growth/growth.ts';
import {
  customerValueLine,
  placeOnMatrix,
  quadrantOf,
} from '../../../src/main/analytics/growth/placement.ts';
import type { Growth } from '../../../src/shared/model/customer.ts';

const grows = (value: number, reach: number, line: number): Growth => ({
  value,
  lo: value - reach,
  hi: value + reach,
  direction: value - reach > line ? 'rising' : value + reach < line ? 'declining' : 'unclear',
  reason: null,
});

describe('value-versus-growth placement', () => {
  test('the value line of customers is where the cumulative value reaches 80 %', () => {
    expect(customerValueLine([50, 30, 10, 5, 5])).toBe(30);
    expect(customerValueLine([5, 60, 10, 5, 20, -40])).toBe(20);
    expect(customerValueLine([])).toBe(0);
    expect(customerValueLine([0, -1])).toBe(0);
  });

  test.each([
    [100, 0.1, 'invest'],
    [100, -0.1, 'protect'],
    [99, 0, 'develop'],
    [99, -0.1, 'simplify'],
  ] as const)('value %i, growth %d → %s', (value, growth, expected) =>
    expect(quadrantOf({ value, growth: grows(growth, 1, 0) }, { value: 100, growth: 0 })).toBe(expected),
  );

  test('growth that is not available cannot be placed, and the reasons are counted', () => {
    const placement = placeOnMatrix(
      [
        { value: 5, growth: noGrowth('New.') },
        { value: 7, growth: noGrowth('New.') },
        { value: 9, growth: grows(0.2, 0.1, 0) },
      ],
      { value: 1, growth: 0 },
    );
    expect(placement.quadrant).toEqual([null, null, 'invest']);
    expect(placement.notPlaced).toEqual([{ reason: 'New.', count: 2, value: 12 }]);
    expect(placement.quadrants[0]).toEqual({ quadrant: 'invest', count: 1, clear: 1, value: 9 });
  });

  const point = fc.record({
    value: fc.integer({ min: -100, max: 10_000 }),
    growth: fc.option(
      fc.tuple(fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    ),
  });

  test('counts and values of the quadrants and of those not placed add up to all', () => {
    fc.assert(
      fc.property(
        fc.array(point, { maxLength: 50 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.double({ min: -0.5, max: 1, noNaN: true }),
        (list, value, line) => {
          const points = list.map((p) => ({
            value: p.value,
            growth: p.growth === null ? noGrowth('None.') : grows(p.growth[0], p.growth[1], line),
          }));
          const { quadrants, notPlaced, quadrant, direction } = placeOnMatrix(points, {
            value,
            growth: line,
          });
          const all = [...quadrants, ...notPlaced];
          expect(all.reduce((sum, q) => sum + q.count, 0)).toBe(points.length);
          expect(all.reduce((sum, q) => sum + q.value, 0)).toBe(points.reduce((sum, p) => sum + p.value, 0));
          for (const q of quadrants) {
            expect(q.count).toBe(quadrant.filter((name) => name === q.quadrant).length);
            expect(q.clear).toBeLessThanOrEqual(q.count);
          }
          quadrant.forEach((name, i) => {
            if (direction[i] === 'rising') expect(['invest', 'develop']).toContain(name);
            if (direction[i] === 'declining') expect(['protect', 'simplify']).toContain(name);
          });
        },
      ),
    );
  });

  test('with the suggested line the high customers bring at least 80 % of value', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (values) => {
        const line = customerValueLine(values);
        const total = values.reduce((a, b) => a + b, 0);
        const high = values.filter((v) => v >= line).reduce((a, b) => a + b, 0);
        expect(5 * high).toBeGreaterThanOrEqual(4 * total);
      }),
    );
  });
});
