import { beforeAll, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { bumpDataVersion } from '../../../src/main/database/settings.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { likelyBuyers, nextProducts, readProducts } from '../../../src/main/portfolio/products/products.ts';
import { makeSample } from '../../../src/main/sample/sample.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Products } from '../../../src/shared/model/products.ts';
import { aPortfolio, copyOf, take } from '../../support/portfolio.ts';

const sample = makeSample({ kind: 'webshop', customers: 300, seed: 5, until: isoDay('2025-09-30') });
let db: Writable;
beforeAll(async () => {
  db = aPortfolio();
  await take(db, sample.csv, { currency: sample.truth.currency, locale: 'en-GB', timezone: 'Europe/Berlin' });
});

const read = (from = db) => readProducts(from) as Products;
const popularOf = (from = db) => read(from).popular as Extract<Products['popular'], { rows: unknown }>;
const whiteSpaceOf = (from = db) =>
  read(from).whitespace as Extract<Products['whitespace'], { products: unknown }>;

/** What SQL alone says each customer ever bought: the independent count the lists are compared with. */
const boughtBy = (customer: number): Set<string> =>
  new Set(
    db
      .rows<{ name: string }>(
        `SELECT DISTINCT p.name FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id
         JOIN customer_identity i ON i.id = o.identity_id WHERE i.customer_id = ? AND l.amount_minor > 0`,
        customer,
      )
      .map(({ name }) => name),
  );

describe('what sells', () => {
  test('revenue, orders, buyers and those who came back for it are what SQL counts', () => {
    const counted = db.rows<Record<string, number | string>>(
      `SELECT p.name AS product, sum(l.amount_minor) AS revenue,
              count(DISTINCT CASE WHEN l.amount_minor > 0 THEN o.id END) AS orders,
              count(DISTINCT CASE WHEN l.amount_minor > 0 THEN i.customer_id END) AS buyers,
              (SELECT count(*) FROM (
                 SELECT ii.customer_id FROM order_line ll JOIN sales_order oo ON oo.id = ll.order_id
                 JOIN customer_identity ii ON ii.id = oo.identity_id
                 WHERE ll.product_id = p.id AND ll.amount_minor > 0
                 GROUP BY ii.customer_id HAVING count(DISTINCT oo.ordered_on) > 1)) AS again
       FROM order_line l JOIN product p ON p.id = l.product_id JOIN sales_order o ON o.id = l.order_id
       LEFT JOIN customer_identity i ON i.id = o.identity_id GROUP BY p.id ORDER BY revenue DESC, p.id`,
    );
    const { rows, products } = popularOf();
    expect(products).toBe(counted.length);
    expect(
      rows.map(({ product, revenue, orders, buyers, repeatShare }) => ({
        product,
        revenue,
        orders,
        buyers,
        again: Math.round((repeatShare ?? 0) * buyers),
      })),
    ).toEqual(counted);
  });

  test('nothing is said of margin while no cost is known, and the trend names its periods', () => {
    const { rows, periods } = popularOf();
    expect(rows.every(({ margin }) => margin === null)).toBe(true);
    expect(periods?.after.to).toBe(read().asOf);
    const { before, after } = periods!;
    const { id, trend } = rows[0]!;
    const within = ({ from, to }: { from: string; to: string }): number =>
      db.row<{ net: number }>(
        `SELECT sum(l.amount_minor) AS net FROM order_line l JOIN sales_order o ON o.id = l.order_id
         WHERE l.product_id = ? AND o.ordered_on BETWEEN ? AND ?`,
        id,
        from,
        to,
      )!.net;
    expect(trend).toBeCloseTo(within(after) / within(before) - 1, 12);
  });

  test('on an earlier day later sales are not seen', () => {
    const earlier = readProducts(db, isoDay('2024-09-30')) as Products;
    const rows = (earlier.popular as ReturnType<typeof popularOf>).rows;
    const sum = db.row<{ net: number }>(
      `SELECT sum(l.amount_minor) AS net FROM order_line l JOIN sales_order o ON o.id = l.order_id
       WHERE l.product_id IS NOT NULL AND o.ordered_on <= '2024-09-30'`,
    )!.net;
    expect(rows.reduce((total, { revenue }) => total + revenue, 0)).toBe(sum);
  });
});

describe('who might want more', () => {
  test('nobody is named for a product they ever bought, and every name is a customer', () => {
    const names = new Map(
      listCustomers(db, { sort: 'name', direction: 'asc', offset: 0, limit: 1000 }).rows.map((row) => [
        row.id,
        row.name,
      ]),
    );
    const { products, reachable } = whiteSpaceOf();
    expect(products.length).toBeGreaterThan(3);
    for (const { id, product, customers } of products) {
      const likely = likelyBuyers(db, { product: id, offset: 0, limit: 200 });
      expect(likely.total).toBe(customers);
      expect(customers).toBeLessThanOrEqual(reachable);
      expect(likely.customers.length).toBe(Math.min(200, customers));
      for (const one of likely.customers) {
        expect(boughtBy(one.id).has(product)).toBe(false);
        expect(names.get(one.id)).toBe(one.name);
        if (one.because !== null) expect(boughtBy(one.id).has(one.because)).toBe(true);
        expect(one.penetration * one.lift).toBeGreaterThanOrEqual(0.1);
      }
    }
  });

  test('each customer counts for three products at most', () => {
    const counts = new Map<number, number>();
    for (const { id } of whiteSpaceOf().products)
      for (const one of likelyBuyers(db, { product: id, offset: 0, limit: 200 }).customers)
        counts.set(one.id, (counts.get(one.id) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
  });

  test('what is offered on the page of a customer is what the product’s list says of them', () => {
    for (const { id, product } of whiteSpaceOf().products)
      for (const one of likelyBuyers(db, { product: id, offset: 0, limit: 5 }).customers) {
        const offer = nextProducts(db, one.id).find((next) => next.product === product)!;
        expect([offer.because, offer.penetration, offer.lift]).toEqual([
          one.because,
          one.penetration,
          one.lift,
        ]);
        expect(offer.sentence).toMatch(/of the customers like them buy it, they never have/);
      }
    expect(nextProducts(db, 999_999)).toEqual([]);
  });

  test('who may not be profiled is on no list, and their sales still count', () => {
    const copy = copyOf(db);
    const someone = whiteSpaceOf().products[0]!.first[0]!;
    copy.execute('UPDATE customer SET no_profiling = 1 WHERE id = ?', someone.id);
    bumpDataVersion(copy);
    for (const { id } of whiteSpaceOf(copy).products)
      expect(
        likelyBuyers(copy, { product: id, offset: 0, limit: 200 }).customers.map((one) => one.id),
      ).not.toContain(someone.id);
    expect(nextProducts(copy, someone.id)).toEqual([]);
    const revenue = (from: Writable): number =>
      popularOf(from).rows.reduce((sum, row) => sum + row.revenue, 0);
    expect(revenue(copy)).toBe(revenue(db));
  });

  test('what is no sale is nowhere', () => {
    const copy = copyOf(db);
    const [first] = popularOf().rows;
    copy.execute('UPDATE product SET is_sale = 0 WHERE id = ?', first!.id);
    bumpDataVersion(copy);
    expect(JSON.stringify(analyze(copy, { customers: false, only: ['products', 'value'] }))).not.toContain(
      first!.product,
    );
  });
});

describe('bought together', () => {
  const BASKETS = [
    ['Bread', 'Milk'],
    ['Bread', 'Diaper', 'Beer', 'Eggs'],
    ['Milk', 'Diaper', 'Beer', 'Cola'],
    ['Bread', 'Milk', 'Diaper', 'Beer'],
    ['Bread', 'Milk', 'Diaper', 'Cola'],
  ];

  test('Tan, Steinbach & Kumar’s baskets, forty times, as receipts of nobody: Beer → Diaper 1, 1.25', async () => {
    const till = aPortfolio();
    const rows = Array.from({ length: 200 }, (_, i) =>
      BASKETS[i % 5]!.map((item) => `R${i},2025-0${1 + (i % 6)}-1${i % 9},${item},1,2.00`),
    ).flat();
    await take(till, `Receipt,Date,Product,Quantity,Amount\n${rows.join('\n')}\n`, {
      currency: 'EUR',
      locale: 'en-GB',
    });
    const { affinity, whitespace } = read(till);
    const found = affinity as Extract<Products['affinity'], { pairs: unknown }>;
    expect(found).toMatchObject({ baskets: 200, tested: 15, fewest: 5 });
    expect(found.pairs.find(({ from, to }) => from === 'Beer' && to === 'Diaper')).toMatchObject({
      count: 120,
      support: 0.6,
      confidence: 1,
      confidenceBack: 0.75,
      lift: 1.25,
      sentence: 'Of the purchases with Beer, 100% have Diaper too, 1.3 times as many as by chance.',
    });
    // bread and milk are together less often than by chance
    expect(
      found.pairs.some(({ from, to }) => [from, to].includes('Bread') && [from, to].includes('Milk')),
    ).toBe(false);
    for (const { liftLo } of found.pairs) expect(liftLo).toBeGreaterThan(1);
    expect(whitespace).toMatchObject({ grade: 'D', reason: 'No sale carries a customer.' });
  });

  test('sales that name no product say so', async () => {
    const plain = aPortfolio();
    await take(plain, 'Order,Date,Customer,Amount\nA1,2025-03-04,Ada,4.20\nA2,2025-03-05,Ben,5.20\n', {
      currency: 'EUR',
      locale: 'en-GB',
    });
    const products = analyze(plain, { customers: false, only: ['products'] }).products as Record<
      string,
      unknown
    >;
    for (const area of ['popular', 'affinity', 'whitespace'])
      expect(products[area]).toMatchObject({ grade: 'D', reason: 'No sale names a product.' });
  });
});

describe('how widely revenue is spread', () => {
  test('each list adds up to its own revenue, and the biggest is the biggest', () => {
    const { spread } = read();
    expect(spread.map(({ of }) => of)).toEqual(['customers', 'segments', 'products', 'categories']);
    const products = spread.find(({ of }) => of === 'products')!;
    const { rows } = popularOf();
    const sum = rows.reduce((total, row) => total + Math.max(0, row.revenue), 0);
    expect(products.biggest).toBe(rows[0]!.product);
    expect(products.topShare).toBeCloseTo(rows[0]!.revenue / sum, 12);
    expect(products.effective).toBeCloseTo(
      1 / rows.reduce((total, row) => total + (row.revenue / sum) ** 2, 0),
      9,
    );
    for (const { n, effective } of spread) {
      expect(effective).toBeGreaterThanOrEqual(1);
      expect(effective).toBeLessThanOrEqual(n + 1e-9);
    }
    const { value } = analyze(db, { customers: false, only: ['value'] }) as {
      value: { concentration: { spread: unknown; gini: number } };
    };
    expect(value.concentration.spread).toEqual(spread);
    expect(value.concentration.gini).toBeGreaterThan(0);
  });
});
