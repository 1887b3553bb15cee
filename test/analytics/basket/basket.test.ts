import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affinity, ruleStrength } from '../../../src/main/analytics/basket/affinity.ts';
import { basketsOf, itemCounts } from '../../../src/main/analytics/basket/baskets.ts';
import { nextProducts } from '../../../src/main/analytics/basket/next-product.ts';
import { popularity, type SoldLines } from '../../../src/main/analytics/basket/popularity.ts';
import { appealOf, type Prospect, whiteSpace } from '../../../src/main/analytics/basket/white-space.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

const [BREAD, MILK, DIAPER, BEER, EGGS, COLA] = [0, 1, 2, 3, 4, 5] as const;
const TAN = basketsOf(
  [
    [BREAD, MILK],
    [BREAD, DIAPER, BEER, EGGS],
    [MILK, DIAPER, BEER, COLA],
    [BREAD, MILK, DIAPER, BEER],
    [BREAD, MILK, DIAPER, COLA],
  ].map((items) => ({ customer: -1, items })),
  6,
);

describe('affinity', () => {
  test('[VR] Tan, Steinbach & Kumar: {Milk, Diaper} → Beer .4, .667, 1.111', () => {
    const rule = ruleStrength(TAN, [MILK, DIAPER], BEER);
    expect(rule.count).toBe(2);
    expect(rule.support).toBeCloseTo(0.4, 12);
    expect(rule.confidence).toBeCloseTo(0.667, 3);
    expect(rule.lift).toBeCloseTo(1.111, 3);
    expect([...itemCounts(TAN)]).toEqual([4, 4, 4, 3, 1, 2]);
  });

  test('what is in no basket has no lift', () =>
    expect(ruleStrength(basketsOf([{ customer: 1, items: [0] }], 2), [1], 0)).toEqual({
      count: 0,
      support: 0,
      confidence: null,
      lift: null,
    }));

  /** Ten items at random, of which 0 and 1 are drawn together. */
  const shop = (together: number, seed: number) => {
    const random = seededRandom(seed);
    return basketsOf(
      Array.from({ length: 600 }, (_, i) => {
        const items = [2, 3, 4, 5, 6, 7, 8, 9].filter(() => random() < 0.2);
        if (random() < 0.2) items.push(0, ...(random() < together ? [1] : []));
        else if (random() < 0.1) items.push(1);
        return { customer: Math.floor(i / 3), items };
      }),
      10,
    );
  };

  test('a true pair is found, by the rarer item first, and chance pairs are kept out', () => {
    const found = affinity(shop(0.6, 4));
    const [pair] = found.pairs;
    expect([pair!.from, pair!.to].sort()).toEqual([0, 1]);
    expect(pair!.lift).toBeGreaterThan(2);
    expect(pair!.liftLo).toBeGreaterThan(1.5);
    expect(pair!.liftLo).toBeLessThan(pair!.lift);
    expect(found).toMatchObject({ baskets: 600, tested: 45, fewest: 5 });
    expect(found.pairs.length).toBeLessThan(6);
    expect(affinity(shop(0.6, 4))).toEqual(found);
  });

  test('the habit of one customer is no affinity', () => {
    const random = seededRandom(9);
    const others = Array.from({ length: 200 }, (_, i) => ({
      customer: i,
      items: [2 + Math.floor(random() * 3), ...(random() < 0.1 ? [0] : []), ...(random() < 0.1 ? [1] : [])],
    }));
    const regular = Array.from({ length: 10 }, () => ({ customer: 999, items: [0, 1] }));
    const { pairs } = affinity(basketsOf([...others, ...regular], 5));
    expect(pairs.filter((p) => p.from + p.to === 1)).toEqual([]);
  });

  test('counts of pairs equal those of the rules', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const baskets = shop(0.8, seed);
        for (const pair of affinity(baskets, seed).pairs) {
          const rule = ruleStrength(baskets, [pair.from], pair.to);
          expect(rule.count).toBe(pair.count);
          expect(pair.lift).toBeCloseTo(rule.lift!, 10);
          expect(pair.confidence).toBeCloseTo(rule.confidence!, 10);
          expect(pair.confidence).toBeGreaterThanOrEqual(pair.confidenceBack);
        }
      }),
      { numRuns: 5 },
    );
  });

  test('no baskets are no error, items outside the list are', () => {
    expect(affinity(basketsOf([], 3))).toMatchObject({ pairs: [], tested: 0 });
    expect(() => basketsOf([{ customer: 1, items: [3] }], 3)).toThrow(RangeError);
  });
});

describe('popular products', () => {
  const lines = (
    rows: readonly (readonly [item: number, customer: number, day: number, net: number, cost: number])[],
  ): SoldLines => ({
    item: Int32Array.from(rows, (r) => r[0]),
    customer: Int32Array.from(rows, (r) => r[1]),
    day: Int32Array.from(rows, (r) => r[2]),
    net: Float64Array.from(rows, (r) => r[3]),
    cost: Float64Array.from(rows, (r) => r[4]),
    items: 4,
  });

  test('revenue, margin, buyers, repeat share, trend', () => {
    const rows = popularity(
      lines([
        [1, 7, 10, 500, 300],
        [1, 7, 10, 500, 300],
        [1, 7, 60, 600, 300],
        [1, 8, 60, 400, 200],
        [1, 8, 61, -100, 0],
        [2, -1, 60, 900, Number.NaN],
        [0, 9, 10, 900, 100],
      ]),
      { start: 0, middle: 50, end: 100 },
    );
    expect(rows[0]).toMatchObject({
      item: 1,
      revenue: 1900,
      margin: 800,
      lines: 4,
      buyers: 2,
      repeatShare: 0.5,
    });
    expect(rows[0]!.trend).toBeCloseTo(-0.1, 12);
    expect(rows[1]).toEqual({
      item: 0,
      revenue: 900,
      margin: 800,
      lines: 1,
      buyers: 1,
      repeatShare: 0,
      trend: -1,
    });
    expect(rows[2]).toEqual({
      item: 2,
      revenue: 900,
      margin: null,
      lines: 1,
      buyers: 0,
      repeatShare: null,
      trend: null,
    });
    expect(rows).toHaveLength(3);
  });

  test('nothing sold is no error', () => expect(popularity(lines([]))).toEqual([]));
});

const prospect = (
  id: number,
  segment: number,
  bought: readonly number[],
  pActive = 1,
  optedOut = false,
): Prospect => ({
  id,
  segment,
  pActive,
  bought: new Set(bought),
  optedOut,
});

describe('white space', () => {
  const people = [
    ...Array.from({ length: 10 }, (_, i) => prospect(i, 0, i < 8 ? [0, 1] : [0])),
    ...Array.from({ length: 30 }, (_, i) => prospect(10 + i, 1, [2])),
  ];

  test('penetration of the segment, drawn to the shop’s by ten customers (κ = 10)', () => {
    const appeal = appealOf(people, [1, 1, 1, 1]);
    expect(appeal.share(0, 1)).toBeCloseTo((8 + 10 * 0.2) / 20, 12);
    expect(appeal.share(-1, 1)).toBe(0.2);
    expect(appeal.share(77, 2)).toBe(0.75);
    expect([...appeal.ranked(0)]).toEqual([0, 1, 2]);
    expect([...appeal.ranked(1)]).toEqual([2, 0, 1]);
  });

  test('score = penetration × P(active) × margin; never what was bought, nobody who opted out', () => {
    const open = whiteSpace(people, [100, 200, 300, 400], 2);
    const nine = open.filter((w) => w.customer === 9);
    // .5 × 200 against .375 × 300
    expect(nine.map((w) => [w.item, w.score])).toEqual([
      [2, expect.closeTo(112.5, 9)],
      [1, expect.closeTo(100, 9)],
    ]);
    expect(
      whiteSpace([...people, prospect(99, 0, [], 0.5, true)], [1, 1, 1]).some((w) => w.customer === 99),
    ).toBe(false);
    for (const w of open) expect(people.find((p) => p.id === w.customer)!.bought.has(w.item)).toBe(false);
    const quiet = whiteSpace([prospect(1, 0, [0]), prospect(2, 0, [1], 0.5)], [100, 100]);
    expect(quiet.find((w) => w.customer === 2)!.score).toBeCloseTo(
      quiet.find((w) => w.customer === 1)!.score / 2,
      12,
    );
  });
});

describe('next product', () => {
  const pair = {
    from: 0,
    to: 2,
    count: 9,
    support: 0.1,
    confidence: 0.5,
    confidenceBack: 0.4,
    lift: 3,
    liftLo: 2,
  };
  const people = [
    prospect(1, 0, [0]),
    prospect(2, 0, [1]),
    prospect(3, 0, [2, 1]),
    prospect(4, 0, [0, 1, 2]),
    prospect(5, 0, [0, 1]),
  ];

  test('white space times lift from what was bought before', () => {
    const next = nextProducts(people, [100, 110, 100], [pair]);
    expect(next.find((n) => n.customer === 1)).toMatchObject({ item: 2, because: 0, lift: 3 });
    expect(next.find((n) => n.customer === 3)).toMatchObject({ item: 0, because: 2, lift: 3 });
    expect(next.find((n) => n.customer === 2)).toMatchObject({ because: null, lift: 1 });
    expect(next.some((n) => n.customer === 4)).toBe(false);
    // looked up, not searched for: the same as trying every item
    expect(next.find((n) => n.customer === 5)).toMatchObject({ item: 2, because: 0 });
  });
});
