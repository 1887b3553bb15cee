import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { aBusiness } from '../import/a-business.ts';
import { aSale, csv, table } from '../support/csv.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

/** The amount of the other sale as SQLite stores it. */
const AMOUNT = Buffer.from([0x49, 0x96, 0x02, 0xd2]);

const aClosedPortfolio = async (): Promise<string> => {
  const db = aPortfolio();
  const { header, rows } = aBusiness(5, { orderIds: true, customers: 'id' });
  await take(db, table(header, rows), { currency: 'EUR' });
  await take(db, csv(aSale({ order: 'other', customer: 'X', amount: '12345678.90' })));
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return db.path;
};

const quickCheck = (path: string): unknown => {
  const raw = new Database(path, { readonly: true });
  try {
    return raw.pragma('quick_check', { simple: true });
  } finally {
    raw.close();
  }
};

const failing = (path: string): string[] => {
  const db = openPortfolio(path, { readonly: true, checked: true });
  try {
    return examine(db)
      .checks.filter(({ ok }) => !ok)
      .map(({ id }) => id);
  } finally {
    db.close();
  }
};

test('a sound portfolio is found sound, and is not changed by the look', async () => {
  const path = await aClosedPortfolio();
  const before = readFileSync(path);
  expect(failing(path)).toEqual([]);
  expect(readFileSync(path).equals(before)).toBe(true);
});

describe('damage that SQLite\u2019s quick check does not see (QUALITY, page damage)', () => {
  test.each([
    ['an amount', 'UPDATE order_line SET amount_minor = amount_minor + 1 WHERE id = 7', ['orders']],
    ['a quantity', 'UPDATE order_line SET quantity_micro = quantity_micro + 1 WHERE id = 7', ['orders']],
    ['a price', 'UPDATE order_line SET unit_price_micro = NULL WHERE id = 7', ['orders']],
    [
      'which product a line is of',
      'UPDATE order_line SET product_id = 1 + product_id % 2 WHERE id IN (7, 8, 9)',
      ['orders'],
    ],
    ['which order a line is of', 'UPDATE order_line SET order_id = order_id + 1 WHERE id = 1', ['orders']],
    ['the key of a product', "UPDATE product SET value = value || 'x' WHERE id = 1", ['orders']],
    [
      'two amounts that even out',
      'UPDATE order_line SET amount_minor = amount_minor + CASE id WHEN 1 THEN 5 ELSE -5 END WHERE id IN (1, 2)',
      ['orders'],
    ],
    [
      'the net of an order',
      'UPDATE sales_order SET net_minor = net_minor + 100 WHERE id = 3',
      ['orders', 'summaries'],
    ],
    ['a line that is gone', 'DELETE FROM order_line WHERE id = 4', ['orders']],
    [
      'a line that nobody brought',
      'INSERT INTO order_line (order_id, amount_minor, source_row) VALUES (1, 0, 1)',
      ['claims', 'orders'],
    ],
    ['a claim that is gone', 'DELETE FROM line_claim WHERE batch_id = 2', ['claims']],
    [
      'a day of a customer',
      'UPDATE customer_day SET net_minor = net_minor + 1 WHERE customer_id = 1',
      ['summaries'],
    ],
    [
      'the sum of a customer',
      'UPDATE customer_summary SET net_minor = net_minor + 1 WHERE customer_id = 1',
      ['summaries'],
    ],
    ['a month', 'UPDATE month_summary SET anonymous_minor = anonymous_minor + 1', ['summaries']],
    [
      'an order without its customer',
      'UPDATE sales_order SET identity_id = 999999 WHERE id = 1',
      ['references'],
    ],
  ])('%s', async (_, sql, checks) => {
    const path = await aClosedPortfolio();
    const raw = new Database(path);
    raw.pragma('foreign_keys = OFF');
    raw.exec(sql);
    raw.close();
    expect(quickCheck(path)).toBe('ok');
    expect(failing(path)).toEqual(expect.arrayContaining(['pages', ...checks]));
    expect(() => openPortfolio(path)).toThrow(/is damaged/);
  });

  test('one byte of an amount, wherever it is stored, changed in the file itself', async () => {
    const path = await aClosedPortfolio();
    const sound = readFileSync(path);
    const found: string[][] = [];
    for (let at = sound.indexOf(AMOUNT); at >= 0; at = sound.indexOf(AMOUNT, at + 1)) {
      const bytes = Buffer.from(sound);
      bytes[at + AMOUNT.length - 1]! ^= 1;
      writeFileSync(path, bytes);
      expect(quickCheck(path)).toBe('ok');
      found.push(failing(path));
    }
    // the line, its order, the day and the sum of its customer, the month, the log of imports
    expect(found.length).toBeGreaterThanOrEqual(5);
    expect(found.filter((checks) => !checks.includes('pages'))).toEqual([]);
  });
});
