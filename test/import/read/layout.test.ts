import { describe, expect, test } from 'vitest';
import { inspectFile } from '../../../src/main/import/read/inspect-file.ts';
import { type RecordBatch, readRecords } from '../../../src/main/import/read/records.ts';
import { sniffAnyTable, type Table } from '../../../src/main/import/sniff/table/dialect.ts';
import { aFile } from '../../support/folder.ts';

const HEADER = 'Order,Date,Customer,Item,Amount';
const sale = (n: number): string =>
  `A-${100 + n},2024-03-${String(1 + n).padStart(2, '0')},Anna Berg,Rye bread,${n}.50`;
const sales = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${sale(from + i)}\n`).join('');

type Seen = {
  readonly table: Table;
  readonly rows: ReadonlyMap<number, readonly string[]>;
  readonly batches: RecordBatch[];
};

/** The records of a text by their row number. */
const seen = (text: string): Seen => {
  const path = aFile(text);
  const table = sniffAnyTable(inspectFile(path));
  const batches = [...readRecords(path, table)];
  const rows = new Map<number, readonly string[]>();
  for (const { records, firstRow } of batches)
    records.forEach((record, at) => {
      if (firstRow + at > table.headerRow && record.some((cell) => cell !== ''))
        rows.set(firstRow + at, record);
    });
  return { table, rows, batches };
};
const asides = ({ batches }: Seen) =>
  batches.flatMap((batch) => batch.asides ?? []).map(({ kind, firstRow, rows }) => [kind, firstRow, rows]);

describe('where the table begins', () => {
  test('below a preamble; rows keep the numbers a spreadsheet shows', () => {
    const found = seen(`Birch & Co,,,,\n"July 1, 2024",,,,\n\n${HEADER}\n${sales(0, 9)}`);
    expect(found.table).toMatchObject({ headerRow: 4, headerRows: 1, delimiter: ',' });
    expect(found.rows.get(5)).toEqual(sale(0).split(','));
    expect(found.rows.size).toBe(9);
  });

  test('below comments and below a line that says the separator', () => {
    const comments = seen(
      `# exported by the till\n# twice\n${HEADER}\n${sales(0, 5)}# end of day\n${sales(5, 9)}`,
    );
    expect(comments.table.headerRow).toBe(3);
    expect(comments.rows.size).toBe(9);
    expect(asides(comments)).toEqual([['comment', 9, 1]]);
    const said = seen(`sep=;\n${HEADER.replaceAll(',', ';')}\n${sales(0, 9).replaceAll(',', ';')}`);
    expect(said.table).toMatchObject({ delimiter: ';', headerRow: 2 });
    expect(said.rows.size).toBe(9);
  });

  test('without a header the first row is a record and columns are called by their number', () => {
    const found = seen(sales(0, 9));
    expect(found.table).toMatchObject({ headerRow: 0, headerRows: 0 });
    expect(found.table.header).toEqual(['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5']);
    expect(found.rows.get(1)).toEqual(sale(0).split(','));
  });

  test('years above numbers are a header', () => {
    const found = seen(
      'Customer,2021,2022,2023\nAnna,1500,1200,1800\nBert,2100,1900,2000\nCleo,1700,1750,1600\n',
    );
    expect(found.table.header).toEqual(['Customer', '2021', '2022', '2023']);
    expect(found.rows.size).toBe(3);
  });

  test('a header of several rows: names joined as written, and without repetition for the mapping', () => {
    const found = seen(`${HEADER}\n${HEADER}\n,(ISO),full,as sold,(EUR)\n${sales(0, 9)}`);
    expect(found.table).toMatchObject({ headerRow: 3, headerRows: 3 });
    expect(found.table.headerAsWritten[1]).toBe('Date Date (ISO)');
    expect(found.table.header).toEqual([
      'Order',
      'Date (ISO)',
      'Customer full',
      'Item as sold',
      'Amount (EUR)',
    ]);
    expect(found.rows.get(4)).toEqual(sale(0).split(','));
  });

  test.each([
    ['a separator too many', 'Order,,Date,Customer,Item,Amount'],
    ['a separator too few', 'Order,DateCustomer,Item,Amount'],
    ['another separator', 'Order;Date;Customer;Item;Amount'],
    ['a quotation mark that stands alone', 'Order,Date,"Customer,Item,Amount'],
  ])('a header with %s', (_, header) => {
    const found = seen(`${header}\n${sales(0, 9)}`);
    expect(found.table.header.map((name) => name.replace('"', ''))).toEqual(HEADER.split(','));
    expect(found.rows.size).toBe(9);
  });
});

describe('what stands below the header and is no record', () => {
  test('lines at the foot', () => {
    const found = seen(`${HEADER}\n${sales(0, 9)}\n9 record(s) downloaded\nSeller ID: birch\n`);
    expect(asides(found)).toEqual([['footer', 12, 2]]);
    expect(found.rows.size).toBe(9);
  });

  test('a total stays a record: it is checked against the sum', () => {
    const found = seen(`${HEADER}\n${sales(0, 9)}TOTAL,,,,40.50\n`);
    expect(found.rows.get(11)).toEqual(['TOTAL', '', '', '', '40.50']);
  });

  test('a row with one cell amid the records is a group, not a footer', () => {
    const found = seen(`${HEADER}\nAnna Berg,,,,\n${sales(0, 5)}Bert Kahn,,,,\n${sales(5, 9)}`);
    expect(asides(found)).toEqual([]);
    expect(found.rows.get(2)).toEqual(['Anna Berg', '', '', '', '']);
  });

  test('the last row, when it could not be cut, is a record to be accounted for', () => {
    const found = seen(`${HEADER}\n${sales(0, 9)}A-110 2024-03-11 Anna Berg Rye bread 4.50\n`);
    expect(asides(found)).toEqual([]);
    expect(found.rows.size).toBe(10);
  });

  test('the header once more on the next page', () => {
    const found = seen(`${HEADER}\n${sales(0, 5)}${HEADER}\n${sales(5, 9)}`);
    expect(asides(found)).toEqual([['repeated-header', 7, 1]]);
    expect(found.rows.size).toBe(9);
    expect(found.rows.get(8)).toEqual(sale(5).split(','));
  });

  test('the same table a second time', () => {
    const found = seen(`${HEADER}\n${sales(0, 9)}${HEADER}\n${sales(0, 8)}`);
    expect(asides(found)).toEqual([
      ['repeated-header', 11, 1],
      ['other-table', 12, 8],
    ]);
    expect(found.rows.size).toBe(9);
  });

  test('a second table under a title of its own is none of the first; a group under a heading is', () => {
    const sales = ['No,Day,Client,Amount', '1,2024-03-01,Ann,20', '2,2024-03-02,Bob,30'];
    const other = ['', 'By means of payment', 'Cash,,,20', 'Card,,,30'];
    const amounts = (lines: readonly string[]) =>
      seen(`${lines.join('\n')}\n`).table.sample.map((row) => row[3]);
    expect(amounts([...sales, ...other])).toEqual(['20', '30']);
    expect(amounts([...sales, ...other, '', 'Total,,,50'])).toEqual(['20', '30', '50']);
    expect(amounts([...sales, '', 'North', '3,2024-03-04,Cid,7'])).toEqual(['20', '30', undefined, '7']);
  });

  test('two rows of headings of which the upper names groups of columns', () => {
    const rows = ['1,2024-03-01,Jo,jo@example.com,Ann,ann@example.com,20.00', '2,2024-03-02,Jo,,Bob,,30.00'];
    const header = (...top: readonly string[]) => seen(`${[...top, ...rows].join('\n')}\n`).table.header;
    expect(header('Order,,Served by,,Client,,Money', 'No.,Date,Name,E-mail,Name,E-mail,Amount')).toEqual([
      'Order No.',
      'Date',
      'Served by Name',
      'Served by E-mail',
      'Client Name',
      'Client E-mail',
      'Amount',
    ]);
    expect(header('Order,Date,Served by,,Client,,Amount', ',,Name,E-mail,Name,E-mail,')).toEqual([
      'Order',
      'Date',
      'Served by Name',
      'Served by E-mail',
      'Client Name',
      'Client E-mail',
      'Amount',
    ]);
  });

  test('a second table of another kind after a blank row, and the first one going on after it', () => {
    const found = seen(
      `${HEADER}\n${sales(0, 9)}\nKind,Sum\nBread,40.50\nCake,12.00\n\n${HEADER}\n${sales(9, 12)}`,
    );
    expect(asides(found)).toEqual([
      ['other-table', 12, 3],
      ['repeated-header', 16, 1],
    ]);
    expect(found.rows.size).toBe(12);
  });
});

describe('one damaged record costs nothing but itself', () => {
  const around = (line: string) => seen(`${HEADER}\n${sales(0, 9)}${line}\n${sales(10, 19)}`);

  test.each([
    [
      'a quote that opens and never closes',
      'A-109,2024-03-10,"Anna Berg,Rye bread,9.50',
      ['"Anna Berg', 'Rye bread'],
    ],
    [
      'a quote at the end of the line',
      'A-109,2024-03-10,Anna Berg,Rye bread",9.50',
      ['Anna Berg', 'Rye bread"'],
    ],
    [
      'a spare separator before a typed value',
      'A-109,,2024-03-10,Anna Berg,Rye bread,9.50',
      ['Anna Berg', 'Rye bread'],
    ],
    [
      'a missing separator after a typed value',
      'A-1092024-03-10,Anna Berg,Rye bread,9.50',
      ['Anna Berg', 'Rye bread'],
    ],
    [
      'a missing separator before a quote',
      'A-109,2024-03-10,Anna Berg"Rye bread, sliced",9.50',
      ['Anna Berg', 'Rye bread, sliced'],
    ],
    ['another separator', 'A-109;2024-03-10;Anna Berg;Rye bread;9.50', ['Anna Berg', 'Rye bread']],
  ])('%s', (_, line, [customer, item]) => {
    const found = around(line);
    expect(found.rows.size).toBe(19);
    expect(found.rows.get(11)).toEqual(['A-109', '2024-03-10', customer, item, '9.50']);
    const repaired = found.batches.flatMap((batch) => batch.repaired ?? []);
    if (!line.includes('bread"')) expect(repaired.map(({ row }) => row)).toEqual([11]);
    expect(found.rows.get(12)).toEqual(sale(10).split(','));
  });

  test.each([
    ['two free texts that ran together', 'A-109,2024-03-10,Anna BergRye bread,9.50'],
    ['a cell too many that may be any', 'A-109,2024-03-10,Anna Berg,x,Rye bread,9.50'],
    ['half a row', 'A-109,2024-03-10'],
    ['a sound number is not taken apart', 'A-109,Anna Berg,Rye bread,19.50'],
  ])('what can be read in two ways stays as it is: %s', (_, line) => {
    const found = around(line);
    expect(found.rows.get(11)).toEqual(line.split(','));
    expect(found.batches.flatMap((batch) => batch.repaired ?? [])).toEqual([]);
    expect(found.rows.size).toBe(19);
  });
});
