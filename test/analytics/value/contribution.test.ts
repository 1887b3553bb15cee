import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CustomerLines,
  contribution,
  contributionRange,
} from '../../../src/main/analytics/value/contribution.ts';
import { costToServe } from '../../../src/main/analytics/value/cost-to-serve.ts';
import { COST_SOURCES, type CostedLines, goodsCosts } from '../../../src/main/analytics/value/goods-cost.ts';
import { whaleCurve } from '../../../src/main/analytics/value/whale-curve.ts';

type Line = { item: number; customer: number; quantity: number; net: number; day?: number };

const columns = (rows: readonly Line[]): CostedLines & CustomerLines => ({
  day: Int32Array.from(rows, (r) => r.day ?? 1),
  item: Int32Array.from(rows, (r) => r.item),
  customer: Int32Array.from(rows, (r) => r.customer),
  quantity: Float64Array.from(rows, (r) => r.quantity),
  net: Float64Array.from(rows, (r) => r.net),
});

/** Items 0 and 1 are of one category, 2 and 3 of another. */
const CATEGORY = { categoryOf: Int32Array.from([0, 0, 1, 1]), categories: 2 };
const UNKNOWN = Number.NaN;

describe('cost of goods', () => {
  const rows: Line[] = [
    { item: 0, customer: 0, quantity: 2, net: 1000 },
    { item: 1, customer: 0, quantity: 1, net: 500 },
    { item: 2, customer: 1, quantity: 3, net: 900 },
    { item: 0, customer: 1, quantity: UNKNOWN, net: 200 },
    { item: 0, customer: 0, quantity: -1, net: -500 },
  ];

  test('unit cost, else the category’s margin, else the shop’s, which is an assumption', () => {
    const costs = goodsCosts(columns(rows), {
      unitCost: Float64Array.from([300, UNKNOWN, UNKNOWN, UNKNOWN]),
      ...CATEGORY,
      shopMargin: 0.5,
    })!;
    // 2 × 3.00; category 0 costs 600 of 1,000; shop 50 %; without a quantity no unit cost; what comes back brings its cost back
    expect([...costs.cost]).toEqual([600, 300, 450, 120, -300]);
    expect(Array.from(costs.source, (s) => COST_SOURCES[s])).toEqual([
      'unit-cost',
      'category-margin',
      'assumed-margin',
      'category-margin',
      'unit-cost',
    ]);
    expect(costs.turnover).toEqual({ 'unit-cost': 1500, 'category-margin': 700, 'assumed-margin': 900 });
    expect(costs.shopMarginIs).toBe('given');
  });

  test('without the owner’s margin the one of the known lines; without either nothing', () => {
    const known = { unitCost: Float64Array.from([300, UNKNOWN, UNKNOWN, UNKNOWN]), ...CATEGORY };
    const learned = goodsCosts(columns(rows), { ...known, shopMargin: null })!;
    expect(learned.shopMargin).toBeCloseTo(0.4, 12);
    expect(learned.shopMarginIs).toBe('learned');
    expect(learned.cost[2]).toBeCloseTo(540, 9);
    const none = { unitCost: new Float64Array(4).fill(UNKNOWN), ...CATEGORY, shopMargin: null };
    expect(goodsCosts(columns(rows), none)).toBeNull();
    expect(() => goodsCosts(columns(rows), { ...none, shopMargin: 40 })).toThrow(RangeError);
  });
});

const counts = (...values: number[]): Float64Array => Float64Array.from(values);
const NOTHING = costToServe([], [], 2);

describe('cost to serve', () => {
  test('counts × rates, fees, the financing of late payments, direct costs; by hand', () => {
    const served = costToServe(
      [
        { name: 'Order', counts: counts(3, 1), rate: 120 },
        // 28,000.00 a month for 560 hours are 0.83 a minute
        { name: 'Support', counts: counts(20, 0), rate: 2_800_000 / (560 * 60) },
        { name: 'Card fee', counts: counts(10_000, 10_000), rate: 0.014 },
        // 365.00 for 30 days at 8 % a year
        { name: 'Late payment', counts: counts(36_500 * 30, 0), rate: 0.08 / 365 },
      ],
      [
        { name: 'Replacement', amounts: counts(0, 50) },
        { name: 'Order', amounts: counts(0, 7) },
      ],
      2,
    );
    expect(served.parts.map(({ name }) => name)).toEqual([
      'Order',
      'Support',
      'Card fee',
      'Late payment',
      'Replacement',
    ]);
    expect(served.parts.map(({ amounts }) => Math.round(amounts[0]!))).toEqual([360, 1667, 140, 240, 0]);
    expect(served.parts.map(({ amounts }) => Math.round(amounts[1]!))).toEqual([127, 0, 140, 0, 50]);
    expect(served.total[1]).toBeCloseTo(317, 9);
    expect(served.missing).toEqual([]);
  });

  test('what was done but has no rate costs nothing and is named', () => {
    const served = costToServe(
      [
        { name: 'Visit', counts: counts(2, 0), rate: null },
        { name: 'Delivery', counts: counts(0, 0), rate: null },
      ],
      [],
      2,
    );
    expect(served).toEqual({ total: counts(0, 0), byRate: counts(0, 0), parts: [], missing: ['Visit'] });
  });

  test('twice the work costs twice as much, whatever the order of activities', () => {
    const activity = fc.record({
      name: fc.constantFrom('Order', 'Visit', 'Call'),
      counts: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 3, maxLength: 3 }),
      rate: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 6 }), (list) => {
        const of = (given: typeof list, factor = 1) =>
          costToServe(
            given.map((each) => ({ ...each, counts: counts(...each.counts.map((n) => n * factor)) })),
            [],
            3,
          ).total;
        expect(of(list, 2)).toEqual(of(list).map((each) => 2 * each));
        expect(of([...list].reverse())).toEqual(of(list));
      }),
    );
  });
});

describe('contribution', () => {
  const line = fc.record({
    item: fc.integer({ min: -1, max: 3 }),
    customer: fc.integer({ min: -1, max: 3 }),
    quantity: fc.oneof(fc.integer({ min: -3, max: 9 }), fc.constant(UNKNOWN)),
    net: fc.integer({ min: -5_000, max: 50_000 }),
  });
  const unit = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant(UNKNOWN));
  const units = fc.array(unit, { minLength: 4, maxLength: 4 });

  const of = (rows: readonly Line[], unitCost: readonly number[], factor = 1) => {
    const lines = columns(rows.map((r) => ({ ...r, net: r.net * factor })));
    const costs = goodsCosts(lines, {
      unitCost: Float64Array.from(unitCost, (each) => each * factor),
      ...CATEGORY,
      shopMargin: 0.3,
    })!;
    const serving = costToServe([{ name: 'Order', counts: counts(1, 2, 3, 4), rate: 90 * factor }], [], 4);
    return contribution(lines, costs, { serving, overhead: 77 * factor });
  };

  test('its parts add up, the total is that of all lines, overhead is shown once', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), units, (rows, unitCost) => {
        const found = of(rows, unitCost);
        for (let i = 0; i < 4; i++) {
          expect(found.contribution[i]).toBeCloseTo(
            found.revenue[i]! - found.goods[i]! - found.serving[i]!,
            6,
          );
          expect(found.assumed[i]).toBeGreaterThanOrEqual(0);
          expect(found.assumed[i]).toBeLessThanOrEqual(1 + 1e-12);
        }
        const sum = found.contribution.reduce((total, each) => total + each, 0) + found.anonymous;
        expect(found.total).toBeCloseTo(sum, 6);
        expect(found.afterOverhead).toBeCloseTo(sum - 77, 6);
      }),
    );
  });

  test('ten times the money is ten times the contribution; the order of the lines changes nothing', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), units, (rows, unitCost) => {
        const there = of(rows, unitCost);
        const scaled = of(rows, unitCost, 10);
        const back = of([...rows].reverse(), unitCost);
        for (let i = 0; i < 4; i++) {
          expect(scaled.contribution[i]! / 10).toBeCloseTo(there.contribution[i]!, 4);
          expect(back.contribution[i]).toBeCloseTo(there.contribution[i]!, 4);
        }
      }),
    );
  });

  test('with one margin for all it is revenue rescaled, and says so; a unit cost or a service makes a difference', () => {
    const rows: Line[] = [
      { item: 0, customer: 0, quantity: 1, net: 1000 },
      { item: 2, customer: 1, quantity: 1, net: 3333 },
    ];
    const lines = columns(rows);
    const unknown = new Float64Array(4).fill(UNKNOWN);
    const flat = goodsCosts(lines, { unitCost: unknown, ...CATEGORY, shopMargin: 0.3 })!;
    expect(contribution(lines, flat, { serving: NOTHING, overhead: 0 }).costsDiffer).toBe(false);
    expect(contribution(lines, flat, { serving: NOTHING, overhead: 0 }).assumed).toEqual(
      Float64Array.from([1, 1]),
    );
    const serving = costToServe([{ name: 'Visit', counts: counts(1, 0), rate: 200 }], [], 2);
    expect(contribution(lines, flat, { serving, overhead: 0 }).costsDiffer).toBe(true);
    const own = goodsCosts(lines, {
      unitCost: Float64Array.from([900, UNKNOWN, UNKNOWN, UNKNOWN]),
      ...CATEGORY,
      shopMargin: 0.3,
    })!;
    const found = contribution(lines, own, { serving: NOTHING, overhead: 0 });
    expect(found.costsDiffer).toBe(true);
    expect(found.contribution[0]).toBe(100);
  });

  test('after a day only what was sold later counts', () => {
    const lines = columns([
      { item: 0, customer: 0, quantity: 1, net: 1000, day: 5 },
      { item: 0, customer: 0, quantity: 1, net: 1000, day: 6 },
    ]);
    const costs = goodsCosts(lines, {
      unitCost: Float64Array.from([400, UNKNOWN, UNKNOWN, UNKNOWN]),
      ...CATEGORY,
      shopMargin: null,
    })!;
    const none = { serving: NOTHING, overhead: 0 };
    expect(contribution(lines, costs, none).contribution[0]).toBe(1200);
    expect(contribution(lines, costs, none, 5).contribution[0]).toBe(600);
    expect(contribution(lines, costs, none, 6).total).toBe(0);
  });

  test('the whale curve of MODELS 3: 680 of 500 is 1.36, three lose 180', () => {
    const curve = whaleCurve([300, 200, 100, 50, 20, 10, 0, -20, -60, -100]);
    expect(curve).toMatchObject({ peak: 680, total: 500, peakRatio: 1.36, lossCustomers: 3, loss: 180 });
  });
});

test('unit costs have an uncertainty too: 5 % of what the goods cost, margins 20 % (TRUTH 18)', () => {
  const lines = {
    customer: Int32Array.from([0, 0, 1]),
    day: Int32Array.from([1, 2, 3]),
    net: Float64Array.from([1000, 500, 800]),
  };
  const goods = { cost: Float64Array.from([600, 300, 400]), source: Uint8Array.from([0, 0, 1]) };
  const none = {
    serving: { total: new Float64Array(2), byRate: new Float64Array(2), parts: [], missing: [] },
    overhead: 0,
  };
  const { contribution: left, doubtful, total, doubtfulTotal } = contribution(lines, goods, none);
  expect([...left]).toEqual([600, 400]);
  expect(contributionRange(left[0]!, doubtful[0]!)).toEqual({ lo: 600 - 45, hi: 600 + 45 });
  expect(contributionRange(left[1]!, doubtful[1]!)).toEqual({ lo: 320, hi: 480 });
  expect(contributionRange(total, doubtfulTotal)).toEqual({ lo: 1000 - 125, hi: 1000 + 125 });
});
