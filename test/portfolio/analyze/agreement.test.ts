import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { customerOrders, readCustomer } from '../../../src/main/portfolio/customers/customer-page.ts';
import { type CustomerQuery, listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { readMatrix } from '../../../src/main/portfolio/matrix/matrix.ts';
import { readRiskValue } from '../../../src/main/portfolio/matrix/risk-value.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { applySegments, readSegments } from '../../../src/main/portfolio/segments/segments.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { CustomerSortSchema } from '../../../src/shared/contract/customers.ts';
import type { CustomerRow } from '../../../src/shared/model/customer.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Matrix } from '../../../src/shared/model/matrix.ts';
import type { Overview } from '../../../src/shared/model/overview.ts';
import type { RiskValue } from '../../../src/shared/model/risk-value.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const TODAY = isoDay('2025-10-02');
const ALL = { sort: 'name', direction: 'asc', offset: 0, limit: 1000 } as const;
const sample = makeSample({ kind: 'clinic', customers: 120, seed: 7, until: isoDay('2025-09-30') });

let db: Writable;
let everyone: CustomerRow[];
beforeAll(async () => {
  db = aPortfolio();
  await take(db, sample.csv, { currency: sample.truth.currency, locale: 'en-GB', timezone: 'Europe/Berlin' });
  everyone = customers();
});

const list = (query: Partial<CustomerQuery>) =>
  listCustomers(db, { sort: 'revenue12m', direction: 'desc', offset: 0, limit: 200, ...query });
const customers = (): CustomerRow[] => list({ limit: 1000 }).rows.map(({ estimates: _, ...row }) => row);
const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);
const overview = () => readOverview(db, TODAY) as Overview;
const matrix = (subject: 'customers' | 'segments') => readMatrix(db, subject) as Matrix;

describe('the books: what the generator knows is what the portfolio says', () => {
  test('of every customer', () => {
    const truth = new Map(sample.truth.customers.map((each) => [each.key, each.bought]));
    expect(everyone.length).toBe(sample.expected.customers);
    for (const row of everyone) {
      const { revenueMinor, purchaseDays, firstDay, lastDay } = truth.get(row.key)!;
      expect([row.key, row.revenue, row.purchaseDays]).toEqual([row.key, revenueMinor, purchaseDays]);
      if (purchaseDays > 0)
        expect([row.key, row.firstDay, row.lastDay]).toEqual([row.key, firstDay, lastDay]);
    }
  });

  test('and of the whole business', () => {
    const { totals, coverage } = analyze(db, { customers: false, only: [] }) as {
      totals: Record<string, { minor: number }>;
      coverage: number;
    };
    const { revenueMinor, anonymousRevenueMinor } = sample.expected;
    expect(totals.revenue!.minor).toBe(revenueMinor);
    expect(totals.anonymousRevenue!.minor).toBe(anonymousRevenueMinor);
    expect(coverage).toBeCloseTo(1 - anonymousRevenueMinor / revenueMinor, 12);
  });
});

describe('one figure, the same wherever it stands', () => {
  test('the key figures of overview, review and command line', () => {
    const entry = makeReview(db, { ownersCopy: true, paper: 'A4' }, TODAY);
    const { content } = readReview(db, entry.id);
    const { value } = analyze(db, { customers: false, only: ['value'] }) as { value: { figures: unknown[] } };
    const shown = overview();
    expect(shown.figures.map(({ result }) => result)).toEqual(content.figures);
    expect(value.figures).toEqual(content.figures);
    expect(shown.headlines).toEqual(content.headlines);
    expect(shown.monday.map(({ customer }) => customer.name)).toEqual(content.monday.map(({ name }) => name));
    expect(shown.matrix).toEqual(content.matrix);
    expect(content.segments).toEqual(readSegments(db).segments);
  });

  test('the customers of overview, list, page, matrix and command line', () => {
    const points = new Map(matrix('customers').points.map((point) => [point.id, point]));
    const { customers } = analyze(db, { customers: true, only: [] }) as {
      customers: Record<string, unknown>[];
    };
    const entries = new Map(customers.map((entry) => [entry.id, entry]));
    expect([points.size, entries.size]).toEqual([everyone.length, everyone.length]);
    for (const row of everyone) {
      const point = points.get(row.id)!;
      expect(point).toMatchObject({
        name: row.name,
        value: row.revenue12m,
        revenue: row.revenue,
        quadrant: row.quadrant,
        segment: row.segment,
        growth: row.growth,
      });
      expect(entries.get(row.id)).toMatchObject({
        key: row.key,
        orders: row.orders,
        revenue: { minor: row.revenue },
        rfm: row.rfm,
        overdueRatio: row.overdueRatio,
        growth: row.growth,
        matrix: row.quadrant,
        segment: row.segmentName,
      });
      expect(readCustomer(db, row.id).row).toEqual(row);
    }
    for (const { customer } of overview().monday) expect(everyone).toContainEqual(customer);
  });

  test('what is to be expected of a customer, on page, table and command line', () => {
    const { customers, models } = analyze(db, { customers: true, only: ['models'] }) as {
      customers: Record<string, unknown>[];
      models: { grade: string };
    };
    expect(models.grade).toBe('B');
    const entries = new Map(customers.map((entry) => [entry.id, entry]));
    const rows = list({ limit: 1000, estimates: true }).rows;
    expect(rows.length).toBe(everyone.length);
    for (const { id, estimates, ...row } of rows) {
      const { outlook } = readCustomer(db, id);
      expect(outlook.estimates).toEqual(row.purchaseDays > 0 ? estimates : null);
      expect(entries.get(id)).toMatchObject({
        pAlive: estimates!.alive,
        expected12m: estimates!.orders12m,
        clv: { value: estimates!.clv, lo: estimates!.clvLo, hi: estimates!.clvHi },
      });
      for (const { metric, value, lo, hi } of outlook.figures) {
        const { clv, clvLo, clvHi, noPurchase } = estimates!;
        if (metric === 'clv') expect([value, lo, hi]).toEqual([clv, clvLo, clvHi]);
        if (metric === 'churnRisk') expect(value).toBe(noPurchase);
      }
    }
  });

  test('who is at risk: by value and the fitted chance, in one order everywhere', () => {
    const { riskValue } = analyze(db, { customers: false, only: ['riskValue'] }) as {
      riskValue: { atRisk: number; first: { name: string; probability: number }[] };
    };
    const atRisk = list({ rhythm: 'at-risk', limit: 1000, estimates: true }).rows;
    const expected = atRisk
      .map((row) => ({ row, loss: Math.max(0, row.revenue12m) * row.estimates!.noPurchase! }))
      .sort((a, b) => b.loss - a.loss);
    expect(riskValue.atRisk).toBe(atRisk.length);
    expect(atRisk.length).toBeGreaterThan(5);
    expect(riskValue.first.slice(0, 5).map(({ name, probability }) => [name, probability])).toEqual(
      expected.slice(0, 5).map(({ row }) => [row.name, row.estimates!.noPurchase]),
    );
    const names = expected.filter(({ loss }) => loss > 0).map(({ row }) => row.name);
    const { content } = readReview(db, makeReview(db, { ownersCopy: true, paper: 'A4' }, TODAY).id);
    expect(content.mostAtRisk.slice(0, 5).map(({ name }) => name)).toEqual(names.slice(0, 5));
    // to call this week: at risk, or late by their own rhythm; never somebody who is gone
    const called = overview().monday.map(({ customer }) => customer);
    expect(called.every(({ rhythm }) => rhythm === 'at-risk' || rhythm === 'late')).toBe(true);
    expect(names).toContain(called.find(({ rhythm }) => rhythm === 'at-risk')?.name ?? names[0]);
  });

  test('the quadrants of the matrix and the list they lead to', () => {
    for (const { quadrant, count, revenue } of matrix('customers').quadrants) {
      const found = list({ quadrant, limit: 1000 });
      expect([quadrant, found.total]).toEqual([quadrant, count]);
      expect(found.revenue12m).toBe(revenue);
    }
    const { quadrants, notPlaced } = matrix('customers');
    expect(sum(quadrants, ({ count }) => count) + sum(notPlaced, ({ customers }) => customers)).toBe(
      everyone.length,
    );
  });

  test('the classes of risk and value on screen and command line, and the lists they lead to', () => {
    const shown = readRiskValue(db) as RiskValue;
    const { riskValue, customers } = analyze(db, { customers: true, only: ['riskValue'] }) as {
      riskValue: {
        grade: string;
        classes: { class: string; customers: number; revenue: { minor: number } }[];
      };
      customers: { id: number; riskValue: string | null }[];
    };
    expect(riskValue.grade).toBe(shown.grade);
    for (const group of shown.groups) {
      const found = list({ risk: group.class, limit: 1000 });
      expect([group.class, found.total, found.revenue12m]).toEqual([group.class, group.count, group.revenue]);
      expect(found.rows.map(({ id }) => id).slice(0, 20)).toEqual(group.customers.map(({ id }) => id));
      expect(riskValue.classes.find((each) => each.class === group.class)).toMatchObject({
        customers: group.count,
        revenue: { minor: group.revenue },
      });
      expect(customers.filter((each) => each.riskValue === group.class).length).toBe(group.count);
    }
    expect(sum(shown.groups, ({ count }) => count)).toBe(
      everyone.filter(({ purchaseDays, rhythm }) => purchaseDays > 0 && rhythm !== 'gone').length,
    );
    expect(shown.groups.every(({ count }) => count > 0)).toBe(true);
  });

  test('the segments, their bubbles and the lists they lead to', () => {
    applySegments(db, { recipe: 'value-and-rhythm' });
    const { segments, everyoneElse } = readSegments(db);
    const bubbles = new Map(matrix('segments').points.map((point) => [point.id, point]));
    for (const segment of segments) {
      const found = list({ segment: segment.id, limit: 1000 });
      expect([segment.name, found.total, found.revenue]).toEqual([
        segment.name,
        segment.customers,
        segment.revenue,
      ]);
      expect(found.rows.every(({ segmentName }) => segmentName === segment.name)).toBe(true);
      expect(bubbles.get(segment.id)).toMatchObject({
        name: segment.name,
        customers: segment.customers,
        revenue: found.revenue12m,
        value: segment.customers > 0 ? Math.round(found.revenue12m / segment.customers) : 0,
        growth: segment.growth,
      });
    }
    expect(sum(segments, ({ customers }) => customers) + everyoneElse.customers).toBe(everyone.length);
    expect(sum(segments, ({ revenue }) => revenue) + everyoneElse.revenue).toBe(
      sum(everyone, ({ revenue }) => revenue),
    );
    everyone = customers();
  });

  test('the months of the overview add up to the revenue, and a customer\u2019s to the customer\u2019s', () => {
    const { months } = overview();
    expect(sum(months, ({ identified, anonymous }) => identified + anonymous)).toBe(
      sample.expected.revenueMinor,
    );
    for (const { id, revenue } of everyone.slice(0, 20))
      expect(sum(readCustomer(db, id).months, (month) => month.revenue)).toBe(revenue);
  });
});

describe('the rows behind a customer\u2019s figures', () => {
  test('lead to file and row, and add up to the revenue', () => {
    const lines = sample.csv.split('\r\n');
    for (const { id, key, revenue } of everyone) {
      const { total, orders } = customerOrders(db, id, 0, 200);
      expect(orders.length).toBe(Math.min(200, total));
      expect(sum(orders, ({ net }) => net)).toBe(revenue);
      for (const order of orders) {
        expect(sum(order.lines, ({ amount }) => amount)).toBe(order.net);
        for (const { file, row, product } of order.lines) {
          expect(file).toBe('sales.csv');
          const record = lines[row - 1]!;
          expect(record).toContain(key);
          expect(record).toContain(order.number);
          expect(record).toContain(product.replaceAll('"', '""'));
        }
      }
    }
  });

  test('come newest first and page by page without a gap', () => {
    const { id } = list({ sort: 'orders', limit: 1 }).rows[0]!;
    const { total, orders } = customerOrders(db, id, 0, 200);
    expect(total).toBeGreaterThan(5);
    const days = orders.map(({ day }) => day);
    expect(days).toEqual([...days].sort().reverse());
    const paged = [0, 3, 6].flatMap((offset) => customerOrders(db, id, offset, 3).orders);
    expect(paged).toEqual(orders.slice(0, 9));
  });
});

describe('the customer table', () => {
  test.each(
    CustomerSortSchema.options.flatMap((sort) =>
      (['asc', 'desc'] as const).map((direction) => [sort, direction] as const),
    ),
  )('sorted by %s %s it holds everyone once, page by page', (sort, direction) => {
    const all = list({ sort, direction, limit: 1000 }).rows.map(({ id }) => id);
    expect(new Set(all).size).toBe(everyone.length);
    const paged = [0, 50, 100].flatMap((offset) =>
      list({ sort, direction, offset, limit: 50 }).rows.map(({ id }) => id),
    );
    expect(paged).toEqual(all);
  });

  test.each([
    'revenue',
    'revenue12m',
    'orders',
    'lastDay',
    'firstDay',
    'overdueRatio',
    'rfm',
    'name',
  ] as const)('and %s goes up', (sort) => {
    const values = list({ sort, direction: 'asc', limit: 1000 }).rows.map((row) => row[sort]);
    const known = values.filter((value) => value !== null);
    // what is not known comes first going up, so that it is last where the largest come first
    expect(values.slice(values.length - known.length)).toEqual(known);
    for (let i = 1; i < known.length; i++) {
      const [a, b] = [known[i - 1]!, known[i]!];
      expect(
        typeof a === 'string' && sort === 'name'
          ? a.localeCompare(b as string, 'en-GB', { sensitivity: 'base', numeric: true }) <= 0
          : a <= b,
      ).toBe(true);
    }
  });

  test('a search finds by every word, without case and accents, in name, key, e-mail and phone', () => {
    const row = everyone.find(({ email, phone }) => email && phone)!;
    const plain = row.name.normalize('NFKD').replace(/\p{M}/gu, '');
    for (const search of [
      row.key,
      row.name,
      plain.toUpperCase(),
      row.email!,
      row.phone!,
      row.name.split(' ').reverse().join('  '),
      `${row.key} ${row.name.slice(0, 3)}`,
    ])
      expect(
        list({ search, limit: 1000 }).rows.map(({ id }) => id),
        search,
      ).toContain(row.id);
    expect(list({ search: 'nobody is called so' })).toMatchObject({
      total: 0,
      rows: [],
      revenue: 0,
      revenue12m: 0,
    });
  });

  test('its totals are those of all that match, not of the page', () => {
    for (const rhythm of ['new', 'one-time', 'regular', 'late', 'at-risk'] as const) {
      const expected = everyone.filter((row) => row.rhythm === rhythm);
      const found = list({ rhythm, limit: 1 });
      expect([rhythm, found.total, found.revenue]).toEqual([
        rhythm,
        expected.length,
        sum(expected, ({ revenue }) => revenue),
      ]);
      expect(found.rows.length).toBe(Math.min(1, expected.length));
    }
    expect(list({ offset: 5000 })).toMatchObject({ total: everyone.length, rows: [] });
    expect(list({ segment: 987_654 }).total).toBe(0);
  });

  test('as of an earlier day it does not know what came later (DEFINITIONS 13)', () => {
    const asOf = isoDay('2024-12-31');
    const then = list({ asOf, limit: 1000 });
    expect(then.asOf).toBe(asOf);
    expect(then.total).toBeLessThan(everyone.length);
    for (const row of then.rows) expect(row.lastDay === null || row.lastDay <= asOf).toBe(true);
  });
});

describe('what the generator made true is found (sample truth)', () => {
  // Designed on "value of the last day": a loss shows only after the usual gap has passed twice.
  test('most of the lost with a rhythm are at risk, few of those who still come are', async () => {
    const bakery = makeSample({ kind: 'bakery', customers: 60, seed: 3, until: isoDay('2025-09-30') });
    const shop = aPortfolio();
    await take(shop, bakery.csv, { currency: 'EUR', locale: 'en-GB' });
    const rows = listCustomers(shop, ALL).rows;
    const truth = new Map(bakery.truth.customers.map((each) => [each.key, each]));
    const regular = rows.filter(({ key }) => truth.get(key)!.bought.purchaseDays >= 6);
    const lost = regular.filter(({ key }) => {
      const on = truth.get(key)!.lostOn;
      return on !== null && on < '2025-06-30';
    });
    const here = regular.filter(({ key }) => truth.get(key)!.lostOn === null);
    const atRisk = (list: CustomerRow[]): number =>
      list.filter(({ rhythm }) => rhythm === 'at-risk' || rhythm === 'gone').length / list.length;
    expect(lost.length).toBeGreaterThan(5);
    expect(here.length).toBeGreaterThan(10);
    expect(atRisk(lost)).toBeGreaterThan(0.8);
    expect(atRisk(here)).toBeLessThan(0.35);

    // the fitted chance finds them too, and does not cry wolf
    const estimates = new Map(
      listCustomers(shop, { ...ALL, estimates: true }).rows.map((row) => [row.key, row.estimates]),
    );
    const high = (list: CustomerRow[]): number =>
      list.filter(({ key }) => estimates.get(key)?.churnRisk === 'high').length / list.length;
    expect(high(lost)).toBeGreaterThan(0.8);
    expect(high(here)).toBeLessThan(0.15);

    // of what is marked clearly rising or declining, the truth agrees far more often than not
    const marked = here.filter(
      ({ growth }) => growth.direction === 'rising' || growth.direction === 'declining',
    );
    const right = marked.filter(
      ({ key, growth }) => truth.get(key)!.yearlyFactor > 1 === (growth.direction === 'rising'),
    );
    const growing = here.filter(({ key }) => truth.get(key)!.growth === 'growing');
    expect(growing.filter(({ growth }) => growth.direction === 'declining').length).toBeLessThanOrEqual(
      growing.length * 0.2,
    );
    expect(right.length).toBeGreaterThanOrEqual(marked.length * 0.6);
  });
});
