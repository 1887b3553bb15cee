import type { Layout } from '../plan/layout.ts';
import { saysSum } from '../values/sum-words.ts';
import { type Aside, type AsideKind, filled, likeHeader } from './layout.ts';
import { evidence, MISFIT, misfit } from './shape.ts';

export type Kept = {
  readonly records: readonly (readonly string[])[];
  readonly firstRow: number;
  readonly asides: readonly Aside[];
};

const NO_RECORD: readonly string[] = [];
/** So many rows may wait for what comes after them. */
const MOST_WAITING = 200;
const FEW_CELLS = 2;

/**
 * Tells the records of the table from what else is below its header: comments, the header once more on the next
 * page, a second table, the lines at the foot. A row that fits the table's columns is a record whatever is around it.
 */
export class TableRows {
  readonly #layout: Layout;
  #waiting: (readonly string[])[] = [];
  #blankBefore = false;
  #afterHeader = false;
  #elsewhere = false;
  #titled = false;
  #copy = false;
  #heading: readonly string[] | null = null;
  #asides: { kind: AsideKind; firstRow: number; rows: number; text: string }[] = [];

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Sorts consecutive rows. What cannot be told yet is held back and is at the beginning of the next piece. */
  take(rows: readonly (readonly string[])[], firstRow: number, last: boolean): Kept {
    this.#asides = [];
    const start = firstRow - this.#waiting.length;
    const records = this.#waiting;
    let undecided = records.length;
    this.#waiting = [];
    for (let i = 0; i < rows.length; i++) {
      const record = rows[i] ?? NO_RECORD;
      const row = firstRow + i;
      const verdict = row <= this.#layout.headerRow ? 'record' : this.#verdict(record);
      if (verdict === 'wait') {
        undecided++;
        records.push(record);
        if (undecided > MOST_WAITING) undecided = 0;
        continue;
      }
      if (verdict === 'blank') {
        records.push(NO_RECORD);
        if (undecided > 0) undecided++;
        this.#blankBefore = true;
        continue;
      }
      this.#blankBefore = false;
      if (verdict === 'record') {
        undecided = 0;
        records.push(row <= this.#layout.headerRow ? record : this.#evened(record));
        continue;
      }
      if (verdict === 'other-table') undecided = this.#setAside(records, undecided, start, verdict);
      else undecided = 0;
      this.#note(verdict, row, record);
      records.push(NO_RECORD);
    }
    if (last) {
      if (this.#areFooters(records.slice(records.length - undecided)))
        this.#setAside(records, undecided, start, 'footer');
      return { records, firstRow: start, asides: this.#asides };
    }
    this.#waiting = records.splice(records.length - undecided);
    return { records, firstRow: start, asides: this.#asides };
  }

  #verdict(record: readonly string[]): 'record' | 'blank' | 'wait' | AsideKind {
    const { header, columns, firstRecord, leastFilled } = this.#layout;
    const count = filled(record);
    if (count === 0) return 'blank';
    const again = likeHeader(record, header);
    if (again === 'same' && !this.#copy) {
      this.#elsewhere = false;
      this.#afterHeader = true;
      return 'repeated-header';
    }
    if (this.#afterHeader) {
      this.#afterHeader = false;
      this.#copy = sameCells(record, firstRecord);
    }
    if (again === 'near' || this.#copy || this.#beginsAnother(record, count)) this.#elsewhere = true;
    if (this.#elsewhere) return 'other-table';
    if (this.#heading) return 'wait';
    if (isTitle(record, count, this.#blankBefore)) this.#titled = true;
    else if (this.#titled && this.#lacksNeeded(record)) return 'other-table';
    else this.#titled = false;
    if (count >= leastFilled) return 'record';
    const { fits } = evidence(record, columns);
    if (fits > 0) return 'record';
    if (record[0]?.startsWith('#') && record.length < columns.length) return 'comment';
    return count <= FEW_CELLS ? 'wait' : 'record';
  }

  /** Below a title: it has nothing where every record above has a number or a day. A sum belongs to the table. */
  #lacksNeeded(record: readonly string[]): boolean {
    if (saysSum(record.find((cell) => cell.trim() !== '') ?? '')) return false;
    return this.#layout.needed.some((at) => !/\d/.test(record[at] ?? ''));
  }

  /**
   * A second table of another kind: after a blank row, a row of words alone that is narrower or wider than the
   * table's, and below it one that is no wider.
   */
  #beginsAnother(record: readonly string[], count: number): boolean {
    const heading = this.#heading;
    if (!heading && !this.#blankBefore) return false;
    const { columns, leastFilled } = this.#layout;
    const ownWidth = count < leastFilled || span(record) > columns.length;
    this.#heading = null;
    if (heading) return ownWidth && count <= filled(heading) && span(record) <= span(heading);
    if (this.#blankBefore && ownWidth && count >= 2 && !record.some((cell) => /\d/.test(cell)))
      this.#heading = record;
    return false;
  }

  /** Fills up what a program left out at the end of a row, and takes off empty cells beyond the last column. */
  #evened(record: readonly string[]): readonly string[] {
    const { columns, endsEarly } = this.#layout;
    const width = columns.length;
    if (record.length === width) return record;
    if (record.length > width) {
      const spare = record.slice(width).every((cell) => cell.trim() === '');
      return spare && this.#isInPlace(record.slice(0, width)) ? record.slice(0, width) : record;
    }
    if (!endsEarly) {
      const mayBeMissing = columns.slice(record.length).every((shape) => shape.blanks);
      if (!mayBeMissing || !this.#isInPlace(record) || evidence(record, columns).fits === 0) return record;
    }
    return [...record, ...new Array<string>(width - record.length).fill('')];
  }

  #isInPlace(record: readonly string[]): boolean {
    return record.every((cell, at) => misfit(this.#layout.columns[at], cell) < MISFIT);
  }

  /** The lines at the foot fill few cells, nothing of the table comes after them, and none is a record in disguise. */
  #areFooters(rows: readonly (readonly string[])[]): boolean {
    return (
      rows.some((row) => filled(row) > 0) &&
      rows.every(
        (row) => filled(row) <= FEW_CELLS && !this.#isLaidOut(row) && !this.#saysRecord(row.join(' ')),
      )
    );
  }

  /** It is in the table's columns: a sum, or a record with most of it missing. */
  #isLaidOut(row: readonly string[]): boolean {
    const { columns } = this.#layout;
    const first = row[0] ?? '';
    if (columns.length < 2 || filled(row) === 0) return false;
    if (first.trim() !== '' && columns[0]?.typed && misfit(columns[0], first) === 0) return true;
    return row.length === columns.length && (filled(row) > 1 || first.trim() === '');
  }

  /** Its words are values of most of the typed columns: a record that could not be cut, to be accounted for. */
  #saysRecord(text: string): boolean {
    const typed = this.#layout.columns.filter((shape) => shape.typed);
    const words = text
      .slice(0, 1000)
      .split(/[\s;,|]+/)
      .filter((word) => word !== '');
    const said = typed.filter((shape) => words.some((word) => misfit(shape, word) === 0)).length;
    return said >= 2 && said * 2 > typed.length;
  }

  #setAside(records: (readonly string[])[], undecided: number, start: number, kind: AsideKind): number {
    for (let i = records.length - undecided; i < records.length; i++) {
      const record = records[i] ?? NO_RECORD;
      if (filled(record) > 0) this.#note(kind, start + i, record);
      records[i] = NO_RECORD;
    }
    return 0;
  }

  #note(kind: AsideKind, row: number, record: readonly string[]): void {
    const before = this.#asides.at(-1);
    if (before?.kind === kind && before.firstRow + before.rows === row) before.rows++;
    else this.#asides.push({ kind, firstRow: row, rows: 1, text: record.join(' ').trim().slice(0, 200) });
  }
}

/** After a blank row a few words alone, which may be the title of another table or the heading of a group. */
export const isTitle = (record: readonly string[], count: number, blankBefore: boolean): boolean => {
  if (!blankBefore || count !== 1) return false;
  const text = record.join('');
  return !/\d/.test(text) && !saysSum(text);
};

const span = (record: readonly string[]): number => record.findLastIndex((cell) => cell.trim() !== '') + 1;

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, at) => cell === b[at]);
