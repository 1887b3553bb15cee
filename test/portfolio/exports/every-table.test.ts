import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { openPortfolio } from '../../../src/main/database/open.ts';
import { templateCsv } from '../../../src/main/import/records/template.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { addMark } from '../../../src/main/portfolio/calendar/marks.ts';
import { readManifest } from '../../../src/main/portfolio/exports/everything/restore-everything.ts';
import { TABLES } from '../../../src/main/portfolio/exports/everything/tables.ts';
import { importSample } from '../../../src/main/portfolio/imports/sample-portfolio.ts';
import { markProducts, taxProducts } from '../../../src/main/portfolio/products/product-marks.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { applySegments } from '../../../src/main/portfolio/segments/segments.ts';
import { updateSettings } from '../../../src/main/portfolio/settings/info.ts';
import { SAMPLE_KINDS } from '../../../src/main/sample/truth.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { IMPORT_KINDS } from '../../../src/shared/model/import-kind.ts';
import { cli } from '../../support/cli.ts';
import { aSale, csv, table } from '../../support/csv.ts';
import { aFolder } from '../../support/folder.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

/** What is done to a portfolio so that every table has something to keep. */
const aShopWithEverything = async (): Promise<Writable> => {
  const db = aPortfolio();
  const template = { locale: 'en-GB', currency: 'EUR', kind: 'orders' } as const;
  await take(db, templateCsv('orders'), template, { name: 'orders.csv' });
  for (const kind of IMPORT_KINDS.filter((each) => each !== 'orders'))
    await take(db, templateCsv(kind), { kind, locale: 'en-GB', currency: 'EUR' }, { name: `${kind}.csv` });
  const sales = Array.from({ length: 240 }, (_, i) =>
    aSale({
      order: `${i}`,
      date: `202${3 + (i % 2)}-${String(1 + (i % 12)).padStart(2, '0')}-1${i % 9}`,
      customer: `C${i % 23}`,
      product: `P${i % 7}`,
      amount: `${3 + (i % 17)}.45`,
    }),
  );
  await take(
    db,
    csv(
      ...sales,
      aSale({ order: 'no day', date: '' }),
      aSale({ order: 'nobody', date: '2024-06-01', customer: '', product: 'P4' }),
    ),
    { locale: 'en-GB' },
    { name: 'sales.csv' },
  );
  // an order again with another price, and one that had no customer with one
  await take(
    db,
    csv(
      aSale({ order: '3', date: '2024-04-13', customer: 'C3', product: 'P3', amount: '99.00' }),
      aSale({ order: 'nobody', date: '2024-06-01', customer: 'C5', product: 'P4' }),
    ),
    { locale: 'en-GB' },
    { name: 'again.csv' },
  );
  const foreign = ['Order ID', 'Date', 'Customer ID', 'Product name', 'Quantity', 'Unit price', 'Currency'];
  await take(
    db,
    table(foreign, [['usd', '2024-05-05', 'C2', 'P1', '1', '10.00', 'USD']]),
    { locale: 'en-GB', rates: [{ currency: 'USD', from: null, rate: '0.92' }] },
    { name: 'dollars.csv' },
  );
  const mistake = csv(aSale({ order: 'mistake', customer: 'Z' }));
  undoImport(db, (await take(db, mistake, { locale: 'en-GB' }, { name: 'mistake.csv' })).batch!);
  applySegments(db, { recipe: 'quick-start', many: false });
  applySegments(db, { recipe: 'value-and-rhythm', many: false });
  makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay('2025-01-02'));
  const products = db.rows<{ id: number }>('SELECT id FROM product ORDER BY id').map(({ id }) => id);
  markProducts(db, products.slice(0, 1), 'not-a-sale');
  taxProducts(db, products.slice(1, 2), 0.07);
  addMark(db, 'closed', isoDay('2024-08-01'), isoDay('2024-08-14'));
  updateSettings(db, { businessName: '=A shop, "ours"', assumedMargin: 0.4 });
  return db;
};

/** Out and in again on the command line, and out a second time. */
const outAndIn = async (portfolio: string) => {
  const folder = aFolder();
  const [first, second] = [join(folder, 'first.zip'), join(folder, 'second.zip')];
  const again = join(folder, 'again.clientele');
  for (const command of [
    ['export', '--portfolio', portfolio, '--what', 'everything', '--out', first],
    ['import', first, '--portfolio', again],
    ['export', '--portfolio', again, '--what', 'everything', '--out', second],
  ]) {
    const ran = await cli(...command);
    expect([ran.code, ran.err]).toEqual([0, '']);
  }
  // the settings count the customers that were ever given a number, and these are given new ones
  const { setting: _, ...sums } = (await readManifest(first))!.sums;
  expect(await readManifest(second)).toEqual({
    ...(await readManifest(first)),
    sums: { ...sums, setting: expect.any(Number) },
  });
  const [before, after] = [portfolio, again].map((path) => {
    const db = openPortfolio(path);
    try {
      expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
      return [
        contentHash(db),
        db.rows("SELECT name, value FROM setting WHERE name <> 'lastCustomer' ORDER BY name"),
      ];
    } finally {
      db.close();
    }
  });
  expect(after).toEqual(before);
};

describe('everything out and in again is the same, and each table out a second time is the same, byte for byte', () => {
  test('a portfolio in which every table that is kept holds something', async () => {
    const db = await aShopWithEverything();
    const empty = Object.entries(TABLES)
      .filter(([name, { as }]) => as === 'kept' && !db.row(`SELECT 1 FROM ${name}`))
      .map(([name]) => name);
    expect(empty).toEqual([]);
    db.close();
    await outAndIn(db.path);
  });

  test.each(SAMPLE_KINDS)('the sample %s', async (kind) => {
    const folder = aFolder();
    const portfolio = join(folder, `${kind}.clientele`);
    await importSample({
      portfolio,
      kind,
      until: '2025-09-30',
      customers: 80,
      scratch: join(folder, 'sample.csv'),
      backupFolder: folder,
    });
    await outAndIn(portfolio);
  });
});
