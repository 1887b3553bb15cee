import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { APPLICATION_ID } from '../../../src/main/database/format.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { type MigrationStep, steps } from '../../../src/main/database/migrations/index.ts';
import { openPortfolio } from '../../../src/main/database/open.ts';
import { refreshSummaries } from '../../../src/main/database/summaries.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { redoChange, undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import { exportTable } from '../../../src/main/portfolio/exports/export.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import {
  findProducts,
  markProducts,
  productNamed,
  readProductMarks,
} from '../../../src/main/portfolio/products/product-marks.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { portfolioInfo } from '../../../src/main/portfolio/settings/info.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { table } from '../../support/csv.ts';
import { aFolder } from '../../support/folder.ts';
import { aPortfolio, hashOf, storedSummaries, take } from '../../support/portfolio.ts';
import { readTotals } from '../read-totals.ts';

type Line = readonly [
  order: string,
  date: string,
  customer: string,
  code: string,
  name: string,
  amount: string,
];

const file = (...lines: readonly Line[]): string =>
  table(
    ['Order ID', 'Date', 'Customer ID', 'Product code', 'Product', 'Quantity', 'Amount'],
    lines.map(([order, date, customer, code, name, amount]) => [
      order,
      date,
      customer,
      code,
      name,
      '1',
      amount,
    ]),
  );

/** Two customers buy goods; one is sent them; a marketplace takes its fee, booked on an order of its own and on one of a customer's. */
const SALES: readonly Line[] = [
  ['1', '2024-01-05', 'A', 'P1', 'Cup', '10.00'],
  ['1', '2024-01-05', 'A', 'POST', 'Postage', '3.00'],
  ['2', '2024-02-05', 'A', 'P2', 'Plate', '20.00'],
  ['3', '2024-02-06', 'B', 'P1', 'Cup', '10.00'],
  ['3', '2024-02-06', 'B', 'FEE', 'MARKET FEE', '-12.50'],
  ['4', '2024-03-01', 'B', 'FEE', 'MARKET FEE', '-100.00'],
  ['5', '2024-03-02', 'C', 'FEE', 'MARKET FEE', '40.00'],
];
const withoutFees = SALES.filter(([, , , code]) => code !== 'FEE');

const HOME = { currency: 'EUR', locale: 'en-GB' };

const sold = async (): Promise<Writable> => {
  const db = aPortfolio();
  await take(db, file(...SALES), HOME);
  return db;
};

const mark = (db: Writable, code: string, role: Parameters<typeof markProducts>[2] = 'not-a-sale') =>
  markProducts(db, [productNamed(db, code)], role);

describe('a product that is no sale (DEFINITIONS 1)', () => {
  test('counts nowhere: every figure is that of the same sales without its lines', async () => {
    const db = await sold();
    mark(db, 'FEE');
    const other = aPortfolio();
    await take(other, file(...withoutFees));
    expect(readTotals(db)).toEqual(readTotals(other));
    expect(portfolioInfo(db)).toMatchObject({ orders: 3, orderLines: 4, period: { to: '2024-02-06' } });
    expect(exportTable(db, 'orders').data.map((row) => row[12])).toEqual([10, 3, 20, 10]);
    // C has bought nothing but a fee: no customer of any model
    expect(exportTable(db, 'customers').data.map(([key]) => key)).toEqual(['A', 'B']);
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('its lines stay, and the mark is taken back exactly: by another mark, by undo and by redo', async () => {
    const db = await sold();
    const before = { hash: contentHash(db), summaries: storedSummaries(db), totals: readTotals(db) };
    const state = () => ({ hash: contentHash(db), summaries: storedSummaries(db), totals: readTotals(db) });
    mark(db, 'FEE');
    const marked = state();
    expect(marked.hash).not.toBe(before.hash);
    expect(marked.totals).not.toEqual(before.totals);
    expect(db.row('SELECT count(*) AS n FROM order_line')).toEqual({ n: 7 });
    expect(undoChange(db, UNDOABLES)).toEqual({ done: true, sentence: 'Undone: MARKET FEE: no sale.' });
    expect(state()).toEqual(before);
    redoChange(db, UNDOABLES);
    expect(state()).toEqual(marked);
    mark(db, 'FEE', null);
    expect(state()).toEqual(before);
    expect(db.row('SELECT count(*) AS n FROM sales_order WHERE counted_minor IS NOT NULL')).toEqual({ n: 0 });
  });

  test('the stored summaries are those made anew, for some customers as for all', async () => {
    const db = await sold();
    mark(db, 'FEE');
    const kept = storedSummaries(db);
    refreshSummaries(db, 'all');
    expect(kept).toEqual(storedSummaries(db));
  });

  test('a later import of it comes in, does not count, and says so; the rows and the sums still add up', async () => {
    const db = await sold();
    mark(db, 'FEE');
    const more = file(
      ['6', '2024-04-01', 'A', 'FEE', 'MARKET FEE', '-7.00'],
      ['6', '2024-04-01', 'A', 'P1', 'Cup', '10.00'],
    );
    for (const dryRun of [true, false]) {
      const result = await take(db, more, {}, { dryRun });
      expect(result).toMatchObject({
        rows: { read: 2, imported: 2, leftOut: 0, alreadyThere: 0 },
        revenue: { minor: 1000 },
        revenueLeftOut: { minor: -700 },
        notASale: 1,
        issues: { byCode: { 'not-a-sale': 1 }, first: [{ row: 2, value: 'FEE', leftOut: false }] },
      });
    }
    expect(readTotals(db).revenue).toBe(5300);
    undoImport(db, 2);
    expect(readTotals(db).revenue).toBe(4300);
    expect(examine(db).ok).toBe(true);
  });

  test('the mark outlives the import that brought the product', async () => {
    const db = await sold();
    mark(db, 'FEE');
    undoImport(db, 1);
    await take(db, file(...SALES));
    expect(readTotals(db).revenue).toBe(4300);
    undoChange(db, UNDOABLES);
    expect(readTotals(db).revenue).toBe(-2950);
  });

  test('is said on the overview, in the review and on the command line', async () => {
    const db = await sold();
    await take(db, file(['6', '2024-04-01', 'A', 'P1', 'Cup', '10.00']));
    mark(db, 'FEE');
    const sentence = '1 product is marked as no sale: −€72.50 in 3 lines is in no figure.';
    const overview = readOverview(db, isoDay('2024-04-01'));
    expect('warnings' in overview && overview.warnings).toContain(sentence);
    const { id } = makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay('2024-04-01'));
    expect(readReview(db, id).content.warnings).toContain(sentence);
    expect(analyze(db, { customers: false, only: [] }).totals).toMatchObject({
      revenue: { minor: 5300 },
      notASale: { products: 1, lines: 3, amount: { minor: -7250 } },
    });
  });
});

describe('what might be no sale is suggested, with what is at stake', () => {
  test('by name, or because it was only ever negative; postage, discounts and articles are not', async () => {
    const db = aPortfolio();
    await take(
      db,
      file(
        ...SALES,
        ['7', '2024-03-05', 'A', 'X9', 'Zorp', '-4.00'],
        ['8', '2024-03-06', 'A', 'X9', 'Zorp', '-5.00'],
        ['8', '2024-03-06', 'A', 'D', 'Discount', '-2.00'],
        ['9', '2024-03-07', 'A', 'P3', 'Coffee', '2.00'],
      ),
      HOME,
    );
    const { candidates, charges, candidatesSentence } = readProductMarks(db);
    expect(candidates.map(({ code, reason, revenueOtherwise }) => [code, reason, revenueOtherwise])).toEqual([
      ['FEE', 'Its name says a fee.', 3400],
      ['X9', 'It was only ever negative.', -2950],
    ]);
    expect(candidatesSentence).toBe(
      'Revenue is −€38.50; without the one whose name says so it would be €34.00.',
    );
    expect(charges.map(({ code, said }) => [code, said])).toEqual([['POST', false]]);
    mark(db, 'X9', 'article');
    expect(readProductMarks(db).candidates.map(({ code }) => code)).toEqual(['FEE']);
  });

  test('a product is found by a part of its code or its name', async () => {
    const db = await sold();
    expect(findProducts(db, 'CU', 20).map(({ name, lines }) => [name, lines])).toEqual([['Cup', 2]]);
    expect(() => productNamed(db, 'nothing')).toThrow('No product has the code or the name "nothing".');
  });
});

test('the way from format 2: sales of an older portfolio count as before, and a step that fails leaves the file as it was', async () => {
  const path = join(aFolder(), 'old.clientele');
  const old = new Database(path);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  for (const step of steps.slice(0, 2)) step(old);
  old.pragma('user_version = 2');
  old.pragma('journal_mode = WAL');
  old.exec(`
    INSERT INTO product (id, kind, value, name) VALUES (1, 'code', 'FEE', 'Fee');
    INSERT INTO sales_order (id, source, key, number, ordered_on, line_count, net_minor, digest) VALUES (1, 'file', '1|', '1', '2024-01-01', 1, -500, 0);
    INSERT INTO order_line (id, order_id, product_id, amount_minor, source_row) VALUES (1, 1, 1, -500, 2);`);
  old.close();
  const before = hashOf(path);
  const fail: MigrationStep = () => {
    throw new Error('a step that fails');
  };
  expect(() => openPortfolio(path, { backupFolder: aFolder(), steps: [...steps, fail] })).toThrow(
    'a step that fails',
  );
  expect(hashOf(path)).toBe(before);
  const folder = aFolder();
  const db = openPortfolio(path, { backupFolder: folder });
  expect(db.row('SELECT revenue_minor, revenue_lines FROM sales_order')).toEqual({
    revenue_minor: -500,
    revenue_lines: 1,
  });
  expect(db.row('SELECT revenue_minor FROM order_line')).toEqual({ revenue_minor: -500 });
  db.close();
  const [copy = ''] = readdirSync(folder);
  expect(readFileSync(join(folder, copy)).length).toBeGreaterThan(0);
});
