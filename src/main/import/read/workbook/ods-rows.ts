import { Problem } from '../../../../shared/model/problem.ts';
import { type FormatKind, MOST_COLUMNS, numberText } from './cell-text.ts';
import type { OdsStyles } from './ods-styles.ts';
import { attribute, unescapeXml, type XmlEvents } from './xml-scan.ts';

const MOST_ROWS = 1_048_576;
/** Repeated rows and cells are written once in the file: what they come to is counted. */
const MOST_CELLS = 40_000_000;

type Column = { readonly until: number; readonly style: string | null };
type Cell = {
  readonly type: string;
  readonly value: string;
  readonly currency: string;
  readonly format: FormatKind;
  readonly repeated: number;
  readonly rowsSpanned: number;
  readonly columnsSpanned: number;
};

/** Builds the rows of one sheet out of what the scanner reports of an OpenDocument's content. */
export class OdsRows implements XmlEvents {
  readonly #name: string;
  readonly #sheet: number;
  readonly #styles: OdsStyles;
  readonly #take: (row: number, cells: readonly string[]) => void;
  /** by column: a merged text and the last row it holds for */
  readonly #held = new Map<number, { readonly text: string; readonly last: number }>();
  #table = -1;
  #depth = 0;
  #columns: Column[] = [];
  #row = 0;
  #rowRepeated = 1;
  #rowStyle: string | null = null;
  #cells: string[] = [];
  #column = 0;
  #cell: Cell | null = null;
  #text = '';
  #paragraphs = 0;
  #inText = 0;
  /** notes and drawings inside a cell have paragraphs of their own */
  #aside = 0;
  #written = 0;

  constructor(
    name: string,
    sheet: number,
    styles: OdsStyles,
    take: (row: number, cells: readonly string[]) => void,
  ) {
    this.#name = name;
    this.#sheet = sheet;
    this.#styles = styles;
    this.#take = take;
  }

  readonly open = (tag: string, attributes: string): void => {
    if (tag === 'table') {
      if (this.#depth++ === 0) this.#table++;
      return;
    }
    if (this.#depth !== 1 || this.#table !== this.#sheet) return;
    if (ASIDE.has(tag)) this.#aside++;
    else if (this.#aside > 0) return;
    else if (tag === 'table-column') this.#openColumn(attributes);
    else if (tag === 'table-row') this.#openRow(attributes);
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#openCell(attributes);
    else if (this.#cell) this.#openText(tag, attributes);
  };

  readonly close = (tag: string): void => {
    if (tag === 'table') {
      this.#depth--;
      return;
    }
    if (this.#depth !== 1 || this.#table !== this.#sheet) return;
    if (ASIDE.has(tag)) this.#aside--;
    else if (this.#aside > 0) return;
    else if (tag === 'p') this.#inText--;
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else if (tag === 'table-row') this.#closeRow();
  };

  readonly text = (raw: string): void => {
    if (this.#inText > 0 && this.#aside === 0) this.#text += raw;
  };

  #openColumn(attributes: string): void {
    const from = this.#columns.at(-1)?.until ?? 0;
    const style = attribute(attributes, 'default-cell-style-name');
    this.#columns.push({ until: from + count(attributes, 'number-columns-repeated'), style });
  }

  #openRow(attributes: string): void {
    this.#rowRepeated = count(attributes, 'number-rows-repeated');
    this.#rowStyle = attribute(attributes, 'default-cell-style-name');
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: string): void {
    const own = attribute(attributes, 'style-name');
    const type = attribute(attributes, 'value-type') ?? '';
    const value =
      attribute(
        attributes,
        type === 'date' || type === 'time' || type === 'boolean' || type === 'string'
          ? `${type}-value`
          : 'value',
      ) ?? '';
    const style =
      own ?? this.#rowStyle ?? this.#columns.find(({ until }) => this.#column < until)?.style ?? null;
    this.#cell = {
      type,
      value,
      currency: attribute(attributes, 'currency') ?? '',
      format: this.#styles.formatOf(style),
      repeated: count(attributes, 'number-columns-repeated'),
      rowsSpanned: count(attributes, 'number-rows-spanned'),
      columnsSpanned: count(attributes, 'number-columns-spanned'),
    };
    this.#text = '';
    this.#paragraphs = 0;
  }

  #openText(tag: string, attributes: string): void {
    if (tag === 'p') {
      if (this.#paragraphs++ > 0) this.#text += '\n';
      this.#inText++;
    } else if (tag === 's') this.#text += ' '.repeat(Math.min(1000, count(attributes, 'c')));
    else if (tag === 'tab') this.#text += '\t';
    else if (tag === 'line-break') this.#text += '\n';
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const text = cellText(cell, unescapeXml(this.#text));
    const first = this.#column;
    this.#column += cell.repeated;
    if (text === '') return;
    if (this.#column > MOST_COLUMNS)
      throw new Problem(`${this.#name} has more than ${MOST_COLUMNS} columns, which no sales export has.`);
    while (this.#cells.length < first) this.#cells.push('');
    for (let at = first; at < this.#column; at++) this.#cells[at] = text;
    const isAmount = NUMBERS.has(cell.type);
    if (cell.rowsSpanned > 1 && cell.columnsSpanned === 1 && !isAmount)
      this.#held.set(first, { text, last: this.#row + cell.rowsSpanned });
  }

  #closeRow(): void {
    const from = this.#row + 1;
    this.#row += this.#rowRepeated;
    const isEmpty = this.#cells.length === 0 && this.#held.size === 0;
    if (isEmpty) return;
    if (this.#cells.length > 0 && this.#row > MOST_ROWS) throw this.#tooMany();
    const last = this.#cells.length > 0 ? this.#row : Math.min(this.#row, lastOf(this.#held));
    for (let row = from; row <= last; row++) {
      const cells = this.#cells.slice();
      for (const [column, { text, last: until }] of this.#held) {
        if (until < row) {
          this.#held.delete(column);
          continue;
        }
        while (cells.length <= column) cells.push('');
        if (cells[column] === '') cells[column] = text;
      }
      this.#written += cells.length;
      if (this.#written > MOST_CELLS) throw this.#tooMany();
      if (cells.length > 0) this.#take(row, cells);
    }
  }

  #tooMany(): Problem {
    return new Problem(
      `${this.#name} has more rows than a sheet can have; save the sheet as CSV and import that.`,
    );
  }
}

const NUMBERS = new Set(['float', 'currency', 'percentage']);
const ASIDE = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'tracked-changes']);

const lastOf = (held: ReadonlyMap<number, { readonly last: number }>): number =>
  Math.max(0, ...[...held.values()].map(({ last }) => last));

const count = (attributes: string, name: string): number => {
  const number = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
};

const cellText = (cell: Cell, text: string): string => {
  const { type, value, format } = cell;
  if (type === 'date') return dayText(value) ?? text;
  if (type === 'time') return clockText(value) ?? text;
  if (type === 'boolean') return value === 'true' ? 'TRUE' : 'FALSE';
  if (!NUMBERS.has(type)) return (type === 'string' && value !== '' ? value : text).replace(/\r\n?/g, '\n');
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return text;
  if (type === 'currency' && cell.currency !== '')
    return numberText(number, { kind: 'number', currency: cell.currency }, false);
  return numberText(number, type === 'percentage' ? { kind: 'number', currency: null } : format, false);
};

/** `2026-03-05T10:20:00.000` as other workbooks are written: `2026-03-05 10:20:00`, without a clock at midnight. */
const dayText = (value: string): string | null => {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?)?/.exec(value);
  if (!found) return null;
  const clock = found[2] === undefined ? '' : `${found[2]}:${found[3] ?? '00'}`;
  return clock === '' || clock === '00:00:00' ? (found[1] ?? null) : `${found[1]} ${clock}`;
};

/** `PT10H20M00S` as `10:20:00`. */
const clockText = (value: string): string | null => {
  const found = /^P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?$/.exec(value);
  if (!found) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const two = (n: number | undefined): string => String(n ?? 0).padStart(2, '0');
  return `${two((days ?? 0) * 24 + (hours ?? 0))}:${two(minutes)}:${two(seconds)}`;
};
