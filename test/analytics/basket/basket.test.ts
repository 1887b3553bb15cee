import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { affinity, ruleStrength } from '../../../src/main/analytics/basket/affinity.ts';
import { basketsOf, basketsOfLines, itemCounts } from '../../../src/main/analytics/basket/baskets.ts';
import { nextProducts, openingsOf } from '../../../src/main/analytics/basket/next-product.ts';
import { popularity } from '../../../src/main/analytics/basket/popularity.ts';
import {
  itemsEverBought,
  type SoldLines,
  typicalMargins,
} from '../../../src/main/analytics/basket/sold-lines.ts';
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
    // one order per customer and day
    order: Int32Array.from(rows, (r) => rows.findIndex((o) => o[1] === r[1] && o[2] === r[2])),
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
      orders: 3,
      buyers: 2,
      repeatShare: 0.5,
    });
    expect(rows[0]!.trend).toBeCloseTo(-0.1, 12);
    expect(rows[1]).toEqual({
      item: 0,
      revenue: 900,
      margin: 800,
      orders: 1,
      buyers: 1,
      repeatShare: 0,
      trend: -1,
    });
    expect(rows[2]).toEqual({
      item: 2,
      revenue: 900,
      margin: null,
      orders: 1,
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
  bought: Int32Array.from(bought).sort(),
  closed: Int32Array.from(bought).sort(),
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
    for (const w of open)
      expect(people.find((p) => p.id === w.customer)!.bought.includes(w.item)).toBe(false);
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
    customers: 9,
    sure: true,
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

describe('from sold lines', () => {
  const line = fc.record({
    item: fc.nat(7),
    customer: fc.integer({ min: -1, max: 4 }),
    day: fc.integer({ min: -3, max: 6 }),
    order: fc.nat(9),
    net: fc.integer({ min: -5, max: 20 }),
  });
  type Line = { item: number; customer: number; day: number; order: number; net: number };
  const columns = (rows: readonly Line[]): SoldLines => ({
    item: Int32Array.from(rows, (r) => r.item),
    customer: Int32Array.from(rows, (r) => r.customer),
    order: Int32Array.from(rows, (r) => r.order),
    day: Int32Array.from(rows, (r) => r.day),
    net: Float64Array.from(rows, (r) => r.net),
    cost: new Float64Array(rows.length).fill(Number.NaN),
    items: 8,
  });

  test('baskets are what a customer buys on a day, or one receipt; given back or free is in none', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (rows) => {
        const wanted = new Map<string, Set<number>>();
        for (const { item, customer, day, order, net } of rows) {
          if (net <= 0) continue;
          const key = customer < 0 ? `receipt ${order}` : `${customer} on ${day}`;
          wanted.set(key, (wanted.get(key) ?? new Set()).add(item));
        }
        const { start, item, customer } = basketsOfLines(columns(rows));
        const found = Array.from(customer, (_, i) => [...item.subarray(start[i]!, start[i + 1]!)]);
        expect(found).toEqual([...wanted.values()].map((items) => [...items].sort((a, b) => a - b)));
      }),
    );
  });

  test('popularity and what was ever bought do not hang on the order of the lines; money scales', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (rows, factor) => {
        const there = columns(rows);
        const back = columns([...rows].reverse());
        expect(popularity(back)).toEqual(popularity(there));
        expect(itemsEverBought(back, 5)).toEqual(itemsEverBought(there, 5));
        const scaled = popularity(columns(rows.map((r) => ({ ...r, net: r.net * factor }))));
        expect(scaled.map((p) => [p.item, p.revenue, p.buyers])).toEqual(
          popularity(there).map((p) => [p.item, p.revenue * factor, p.buyers]),
        );
        const margins = typicalMargins(there, Int32Array.from([0, 0, 1, 1, 2, 2, 3, 3]), 4);
        expect([...margins].every((margin) => margin >= 0)).toBe(true);
        expect(margins[0]).toBe(margins[1]);
      }),
    );
  });

  test('typical margin: the median line of the category, less the goods’ cost where it is known', () => {
    const sold = {
      ...columns([10, 20, 90, 40].map((net, i) => ({ item: i, customer: 1, day: 1, order: 1, net }))),
      cost: Float64Array.from([4, 4, Number.NaN, Number.NaN]),
    };
    const margins = typicalMargins(sold, Int32Array.from([0, 0, 1, 1, 2, 2, 2, 2]), 3);
    expect([...margins]).toEqual([11, 11, 65, 65, 0, 0, 0, 0]);
  });
});

describe('the best of several offers', () => {
  const person = fc.record({
    segment: fc.integer({ min: -1, max: 2 }),
    bought: fc.uniqueArray(fc.nat(9), { maxLength: 6 }),
  });
  const pair = fc
    .record({ from: fc.nat(9), to: fc.nat(9), lift: fc.double({ min: 1.1, max: 6, noNaN: true }) })
    .filter(({ from, to }) => from !== to)
    .map((p) => ({ ...p, count: 9, support: 0.1, confidence: 0.5, confidenceBack: 0.4, liftLo: 1.05 }));

  test('looked up, they are what trying every item gives', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 1, maxLength: 12 }),
        fc.array(pair, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (people, pairs, most) => {
          const prospects = people.map((p, i) => prospect(i, p.segment, p.bought, 0.5));
          const margin = [5, 1, 8, 2, 9, 0, 3, 7, 4, 6];
          const appeal = appealOf(prospects, margin);
          const wanted = prospects.flatMap((p) =>
            margin
              .flatMap((each, item) => {
                const share = appeal.share(p.segment, item);
                if (each === 0 || share === 0 || p.bought.includes(item)) return [];
                const lift = Math.max(
                  1,
                  ...pairs.flatMap(({ from, to, lift }) =>
                    (from === item && p.bought.includes(to)) || (to === item && p.bought.includes(from))
                      ? [lift]
                      : [],
                  ),
                );
                return [{ customer: p.id, item, score: share * 0.5 * each * lift }];
              })
              .sort((a, b) => b.score - a.score || a.item - b.item)
              .slice(0, most),
          );
          const found = nextProducts(prospects, margin, pairs, most).filter(({ score }) => score > 0);
          expect(found.map(({ customer, item }) => [customer, item])).toEqual(
            wanted.map(({ customer, item }) => [customer, item]),
          );
          expect(openingsOf(found).reduce((sum, { customers }) => sum + customers.length, 0)).toBe(
            found.length,
          );
        },
      ),
    );
  });

  test('one buyer is no taste, and a rare thing is nobody’s likely purchase', () => {
    const people = Array.from({ length: 40 }, (_, i) => prospect(i, 0, i < 20 ? [0, 1] : i < 23 ? [2] : []));
    const appeal = appealOf(people, [1, 1, 1000, 1], { share: 0.1, buyers: 5 });
    expect([...appeal.ranked(0)]).toEqual([0, 1]);
  });
});

test('of too many items the most sold are looked at, and it is said how many were not', () => {
  const rows = Array.from({ length: 60 }, (_, i) => ({
    customer: i,
    items: [0, 1, ...(i < 30 ? [2] : []), ...(i < 20 ? [3] : [])],
  }));
  expect(affinity(basketsOf(rows, 4), 1, 3)).toMatchObject({ tested: 3, itemsLeftOut: 1 });
  expect(affinity(basketsOf(rows, 4))).toMatchObject({ tested: 6, itemsLeftOut: 0 });
});
