import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BgNbd, Customer } from '../../../src/main/analytics/value/bgnbd.ts';
import {
  expectedPurchases,
  NEW_CUSTOMER,
  probabilityOfCount,
  probabilityOfPurchase,
} from '../../../src/main/analytics/value/bgnbd.ts';
import { bgNbdInformation, fitBgNbd } from '../../../src/main/analytics/value/bgnbd-fit.ts';
import {
  countDistribution,
  countMoments,
  stratifiedCounts,
} from '../../../src/main/analytics/value/count-distribution.ts';
import { paramsOf } from '../../../src/main/analytics/value/fit.ts';
import { forecastTotals } from '../../../src/main/analytics/value/forecast-total.ts';
import { gradeModel } from '../../../src/main/analytics/value/model-grade.ts';
import { repeatPurchases } from '../../../src/main/analytics/value/repeat-purchases.ts';
import { S2 } from '../buyers.ts';

const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

describe('how often a customer will buy', () => {
  test('a new customer’s is the published distribution (Fader, Hardie & Lee 2005, eq. 8)', () => {
    const own = countDistribution('bg', CDNOW, NEW_CUSTOMER, 39);
    for (let n = 0; n < 25; n++) expect(own[n]).toBeCloseTo(probabilityOfCount('bg', CDNOW, n, 39), 9);
  });

  test('adds up to 1, has the mean E[Y(t)], and P(0) is P(no purchase)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('bg' as const, 'mbg' as const),
        fc.integer({ min: 0, max: 30 }),
        fc.double({ min: 5, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (variant, x, T, t) => {
          const customer: Customer = { x, tx: x === 0 ? 0 : 0.8 * T, T };
          const own = countDistribution(variant, CDNOW, customer, t);
          expect(own.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 8);
          const { mean, variance } = countMoments(variant, CDNOW, customer, t);
          expect(mean / expectedPurchases(variant, CDNOW, customer, t)).toBeCloseTo(1, 5);
          expect(variance).toBeGreaterThan(0);
          expect(1 - own[0]!).toBeCloseTo(probabilityOfPurchase(variant, CDNOW, customer, t), 10);
        },
      ),
    );
  });

  test('slices of equal probability have its mean', () => {
    const often = { x: 7, tx: 29.43, T: 38.86 };
    const counts = stratifiedCounts('bg', [CDNOW], often, 39, new Float64Array(2000));
    expect(counts.reduce((sum, v) => sum + v, 0) / 2000).toBeCloseTo(3.337, 1);
  });
});

describe('totals', () => {
  const params = paramsOf(fitBgNbd('bg', S2, 'map'))!;
  const model = { variant: 'bg' as const, params, information: bgNbdInformation('bg', S2, 'map', params) };
  const half = Int32Array.from(S2.x, (x) => (x === 0 ? 0 : 1));

  test('classes add up, intervals hold the expectation, and drawn and normal ones agree', () => {
    const [none, some, all] = forecastTotals(model, S2, 26, half, 2, 1) as [Total, Total, Total];
    expect(none.expected + some.expected).toBeCloseTo(all.expected, 9);
    // the same customers six times over are too many to be drawn one by one
    const six = <T extends number>(v: ArrayLike<T>): T[] =>
      Array.from(v).flatMap((value, i) => new Array<T>(6 * S2.count[i]!).fill(value));
    const many = repeatPurchases(six(S2.x), six(S2.tx), six(S2.T));
    const [, , allMany] = forecastTotals(
      model,
      many,
      26,
      Int32Array.from(many.x, (x) => (x === 0 ? 0 : 1)),
      2,
      1,
    ) as [Total, Total, Total];
    expect(allMany.expected).toBeCloseTo(6 * all.expected, 6);
    for (const total of [none, some, all, allMany]) {
      expect(total.lo).toBeLessThan(total.expected);
      expect(total.hi).toBeGreaterThan(total.expected);
    }
    // parameter noise alone keeps the share; chance shrinks with the root of 6
    const width = (t: Total): number => (t.hi - t.lo) / t.expected;
    expect(width(allMany)).toBeLessThan(width(all));
    expect(width(allMany)).toBeGreaterThan(width(all) / Math.sqrt(6));
  });
});

type Total = ReturnType<typeof forecastTotals>[number];

describe('grades (MODELS 2.5)', () => {
  const passed = { error: 0.05, passed: true } as Parameters<typeof gradeModel>[3];
  const off = { error: 0.3, passed: false } as Parameters<typeof gradeModel>[3];
  test.each([
    [9, 100, passed, 'D'],
    [10, 100, passed, 'C'],
    [29, 100, passed, 'C'],
    [30, 100, passed, 'B'],
    [149, 100, passed, 'B'],
    [150, 100, passed, 'A'],
    [150, 25, passed, 'B'],
    [150, 100, null, 'B'],
    [150, 100, off, 'B'],
    [40, 100, off, 'C'],
  ])('%i who came back in %i weeks: %s', (repeaters, weeks, test, grade) =>
    expect(gradeModel(repeaters, weeks, true, test).grade).toBe(grade),
  );

  test('says how far off it was, and that a year is missing', () => {
    const { warnings } = gradeModel(200, 30, true, off);
    expect(warnings[0]).toContain('less than a year');
    expect(warnings[1]).toBe('Looking back, the forecast was 30 % too high; expect it to be so again.');
    expect(gradeModel(50, 90, false, null).grade).toBe('D');
  });
});
