import { isGrandTotal } from '../values/total-rows.ts';
import type { Adapted } from './adapter.ts';

/** What a file says of itself, to be held against what was read. Amounts are minor units. */
export type OwnTotals = {
  /** null where the file has no total of its own */
  readonly total: number | null;
  readonly row: number | null;
  /** how many records the file says it has */
  readonly rows: number | null;
  /** the sum of the file's own column of amounts, before anything is taken off; null where an adapter did the sums */
  readonly column: number | null;
};

/** Gathers what the file says of itself while its rows pass. Of several totals the last is the one of the whole. */
export class OwnTotal {
  readonly #adapted: boolean;
  #total: number | null = null;
  #row: number | null = null;
  #rows: number | null = null;
  #column = 0;
  #lines = 0;

  constructor(adapted: boolean) {
    this.#adapted = adapted;
  }

  /** An amount of the file's own column, of a record that counts or is left out. */
  add(written: number): void {
    this.#column += written;
    this.#lines++;
  }

  say(total: number | null, row: number): void {
    if (total === null) return;
    this.#total = total;
    this.#row = row;
  }

  adapted({ ownTotal, ownRows, row }: Adapted): void {
    if (ownTotal !== undefined) this.say(ownTotal, row);
    if (ownRows !== undefined) this.#rows = ownRows;
  }

  /** The sum of all above it with no word beside it: a spreadsheet's own total. */
  isSumSoFar(amount: number | null): boolean {
    return amount !== null && amount !== 0 && this.#lines > 1 && amount === this.#column;
  }

  /** A line at the foot that was set aside: "Total: 120.00". */
  aside(text: string, row: number, read: (cell: string) => number | null): void {
    const said = /^(\D*?)([-+(]?\s?\p{Sc}?\s?\d.*)$/u.exec(text.trim());
    if (said?.[1] !== undefined && said[2] !== undefined && isGrandTotal(said[1]))
      this.say(read(said[2]), row);
  }

  take(): OwnTotals {
    return {
      total: this.#total,
      row: this.#row,
      rows: this.#rows,
      column: this.#adapted ? null : this.#column,
    };
  }
}
