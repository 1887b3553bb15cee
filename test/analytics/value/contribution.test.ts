import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contribution } from '../../../src/main/analytics/value/contribution.ts';
import {
  type ACTIVITIES,
  activityCost,
  costToServe,
  type ServiceRates,
  type ServiceRecord,
} from '../../../src/main/analytics/value/cost-to-serve.ts';
import { COST_SOURCES, type CostedLines, goodsCosts } from '../../../src/main/analytics/value/goods-cost.ts';
import { whaleCurve } from '../../../src/main/analytics/value/whale-curve.ts';

type Line = { item: number; customer: number; quantity: number; net: number };

const columns = (rows: readonly Line[]): CostedLines & { customer: Int32Array } => ({
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

const noRates: ServiceRates = {
  order: null,
  delivery: null,
  visit: null,
  supportMinute: null,
  return: null,
  paymentFee: null,
  financeRate: null,
};

const record = (given: Partial<Record<(typeof ACTIVITIES)[number], number[]>>, n = 2): ServiceRecord => ({
  counts: {
    order: Float64Array.from(given.order ?? new Array(n).fill(0)),
    delivery: Float64Array.from(given.delivery ?? new Array(n).fill(0)),
    visit: Float64Array.from(given.visit ?? new Array(n).fill(0)),
    supportMinute: Float64Array.from(given.supportMinute ?? new Array(n).fill(0)),
    return: Float64Array.from(given.return ?? new Array(n).fill(0)),
  },
  paid: Float64Array.from({ length: n }, () => 10_000),
  lateMoneyDays: Float64Array.from({ length: n }, (_, i) => (i === 0 ? 36_500 * 30 : 0)),
  direct: Float64Array.from({ length: n }, (_, i) => i * 50),
});

describe('cost to serve', () => {
  test('counts × rates, fees, the financing of late payments, direct costs; by hand', () => {
    const served = costToServe(record({ order: [3, 1], supportMinute: [10, 0] }), {
      ...noRates,
      order: 120,
      supportMinute: 75,
      paymentFee: 0.014,
      financeRate: 0.08,
    });
    // 3 × 1.20, 10 × 0.75, 1.4 % of 100.00; 365.00 for 30 days at 8 % a year
    expect(served.parts.order[0]).toBe(360);
    expect(served.parts.supportMinute[0]).toBe(750);
    expect(served.parts.paymentFee[0]).toBeCloseTo(140, 9);
    expect(served.parts.latePayment[0]).toBeCloseTo(240, 9);
    expect(served.total[0]).toBeCloseTo(360 + 750 + 140 + 240, 9);
    expect(served.total[1]).toBeCloseTo(120 + 140 + 50, 9);
    expect(served.missing).toEqual([]);
  });

  test('what was done but has no rate costs nothing and is named', () =>
    expect(
      costToServe(record({ visit: [2, 0], delivery: [0, 0] }), { ...noRates, paymentFee: 0 }).missing,
    ).toEqual(['visit', 'latePayment']));

  test('time-driven: 28,000 a month for 560 hours, 20 minutes each', () => {
    expect(activityCost(2_800_000, 560 * 60, 20)).toBeCloseTo(1666.67, 2);
    expect(() => activityCost(1, 0, 1)).toThrow(RangeError);
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
    const served = costToServe(record({ order: [1, 2, 3, 4] }, 4), {
      ...noRates,
      order: 90 * factor,
    });
    return contribution(lines, costs, 4, { ...served, total: served.parts.order }, 77 * factor);
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
    expect(contribution(lines, flat, 2, null).costsDiffer).toBe(false);
    expect(contribution(lines, flat, 2, null).assumed).toEqual(Float64Array.from([1, 1]));
    const served = costToServe(record({ visit: [1, 0] }), { ...noRates, visit: 200 });
    expect(contribution(lines, flat, 2, served).costsDiffer).toBe(true);
    const own = goodsCosts(lines, {
      unitCost: Float64Array.from([900, UNKNOWN, UNKNOWN, UNKNOWN]),
      ...CATEGORY,
      shopMargin: 0.3,
    })!;
    const found = contribution(lines, own, 2, null);
    expect(found.costsDiffer).toBe(true);
    expect(found.contribution[0]).toBe(100);
  });

  test('the whale curve of MODELS 3: 680 of 500 is 1.36, three lose 180', () => {
    const curve = whaleCurve([300, 200, 100, 50, 20, 10, 0, -20, -60, -100]);
    expect(curve).toMatchObject({ peak: 680, total: 500, peakRatio: 1.36, lossCustomers: 3, loss: 180 });
  });
});
