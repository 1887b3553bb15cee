import type { Connection } from '../database/connection.ts';
import { nextId } from './next-id.ts';

/** Rows of one INSERT: measured to be faster than single rows and than larger statements. */
const ROWS = 200;
const ALWAYS = [
  'order_id',
  'product_id',
  'quantity_micro',
  'unit_price_micro',
  'amount_minor',
  'source_row',
] as const;
const SOMETIMES = ['discount_minor', 'tax_minor', 'shipping_minor'] as const;

/**
 * Puts order lines into the portfolio many at a time. Ids are consecutive: SQLite numbers rows upwards and nobody else
 * writes meanwhile. Binding values costs as much as storing them, so columns the file does not have are left to
 * their default.
 */
export class LineInserter {
  readonly #db: Connection;
  readonly #dryRun: boolean;
  readonly #full: boolean;
  readonly #columns: readonly string[];
  readonly #values: (number | null)[];
  #rows = 0;
  #next: number;

  /** @param full the file has discounts, tax or shipping */
  constructor(db: Connection, full: boolean, dryRun: boolean) {
    this.#db = db;
    this.#dryRun = dryRun;
    this.#full = full;
    this.#columns = full ? [...ALWAYS, ...SOMETIMES] : ALWAYS;
    this.#values = new Array(ROWS * this.#columns.length).fill(null);
    this.#next = nextId(db, 'order_line');
  }

  /** @returns the line's id */
  add(
    order: number,
    product: number | null,
    quantity: number | null,
    price: number | null,
    amount: number,
    discount: number,
    tax: number,
    shipping: number,
    row: number,
  ): number {
    const id = this.#next++;
    if (this.#dryRun) return id;
    const values = this.#values;
    const at = this.#rows * this.#columns.length;
    values[at] = order;
    values[at + 1] = product;
    values[at + 2] = quantity;
    values[at + 3] = price;
    values[at + 4] = amount;
    values[at + 5] = row;
    if (this.#full) {
      values[at + 6] = discount;
      values[at + 7] = tax;
      values[at + 8] = shipping;
    }
    if (++this.#rows === ROWS) this.flush();
    return id;
  }

  flush(): void {
    if (this.#rows === 0) return;
    const width = this.#columns.length;
    const row = `(${new Array(width).fill('?').join(',')})`;
    const sql = `INSERT INTO order_line (${this.#columns.join(', ')}) VALUES ${new Array(this.#rows).fill(row).join(',')}`;
    this.#db.prepare(sql).run(this.#rows === ROWS ? this.#values : this.#values.slice(0, this.#rows * width));
    this.#rows = 0;
  }
}
