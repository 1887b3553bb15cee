import { BulkInsert } from '../../../database/bulk-insert.ts';
import type { Connection } from '../../../database/connection.ts';
import { nextId } from '../../../database/next-id.ts';

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
 * Puts order lines into the portfolio. Ids are consecutive: SQLite numbers rows upwards and nobody else writes
 * meanwhile. Binding values costs as much as storing them, so columns the file does not have are left to their default.
 */
export class LineInserter {
  readonly #insert: BulkInsert | null;
  readonly #full: boolean;
  #next: number;

  /** @param full the file has discounts, tax or shipping */
  constructor(db: Connection, full: boolean, dryRun: boolean) {
    this.#insert = dryRun
      ? null
      : new BulkInsert(db, 'order_line', full ? [...ALWAYS, ...SOMETIMES] : ALWAYS);
    this.#full = full;
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
    if (this.#full) this.#insert?.add(order, product, quantity, price, amount, row, discount, tax, shipping);
    else this.#insert?.add(order, product, quantity, price, amount, row);
    return this.#next++;
  }

  flush(): void {
    this.#insert?.flush();
  }
}
