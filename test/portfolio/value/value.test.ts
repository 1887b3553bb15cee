import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { whaleCurve } from '../../../src/main/analytics/value/whale-curve.ts';
import type { Writable } from '../../../src/main/database/connection.ts';
import { whalePoints } from '../../../src/main/portfolio/analysis/costs/contribution.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { readCustomer } from '../../../src/main/portfolio/customers/customer-page.ts';
import { listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { updateSettings } from '../../../src/main/portfolio/settings/info.ts';
import { readAcquisition } from '../../../src/main/portfolio/value/acquisition-view.ts';
import { readValue } from '../../../src/main/portfolio/value/value-view.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { AcquisitionView, Profit, ValueView } from '../../../src/shared/model/value.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, copyOf, take } from '../../support/portfolio.ts';

type Money = { minor: number };
type Entry = {
  id: number;
  key: string;
  expected12m: number;
  revenue: Money;
  contribution: Money | null;
  contributionRange: { lo: Money; hi: Money } | null;
  clv: { value: number; lo: number; hi: number };
};
type Analyzed = {
  customers: Entry[];
  value: { clv: { basis: string; total: Money }; whaleCurve: Record<string, unknown> & { curve: unknown[] } };
  acquisition: { all: { cltv: Money; cltvToCac: number; cac: Money } };
};

const HEAD = ['Order', 'Date', 'Customer number', 'Customer', 'Product', 'Quantity', 'Amount'];
const FIRST = Date.UTC(2023, 0, 2);
const day = (n: number): string => new Date(FIRST + n * 86_400_000).toISOString().slice(0, 10);
const LAST = 900;

/** Customers who come by chance at their own rate until they are gone; odd ones buy gold, even ones tin, each at a price of its own. */
const CUSTOMERS = 90;
const random = seededRandom(11);
const waiting = (mean: number): number => Math.ceil(-mean * Math.log(1 - random()));
const purchases = Array.from({ length: CUSTOMERS }, (_, c) => {
  const began = c < 21 ? c : 21 + Math.floor(random() * 0.7 * LAST);
  const gap = 15 + waiting(60);
  const until = Math.min(LAST, began + waiting(500));
  const days: number[] = [];
  for (let at = began; at <= until || days.length === 0; at += waiting(gap)) days.push(at);
  // somebody must come on the last day, which is that of the analysis
  if (c === CUSTOMERS - 1) days.push(LAST);
  return {
    key: `K${c}`,
    item: c % 2 ? 'Gold' : 'Tin',
    price: 2000 + 100 * (c % 50),
    days: [...new Set(days)],
  };
});
const COST: Readonly<Record<string, number>> = { Gold: 1900, Tin: 100 };

const analysed = (db: Writable): Analyzed =>
  analyze(db, { customers: true, only: ['value', 'acquisition'] }) as unknown as Analyzed;
const entries = (db: Writable): Map<string, Entry> =>
  new Map(analysed(db).customers.map((entry) => [entry.key, entry]));
const unitCosts = (db: Writable) =>
  take(
    db,
    table(
      ['Product', 'Cost'],
      Object.entries(COST).map(([item, cost]) => [item, (cost / 100).toFixed(2)]),
    ),
  );
const costs = (db: Writable, rows: string[][]) =>
  take(
    db,
    table(['Date', 'Customer number', 'Activity', 'Quantity', 'Amount', 'Cost per unit', 'Unit'], rows),
  );

let sales: Writable;
beforeAll(async () => {
  sales = aPortfolio();
  await take(
    sales,
    table(
      HEAD,
      purchases.flatMap(({ key, item, price, days }) =>
        days.map((at) => [
          `${key}-${at}`,
          day(at),
          key,
          `Customer ${key}`,
          item,
          '1',
          (price / 100).toFixed(2),
        ]),
      ),
    ),
    { currency: 'EUR', locale: 'en-GB', timezone: 'Europe/Berlin' },
  );
});

describe('the value ahead (MODELS 2.3)', () => {
  test('is revenue while costs are not known, or one margin is assumed for all', () => {
    const db = copyOf(sales);
    const before = entries(db);
    expect(analysed(db).value.clv.basis).toBe('revenue');
    updateSettings(db, { assumedMargin: 0.4 });
    expect(entries(db)).toEqual(before);
  });

  test('takes each customer’s margin, leaning on everybody’s by two average purchases, less the standing cost', async () => {
    const db = copyOf(sales);
    const revenueAhead = entries(db);
    await unitCosts(db);
    await costs(db, [
      ['', '', 'Support minute', '', '', '0.50', 'minute'],
      [day(LAST - 30), 'K1', 'Repair', '', '37.00', '', ''],
      // too long ago to be a standing cost
      [day(LAST - 500), 'K2', 'Repair', '', '99.00', '', ''],
    ]);
    const sum = (of: (each: (typeof purchases)[number]) => number): number =>
      purchases.reduce((total, each) => total + of(each), 0);
    const revenue = sum(({ price, days }) => price * days.length);
    const left = sum(({ price, item, days }) => (price - COST[item]!) * days.length);
    const lean = (2 * revenue) / sum(({ days }) => days.length);
    const found = entries(db);
    for (const { key, price, item, days } of purchases) {
      const own = price * days.length;
      const margin = ((price - COST[item]!) * days.length + lean * (left / revenue)) / (own + lean);
      const standing = key === 'K1' ? 3700 : 0;
      const { clv } = found.get(key)!;
      const expected = margin * revenueAhead.get(key)!.clv.value - standing;
      // both were rounded to whole cents
      expect(Math.abs(clv.value - expected)).toBeLessThanOrEqual(2);
      expect(clv.lo).toBeLessThanOrEqual(clv.value);
      expect(clv.hi).toBeGreaterThanOrEqual(clv.value);
    }
    expect(analysed(db).value.clv.basis).toBe('contribution');
  });

  test('and less what an order costs, for each discounted purchase to be expected', async () => {
    const [without, withOrders] = [copyOf(sales), copyOf(sales)];
    await unitCosts(without);
    await unitCosts(withOrders);
    await costs(withOrders, [['', '', 'Order', '', '', '3.00', 'each']]);
    const [before, after] = [entries(without), entries(withOrders)];
    for (const { key } of purchases) {
      const cost = (before.get(key)!.clv.value - after.get(key)!.clv.value) / 300;
      const { expected12m } = before.get(key)!;
      // a year at 15 %: half a year's discount on average, less for those who come soon if at all
      expect(cost).toBeGreaterThan(0.92 * expected12m - 0.02);
      expect(cost).toBeLessThan(expected12m + 0.02);
    }
  });

  test('is one figure on page, table, command line, and against the cost of a new customer', async () => {
    const db = copyOf(sales);
    await unitCosts(db);
    await costs(db, [['', '', 'Order', '', '', '1.00', 'each']]);
    const spent = table(['Month', 'Until', 'Channel', 'Amount spent'], [[day(0), day(20), 'Fair', '400.00']]);
    await take(db, spent);
    const { customers, value, acquisition } = analysed(db);
    const rows = new Map(
      listCustomers(db, { sort: 'clv', direction: 'desc', offset: 0, limit: 200, estimates: true }).rows.map(
        ({ id, estimates }) => [id, estimates],
      ),
    );
    for (const { id, clv } of customers) {
      expect(rows.get(id)).toMatchObject({ clv: clv.value, clvLo: clv.lo, clvHi: clv.hi });
      const { outlook } = readCustomer(db, id);
      expect(outlook.figures.find(({ metric }) => metric === 'clv')).toMatchObject({ value: clv.value });
      expect(outlook.notes.join(' ')).toContain('after the cost of goods, orders and serving');
    }
    const total = customers.reduce((sum, { clv }) => sum + clv.value, 0);
    expect(Math.abs(value.clv.total.minor - total)).toBeLessThanOrEqual(customers.length);
    const { ahead } = readValue(db) as ValueView;
    expect(ahead).toMatchObject({ value: expect.closeTo(value.clv.total.minor, -1) });
    // those whose first purchase lies in the first 21 days
    const fresh = purchases.filter(({ days }) => days[0]! <= 20).map(({ key }) => key);
    const worth = customers
      .filter(({ key }) => fresh.includes(key))
      .reduce((sum, { clv, contribution }) => sum + clv.value + contribution!.minor, 0);
    expect(fresh.length).toBe(21);
    expect(Math.abs(acquisition.all.cltv.minor - worth / fresh.length)).toBeLessThanOrEqual(1);
    const view = readAcquisition(db) as AcquisitionView;
    expect(view.all).toMatchObject({
      spend: 40_000,
      newCustomers: 21,
      cac: acquisition.all.cac.minor,
      value: acquisition.all.cltv.minor,
      ratio: acquisition.all.cltvToCac,
    });
    expect(view.figures.find(({ metric }) => metric === 'cltvToCac')!.value).toBe(acquisition.all.cltvToCac);
    const review = makeReview(db, { ownersCopy: false, paper: 'A4' }, isoDay(day(LAST)));
    expect(readReview(db, review.id).content.remarks).toEqual([
      { title: 'New customers', sentence: view.finding },
    ]);
    expect(view.finding).toMatch(
      /^A new customer cost €19\.05 and is worth [\d.,]+ times that; the cost is back in month \d/,
    );
  });
});

describe('contribution where costs are 20 % off (MODELS 11)', () => {
  test('goods by a margin and work by a rate are doubtful, unit costs a little, amounts are not; by hand', async () => {
    const db = aPortfolio();
    const row = (order: string, key: string, item: string, amount: string) => [
      order,
      '2024-03-01',
      key,
      `Customer ${key}`,
      item,
      '1',
      amount,
    ];
    await take(
      db,
      table(HEAD, [
        row('1', 'A', 'Bread', '50.00'),
        row('2', 'A', 'Cup', '100.00'),
        row('3', 'B', 'Bread', '50.00'),
        row('4', 'C', 'Cup', '20.00'),
        row('5', '', 'Cup', '10.00'),
      ]),
      { currency: 'EUR', locale: 'en-GB', timezone: 'Europe/Berlin' },
    );
    await take(db, table(['Product', 'Cost'], [['Bread', '30.00']]));
    updateSettings(db, { assumedMargin: 0.25 });
    await costs(db, [
      ['', '', 'Delivery', '', '', '5.00', 'each'],
      ['2024-03-01', 'A', 'Delivery', '2', '', '', ''],
      ['2024-03-01', 'B', 'Gift', '', '7.00', '', ''],
      ['2024-03-01', 'C', 'Delivery', '1', '', '', ''],
    ]);
    const range = (key: string) => {
      const { contribution, contributionRange } = entries(db).get(key)!;
      return [contributionRange!.lo.minor, contribution!.minor, contributionRange!.hi.minor];
    };
    // A: 150 − 30 − 75 (three quarters of the cup) − 10; a fifth of 75 + 10 and a twentieth of 30 either way
    expect(range('A')).toEqual([3500 - 1850, 3500, 3500 + 1850]);
    // B: 50 − 30 − 7: a twentieth of 30, the gift is known
    expect(range('B')).toEqual([1300 - 150, 1300, 1300 + 150]);
    // C: 20 − 15 − 5; a fifth of 20
    expect(range('C')).toEqual([-400, 0, 400]);
    const { value } = analyze(db, { customers: false, only: ['value'] }) as unknown as {
      value: {
        contribution: { total: Money; totalRange: { lo: Money; hi: Money } };
        figures: { metric: string }[];
      };
    };
    const { total, totalRange } = value.contribution;
    // and the cup of nobody in particular: 10 − 7.50
    expect([totalRange.lo.minor, total.minor, totalRange.hi.minor]).toEqual([5050 - 2550, 5050, 5050 + 2550]);
    expect(value.figures.find(({ metric }) => metric === 'contribution12m')).toMatchObject({
      value: 5050,
      lo: 2500,
      hi: 7600,
      level: null,
    });
    const page = readCustomer(db, entries(db).get('A')!.id);
    expect(page.costs!.notes[0]).toBe(
      'Between €16.50 and €53.50 if margins and costs per unit of work are 20 % off, unit costs of goods 5 %.',
    );
  });
});

describe('the value screen', () => {
  test('the whale curve is that of the customers, from nobody to all, the peak among its points', async () => {
    const db = copyOf(sales);
    await unitCosts(db);
    await costs(db, [
      [day(LAST - 5), 'K3', 'Special handling', '', '9000.00', '', ''],
      [day(LAST - 5), 'K5', 'Special handling', '', '9000.00', '', ''],
    ]);
    const profit = (readValue(db) as ValueView).profit as Profit;
    const contributions = analysed(db).customers.map(({ contribution }) => contribution!.minor);
    contributions.sort((a, b) => b - a);
    const upTo = (k: number) => contributions.slice(0, k).reduce((sum, each) => sum + each, 0);
    for (const { customers, cumulative } of profit.points) expect(cumulative).toBe(upTo(customers));
    expect(profit.points.map(({ customers }) => customers)).toEqual(
      [...profit.points.map(({ customers }) => customers)].sort((a, b) => a - b),
    );
    expect(profit.points[0]).toEqual({ customers: 0, cumulative: 0 });
    expect(profit.points.at(-1)).toEqual({ customers: CUSTOMERS, cumulative: profit.total });
    expect(profit.points).toContainEqual({ customers: profit.customersAtPeak, cumulative: profit.peak });
    expect(profit.losers).toMatchObject({ total: 2, surely: 2 });
    expect(profit.losers.first.map(({ name }) => name).sort()).toEqual(['Customer K3', 'Customer K5']);
    const { whaleCurve } = analysed(db).value;
    expect(whaleCurve).toMatchObject({ finding: profit.finding, lossCustomers: 2, lossCustomersForSure: 2 });
    expect(whaleCurve.curve).toHaveLength(profit.points.length);
    const review = readReview(
      db,
      makeReview(db, { ownersCopy: false, paper: 'A4' }, isoDay(day(LAST))).id,
    ).content;
    const { contribution: _, steps: __, losers: ___, warnings: ____, ...whale } = profit;
    expect(review.whale).toEqual(whale);
    const [first, ...steps] = profit.steps;
    const last = steps.findIndex(({ title }) => title === 'Contribution of known customers');
    expect(first!.amount + steps.slice(0, last).reduce((sum, { amount }) => sum + amount, 0)).toBe(
      steps[last]!.amount,
    );
    expect(steps[last]!.amount).toBe(profit.total);
  });

  test('classes of ABC hold everybody and all revenue; without costs it says what is missing', () => {
    const { concentration, profit } = readValue(sales) as ValueView;
    if ('reason' in concentration) throw new Error(concentration.reason);
    const revenues = purchases.map(({ price, days }) => price * days.length).sort((a, b) => b - a);
    const total = revenues.reduce((sum, each) => sum + each, 0);
    let a = 0;
    for (let reached = 0; reached < 0.8 * total; a++) reached += revenues[a]!;
    expect(concentration.abc[0]).toMatchObject({ class: 'A', customers: a });
    expect(concentration.abc.reduce((sum, { customers }) => sum + customers, 0)).toBe(CUSTOMERS);
    expect(concentration.abc.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(total);
    expect(concentration.finding).toMatch(
      new RegExp(`^${a} of ${CUSTOMERS} customers bring 8\\d% of what known customers have brought since`),
    );
    expect(profit).toMatchObject({ grade: 'D', needed: expect.stringContaining('unit cost') });
    expect(readAcquisition(sales)).toMatchObject({ grade: 'D' });
  });

  test('a hundred thousand customers are told in some sixty points', () => {
    const points = whalePoints(whaleCurve(Float64Array.from({ length: 100_000 }, (_, i) => 90_000 - i)));
    expect(points.length).toBeLessThan(70);
    expect(points.map(({ customers }) => customers)).toContain(90_000);
  });
});
