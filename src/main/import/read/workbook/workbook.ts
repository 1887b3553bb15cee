import { type CellObject, type DenseWorkSheet, read, type WorkBook } from '@e965/xlsx';
import { Problem } from '../../../../shared/model/problem.ts';
import { type FormatKind, formatKind, MOST_COLUMNS, numberText } from './cell-text.ts';

export type OtherSheet = { readonly name: string; readonly hidden: boolean };

/**
 * A workbook in one of the other formats (old Excel, binary Excel, XML, HTML), read whole by SheetJS:
 * raw value and format of each cell, stored results of formulas, no dates made by a local clock.
 */
export class OtherWorkbook {
  readonly sheets: readonly OtherSheet[];
  readonly #book: WorkBook;

  /** @param content bytes, or the text of a web page @throws Problem when it is locked or no workbook */
  constructor(content: Buffer | string, name: string) {
    this.#book = parse(content, name);
    this.sheets = this.#book.SheetNames.map((sheet, index) => ({
      name: sheet,
      hidden: (this.#book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    }));
  }

  eachRow(sheet: OtherSheet, take: (row: number, cells: readonly string[]) => void): void {
    const found = this.#book.Sheets[sheet.name] as DenseWorkSheet | undefined;
    const base1904 = this.#book.Workbook?.WBProps?.date1904 === true;
    const formats = new Map<string, FormatKind>();
    const formatKindOf = (format: string): FormatKind => {
      const known = formats.get(format) ?? formatKind(format);
      formats.set(format, known);
      return known;
    };
    const rows = found?.['!data'] ?? [];
    const held = new Held(found);
    for (let row = 0; row < rows.length; row++) {
      const cells: string[] = [];
      const line = rows[row] ?? [];
      for (let column = 0; column < Math.min(line.length, MOST_COLUMNS); column++) {
        const cell = line[column];
        const text = cell ? textOf(cell, formatKindOf, base1904) : '';
        cells.push(text !== '' ? text : held.textFor(row, column));
        if (text !== '' && !(cell?.t === 'n' && formatKindOf(String(cell.z ?? '')).kind !== 'date'))
          held.begin(row, column, text);
      }
      if (cells.some((cell) => cell !== '')) take(row + 1, cells);
    }
  }
}

const parse = (content: Buffer | string, name: string): WorkBook => {
  const text = typeof content === 'string';
  try {
    return read(content, {
      type: text ? 'string' : 'buffer',
      dense: true,
      nodim: true,
      cellDates: false,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      bookVBA: false,
      // a page's cells are text: "1.234,50" is for our own reading of numbers
      raw: text,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message))
      throw new Problem(
        `${name} is protected by a password; open it in Excel, save it without one and try again.`,
      );
    throw new Problem(
      `${name} cannot be read as a workbook; it is damaged. Save the sheet as CSV and import that.`,
    );
  }
};

const textOf = (
  cell: CellObject,
  formatKindOf: (format: string) => FormatKind,
  base1904: boolean,
): string => {
  const { t: type, v: value } = cell;
  if (value === undefined || value === null || type === 'z') return '';
  if (type === 'n' && typeof value === 'number')
    return numberText(value, formatKindOf(String(cell.z ?? '')), base1904);
  if (type === 'b') return value ? 'TRUE' : 'FALSE';
  if (type === 'e') return cell.w ?? '';
  return String(value).replace(/\r\n?/g, '\n');
};

/** Texts and days merged over several rows hold for each of them; amounts do not, or they would count many times. */
class Held {
  readonly #ends = new Map<string, number>();
  readonly #texts = new Map<number, { readonly text: string; readonly last: number }>();

  constructor(sheet: DenseWorkSheet | undefined) {
    for (const { s, e } of sheet?.['!merges'] ?? [])
      if (s.c === e.c && e.r > s.r) this.#ends.set(`${s.r}:${s.c}`, e.r);
  }

  begin(row: number, column: number, text: string): void {
    const last = this.#ends.get(`${row}:${column}`);
    if (last !== undefined) this.#texts.set(column, { text, last });
  }

  textFor(row: number, column: number): string {
    const held = this.#texts.get(column);
    return held && row <= held.last ? held.text : '';
  }
}
