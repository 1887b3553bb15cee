import { readdirSync } from 'node:fs';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../../src/main/import/read/source.ts';
import { tallyTests } from '../../faults/tally.ts';
import { aFile, aFolder } from '../../support/folder.ts';
import { rowsIn } from './as-rows.ts';
import { type Part, sheetXml, workbookParts, zipOf } from './zip-of.ts';
import { zip64Of } from './zip64-of.ts';

const CSV = 'Date,Item,Amount\n2024-03-05,Bread,4.20\n2024-03-06,Cake,12.00\n';
const ROWS = [
  ['Date', 'Item', 'Amount'],
  ['2024-03-05', 'Bread', '4.20'],
  ['2024-03-06', 'Cake', '12.00'],
];

describe('a table inside an archive', () => {
  test('.gz', async () => {
    expect((await rowsIn(aFile(gzipSync(CSV), 'sales.csv.gz'))).rows).toEqual(ROWS);
  });

  test('.zip with one table among other things', async () => {
    const zip = zipOf([
      { name: 'readme.pdf', content: '%PDF' },
      { name: '__MACOSX/._sales.csv', content: 'x' },
      { name: 'export/sales.csv', content: CSV },
    ]);
    expect(await rowsIn(aFile(zip, 'export.zip'))).toEqual({
      rows: ROWS,
      sheet: 'export/sales.csv',
      sheets: [],
    });
  });

  test('.zip in the zip64 form, whose end record says nothing of its one file', async () => {
    const zip = aFile(zip64Of('sales.csv', CSV), 'export.zip');
    expect(await rowsIn(zip)).toEqual({ rows: ROWS, sheet: 'sales.csv', sheets: [] });
  });

  test.each([
    ['a comment', (zip: Buffer) => withComment(zip, 'made by a till')],
    ['bytes behind its end', (zip: Buffer) => Buffer.concat([zip, Buffer.alloc(700)])],
  ])('.zip with %s', async (_, change) => {
    const zip = aFile(change(zipOf([{ name: 'sales.csv', content: CSV }])), 'export.zip');
    expect((await rowsIn(zip)).rows).toEqual(ROWS);
  });

  test('.zip with several: the largest, or the one that is asked for; a name never leads out of the folder', async () => {
    const zip = aFile(
      zipOf([
        { name: '../../small.csv', content: 'A,B\n1,2\n' },
        { name: 'stored.csv', content: CSV, method: 0 },
      ]),
      'export.zip',
    );
    const folder = aFolder();
    const source = await openSource(zip, { temporaryFolder: folder });
    expect([source.sheet, source.sheets]).toEqual(['stored.csv', ['../../small.csv', 'stored.csv']]);
    expect(source.facts.path.startsWith(folder)).toBe(true);
    source.close();
    expect((await rowsIn(zip, '../../small.csv')).rows).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a workbook in a .zip, and a .gz of a workbook', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(ROWS), 'Sales');
    const xlsx = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
    expect((await rowsIn(aFile(zipOf([{ name: 'sales.xlsx', content: xlsx }]), 'a.zip'))).rows).toEqual(ROWS);
    expect((await rowsIn(aFile(gzipSync(xlsx), 'a.xlsx.gz'))).rows).toEqual(ROWS);
  });
});

const withComment = (zip: Buffer, comment: string): Buffer => {
  const bytes = Buffer.concat([zip, Buffer.from(comment)]);
  bytes.writeUInt16LE(comment.length, zip.length - 2);
  return bytes;
};

/** A gigabyte of blanks in a few bytes. */
const blanks = (bytes: number): Buffer => deflateRawSync(Buffer.alloc(bytes, 32));
const aBook = (
  extra: readonly Part[] = [],
  sheet = sheetXml([
    ['Date', 'Amount'],
    ['2024-03-05', 1],
  ]),
): Buffer => zipOf([...workbookParts(sheet), ...extra]);

const REFUSED: readonly (readonly [string, () => Buffer, RegExp])[] = [
  [
    'a part that unpacks to hundreds of times its size',
    () => zipOf([{ name: 'sales.csv', content: '', raw: blanks(64 << 20), saidSize: 100 }]),
    /more than 100 times its size/,
  ],
  ['a .gz of blanks', () => gzipSync(Buffer.alloc(64 << 20, 32)), /more than 100 times its size/],
  [
    'a sheet of blanks',
    () =>
      zipOf([
        ...workbookParts('').slice(0, 3),
        { name: 'xl/worksheets/sheet1.xml', content: '', raw: blanks(64 << 20) },
      ]),
    /more than 100 times its size/,
  ],
  [
    'more than a thousand parts',
    () => zipOf(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.csv`, content: '' }))),
    /holds more than 1000 files/,
  ],
  [
    'a zip64 archive that says it has more than a thousand files',
    () => zip64Of('sales.csv', CSV, 10_000),
    /holds more than 1000 files/,
  ],
  ['a zip64 archive with more files said than listed', () => zip64Of('sales.csv', CSV, 2), /is damaged/],
  [
    'strong encryption',
    () => zipOf([{ name: 'sales.csv', content: CSV, flags: 0x841 }]),
    /protected by a password/,
  ],
  [
    'a document type in the sheet',
    () => aBook([], `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>`),
    /carries a document type/,
  ],
  [
    'a document type in the list of sheets',
    () =>
      zipOf([
        { name: 'xl/workbook.xml', content: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><workbook/>' },
        { name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' },
      ]),
    /carries a document type/,
  ],
  [
    'a document type in an OpenDocument table',
    () =>
      zipOf([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        { name: 'content.xml', content: '<!DOCTYPE x [<!ENTITY a "b">]><office:document-content/>' },
      ]),
    /carries a document type/,
  ],
  [
    'a sheet that lies in another file',
    () =>
      zipOf([
        {
          name: 'xl/workbook.xml',
          content: '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>',
        },
        {
          name: 'xl/_rels/workbook.xml.rels',
          content:
            '<Relationships><Relationship Id="a" TargetMode="External" Target="file:///etc/passwd"/></Relationships>',
        },
      ]),
    /its sheets cannot be found/,
  ],
  ['a password', () => zipOf([{ name: 'sales.csv', content: CSV, flags: 0x801 }]), /protected by a password/],
  ['no table', () => zipOf([{ name: 'photo.jpg', content: 'x' }]), /zip file without a table/],
  ['a Word document', () => zipOf([{ name: 'word/document.xml', content: '<w/>' }]), /is a Word document/],
  ['an empty zip', () => zipOf([]), /zip file without a table/],
  ['half a zip', () => zipOf([{ name: 'sales.csv', content: CSV }]).subarray(0, 60), /is damaged/],
  ['half a .gz', () => gzipSync(CSV.repeat(100)).subarray(0, 60), /is damaged/],
  [
    'rows out of order',
    () => aBook([], '<worksheet><sheetData><row r="5"/><row r="2"/></sheetData></worksheet>'),
    /rows are out of order/,
  ],
  [
    'a sheet without rows',
    () => aBook([], '<worksheet><sheetData/></worksheet>'),
    /is empty: none of its sheets/,
  ],
  [
    'an old workbook that is none',
    () =>
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600, 7)]),
    /cannot be read as a workbook/,
  ],
];

describe('refused in one sentence, nothing left behind (QUALITY: bombs, DTD)', () => {
  tallyTests('bombs, document types');
  test.each(REFUSED)('%s', async (_, make, sentence) => {
    const folder = aFolder();
    const refused = openSource(aFile(make(), 'sales.bin'), { temporaryFolder: folder });
    await expect(refused).rejects.toThrow(sentence);
    await refused.catch((error: Error) => {
      expect(error.name).toBe('Problem');
      expect(error.message).toMatch(/^sales\.bin [^\n]+\.$/);
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
