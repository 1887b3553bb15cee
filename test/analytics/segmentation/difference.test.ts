import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascendingOrder } from '../../../src/main/analytics/numeric/order-statistics.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import {
  alikeSegments,
  comparedColumns,
  segmentDifference,
} from '../../../src/main/analytics/segmentation/difference.ts';
import { holm, kruskalWallis } from '../../../src/main/analytics/segmentation/kruskal-wallis.ts';
import type { Measures } from '../../../src/main/analytics/segmentation/measures.ts';
import type { SegmentRule } from '../../../src/shared/model/segment.ts';
import { IRIS, SPECIES } from './iris.ts';

const kw = (values: readonly number[], groupOf: ArrayLike<number>, groups: number) =>
  kruskalWallis(values, groupOf, ascendingOrder(values), groups);

describe('Kruskal–Wallis', () => {
  test('Iris sepal length by species: MODELS 9, equal to scipy.stats.kruskal', () => {
    const lengths = IRIS.map(([length]) => length!);
    const found = kw(lengths, SPECIES, 3)!;
    expect(found.h).toBeCloseTo(96.937436, 6);
    expect(found.p / 8.918734e-22).toBeCloseTo(1, 6);
    expect(found.rankEtaSquared).toBeCloseTo(0.6458, 4);
    expect(found.etaSquared).toBeCloseTo(0.6187, 4);
    expect([found.df, found.n]).toEqual([2, 150]);
  });

  test('says nothing where nothing can be said', () => {
    expect(kw([1, 2, 3], [0, 0, 0], 1)).toBeNull();
    expect(kw([4, 4, 4, 4], [0, 1, 0, 1], 2)).toBeNull();
    expect(kw([1, 2], [0, 1], 2)).toBeNull();
    expect(kw([], [], 2)).toBeNull();
  });

  test('stays what it is when values are stretched in order and groups change names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 5,
          maxLength: 60,
        }),
        (pairs) => {
          const values = pairs.map(([v]) => v);
          const groups = pairs.map(([, g]) => g);
          const plain = kw(values, groups, 3);
          const other = kw(
            values.map((v) => v ** 3 + 7),
            groups.map((g) => 2 - g),
            3,
          );
          if (!plain || !other) {
            expect(other).toEqual(plain);
            return;
          }
          expect(other.h).toBeCloseTo(plain.h, 9);
          expect(other.p).toBeCloseTo(plain.p, 9);
          for (const share of [plain.p, plain.rankEtaSquared, plain.etaSquared]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  test('Holm (1979): each p times what is left, never falling, at most 1', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

const N = 200;
const random = seededRandom(8);
const noise = (): Float64Array => Float64Array.from({ length: N }, () => random());
/** Half of the customers in each of two segments; the columns named differ between them. */
const measuresWhere = (
  ...apart: readonly ('revenue12m' | 'purchaseDays' | 'daysSinceLast' | 'usualGap')[]
) => {
  const column = (name: string): Float64Array =>
    noise().map((v, i) => 2 + v + ((apart as readonly string[]).includes(name) ? 5 * (i % 2) : 0));
  return {
    customer: Int32Array.from({ length: N }, (_, i) => i),
    revenue12m: column('revenue12m'),
    revenue: column('revenue'),
    purchaseDays: column('purchaseDays'),
    overdueRatio: column('overdueRatio'),
    daysSinceFirst: column('daysSinceFirst'),
    daysSinceLast: column('daysSinceLast'),
    usualGap: column('usualGap'),
    shopGap: 10,
    daysObserved: 700,
  } satisfies Measures;
};
const halves = Int16Array.from({ length: N }, (_, i) => i % 2);
const groups = (...measures: SegmentRule['all'][number]['measure'][]) =>
  ['Odd', 'Even'].map((name) => ({
    name,
    customers: N / 2,
    definition: { all: measures.map((measure) => ({ measure, min: 1 })) },
  }));

describe('whether segments truly differ (MODELS 9)', () => {
  test('on two measures of which one is free: yes', () => {
    const columns = comparedColumns(measuresWhere('revenue12m', 'daysSinceLast'));
    const { verdict, sentence } = segmentDifference(columns, halves, groups('revenue12m'));
    expect(verdict).toBe('different');
    expect(sentence).toContain('days since the last purchase');
    expect(alikeSegments(columns, halves, groups('revenue12m'))).toEqual([]);
  });

  test('only where their own rules divide them: circular, and said', () => {
    const columns = comparedColumns(measuresWhere('revenue12m', 'daysSinceLast'));
    const { verdict, sentence, measures } = segmentDifference(
      columns,
      halves,
      groups('revenue', 'overdueRatio'),
    );
    expect(verdict).toBe('circular');
    expect(sentence).toContain('what their own rules ask for');
    expect(measures.filter(({ defines }) => defines).map(({ measure }) => measure)).toEqual([
      'value',
      'recency',
    ]);
  });

  test('on one measure or none: no, and the pair is alike', () => {
    const one = comparedColumns(measuresWhere('revenue12m'));
    expect(segmentDifference(one, halves, groups('purchaseDays')).verdict).toBe('not-different');
    expect(alikeSegments(one, halves, groups('purchaseDays'))).toEqual([{ a: 0, b: 1, only: 'value' }]);
    const none = comparedColumns(measuresWhere());
    expect(segmentDifference(none, halves, groups()).verdict).toBe('not-different');
    expect(alikeSegments(none, halves, groups())).toEqual([{ a: 0, b: 1, only: null }]);
  });

  test('a few dozen who differ wholly from thousands are not taken for alike', () => {
    const n = 4000;
    const few = Int16Array.from({ length: n }, (_, i) => (i % 100 === 0 ? 1 : 0));
    const apart = Float64Array.from({ length: n }, (_, i) => random() + 5 * few[i]!);
    const same = Float64Array.from({ length: n }, () => random());
    const columns = comparedColumns({
      customer: Int32Array.from({ length: n }, (_, i) => i),
      revenue12m: apart,
      revenue: apart,
      purchaseDays: apart,
      overdueRatio: same,
      daysSinceFirst: same,
      daysSinceLast: same,
      usualGap: same,
      shopGap: 10,
      daysObserved: 700,
    });
    const sized = groups('revenue').map((group, i) => ({ ...group, customers: i === 1 ? 40 : n - 40 }));
    expect(alikeSegments(columns, few, sized)).toEqual([]);
  });

  test('with too few customers it is not judged', () => {
    const columns = comparedColumns(measuresWhere());
    const few = groups().map((group) => ({ ...group, customers: 29 }));
    expect(segmentDifference(columns, halves, few).verdict).toBe('too-few');
    expect(alikeSegments(columns, halves, few)).toEqual([]);
  });
});
