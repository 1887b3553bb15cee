import { expect, test } from 'vitest';
import { aPortfolio, take } from '../../support/portfolio.ts';

const HEADER = 'Order,Date,Customer,Product,Amount\n';
const ORDERS = 6000;
const OPTIONS = { locale: 'en-GB', currency: 'GBP' };

const day = (order: number): string => `2024-03-${String(1 + (order % 28)).padStart(2, '0')}`;
const first = (order: number, customer: string): string =>
  `${order},${day(order)},${customer},P${order % 40},${(order % 90) + 1}.50\n`;
const second = (order: number): string => `${order},${day(order)},C${order % 700},P7,-0.25\n`;
const numbers = Array.from({ length: ORDERS }, (_, i) => i + 1);

// the second file is the independent computation: the same lines, each order's in one piece, its customer on both
test('lines of an order that stand far apart, and a customer named late, come to the same portfolio', async () => {
  const apart =
    HEADER +
    numbers.map((n) => first(n, n % 3 === 0 ? '' : `C${n % 700}`)).join('') +
    numbers.map(second).join('');
  const together = HEADER + numbers.map((n) => first(n, `C${n % 700}`) + second(n)).join('');
  expect(apart.length).toBeGreaterThan(300_000); // several pieces, so that orders are written before their second line
  const [a, b] = [aPortfolio(), aPortfolio()];
  const far = await take(a, apart, OPTIONS);
  const near = await take(b, together, OPTIONS);
  expect(far.contentHash).toBe(near.contentHash);
  expect([far.orders, far.orderLines, far.revenue, far.customers.anonymousOrders]).toEqual([
    near.orders,
    near.orderLines,
    near.revenue,
    near.customers.anonymousOrders,
  ]);
  expect(far.orders).toBe(ORDERS);
});

test('a NUL in a UTF-16 file does not shift what stands beside it', async () => {
  const rows =
    'Order,Date,Customer,Product,Amount\n1\u00007,2024-03-01,C1,P1,2.50\n18,2024-03-02,C2,P2,3.50\n';
  const db = aPortfolio();
  const result = await take(db, Buffer.from(`\ufeff${rows}`, 'utf16le'), OPTIONS);
  expect(result.rows.imported).toBe(2);
  expect(db.rows('SELECT number, ordered_on FROM sales_order ORDER BY id')).toEqual([
    { number: '17', ordered_on: '2024-03-01' },
    { number: '18', ordered_on: '2024-03-02' },
  ]);
});
