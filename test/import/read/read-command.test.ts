import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { cli } from '../../support/cli.ts';
import { aFile, aFolder } from '../../support/folder.ts';

const CSV =
  'Our sales\n\nDate;Item;Amount\n05.03.2024;"Bread; white";4,20\n06.03.2024;Cake;12,00\n2 rows exported\n';
const CLEAN = 'Date,Item,Amount\r\n05.03.2024,Bread; white,"4,20"\r\n06.03.2024,Cake,"12,00"\r\n';

test('read says what it sees and writes the records as RFC 4180 (CLI.md)', async () => {
  const out = join(aFolder(), 'clean.csv');
  const ran = await cli('read', aFile(CSV), '--out', out, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  expect(JSON.parse(ran.out)).toMatchObject({
    encoding: 'utf-8',
    delimiter: ';',
    quote: '"',
    headerRow: 3,
    preambleRows: 2,
    footerRows: 1,
    sheet: null,
    columns: ['Date', 'Item', 'Amount'],
    records: 2,
  });
  expect(readFileSync(out, 'utf8')).toBe(CLEAN);
  expect(existsSync(`${out}.part`)).toBe(false);
  const zipped = await cli('read', aFile(gzipSync(CSV), 'sales.csv.gz'), '--out', out);
  expect(zipped.out).toMatch(/sales\.csv\.gz, utf-8.*2 records\. The lines from row 6 on/s);
  expect(readFileSync(out, 'utf8')).toBe(CLEAN);
});

test('an empty file gives an empty file, a header alone gives the header, a file without one its records', async () => {
  const out = join(aFolder(), 'clean.csv');
  for (const [text, clean] of [
    ['', ''],
    ['Date,Amount\n', 'Date,Amount\r\n'],
    ['2024-03-05,4.20\n2024-03-06,5.10\n', '2024-03-05,4.20\r\n2024-03-06,5.10\r\n'],
  ] as const) {
    expect((await cli('read', aFile(text), '--out', out)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe(clean);
  }
});

test('a sheet by its name', async () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Date', 'Amount'],
      ['2024-03-05', 4.2],
    ]),
    'March',
  );
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Date', 'Amount'],
      ['2024-04-05', 5],
      ['2024-04-06', 6],
    ]),
    'April',
  );
  const path = aFile(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, 'sales.xlsx');
  const first = JSON.parse((await cli('read', path, '--json')).out);
  expect([first.sheet, first.sheets, first.records, first.delimiter]).toEqual([
    'March, April',
    ['March', 'April'],
    3,
    null,
  ]);
  expect(JSON.parse((await cli('read', path, '--sheet', 'april', '--json')).out).records).toBe(2);
  const none = await cli('read', path, '--sheet', 'May', '--out', join(aFolder(), 'no.csv'));
  expect([none.code, none.err]).toEqual([
    1,
    'sales.xlsx has no sheet "May"; its sheets are "March", "April".\n',
  ]);
});

test('a place that cannot be written is said in one sentence', async () => {
  const ran = await cli('read', aFile(CSV), '--out', join(aFolder(), 'no', 'clean.csv'));
  expect(ran.code).toBe(1);
  expect(ran.err).toMatch(/clean\.csv cannot be written; its folder is missing or read-only\.\n$/);
});
