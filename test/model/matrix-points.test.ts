import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Growth } from '../../src/shared/model/customer.ts';
import type { MatrixPoint } from '../../src/shared/model/matrix.ts';
import { packPoints, unpackPoints } from '../../src/shared/model/matrix-points.ts';
import { minor } from '../../src/shared/model/money.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const orNone = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const growth: fc.Arbitrary<Growth> = fc.record({
  value: orNone(number),
  lo: orNone(number),
  hi: orNone(number),
  direction: fc.constantFrom('rising', 'declining', 'unclear', 'not-available'),
  reason: orNone(fc.constantFrom('New.', 'Too few purchases – “one”.', '')),
});

const point: fc.Arbitrary<MatrixPoint> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  // whole characters of any script; what is no character cannot be written down as text
  name: fc.string({ unit: 'grapheme' }),
  value: fc.maxSafeInteger().map(minor),
  revenue: fc.maxSafeInteger().map(minor),
  growth,
  quadrant: orNone(fc.constantFrom('invest', 'protect', 'develop', 'simplify')),
  segment: orNone(fc.integer({ min: -100, max: 2 ** 31 - 1 })),
  customers: fc.constant(1),
});

test('points that were packed come out as they were', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 40 }), (points) => {
      expect(unpackPoints(packPoints(points).buffer)).toEqual(points);
    }),
  );
});

test('they take less than half of what they take as JSON', () => {
  const points = fc.sample(point, { numRuns: 500, seed: 1 });
  expect(packPoints(points).length).toBeLessThan(JSON.stringify(points).length / 2);
});
