import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { openPortfolio } from '../../../src/main/database/open.ts';
import { writeSetting } from '../../../src/main/database/settings.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { cellText, csvRecord, textOf } from '../../../src/main/portfolio/exports/everything/cell-text.ts';
import { csvRecords } from '../../../src/main/portfolio/exports/everything/csv-records.ts';
import { exportEverything } from '../../../src/main/portfolio/exports/everything/export-everything.ts';
import {
  readManifest,
  restoreEverything,
} from '../../../src/main/portfolio/exports/everything/restore-everything.ts';
import { TABLES } from '../../../src/main/portfolio/exports/everything/tables.ts';
import { markProducts } from '../../../src/main/portfolio/products/product-marks.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { applySegments } from '../../../src/main/portfolio/segments/segments.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import { cli } from '../../support/cli.ts';
import { aSale, csv, table } from '../../support/csv.ts';
import { aFolder } from '../../support/folder.ts';
import { aPortfolio, storedSummaries, take } from '../../support/portfolio.ts';

/** Texts that a spreadsheet would take for something else, and that a careless reader would change. */
const HARD = [
  '=1+1',
  '+49 30',
  '-5',
  '@x',
  "'quoted",
  "''=x",
  '',
  ' padded ',
  'a,b',
  'a"b',
  'line\r\nbreak',
  '\ttab',
  'é😀',
  '0012',
];

const aBusyShop = async (): Promise<Connection> => {
  const db = aPortfolio();
  const sales = Array.from({ length: 120 }, (_, i) =>
    aSale({
      order: `${i % 90}`,
      date: `2024-0${1 + (i % 9)}-1${i % 9}`,
      customer: `C${i % 11}`,
      product: HARD[i % HARD.length] || 'Bread',
      amount: `${3 + (i % 17)}.45`,
    }),
  );
  await take(db, csv(...sales), { locale: 'en-GB', currency: 'EUR' });
  // overlaps, changes a line, and brings a new one
  await take(
    db,
    csv(...sales.slice(40, 60), aSale({ order: '3', amount: '99.00' }), aSale({ order: 'new' })),
    { locale: 'en-GB', allowAgain: true },
    { name: 'again.csv' },
  );
  await take(
    db,
    table(
      ['Customer ID', 'Name', 'E-mail', 'City', 'No profiling'],
      Array.from({ length: 11 }, (_, i) => [
        `C${i}`,
        HARD[i % 4] || `Ann ${i}`,
        `ann${i}@example.org`,
        'Bern',
        i === 2 ? 'yes' : 'no',
      ]),
    ),
    { kind: 'customers', locale: 'en-GB' },
    { name: 'people.csv' },
  );
  const third = await take(
    db,
    csv(aSale({ order: 'mistake', customer: 'Z' })),
    { locale: 'en-GB' },
    { name: 'mistake.csv' },
  );
  undoImport(db, third.batch!);
  applySegments(db, { recipe: 'value-and-rhythm', many: false });
  makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay('2025-01-02'));
  const bread = db.row<{ id: number }>("SELECT id FROM product WHERE name = 'Bread'")!;
  markProducts(db, [bread.id], 'not-a-sale');
  writeSetting(db, 'businessName', '=A shop, "ours"');
  return db;
};

const roundTrip = async (db: Connection): Promise<Connection> => {
  const folder = aFolder();
  const out = join(folder, 'all.zip');
  await exportEverything(db, out);
  const manifest = await readManifest(out);
  const path = join(folder, 'again.clientele');
  await restoreEverything(out, manifest!, path);
  return openPortfolio(path);
};

describe('everything out and in again', () => {
  test('the same content, summaries, settings, log, snapshots; every check holds; what is undone after is the same', async () => {
    const db = await aBusyShop();
    const again = await roundTrip(db);
    expect(contentHash(again)).toBe(contentHash(db));
    expect(examine(again).checks.filter(({ ok }) => !ok)).toEqual([]);
    const months = (of: Connection) => storedSummaries(of).months;
    expect(months(again)).toEqual(months(db));
    for (const name of [
      'setting',
      'batch',
      'import_issue',
      'segment',
      'segment_version',
      'segment_snapshot',
      'review',
      'change_log',
      'product_mark',
    ]) {
      const rows = (of: Connection) =>
        of
          .rows<Record<string, unknown>>(`SELECT * FROM ${name} ORDER BY 1, 2`)
          .filter(({ name: setting }) => setting !== 'lastCustomer');
      expect([name, rows(again)]).toEqual([name, rows(db)]);
    }
    undoImport(db, 2);
    undoImport(again, 2);
    expect(contentHash(again)).toBe(contentHash(db));
    again.close();
  });

  test('a second time the file is the same, byte for byte', async () => {
    const db = await aBusyShop();
    const folder = aFolder();
    const files = ['a.zip', 'b.zip'].map((name) => join(folder, name));
    for (const file of files) await exportEverything(db, file);
    expect(readFileSync(files[0]!).equals(readFileSync(files[1]!))).toBe(true);
  });

  test('an empty portfolio', async () => {
    const db = aPortfolio();
    const again = await roundTrip(db);
    expect(contentHash(again)).toBe(contentHash(db));
    again.close();
  });

  test('every table of the schema has an entry, and no entry is of a table that is gone', () => {
    const tables = aPortfolio().rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    expect(Object.keys(TABLES).sort()).toEqual(tables.map(({ name }) => name).sort());
  });

  test('a file that was damaged or changed makes nothing', async () => {
    const db = await aBusyShop();
    const folder = aFolder();
    const out = join(folder, 'all.zip');
    await exportEverything(db, out);
    const manifest = (await readManifest(out))!;
    const path = join(folder, 'new.clientele');
    await expect(restoreEverything(out, { ...manifest, contentHash: 'other' }, path)).rejects.toThrow(
      /does not hold what it says; nothing was made/,
    );
    await expect(
      restoreEverything(out, { ...manifest, tables: { ...manifest.tables, batch: 99 } }, path),
    ).rejects.toThrow(/damaged or was changed/);
    const bytes = readFileSync(out);
    bytes[200]! ^= 255;
    writeFileSync(out, bytes);
    await expect(restoreEverything(out, manifest, path)).rejects.toThrow(/damaged/);
    expect(() => openPortfolio(path)).toThrow(/There is no portfolio/);
  });

  test('from the terminal, into a new portfolio only', async () => {
    const db = await aBusyShop();
    const hash = contentHash(db);
    db.close();
    const zip = join(aFolder(), 'all.zip');
    const made = await cli('export', '--portfolio', db.path, '--what', 'everything', '--out', zip, '--json');
    expect([made.err, JSON.parse(made.out).contentHash]).toEqual(['', hash]);
    const path = join(aFolder(), 'new.clientele');
    const ran = await cli('import', zip, '--portfolio', path, '--json');
    expect([ran.code, ran.err, JSON.parse(ran.out).contentHash]).toEqual([0, '', hash]);
    const second = await cli('import', zip, '--portfolio', path, '--json');
    expect([second.code, second.out]).toEqual([1, '']);
    expect(second.err).toMatch(/is there already; choose a new name/);
  });
});

test('hard texts read back as they were, cut anywhere', async () => {
  const cells = [...HARD, 'null is no text'];
  const bytes = Buffer.from(csvRecord([...cells.map(cellText), cellText(null)]));
  for (const size of [1, 2, 3, 7, 1000]) {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.subarray(i * size, (i + 1) * size),
    );
    const records: string[][] = [];
    for await (const record of csvRecords(
      (async function* () {
        yield* pieces;
      })(),
    ))
      records.push(record);
    expect(records.map((record) => record.map(textOf))).toEqual([[...cells, null]]);
  }
  expect(cells.filter((cell) => /^[=+\-@\t]/.test(cellText(cell)))).toEqual([]);
});
