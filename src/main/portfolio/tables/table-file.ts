import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';
import { major, minorDigits } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';

export type Cell = string | number | null;

/** Rows under their headings, on the way to a file. */
export type Table = { readonly fields: readonly string[]; readonly data: readonly (readonly Cell[])[] };

export type FileFormat = 'csv' | 'xlsx';

/** The bytes of a table. @throws Problem where a sheet has no room for it */
export const tableFile = (table: Table, format: FileFormat): Buffer =>
  format === 'csv' ? Buffer.from(asCsv(table)) : asWorkbook(table);

/** Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers are exempt by their type. */
export const asCsv = ({ fields, data }: Table): string => {
  const rows = data.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  return `\ufeff${Papa.unparse({ fields: [...fields], data: rows }, { newline: '\r\n' })}\r\n`;
};

/** Text beginning like a formula is text, also behind apostrophes, so that the import takes exactly one away. Source: OWASP, CSV injection. */
export const harmless = (text: string): string => (/^'*[=+\-@\t\r\0]/.test(text) ? `'${text}` : text);

/** What one sheet of an Excel workbook holds. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** A cell of a workbook carries its type, so text stays text whatever it begins with. */
const asWorkbook = ({ fields, data }: Table): Buffer => {
  if (data.length >= MOST_ROWS)
    throw new Problem(
      `A sheet of Excel holds ${MOST_ROWS - 1} rows and this has ${data.length}; export it as .csv.`,
    );
  const fitting = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, MOST_CHARACTERS) : cell);
  const sheet = utils.aoa_to_sheet([[...fields], ...data.map((row) => row.map(fitting))], { dense: true });
  const book = utils.book_new(sheet, 'Clientele');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
};

/** Money as a plain decimal number with its minor digits. */
export const decimals =
  (currency: string) =>
  (amount: number): number =>
    Number(major(amount, currency).toFixed(minorDigits(currency)));
