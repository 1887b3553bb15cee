import { Problem } from '../../../../shared/model/problem.ts';
import { type FormatKind, MOST_COLUMNS, numberText } from './cell-text.ts';
import { unescapeXml } from './xml-scan.ts';

/** A cell that stands for several rows, from its own to the last. */
export type Merge = { readonly last: number };

const MOST_ROWS = 1_048_576;

/** Line ends as the reader knows them; Excel writes control characters as `_x000D_`. */
export const cellText = (raw: string): string =>
  unescapeXml(raw)
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');

/** The number of a column, from 0, by its letters. */
export const columnNumber = (letters: string): number => {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
};

/** Builds rows out of what the scanner reports of a sheet. */
export class SheetRows {
  readonly #name: string;
  readonly #formats: readonly FormatKind[];
  readonly #texts: readonly string[];
  readonly #base1904: boolean;
  readonly #merged: ReadonlyMap<string, Merge>;
  readonly #take: (row: number, cells: readonly string[]) => void;
  /** by column: a merged value and the last row it holds for */
  readonly #held = new Map<number, { readonly text: string; readonly last: number }>();
  #row = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #format: FormatKind | undefined;
  #value = '';
  #reading = false;
  #phonetic = 0;

  constructor(
    name: string,
    formats: readonly FormatKind[],
    texts: readonly string[],
    base1904: boolean,
    merged: ReadonlyMap<string, Merge>,
    take: (row: number, cells: readonly string[]) => void,
  ) {
    this.#name = name;
    this.#formats = formats;
    this.#texts = texts;
    this.#base1904 = base1904;
    this.#merged = merged;
    this.#take = take;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || name === 't') this.#reading = true;
    else if (name === 'rPh') this.#phonetic++;
    else if (name === 'row') this.#openRow(attributes);
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#reading = false;
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  text(raw: string): void {
    if (this.#reading && this.#phonetic === 0) this.#value += raw;
  }

  #openRow(attributes: string): void {
    const number = Number(/\sr="(\d{1,8})"/.exec(attributes)?.[1] ?? this.#row + 1);
    if (number <= this.#row || number > MOST_ROWS)
      throw new Problem(
        `${this.#name} is damaged: its rows are out of order. Save the sheet as CSV and import that.`,
      );
    this.#row = number;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    const letters = /\sr="([A-Z]{1,3})\d/.exec(attributes)?.[1];
    this.#column = letters ? columnNumber(letters) : this.#column + 1;
    this.#type = /\st="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    this.#format = this.#formats[Number(/\ss="(\d+)"/.exec(attributes)?.[1] ?? 0)];
    this.#value = '';
  }

  #closeCell(): void {
    if (this.#value === '') return;
    if (this.#column >= MOST_COLUMNS)
      throw new Problem(`${this.#name} has more than ${MOST_COLUMNS} columns, which no sales export has.`);
    const text = this.#cellText();
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
    const merge = this.#merged.get(`${this.#column}:${this.#row}`);
    const isAmount = this.#type === 'n' && this.#format?.kind !== 'date';
    if (merge && !isAmount) this.#held.set(this.#column, { text, last: merge.last });
  }

  #cellText(): string {
    if (this.#type === 's') return this.#texts[Number(this.#value)] ?? '';
    if (this.#type === 'b') return this.#value.trim() === '1' ? 'TRUE' : 'FALSE';
    if (this.#type !== 'n') return cellText(this.#value);
    const number = Number(this.#value);
    if (this.#value.trim() === '' || Number.isNaN(number)) return cellText(this.#value);
    return numberText(number, this.#format ?? { kind: 'number', currency: null }, this.#base1904);
  }

  #closeRow(): void {
    for (const [column, { text, last }] of this.#held) {
      if (last < this.#row) {
        this.#held.delete(column);
        continue;
      }
      while (this.#cells.length <= column) this.#cells.push('');
      if (this.#cells[column] === '') this.#cells[column] = text;
    }
    if (this.#cells.some((cell) => cell !== '')) this.#take(this.#row, this.#cells);
  }
}
