import { describe, expect, test } from 'vitest';
import { aFile } from '../../support/folder.ts';
import { gist, importAt } from '../presets/support.ts';
import { zipOf } from './zip-of.ts';

const NAMES = 'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:fo="f"';
const words = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
const money = (value: string, more = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}"${more}><text:p>shown otherwise</text:p></table:table-cell>`;
const day = (value: string): string =>
  `<table:table-cell office:value-type="date" office:date-value="${value}"><text:p>a day</text:p></table:table-cell>`;
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

type Book = {
  readonly automatic?: string;
  readonly sheets: string;
  readonly styles?: string | null;
  readonly manifest?: string;
};

const ods = ({ automatic = '', sheets, styles = '', manifest }: Book): string =>
  aFile(
    zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
      {
        name: 'content.xml',
        content: `<?xml version="1.0"?><office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`,
      },
      ...(styles === null
        ? []
        : [
            {
              name: 'styles.xml',
              content: `<office:document-styles ${NAMES}><office:styles>${styles}</office:styles></office:document-styles>`,
            },
          ]),
      ...(manifest === undefined ? [] : [{ name: 'META-INF/manifest.xml', content: manifest }]),
    ]),
    'book.ods',
  );

const sheet = (name: string, rows: string, more = ''): string =>
  `<table:table table:name="${name}"${more}>${rows}</table:table>`;
const HEAD = words('Invoice', 'Date', 'Customer', 'Amount');
const SALES = `${HEAD}${row(text('A1'), day('2026-02-03'), text('Pia Lund'), money('12.5'))}${row(text('A2'), day('2026-02-04T10:30:00'), text('Max Ott'), money('7'))}`;

describe('OpenDocument spreadsheets', () => {
  test('without styles.xml; a hidden sheet comes last', async () => {
    const automatic =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const old = `${HEAD}${row(text('Z1'), day('2019-02-03'), text('Old Friend'), money('900'))}${row(text('Z2'), day('2019-02-04'), text('Old Friend'), money('900'))}`;
    const sheets =
      sheet('Before', old, ' table:style-name="ta2"') + sheet('Now', SALES, ' table:style-name="ta1"');
    const result = await importAt(ods({ automatic, sheets, styles: null }), { currency: 'EUR' });
    expect(result.source.sheet).toBe('Now');
    expect(gist(result)).toMatchObject({ orders: 2, revenue: 1950, customers: 2 });
    const asked = await importAt(ods({ automatic, sheets }), { currency: 'EUR', sheet: 'Before' });
    expect(gist(asked)).toMatchObject({ orders: 2, revenue: 180_000 });
  });

  test('the format of a column, inherited from a named style, keeps a code’s zeros and tells the currency', async () => {
    const styles =
      '<number:number-style style:name="N5"><number:number number:decimal-places="0" number:min-integer-digits="6"/></number:number-style><number:currency-style style:name="N7"><number:currency-symbol>£</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:currency-style><style:style style:name="Code" style:family="table-cell" style:data-style-name="N5"/><style:style style:name="Pounds" style:family="table-cell" style:data-style-name="N7"/>';
    const automatic =
      '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Code"/><style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Pounds"/>';
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce1"/><table:table-column table:default-cell-style-name="ce2"/>';
    const rows = `${words('Invoice', 'Date', 'Customer No', 'Amount')}${row(text('A1'), day('2026-02-03'), money('417'), money('12.5'))}${row(text('A2'), day('2026-02-04'), money('418'), money('7'))}`;
    const result = await importAt(ods({ automatic, styles, sheets: sheet('Sales', columns + rows) }));
    expect([result.revenue.currency, result.revenue.minor]).toEqual(['GBP', 1950]);
    expect(gist(result)).toMatchObject({ customers: 2 });
  });

  test('repeated rows and cells, notes, blanks and a million empty rows at the end', async () => {
    const repeated = `<table:table-row table:number-rows-repeated="3">${text('A3')}${day('2026-02-05')}<table:table-cell office:value-type="string"><office:annotation><text:p>call back</text:p></office:annotation><text:p>Pia<text:s/>Lund</text:p></table:table-cell>${money('2')}</table:table-row>`;
    const end =
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const result = await importAt(ods({ sheets: sheet('Sales', SALES + repeated + end) }), {
      currency: 'EUR',
    });
    expect(gist(result)).toMatchObject({ orders: 3, imported: 5, customers: 2, revenue: 2550 });
  });

  test.each([
    ['a document', { sheets: '<text:p>Dear customer</text:p>' }, /is a document/],
    ['a password', { sheets: '', manifest: '<manifest:encryption-data/>' }, /password/],
    [
      'a bomb of repeated rows',
      {
        sheets: sheet(
          'S',
          `<table:table-row table:number-rows-repeated="1000000">${text('x').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="1000"')}</table:table-row>`,
        ),
      },
      /more rows than a sheet/,
    ],
    [
      'too wide',
      {
        sheets: sheet(
          'S',
          row(
            text('x').replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="9000"'),
          ),
        ),
      },
      /more than 2000 columns/,
    ],
    ['a document type', { sheets: sheet('S', SALES), styles: '<!DOCTYPE x>' }, /document type/],
  ])('refused: %s', async (_what, book, sentence) => {
    await expect(importAt(ods(book))).rejects.toThrow(sentence);
  });
});

describe('sheets with the same headings are one table', () => {
  const month = (name: string, number: string, amount: string, head = ''): string =>
    sheet(
      name,
      `${head}${HEAD}${row(text(number), day('2026-02-03'), text('Pia Lund'), money(amount))}${row(text(`${number}b`), day('2026-02-04'), text('Max Ott'), money('1'))}`,
    );

  test('months, also under titles of their own; a sum of them, returns and other tables stay out', async () => {
    const all = sheet(
      'All',
      `${HEAD}${row(text('A1'), day('2026-02-03'), text('Pia Lund'), money('10'))}${row(text('A1b'), day('2026-02-04'), text('Max Ott'), money('1'))}${row(text('B1'), day('2026-02-03'), text('Pia Lund'), money('20'))}`,
    );
    const prices = sheet('Prices', `${words('Item', 'Price')}${row(text('Cup'), money('3'))}`);
    const sheets =
      month('Feb', 'A1', '10') +
      month('Mar', 'B1', '20', words('March')) +
      all +
      month('Returns', 'R1', '5') +
      prices;
    const result = await importAt(ods({ sheets }), { currency: 'EUR' });
    expect(result.source.sheet).toBe('Feb, Mar');
    expect(gist(result)).toMatchObject({ orders: 4, revenue: 3200 });
    const one = await importAt(ods({ sheets }), { currency: 'EUR', sheet: 'Mar' });
    expect(gist(one)).toMatchObject({ orders: 2, revenue: 2100 });
  });
});
