import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../../src/main/import/read/inspect-file.ts';
import { readRecords } from '../../../src/main/import/read/records.ts';
import { openSource } from '../../../src/main/import/read/source.ts';
import { formatKind, numberText } from '../../../src/main/import/read/workbook/cell-text.ts';
import { sniffTable } from '../../../src/main/import/sniff/table/dialect.ts';
import { aFile, aFolder } from '../../support/folder.ts';
import { present } from '../../support/reference-files.ts';
import { rowsIn } from './as-rows.ts';

const SHEET: WorkSheet = {
  '!ref': 'A1:F6',
  A1: { t: 's', v: 'Date' },
  B1: { t: 's', v: 'Name' },
  C1: { t: 's', v: 'Amount' },
  D1: { t: 's', v: 'Postcode' },
  E1: { t: 's', v: 'At' },
  F1: { t: 's', v: 'Paid' },
  A2: { t: 'n', v: 45_356, z: 'dd/mm/yyyy' },
  B2: { t: 's', v: 'Zoë "A", of\ntwo lines & <more>' },
  C2: { t: 'n', v: 12.5, z: '#,##0.00' },
  D2: { t: 'n', v: 2102, z: '00000' },
  E2: { t: 'n', v: 45_356.75, z: 'yyyy-mm-dd hh:mm' },
  F2: { t: 'b', v: true },
  A3: { t: 'n', v: 45_357, z: 'm/d/yy' },
  B3: { t: 's', v: "'97513" },
  C3: { t: 'n', v: 0.1 + 0.2 },
  D3: { t: 's', v: '02102' },
  E3: { t: 'n', v: 0.5, z: 'hh:mm' },
  F3: { t: 'b', v: false },
  A5: { t: 's', v: '2024-03-05' },
  B5: { t: 's', v: 'merged' },
  C5: { t: 'n', v: 5, f: '2+3' },
  D5: { t: 'n', v: 491_761_234_567 },
  D6: { t: 'n', v: 7 },
  '!merges': [utils.decode_range('B5:B6'), utils.decode_range('C5:C6')],
};
const ROWS = [
  ['Date', 'Name', 'Amount', 'Postcode', 'At', 'Paid'],
  ['2024-03-05', 'Zoë "A", of\ntwo lines & <more>', '12.5', '02102', '2024-03-05 18:00:00', 'TRUE'],
  ['2024-03-06', "'97513", '0.3', '02102', '12:00:00', 'FALSE'],
  [''],
  // the text is merged over both rows; the amount is not told twice
  ['2024-03-05', 'merged', '5', '491761234567', '', ''],
  ['', 'merged', '', '7', '', ''],
];

const bookOf = (date1904 = false) => {
  const book = utils.book_new();
  utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 's', v: 'Our sales' } }, 'Cover');
  utils.book_append_sheet(book, SHEET, 'Sales');
  book.Workbook = { WBProps: { date1904 }, Sheets: [] };
  return book;
};

describe('a workbook gives the same rows in every format, with their numbers', () => {
  test.each(['xlsx', 'xlsb', 'biff8'] as const)('%s', async (bookType) => {
    const path = aFile(write(bookOf(), { type: 'buffer', bookType }), 'sales.bin');
    expect(await rowsIn(path)).toEqual({ rows: ROWS, sheet: 'Sales', sheets: ['Cover', 'Sales'] });
  });

  test('shared texts and texts in place', async () => {
    for (const bookSST of [true, false]) {
      const path = aFile(write(bookOf(), { type: 'buffer', bookType: 'xlsx', bookSST }), 'sales.xlsx');
      expect((await rowsIn(path)).rows).toEqual(ROWS);
    }
  });

  test('a page of a program that calls it .xls: text stays as it is written', async () => {
    const page =
      '<html><head><meta charset="windows-1252"></head><body><table><tr><td>Datum</td><td>Kunde</td><td>Betrag</td></tr>' +
      '<tr><td>05.03.2024</td><td>M\u00fcller &amp; S\u00f6hne</td><td>1.234,50</td></tr></table></body></html>';
    const { rows } = await rowsIn(aFile(Buffer.from(page, 'latin1'), 'sales.xls'));
    expect(rows).toEqual([
      ['Datum', 'Kunde', 'Betrag'],
      ['05.03.2024', 'Müller & Söhne', '1.234,50'],
    ]);
  });

  test('days counted from 1904', async () => {
    const path = aFile(write(bookOf(true), { type: 'buffer', bookType: 'xlsx' }), 'sales.xlsx');
    expect((await rowsIn(path)).rows[1]?.[0]).toBe('2028-03-06');
  });

  test('a sheet that is asked for, in any case; another one is refused by name', async () => {
    const path = aFile(write(bookOf(), { type: 'buffer', bookType: 'xlsx' }), 'sales.xlsx');
    expect((await rowsIn(path, 'cover')).rows).toEqual([['Our sales']]);
    await expect(openSource(path, { sheet: 'Umsatz' })).rejects.toThrow(
      'sales.xlsx has no sheet "Umsatz"; its sheets are "Cover", "Sales".',
    );
  });

  test('two sheets of one workbook are two sources, and the same one is the same each time', async () => {
    const path = aFile(write(bookOf(), { type: 'buffer', bookType: 'xlsx' }), 'sales.xlsx');
    const hash = async (sheet: string | null): Promise<string> => {
      const source = await openSource(path, { sheet });
      source.close();
      return source.facts.sha256;
    };
    expect(await hash(null)).toBe(await hash('Sales'));
    expect(await hash('Cover')).not.toBe(await hash('Sales'));
  });

  test('nothing is left behind', async () => {
    const folder = aFolder();
    const path = aFile(write(bookOf(), { type: 'buffer', bookType: 'xlsx' }), 'sales.xlsx');
    const source = await openSource(path, { temporaryFolder: folder });
    expect(readdirSync(folder)).toHaveLength(1);
    source.close();
    expect(readdirSync(folder)).toEqual([]);
    await expect(openSource(path, { temporaryFolder: folder, sheet: 'none' })).rejects.toThrow(/no sheet/);
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(join(tmpdir(), 'none'))).toBe(false);
  });
});

describe('a serial number is a calendar day by arithmetic (ECMA-376 part 1, 18.17.4.1)', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, '1900-02-29'],
    [61, false, '1900-03-01'],
    [25_569, false, '1970-01-01'],
    [45_351, false, '2024-02-29'],
    [2_958_465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [43_889, true, '2024-02-29'],
    [45_351.999_999, false, '2024-03-01'],
    [45_351.5, false, '2024-02-29 12:00:00'],
  ])('%d, from 1904: %s, is %s', (serial, base1904, day) => {
    expect(numberText(serial, { kind: 'date' }, base1904)).toBe(day);
  });

  test.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['"Stück" 0', 'number'],
    ['dd/mm/yyyy', 'date'],
    ['[$-407]d. mmmm yyyy', 'date'],
    ['mmm yy', 'date'],
    ['m/d', 'date'],
    ['hh:mm', 'time'],
    ['[h]:mm:ss', 'time'],
    ['00000', 'digits'],
    ['\\d0', 'number'],
  ])('the format %s is a %s', (format, kind) => {
    expect(formatKind(format).kind).toBe(kind);
  });

  test.each([
    [12.5, '[$€-407] #,##0.00', '€ 12.5'],
    [-3, '"£"#,##0', '£ -3'],
    [7, '[$CHF] 0.00', 'CHF 7'],
    [1e-7, 'General', '0.0000001'],
    [1.5e20, 'General', '150000000000000000000'],
    [1.1 * 3, 'General', '3.3'],
    [-0, 'General', '0'],
  ])('%d under %s is %s', (value, format, text) => {
    expect(numberText(value, formatKind(format), false)).toBe(text);
  });
});

describe('our own way through .xlsx gives what SheetJS gives', () => {
  test('in a sheet of 400 random rows', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => [
      i % 7 === 0 ? null : `name ${i} & "co" <${i}>`,
      i * 1.25,
      i % 5 === 0 ? '' : 45_000 + i,
      i % 3 === 0,
      i % 11 === 0 ? `two\nlines ${i}` : `x${i}`,
    ]);
    const sheet = utils.aoa_to_sheet([['Name', 'Amount', 'Day', 'Paid', 'Text'], ...rows]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'S');
    const [own, other] = await Promise.all(
      (['xlsx', 'xlsb'] as const).map((bookType) =>
        rowsIn(aFile(write(book, { type: 'buffer', bookType, compression: true }), `s.${bookType}`)),
      ),
    );
    expect(own?.rows).toEqual(other?.rows);
    expect(own?.rows).toHaveLength(401);
  });
});

describe.skipIf(!present('dirty-cafe-sales.xlsx'))('dirty-cafe-sales.xlsx', () => {
  test('its first sheet holds 10,000 records under a header', async () => {
    const path = new URL('../../../../shared/data/dirty-cafe-sales.xlsx', import.meta.url).pathname;
    const source = await openSource(path);
    const table = sniffTable(source.facts);
    let records = 0;
    const cells = { blank: 0, ERROR: 0, UNKNOWN: 0 };
    for (const batch of readRecords(source.facts.path, table))
      batch.records.forEach((record, at) => {
        if (batch.firstRow + at <= table.headerRow || record.every((cell) => cell === '')) return;
        records++;
        for (const cell of record) {
          if (cell === '') cells.blank++;
          else if (cell === 'ERROR' || cell === 'UNKNOWN') cells[cell]++;
        }
      });
    source.close();
    expect([source.sheet, table.header.length, records]).toEqual(['Sheet1', 8, 10_000]);
    expect(cells.ERROR).toBeGreaterThan(1000);
    expect(cells.UNKNOWN).toBeGreaterThan(1000);
  });
});

test('plain text is opened as it stands, and inspected as before', async () => {
  const path = join(aFolder(), 'sales.csv');
  writeFileSync(path, 'Date,Amount\n2024-03-05,4.20\n');
  const source = await openSource(path);
  expect(source).toMatchObject({ sheet: null, sheets: [] });
  expect(source.facts).toEqual(inspectFile(path));
});
