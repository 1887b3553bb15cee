import type { AnyField } from '../../../shared/model/importing.ts';
import { FIELDS } from '../../../shared/model/sale-field.ts';

/** A record as the parser cut it. */
export type SourceRecord = readonly string[];

/** Where a file keeps each field: the one way to a record's cells. */
export class Cells {
  readonly #column: Readonly<Partial<Record<AnyField, number>>>;

  constructor(columns: Readonly<Partial<Record<AnyField, number>>>) {
    this.#column = { ...Object.fromEntries(FIELDS.map((field) => [field, -1])), ...columns };
  }

  /** −1 when the file has no such column */
  column(field: AnyField): number {
    return this.#column[field] ?? -1;
  }

  has(field: AnyField): boolean {
    return this.column(field) >= 0;
  }

  /** The trimmed text of a cell; empty when the file or the record has none. */
  text(record: SourceRecord, field: AnyField): string {
    return cellAt(record, this.column(field));
  }
}

/** The trimmed text of the cell in a column; empty when there is none, or no such column (−1). */
export const cellAt = (record: SourceRecord, column: number): string =>
  column < 0 ? '' : unguarded(trimmed(record[column] ?? ''));

const APOSTROPHE = 39;

/** Exports put an apostrophe before text that a spreadsheet would take for a formula; ours as well, and it is no part of it. */
const unguarded = (cell: string): string =>
  cell.charCodeAt(0) === APOSTROPHE && /^'+[=+\-@\t\r\0]/.test(cell) ? cell.slice(1) : cell;

/** Nearly every cell is trim already, and asking is faster than trimming. */
const trimmed = (cell: string): string =>
  isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1)) ? cell : cell.trim();

const isPlain = (code: number): boolean => code > 32 && code < 127;
