import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { Problem } from '../../src/main/database/problem.ts';
import { inspectFile } from '../../src/main/import/read/inspect-file.ts';
import { readRecords } from '../../src/main/import/read/records.ts';
import { openSource } from '../../src/main/import/read/source.ts';
import { sniffAnyTable, type Table } from '../../src/main/import/sniff/dialect.ts';
import { aFolder } from '../support/folder.ts';
import { messyText } from './messy-text.ts';
import { sheetXml, workbookParts, zipOf } from './zip-of.ts';

/** `CLIENTELE_FUZZ=1 npx vitest run test/read/fuzz.test.ts` runs the long form. */
const long = process.env.CLIENTELE_FUZZ === '1';
const TEXTS = long ? 10_000 : 300;
const BOOKS = long ? 2_000 : 40;
const MOST_MS = 5_000;

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

test(`${TEXTS} fuzzed texts: no crash, no hang, every row accounted for`, { timeout: 30 * 60_000 }, () => {
  const path = join(aFolder(), 'fuzz.csv');
  for (let seed = 1; seed <= TEXTS; seed++) {
    writeFileSync(path, messyText(seed));
    const began = performance.now();
    try {
      account(path, sniffAnyTable(inspectFile(path)));
    } catch (error) {
      if (!(error instanceof Problem)) throw new Error(`seed ${seed}`, { cause: error });
    }
    expect(performance.now() - began, `seed ${seed}`).toBeLessThan(MOST_MS);
  }
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
  timeout: 60 * 60_000,
}, async () => {
  const path = join(aFolder(), 'fuzz.bin');
  for (let seed = 1; seed <= BOOKS; seed++) {
    writeFileSync(path, bookBytes(seed));
    const began = performance.now();
    try {
      const source = await openSource(path);
      try {
        account(source.facts.path, sniffAnyTable(source.facts));
      } finally {
        source.close();
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw new Error(`seed ${seed}`, { cause: error });
      expect(error.message, `seed ${seed}`).toMatch(/^[^\n]+\.$/);
    }
    expect(performance.now() - began, `seed ${seed}`).toBeLessThan(2 * MOST_MS);
  }
  expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(1500);
});
