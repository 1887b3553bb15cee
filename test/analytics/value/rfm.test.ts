import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { midrankScores, rfmLabel, rfmOf, rfmScores } from '../../../src/main/analytics/value/rfm.ts';
import { countingFreeDays, historyOf } from '../builders.ts';
import { cdnowIsPresent, readCdnow } from '../reference-data.ts';

const sizes = (scores: Uint8Array): Record<number, number> => {
  const count: Record<number, number> = {};
  for (const score of scores) if (score > 0) count[score] = (count[score] ?? 0) + 1;
  return count;
};

const shuffled = <T>(values: readonly T[], order: readonly number[]): T[] => order.map((i) => values[i]!);

describe('RFM by midrank', () => {
  test.skipIf(!cdnowIsPresent)(
    'CDNOW, all 2,357 customers: sizes of MODELS 1 (skips where the file is absent)',
    () => {
      const p = purchaseSummary(countingFreeDays(readCdnow()));
      const rfm = rfmOf(p);
      expect(rfm.n).toBe(2357);
      expect([1, 2, 3].map((k) => p.purchaseDays.filter((days) => days === k).length)).toEqual([
        1218, 403, 209,
      ]);
      expect(sizes(rfm.f)).toEqual({ 2: 1218, 4: 612, 5: 527 });
      expect(sizes(rfm.r)).toEqual({ 1: 482, 2: 455, 3: 479, 4: 470, 5: 471 });
      expect(sizes(rfm.m)).toEqual({ 1: 481, 2: 462, 3: 472, 4: 471, 5: 471 });
      expect([...p.customer.keys()].filter((i) => rfmLabel(rfm, i) === '555')).toHaveLength(258);
      expect(rfm.warnings).toEqual([]);
    },
  );

  test.skipIf(!cdnowIsPresent)(
    'CDNOW, the 2,349 with a purchase day: sizes of MODELS 1 (skips where the file is absent)',
    () => {
      const p = purchaseSummary(readCdnow());
      const rfm = rfmOf(p);
      expect(rfm.n).toBe(2349);
      expect(p.purchaseDays.filter((days) => days === 1)).toHaveLength(1210);
      expect(sizes(rfm.r)).toEqual({ 1: 478, 2: 468, 3: 462, 4: 470, 5: 471 });
      expect(sizes(rfm.m)).toEqual({ 1: 473, 2: 467, 3: 469, 4: 470, 5: 470 });
      expect([...p.customer.keys()].filter((i) => rfmLabel(rfm, i) === '555')).toHaveLength(257);
      expect([...p.customer.keys()].filter((i) => rfmLabel(rfm, i) === null)).toHaveLength(8);
    },
  );

  test('one value held by more than 60 % leaves the levels below it, it, and above it', () => {
    const values = [...new Array<number>(70).fill(1), ...Array.from({ length: 30 }, (_, k) => 2 + k)];
    const { scores, collapsedTo } = midrankScores(values, 5);
    expect(collapsedTo).toBe(2);
    expect(sizes(scores)).toEqual({ 2: 70, 5: 30 });
    const around = [
      ...new Array<number>(10).fill(0),
      ...new Array<number>(65).fill(1),
      ...new Array<number>(25).fill(2),
    ];
    expect(midrankScores(around, 5).collapsedTo).toBe(3);
  });

  test('a dimension that collapses says so', () => {
    const n = 40;
    const rfm = rfmScores(
      Array.from({ length: n }, (_, k) => k),
      new Array<number>(n).fill(1),
      Array.from({ length: n }, (_, k) => 100 + k),
    );
    expect(rfm.warnings).toEqual([
      'All customers are alike in how often they bought: it tells nobody apart.',
    ]);
    expect(new Set(rfm.f).size).toBe(1);
  });

  test('below 25 customers three levels are told apart', () => {
    const column = Array.from({ length: 24 }, (_, k) => k);
    const rfm = rfmScores(column, column, column);
    expect(rfm.levels).toBe(3);
    expect(sizes(rfm.r)).toEqual({ 1: 8, 2: 8, 3: 8 });
    expect(rfm.warnings[0]).toContain('24 customers');
    expect(rfmScores([...column, 24], [...column, 24], [...column, 24]).levels).toBe(5);
  });

  test('customers without a purchase day have no score and do not move the others', () => {
    const bought = Array.from({ length: 30 }, (_, k) => [[k, 100 + k] as const]);
    const alone = rfmOf(purchaseSummary(historyOf(bought, 40)));
    const withReturn = rfmOf(purchaseSummary(historyOf([...bought, [[5, -10]]], 40)));
    expect([...withReturn.m.slice(0, 30)]).toEqual([...alone.m]);
    expect(rfmLabel(withReturn, 30)).toBeNull();
  });

  const column = (n: number) => fc.array(fc.integer({ min: 0, max: 12 }), { minLength: n, maxLength: n });

  test('equal values share a score, more is never less, and the order of the customers does not matter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }).chain((n) =>
          fc.tuple(
            column(n),
            fc.shuffledSubarray(
              Array.from({ length: n }, (_, k) => k),
              { minLength: n, maxLength: n },
            ),
          ),
        ),
        ([values, order]) => {
          const { scores } = midrankScores(values, 5);
          for (let i = 0; i < values.length; i++)
            for (let j = 0; j < values.length; j++)
              if (values[i]! >= values[j]!) expect(scores[i]!).toBeGreaterThanOrEqual(scores[j]!);
          expect([...midrankScores(shuffled(values, order), 5).scores]).toEqual(shuffled([...scores], order));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('money in another unit gives the same scores', () => {
    fc.assert(
      fc.property(column(40), fc.integer({ min: 1, max: 1000 }), (values, factor) => {
        expect([
          ...midrankScores(
            values.map((v) => v * factor),
            5,
          ).scores,
        ]).toEqual([...midrankScores(values, 5).scores]);
      }),
      { numRuns: 60 },
    );
  });
});
