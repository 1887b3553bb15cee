import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abcClasses } from '../../../src/main/analytics/value/abc.ts';
import { concentration, gini, hhi, topShare } from '../../../src/main/analytics/value/concentration.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { whaleCurve } from '../../../src/main/analytics/value/whale-curve.ts';
import { cdnowIsPresent, readCdnow } from '../reference-data.ts';

const revenues = fc.array(fc.integer({ min: -1_000, max: 100_000 }), { minLength: 1, maxLength: 60 });

describe('concentration', () => {
  test.each([
    [[1, 2, 3, 4, 5], 0.2667],
    [[0, 0, 0, 10], 0.75],
    [[7, 7, 7], 0],
  ])('Gini of %j is %d (MODELS 3)', (values, expected) => expect(gini(values)).toBeCloseTo(expected, 4));

  test('HHI of {1..5} is 55/225, as of 4.09 equal customers', () => {
    expect(hhi([1, 2, 3, 4, 5])).toBeCloseTo(55 / 225, 12);
    expect(concentration([1, 2, 3, 4, 5]).effectiveCustomers).toBeCloseTo(225 / 55, 12);
  });

  test.skipIf(!cdnowIsPresent)('CDNOW: the figures of MODELS 3 (skips where the file is absent)', () => {
    const c = concentration(purchaseSummary(readCdnow()).revenue);
    expect(c.revenue).toBe(24_409_194);
    expect(c.gini).toBeCloseTo(0.6309, 4);
    expect(c.top10Share).toBeCloseTo(0.0849, 4);
    expect(c.topDecileShare).toBeCloseTo(0.5081, 4);
    expect(c.topQuintileShare).toBeCloseTo(0.674, 4);
    expect(c.warnings).toEqual([]);
  });

  test('negative revenue counts as 0 and says so', () => {
    const c = concentration([10, 0, 0, 0, -5]);
    expect(c.gini).toBeCloseTo(0.8, 12);
    expect(c.revenue).toBe(5);
    expect(c.clipped).toBe(1);
    expect(c.warnings[0]).toBe('1 customer returned more than they bought; they count as 0 here.');
  });

  test('without revenue there is nothing to share', () => {
    for (const list of [[], [0, 0], [-3]]) {
      const c = concentration(list);
      expect([c.gini, c.hhi, c.effectiveCustomers, c.topShare, c.top10Share, c.topQuintileShare]).toEqual(
        new Array(6).fill(null),
      );
    }
  });

  test('dependency on one customer above 10 % and on ten above 50 % is said', () => {
    const many = new Array<number>(100).fill(1);
    expect(concentration(many).warnings).toEqual([]);
    expect(concentration([...many, 20]).warnings).toEqual([
      'Your biggest customer brings 17 % of revenue: losing them would be felt.',
    ]);
    expect(concentration([...many, ...new Array<number>(10).fill(11)]).warnings).toEqual([
      'Ten customers bring 52 % of revenue.',
    ]);
  });

  test('of ten customers alike, that ten bring everything is no news', () => {
    expect(concentration(new Array<number>(10).fill(5)).warnings).toEqual([]);
  });

  test('neither the order of the customers nor the unit of money matters', () => {
    fc.assert(
      fc.property(revenues, fc.integer({ min: 2, max: 100 }), (list, factor) => {
        const a = concentration(list);
        const b = concentration([...list].reverse().map((v) => v * factor));
        expect(a.gini === null).toBe(b.gini === null);
        if (a.gini === null || b.gini === null) return;
        expect(b.gini).toBeCloseTo(a.gini, 9);
        expect(b.hhi).toBeCloseTo(a.hhi!, 9);
        expect(b.top10Share).toBeCloseTo(a.top10Share!, 9);
      }),
    );
  });

  test('bounds: 0 <= Gini < 1, 1/n <= HHI <= 1, shares grow with k up to 1', () => {
    fc.assert(
      fc.property(revenues, (list) => {
        const c = concentration(list);
        if (c.gini === null) return;
        expect(c.gini).toBeGreaterThanOrEqual(0);
        expect(c.gini).toBeLessThan(1);
        expect(c.hhi!).toBeGreaterThanOrEqual(1 / list.length - 1e-12);
        expect(c.hhi!).toBeLessThanOrEqual(1 + 1e-12);
        expect(topShare(list, list.length)).toBeCloseTo(1, 12);
        expect(c.top10Share!).toBeGreaterThanOrEqual(c.topShare!);
      }),
    );
  });
});

describe('ABC classes', () => {
  test('A is the smallest prefix that reaches 80 %, B goes on to 95 %', () => {
    expect(abcClasses([5, 50, 10, 30, 5])).toEqual(['B', 'A', 'B', 'A', 'C']);
    expect(abcClasses([0, 100, -20])).toEqual(['C', 'A', 'C']);
    expect(abcClasses([])).toEqual([]);
  });

  test('A holds at least 80 % of positive revenue, and not without its smallest member', () => {
    fc.assert(
      fc.property(revenues, (list) => {
        const positive = list.reduce((sum, v) => sum + Math.max(0, v), 0);
        if (positive === 0) return;
        const a = list.filter((_, i) => abcClasses(list)[i] === 'A');
        const held = a.reduce((sum, v) => sum + v, 0);
        expect(5 * held).toBeGreaterThanOrEqual(4 * positive);
        expect(5 * (held - Math.min(...a))).toBeLessThan(4 * positive);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whale curve', () => {
  test('the fixture of MODELS 3: peak 680, total 500, ratio 1.36', () => {
    const curve = whaleCurve([300, 200, 100, 50, 20, 10, 0, -20, -60, -100]);
    expect(curve.peak).toBe(680);
    expect(curve.total).toBe(500);
    expect(curve.peakRatio).toBeCloseTo(1.36, 12);
    expect(curve.customersAtPeak).toBe(6);
    expect(curve.lossCustomers).toBe(3);
    expect(curve.loss).toBe(180);
    expect(curve.cumulative.at(-1)).toBe(500);
  });

  test('a total that is not positive has no ratio, only amounts', () => {
    expect(whaleCurve([10, -30]).peakRatio).toBeNull();
    expect(whaleCurve([]).peakRatio).toBeNull();
  });
});
