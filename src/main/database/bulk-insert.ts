import type Database from 'better-sqlite3';
import type { Writable } from './connection.ts';

/** Rows of one INSERT: measured to be faster than single rows and than larger statements. */
const ROWS = 200;

type Cell = string | number | null;

/**
 * Puts rows into a table many at a time. What is still pending goes in with {@link flush}. Handing a value over costs
 * as much as storing it: what is the same in every row is given once, and a column nobody fills is best left out.
 */
export class BulkInsert {
  readonly #db: Writable;
  readonly #head: string;
  readonly #row: string;
  readonly #width: number;
  readonly #values: Cell[];
  #filled = 0;
  #whole: Database.Statement | null = null;

  /** @param same columns that hold the same in every row, with what they hold */
  constructor(
    db: Writable,
    table: string,
    columns: readonly string[],
    same: Readonly<Record<string, string | number>> = {},
  ) {
    this.#db = db;
    this.#width = columns.length;
    this.#values = new Array<Cell>(ROWS * this.#width).fill(null);
    this.#head = `INSERT INTO ${table} (${[...Object.keys(same), ...columns].join(', ')}) VALUES `;
    this.#row = `(${[...Object.values(same).map(literal), ...columns.map(() => '?')].join(',')})`;
  }

  /** The next row's cells, in the order of the columns. */
  add(...cells: Cell[]): void {
    for (let at = 0; at < cells.length; at++) this.#values[this.#filled++] = cells[at]!;
    if (this.#filled < this.#values.length) return;
    this.#whole ??= this.#statement(ROWS);
    // an argument is handed over in half the time of an element of a list
    this.#whole.run(...this.#values);
    this.#filled = 0;
  }

  flush(): void {
    if (this.#filled === 0) return;
    this.#statement(this.#filled / this.#width).run(...this.#values.slice(0, this.#filled));
    this.#filled = 0;
  }

  #statement(rows: number): Database.Statement {
    return this.#db.prepare(this.#head + new Array(rows).fill(this.#row).join(','));
  }
}

const literal = (value: string | number): string =>
  typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
