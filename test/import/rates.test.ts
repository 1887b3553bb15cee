import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { readSettings } from '../../src/main/database/settings.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import type { Rate } from '../../src/shared/model/rate.ts';
import { cli } from '../support/cli.ts';
import { table } from '../support/csv.ts';
import { aFile, aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

const EUR = { currency: 'EUR', locale: 'en-GB' };
const rate = (currency: string, text: string, from: string | null = null): Rate => ({
  currency,
  rate: text,
  from: from === null ? null : isoDay(from),
});

const HEADER = ['Order ID', 'Date', 'Customer ID', 'Product', 'Amount', 'Currency'];
const SALES = table(HEADER, [
  ['1', '2024-01-05', 'A', 'Cup', '10.00', 'EUR'],
  ['2', '2024-01-06', 'A', 'Cup', '10.01', 'USD'],
  ['3', '2024-07-06', 'B', 'Cup', '-10.01', 'USD'],
  ['4', '2024-07-07', 'B', 'Cup', '1000', 'JPY'],
]);

const amounts = (db: ReturnType<typeof aPortfolio>): number[] =>
  db.rows<{ a: number }>('SELECT amount_minor AS a FROM order_line ORDER BY id').map(({ a }) => a);

describe('sales in another currency (DEFINITIONS 4)', () => {
  test('are left out with the reason, by currency, while there is no rate', async () => {
    const db = aPortfolio();
    const result = await take(db, SALES, EUR);
    expect(result).toMatchObject({
      rows: { read: 4, imported: 1, leftOut: 3 },
      issues: { byCode: { 'currency-without-rate': 3 } },
      converted: [],
      withoutRate: [
        { currency: 'USD', lines: 2 },
        { currency: 'JPY', lines: 1 },
      ],
    });
    expect(result.issues.first[0]?.message).toBe('The sale is in USD; there is no rate to EUR for it.');
  });

  test('are converted exactly, half away from zero to the home currency, from the unit of their own', async () => {
    const db = aPortfolio();
    // 10.01 × 0.95 = 9.5095; 10.01 × 0.5 = 5.005 → 5.01; 1000 JPY × 0.006125 = 6.125 → 6.13
    const rates = [rate('USD', '0.95'), rate('USD', '0.5', '2024-07-01'), rate('JPY', '0.006125')];
    const result = await take(db, SALES, { ...EUR, rates });
    expect(amounts(db)).toEqual([1000, 951, -501, 613]);
    expect(result).toMatchObject({
      rows: { read: 4, imported: 4, leftOut: 0 },
      revenue: { minor: 2063, currency: 'EUR' },
      converted: [
        { currency: 'JPY', rate: '0.006125', lines: 1 },
        { currency: 'USD', rate: '0.5', lines: 1 },
        { currency: 'USD', rate: '0.95', lines: 1 },
      ],
      withoutRate: [],
    });
    const { reading } = db.row<{ reading: string }>('SELECT reading FROM batch')!;
    expect(JSON.parse(reading)).toMatchObject({ converted: result.converted });
  });

  test('a rate given with a file is the portfolio’s from then on; undo gives back what was there', async () => {
    const db = aPortfolio();
    await take(db, table(HEADER, [['9', '2024-01-01', 'A', 'Cup', '1.00', 'EUR']]), EUR);
    const before = contentHash(db);
    await take(db, SALES, { rates: [rate('USD', '0.92')] });
    expect(readSettings(db).rates).toEqual([rate('USD', '0.92')]);
    const after = contentHash(db);
    undoImport(db, 2);
    expect(contentHash(db)).toBe(before);
    const again = await take(db, SALES);
    expect(again).toMatchObject({ rows: { imported: 3, leftOut: 1 }, withoutRate: [{ currency: 'JPY' }] });
    expect(again.contentHash).toBe(after);
  });

  test('a day before the first dated rate has none', async () => {
    const result = await take(aPortfolio(), SALES, { ...EUR, rates: [rate('USD', '0.9', '2024-07-01')] });
    expect(result).toMatchObject({ converted: [{ lines: 1 }], rows: { imported: 2, leftOut: 2 } });
    expect(result.issues.first[0]?.message).toBe(
      'The sale is in USD; there is no rate to EUR for a day before 2024-07-01.',
    );
  });
});

describe('signs in the column of amounts: each line in its own currency', () => {
  const mixed = table(
    ['Order ID', 'Date', 'Customer ID', 'Product', 'Amount'],
    [
      ['1', '2024-01-05', 'A', 'Cup', '€ 12.00'],
      ['2', '2024-01-06', 'A', 'Cup', '$ 5.00'],
      ['3', '2024-01-07', 'A', 'Cup', '7.00'],
      ['4', '2024-01-08', 'A', 'Cup', '12.00 €'],
      ['5', '2024-01-09', 'A', 'Cup', '£3.00'],
      ['6', '2024-01-10', 'A', 'Cup', '2.00 CHF'],
    ],
  );

  test('those without a rate are left out with the reason', async () => {
    const db = aPortfolio();
    const result = await take(db, mixed, { locale: 'en-IE' });
    expect(result).toMatchObject({
      revenue: { minor: 3100, currency: 'EUR' },
      rows: { imported: 3, leftOut: 3 },
    });
    expect(result.withoutRate.map(({ currency }) => currency).sort()).toEqual(['CHF', 'GBP', 'USD']);
  });

  test('with rates all count', async () => {
    const db = aPortfolio();
    await take(db, mixed, { ...EUR, rates: [rate('USD', '0.92'), rate('GBP', '1.17'), rate('CHF', '1.05')] });
    expect(amounts(db)).toEqual([1200, 460, 700, 1200, 351, 210]);
  });

  test.each([
    ['en-AU', 'AUD'],
    ['en-CA', 'CAD'],
    ['en-US', 'USD'],
    ['de-DE', 'USD'],
  ])('a dollar in %s is %s', async (locale, currency) => {
    const dollars = table(
      ['Order ID', 'Date', 'Customer ID', 'Product', 'Amount'],
      [['1', '2024-01-15', 'A', 'Cup', '$ 5.25']],
    );
    const result = await take(aPortfolio(), dollars, { locale, decimal: '.' });
    expect(result).toMatchObject({ revenue: { minor: 525, currency }, withoutRate: [] });
  });
});

test('on the command line: --rate and the mapping file', async () => {
  const folder = aFolder();
  const file = aFile(SALES);
  const map = join(folder, 'map.json');
  writeFileSync(map, JSON.stringify({ rates: { USD: { '2024-07-01': '0.5' }, JPY: '0.006125' } }));
  const args = ['--currency', 'EUR', '--locale', 'en-GB', '--portfolio', join(folder, 'p.clientele')];
  const ran = await cli('import', file, ...args, '--map', map, '--rate', 'USD=0.95');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(ran.out).toContain('1 line in USD is converted: 1 USD = 0.95 EUR.');
  expect(ran.out).toContain('1 line in USD is converted: 1 USD = 0.5 EUR.');
  const wrong = await cli('import', file, ...args, '--rate', 'USD=much');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--rate USD=much is no rate')]);
});
