import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { generateOrderLines, ORDER_LINES_HEADER } from '../bench/generate.ts';

const options = { lines: 30_000, customers: 2500, seed: 4 };
const file = [...generateOrderLines(options)].join('');
const [header, ...records] = file.trimEnd().split('\n');
const rows = records.map((r) => r.split(','));

test('the same options give the same bytes', () => {
  expect([...generateOrderLines(options)].join('')).toBe(file);
  expect([...generateOrderLines({ ...options, seed: 5 })].join('')).not.toBe(file);
  expect(createHash('sha256').update(file).digest('hex')).toBe(
    'ed94c59ca240cd4b6e70f5305eacd1cb59a61727461d5518e8aafe844ec2d85c',
  );
});

test('as many lines and customers as asked for, under the header', () => {
  expect(header).toBe(ORDER_LINES_HEADER);
  expect(rows).toHaveLength(options.lines);
  expect(new Set(rows.map((r) => r[2])).size).toBe(options.customers);
  expect(rows.filter((r) => r.length !== 8)).toEqual([]);
});

test('orders of 1 to 15 lines in one piece, days ascending over three years', () => {
  const orders = [...Map.groupBy(rows, (r) => r[0])];
  const sizes = new Set(orders.map(([, lines]) => lines.length));
  expect([...sizes].sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  const ids = rows.map((r) => r[0]);
  expect(ids).toEqual([...ids].sort());
  const days = rows.map((r) => r[1]);
  expect(days).toEqual([...days].sort());
  expect([days[0], days.at(-1)]).toEqual(['2022-01-01', '2024-12-31']);
  expect(orders.every(([, lines]) => new Set(lines.map((l) => l[2])).size === 1)).toBe(true);
});

test('a code has one name and one price', () => {
  const products = Map.groupBy(rows, (r) => r[4]);
  expect(products.size).toBeGreaterThan(1000);
  expect([...products.values()].every((p) => new Set(p.map((r) => `${r[5]}|${r[7]}`)).size === 1)).toBe(true);
});

test('more customers than a tenth of the lines are refused', () => {
  expect(() => [...generateOrderLines({ lines: 100, customers: 11, seed: 1 })]).toThrow(RangeError);
});
