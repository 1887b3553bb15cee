import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { createPortfolio } from '../../../src/main/database/open.ts';
import { homeOf } from '../../../src/main/import/import-path.ts';
import { importTable } from '../../../src/main/import/load/import-table.ts';
import { planImport } from '../../../src/main/import/planning/plan-import.ts';
import { type FileFacts, inspectFile } from '../../../src/main/import/read/inspect-file.ts';
import { readRecords } from '../../../src/main/import/read/records.ts';
import { openSource } from '../../../src/main/import/read/source.ts';
import { sniffAnyTable, type Table } from '../../../src/main/import/sniff/table/dialect.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import type { ImportResult } from '../../../src/shared/model/importing.ts';
import { Problem } from '../../../src/shared/model/problem.ts';
import { facing } from '../../faults/tally.ts';
import { aFolder } from '../../support/folder.ts';
import { parseHere } from '../../support/portfolio.ts';
import { messyText } from './messy-text.ts';
import { sheetXml, workbookParts, zipOf } from './zip-of.ts';

/** `npm run faults -- fuzz` runs the long form. */
const long = process.env.CLIENTELE_FUZZ === '1';
const TEXTS = long ? 10_000 : 300;
const BOOKS = long ? 600 : 40;
const MOST_MS = 5_000;

/** Work of this process in milliseconds, which others on the machine do not lengthen; the test's own limit is for what waits. */
const worked = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Every row is a record, blank, or set aside and said so; none is lost and none told twice. */
const account = (path: string, table: Table): void => {
  let next = 1;
  for (const { records, firstRow, asides, repaired } of readRecords(path, table)) {
    expect(firstRow).toBe(next);
    next += records.length;
    for (const { firstRow: from, rows } of asides ?? [])
      for (let row = from; row < from + rows; row++) expect(records[row - firstRow]).toEqual([]);
    for (const { row } of repaired ?? []) expect(row).toBeLessThan(next + 300);
  }
  let rows = 0;
  for (const { records } of readRecords(path, { ...table, layout: undefined })) rows += records.length;
  // without mending a bad quote may take in several lines, with it never fewer
  expect(next - 1).toBeGreaterThanOrEqual(rows > 0 ? 1 : 0);
};

/** How the files of a run ended, to see that the fuzz is neither all nonsense nor all well. */
type Ends = { imported: number; open: number; refused: number };

/**
 * Imports a file and undoes that: every record read is imported, left out or there already, and nothing is left
 * of it. Where its columns or styles are open, or nothing in it is a sale, there is nothing to be imported.
 */
const importAndUndo = async (db: Writable, facts: FileFacts, ends: Ends): Promise<void> => {
  const options = { locale: 'en-GB', currency: 'GBP' };
  const decided = planImport(facts, options, homeOf(db, options));
  if (!decided.plan) {
    ends.open++;
    expect(decided.missing.length + decided.questions.length).toBeGreaterThan(0);
    return;
  }
  const run = { planned: { ...decided, plan: decided.plan }, options, parse: parseHere };
  const looked = await importTable(db, { ...run, dryRun: true });
  const { rows, batch, revenue } = await importTable(db, { ...run, dryRun: false });
  expect(rows.imported + rows.leftOut + rows.alreadyThere).toBe(rows.read);
  expect([looked.rows, looked.revenue]).toEqual([rows, revenue]);
  ends.imported++;
  if (decided.plan.kind === 'orders') expectStored(db, looked);
  undoImport(db, batch!);
};

const expectStored = (db: Writable, { orderLines, revenue }: ImportResult): void => {
  const stored = db.row<{ n: number; net: number }>(
    'SELECT count(*) AS n, coalesce(sum(amount_minor), 0) AS net FROM order_line',
  );
  expect(stored).toEqual({ n: orderLines, net: revenue.minor });
};

test(`${TEXTS} fuzzed texts: no crash, no hang, every row accounted for, also by an import and its undo`, {
  timeout: 3 * 60 * 60_000,
}, async () => {
  const path = join(aFolder(), 'fuzz.csv');
  const db = createPortfolio(':memory:', true);
  const empty = contentHash(db);
  const ends: Ends = { imported: 0, open: 0, refused: 0 };
  for (let seed = 1; seed <= TEXTS; seed++)
    await facing('CSV fuzz', async () => {
      writeFileSync(path, messyText(seed));
      const began = worked();
      try {
        const facts = inspectFile(path);
        account(path, sniffAnyTable(facts));
        await importAndUndo(db, facts, ends);
      } catch (error) {
        if (!(error instanceof Problem)) throw new Error(`seed ${seed}`, { cause: error });
        ends.refused++;
      }
      if (seed % 50 === 0) expect(contentHash(db), `seed ${seed}`).toBe(empty);
      expect(worked() - began, `seed ${seed}`).toBeLessThan(MOST_MS);
    });
  db.close();
  process.stdout.write(`fuzzed texts: ${JSON.stringify(ends)}\n`);
  expect(ends.imported).toBeGreaterThan(TEXTS / 5);
  expect(ends.refused).toBeGreaterThan(0);
});

const bookBytes = (seed: number): Buffer => {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const rows = Array.from({ length: 1 + below(40) }, (_, i) => [
    `2024-03-${10 + (i % 18)}`,
    `item ${i}`,
    i * 1.5,
  ]);
  const kind = below(6);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Date', 'Item', 'Amount'], ...rows]), 'Sales');
  const bookType = (['xlsx', 'xlsb', 'biff8', 'ods', 'html', 'xlml'] as const)[kind] ?? 'xlsx';
  const xml = sheetXml([['Date', 'Item', 'Amount'], ...rows]);
  const at = below(xml.length);
  const piece =
    [
      '<',
      '>',
      '"',
      '&',
      ']]>',
      '<!--',
      '<row r="1048577">',
      '<c r="ZZZ1"><v>1</v></c>',
      '</sheetData>',
      '&#0;',
    ][below(10)] ?? '';
  if (below(3) === 0) return zipOf(workbookParts(xml.slice(0, at) + piece + xml.slice(at + below(30))));
  const bytes = Buffer.from(write(book, { type: 'buffer', bookType, compression: random() < 0.5 }) as Buffer);
  for (let i = below(12); i > 0; i--) bytes[below(bytes.length)] = below(256);
  return random() < 0.2 ? bytes.subarray(0, below(bytes.length)) : bytes;
};

test(`${BOOKS} fuzzed workbooks: a table or one plain sentence, in time`, {
  timeout: 3 * 60 * 60_000,
}, async () => {
  const path = join(aFolder(), 'fuzz.bin');
  const db = createPortfolio(':memory:', true);
  const ends: Ends = { imported: 0, open: 0, refused: 0 };
  for (let seed = 1; seed <= BOOKS; seed++)
    await facing('XLSX fuzz', async () => {
      writeFileSync(path, bookBytes(seed));
      const began = worked();
      try {
        const source = await openSource(path);
        try {
          account(source.facts.path, sniffAnyTable(source.facts));
          await importAndUndo(db, source.facts, ends);
        } finally {
          source.close();
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw new Error(`seed ${seed}`, { cause: error });
        expect(error.message, `seed ${seed}`).toMatch(/^[^\n]+\.$/);
        ends.refused++;
      }
      expect(worked() - began, `seed ${seed}`).toBeLessThan(2 * MOST_MS);
    });
  db.close();
  process.stdout.write(`fuzzed workbooks: ${JSON.stringify(ends)}\n`);
  expect(ends.imported).toBeGreaterThan(BOOKS / 5);
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(1500);
});
