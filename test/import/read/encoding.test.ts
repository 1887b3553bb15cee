import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { aSale, csv, table } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const products = (db: Writable): string[] =>
  db.rows<{ name: string }>('SELECT name FROM product ORDER BY name').map(({ name }) => name);

const NAMES = ['Café crème', 'Müsli – groß', '5 € Gutschein', '“Zöpfe”'];
const TEXT = csv(...NAMES.map((product, i) => aSale({ order: `${i}`, product })));

const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** windows-1252 differs from Latin-1 in what tills use most: the euro, dashes and curved quotes. */
const cp1252 = (text: string): Buffer => {
  const own: Record<string, number> = { '€': 0x80, '–': 0x96, '“': 0x93, '”': 0x94 };
  return Buffer.from([...text].map((c) => own[c] ?? c.charCodeAt(0)));
};

describe('the encoding is found without being told (IMPORT 3)', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    ['UTF-16LE with its mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le'],
    ['UTF-16BE with its mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be'],
    ['UTF-16LE without a mark', utf16(TEXT, false), 'utf-16le'],
    ['UTF-16BE without a mark', utf16(TEXT, true), 'utf-16be'],
    ['windows-1252', cp1252(TEXT), 'windows-1252'],
  ])('%s', async (_, bytes, encoding) => {
    const db = aPortfolio();
    const result = await take(db, bytes);
    expect(result.source).toMatchObject({ encoding, delimiter: ',', headerRow: 1 });
    expect(result.mapping).toHaveProperty('Order ID', 'order.id');
    expect(products(db)).toEqual([...NAMES].sort());
  });

  test('plain ASCII is UTF-8, and the same sales in any encoding are the same portfolio', async () => {
    const ascii = aPortfolio();
    expect((await take(ascii, csv(aSale()))).source.encoding).toBe('utf-8');
    const hashes = new Set<string | null>();
    for (const bytes of [Buffer.from(TEXT), utf16(`\ufeff${TEXT}`, true), cp1252(TEXT)])
      hashes.add((await take(aPortfolio(), bytes)).contentHash);
    expect(hashes.size).toBe(1);
  });

  test('one cp1252 letter at the end of a long file decides it', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => aSale({ order: `${i}`, product: 'Bread' }));
    const bytes = cp1252(csv(...rows, aSale({ order: 'last', product: 'Zöpfe' })));
    expect(bytes.length).toBeGreaterThan(1 << 20);
    const db = aPortfolio();
    expect((await take(db, bytes)).source.encoding).toBe('windows-1252');
    expect(products(db)).toEqual(['Bread', 'Zöpfe']);
  });
});

describe('a file is read in pieces, and no piece ends where a character does', () => {
  /** places inside a file where it could be cut */
  const cuts = (bytes: Uint8Array): number[] =>
    Array.from({ length: Math.floor((bytes.length - 1) / 65_536) }, (_, i) => (i + 1) * 65_536);

  test('letters of three bytes across every cut', async () => {
    const product = '€'.repeat(301);
    const rows = Array.from({ length: 1500 }, (_, i) => aSale({ order: `${i}`, product, amount: '1.25' }));
    const bytes = Buffer.from(csv(...rows));
    const split = cuts(bytes).filter((at) => (bytes[at]! & 0xc0) === 0x80);
    expect(split.length).toBeGreaterThan(5);
    expect((bytes[1 << 20]! & 0xc0) === 0x80).toBe(true);
    const db = aPortfolio();
    const result = await take(db, bytes);
    expect(result.source.encoding).toBe('utf-8');
    expect([result.rows.imported, result.revenue.minor]).toEqual([1500, 187_500]);
    expect(products(db)).toEqual([product]);
  });

  test('surrogate pairs of UTF-16 across the cuts', async () => {
    const product = '🥐'.repeat(101);
    const rows = Array.from({ length: 700 }, (_, i) => aSale({ order: `${i}`, product }));
    const bytes = utf16(`\ufeff${csv(...rows)}`, false);
    const split = cuts(bytes).filter((at) => bytes[at + 1]! >> 2 === 0x37);
    expect(split.length).toBeGreaterThan(0);
    const db = aPortfolio();
    expect((await take(db, bytes)).rows.imported).toBe(700);
    expect(products(db)).toEqual([product]);
  });

  test('carriage return in one piece, line feed in the next', async () => {
    const wide = (i: number) => {
      const sale = aSale({ order: String(i).padStart(6, '0'), product: '' });
      return { ...sale, product: 'x'.repeat(64 - (csv(sale).length - csv().length)) };
    };
    const header = csv();
    const first = wide(0);
    // every record has 64 bytes; the first is made longer so that a CR is the last byte of each piece
    const lengthen = (((65_535 - header.length - 62) % 64) + 64) % 64;
    const rows = [{ ...first, product: first.product + 'x'.repeat(lengthen) }];
    for (let i = 1; i < 4000; i++) rows.push(wide(i));
    const bytes = Buffer.from(csv(...rows));
    for (const at of cuts(bytes)) expect([bytes[at - 1], bytes[at]]).toEqual([13, 10]);
    const db = aPortfolio();
    const result = await take(db, bytes);
    expect(result.rows).toEqual({ read: 4000, imported: 4000, leftOut: 0, alreadyThere: 0 });
    expect(db.row('SELECT max(source_row) AS row FROM order_line')).toEqual({ row: 4001 });
  });
});

describe('line ends, quotes and blank lines', () => {
  test('Unix, Windows and old Mac line ends in one file', async () => {
    const [header = '', ...rows] = csv(...['1', '2', '3', '4'].map((order) => aSale({ order }))).split(
      '\r\n',
    );
    const mixed = `${header}\n${rows[0]}\r\n${rows[1]}\r${rows[2]}\n\n${rows[3]}`;
    const db = aPortfolio();
    expect((await take(db, mixed)).rows.imported).toBe(4);
    const numbers = db.rows<{ row: number }>('SELECT source_row AS row FROM order_line ORDER BY id');
    // the blank line is a row to a spreadsheet, and none to the importer
    expect(numbers.map(({ row }) => row)).toEqual([2, 3, 4, 6]);
  });

  test('a cell with commas, quotes and line breaks is one cell', async () => {
    const product = 'Cake "Anna",\r\nwith cream\nand more';
    const db = aPortfolio();
    expect((await take(db, csv(aSale({ product }), aSale({ order: '2' })))).rows.read).toBe(2);
    expect(products(db)).toContain(product.replaceAll('\r\n', '\n'));
  });

  test.each([
    ['in the middle', 1],
    ['in the last record', 3],
    ['in the first record', 0],
  ])('a quote that never closes, %s, swallows nothing (IMPORT 11)', async (_, at) => {
    const rows = csv(...['1', '2', '3', '4'].map((order) => aSale({ order }))).split('\r\n');
    rows[at + 1] = rows[at + 1]!.replace('Bread', '"Bread');
    const db = aPortfolio();
    const result = await take(db, rows.join('\r\n'));
    expect(result.rows).toEqual({ read: 4, imported: 4, leftOut: 0, alreadyThere: 0 });
    expect(result.revenue.minor).toBe(1680);
    expect(result.issues.byCode).toEqual({ 'quote-unterminated': 1 });
    expect(result.issues.first[0]).toMatchObject({ row: at + 2, code: 'quote-unterminated', leftOut: false });
  });

  test('a quote that never closes costs only its own row in a file of several pieces', async () => {
    const rows = Array.from({ length: 48_000 }, (_, i) => aSale({ order: `${i}` }));
    const text = csv(...rows).replace('10000,2024-03-04,C1,Bread', '10000,2024-03-04,C1,"Bread');
    expect(text.length).toBeGreaterThan(3 << 19);
    const result = await take(aPortfolio(), text);
    expect(result.rows).toEqual({ read: 48_000, imported: 48_000, leftOut: 0, alreadyThere: 0 });
    expect(result.issues.byCode).toEqual({ 'quote-unterminated': 1 });
  });

  test.each([
    [';', 'Datum;Kunde;Betrag\n01.02.2024;Anna;1.234,50\n13.02.2024;Bert;2,00\n', 123_650],
    ['\t', 'Date\tCustomer\tAmount\n2024-02-01\tAnna\t"1,234.50"\n2024-02-13\tBert\t2.00\n', 123_650],
    ['|', 'Date|Customer|Amount\n2024-02-01|Anna|1,234.50\n2024-02-13|Bert|2.00\n', 123_650],
    [',', 'Date,Customer,Amount\n2024-02-01,"Berg, Anna","1,234.50"\n2024-02-13,Bert,2.00\n', 123_650],
    [';', 'sep=;\nDatum;Kunde;Betrag\n01.02.2024;Anna;1.234,50\n13.02.2024;Bert;2,00\n', 123_650],
  ])('delimiter %j', async (delimiter, text, minor) => {
    const result = await take(aPortfolio(), text);
    expect(result.source.delimiter).toBe(delimiter);
    expect([result.rows.imported, result.revenue.minor]).toEqual([2, minor]);
  });

  test('the header is found below a preamble', async () => {
    const text = `Sales by customer\nJanuary to March\n\n${csv(aSale(), aSale({ order: '2' }))}`;
    const result = await take(aPortfolio(), text);
    expect(result.source.headerRow).toBe(4);
    expect(result.rows).toMatchObject({ read: 2, imported: 2 });
  });

  test('rows with too few or too many cells are left out and named; empty cells at the end do no harm', async () => {
    const header = ['Order ID', 'Date', 'Customer ID', 'Product', 'Quantity', 'Amount'];
    const row = ['1', '2024-03-04', 'C1', 'Bread', '1', '4.20'];
    const rows = Array.from({ length: 60 }, (_, i) => [`${i}`, ...row.slice(1)]);
    rows[10] = rows[10]!.slice(0, 4);
    rows[20] = [...rows[20]!, 'extra'];
    rows[30] = [...rows[30]!, '', ' '];
    const result = await take(aPortfolio(), table(header, rows));
    expect(result.rows).toEqual({ read: 60, imported: 58, leftOut: 2, alreadyThere: 0 });
    expect(result.issues.first.map(({ row, code }) => [row, code])).toEqual([
      [12, 'record-ragged'],
      [22, 'record-ragged'],
    ]);
  });
});
