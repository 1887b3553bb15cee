import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { markProducts, readProductMarks } from '../../../src/main/portfolio/products/product-marks.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, storedSummaries, take } from '../../support/portfolio.ts';

const HEADER = ['Order ID', 'Date', 'Customer ID', 'SKU', 'Product', 'Amount'];

/** Goods of 60.00, a fee of −7.50 with a code, gift cards of 40.00, and postage, which is revenue. */
const SALES = table(HEADER, [
  ['1', '2024-01-10', 'A', 'C1', 'Cup', '10.00'],
  ['1', '2024-01-10', 'A', 'SHIP', 'Postage', '4.00'],
  ['2', '2024-01-11', 'B', 'C1', 'Cup', '50.00'],
  ['2', '2024-01-11', 'B', 'FEE9', 'Payment fee', '-7.50'],
  ['3', '2024-01-12', 'B', 'GC', 'Gift card', '15.00'],
  ['4', '2024-01-13', 'C', 'GC', 'Gift card', '25.00'],
]);
const MORE = table(HEADER, [['9', '2024-02-01', 'A', 'GC', 'Gift card', '5.00']]);

const EUR = { currency: 'EUR' };
const revenueOf = (db: Writable): number => readProductMarks(db).revenue;

describe('products that may be no sale are asked about with the import', () => {
  test('by what their names say, with what they come to, most at stake first', async () => {
    const { mayBeNoSale, revenue } = await take(aPortfolio(), SALES, EUR, { dryRun: true });
    expect(
      mayBeNoSale.map(({ product, lines, amount, said }) => [product, lines, amount.minor, said]),
    ).toEqual([
      ['GC', 2, 4000, false],
      ['FEE9', 1, -750, false],
    ]);
    expect(revenue.minor).toBe(9650);
  });

  test('what is said to be none is kept and counts nowhere, the same as looked at before', async () => {
    const db = aPortfolio();
    const options = { ...EUR, notASale: ['GC'] };
    const looked = await take(db, SALES, options, { dryRun: true });
    expect(looked.revenue.minor).toBe(5650);
    expect(looked.mayBeNoSale.map(({ product, said }) => [product, said])).toEqual([
      ['GC', true],
      ['FEE9', false],
    ]);
    const taken = await take(db, SALES, options);
    expect([taken.revenue.minor, taken.revenueLeftOut.minor]).toEqual([5650, 4000]);
    expect([taken.orderLines, taken.notASale]).toEqual([6, 2]);
    expect(revenueOf(db)).toBe(5650);
  });

  test('the next file is not asked about what was answered, and undo takes the answer back', async () => {
    const db = aPortfolio();
    const { batch } = await take(db, SALES, { ...EUR, notASale: ['GC', 'FEE9'] });
    const next = await take(db, MORE);
    expect([next.mayBeNoSale, next.revenue.minor, revenueOf(db)]).toEqual([[], 0, 6400]);
    undoImport(db, batch!);
    expect(revenueOf(db)).toBe(500);
    const only = aPortfolio();
    await take(only, MORE, EUR);
    expect(contentHash(db)).toBe(contentHash(only));
    expect(storedSummaries(db).months).toEqual(storedSummaries(only).months);
  });

  test('lines that were there before count nowhere either', async () => {
    const db = aPortfolio();
    await take(db, MORE, EUR);
    const before = contentHash(db);
    const { batch } = await take(db, SALES, { notASale: ['GC'] });
    expect(revenueOf(db)).toBe(5650);
    undoImport(db, batch!);
    expect([revenueOf(db), contentHash(db)]).toEqual([500, before]);
  });

  test('what the owner says later is not taken back with the import', async () => {
    const db = aPortfolio();
    const { batch } = await take(db, SALES, { ...EUR, notASale: ['GC'] });
    await take(db, MORE);
    const { notASale } = readProductMarks(db);
    markProducts(db, [notASale[0]!.id], 'article');
    undoImport(db, batch!);
    expect(db.rows('SELECT value, role FROM product_mark')).toEqual([{ value: 'GC', role: 'article' }]);
  });

  test('a product without a code is named by its name', async () => {
    const db = aPortfolio();
    const plain = table(
      ['Order ID', 'Date', 'Customer ID', 'Product', 'Amount'],
      [
        ['1', '2024-01-10', 'A', 'Cup', '10.00'],
        ['2', '2024-01-12', 'B', 'Gift Card', '15.00'],
      ],
    );
    const { revenue } = await take(db, plain, { ...EUR, notASale: ['gift CARD'] });
    expect(revenue.minor).toBe(1000);
  });

  test('a code that the file does not have is refused, and nothing is imported', async () => {
    const db = aPortfolio();
    const before = contentHash(db);
    await expect(take(db, SALES, { ...EUR, notASale: ['GC', 'NONE'] })).rejects.toThrow(
      /No product of the file has the code "NONE".*nothing was imported/,
    );
    expect(contentHash(db)).toBe(before);
    expect(db.rows('SELECT * FROM product_mark')).toEqual([]);
  });
});
