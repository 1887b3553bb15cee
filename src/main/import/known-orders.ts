import type { Connection } from '../database/connection.ts';
import { lineDigest, productHash } from '../database/line-digest.ts';

type KnownLine = {
  readonly id: number;
  readonly digest: number;
  readonly product: number | null;
  matched: boolean;
};
type KnownOrder = { readonly lines: KnownLine[]; readonly digest: number };

/**
 * The orders a file shares with the portfolio. A line is recognised by its content among the lines of its order,
 * each known line answering once, so that files which cut an order in two still overlap exactly.
 */
export class KnownOrders {
  readonly #db: Connection;
  readonly #source: string;
  readonly #any: boolean;
  readonly #orders = new Map<number, KnownOrder>();

  constructor(db: Connection, source: string) {
    this.#db = db;
    this.#source = source;
    this.#any = db.row('SELECT 1 FROM sales_order LIMIT 1') !== undefined;
  }

  find(key: string): number | null {
    if (!this.#any) return null;
    return (
      this.#db.row<{ id: number }>(
        'SELECT id FROM sales_order WHERE key = ? AND source = ?',
        key,
        this.#source,
      )?.id ?? null
    );
  }

  /** The known line with this content that no line of the file has answered to yet. */
  match(order: number, digest: number): number | null {
    const line = this.#read(order).lines.find((each) => !each.matched && each.digest === digest);
    if (!line) return null;
    line.matched = true;
    return line.id;
  }

  /**
   * Which known lines are the changed ones: for each given product the known line it stands for, or null where the
   * order has grown. Null altogether when the file leaves out known lines: it then holds another part of the order.
   */
  changedLines(order: number, products: readonly (number | null)[]): (number | null)[] | null {
    const left = this.#read(order).lines.filter((line) => !line.matched);
    const answers: (number | null)[] = products.map(() => null);
    for (const line of left) {
      const at = products.findIndex((product, index) => answers[index] === null && product === line.product);
      if (at < 0) return null;
      answers[at] = line.id;
    }
    return answers;
  }

  digest(order: number): number {
    return this.#read(order).digest;
  }

  #read(order: number): KnownOrder {
    let known = this.#orders.get(order);
    if (!known) {
      const rows = this.#db.rows<{
        id: number;
        product_id: number | null;
        kind: string | null;
        value: string | null;
        quantity: number | null;
        price: number | null;
        amount: number;
        discount: number;
        tax: number;
        shipping: number;
      }>(
        `SELECT l.id, l.product_id, p.kind, p.value, l.quantity_micro AS quantity, l.unit_price_micro AS price, l.amount_minor AS amount,
                l.discount_minor AS discount, l.tax_minor AS tax, l.shipping_minor AS shipping
         FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id`,
        order,
      );
      const lines = rows.map((row) => ({
        id: row.id,
        product: row.product_id,
        matched: false,
        digest: lineDigest({
          product: row.kind === null ? 0 : productHash(row.kind, row.value ?? ''),
          quantityMicro: row.quantity,
          unitPriceMicro: row.price,
          amountMinor: row.amount,
          discountMinor: row.discount,
          taxMinor: row.tax,
          shippingMinor: row.shipping,
        }),
      }));
      const digest =
        this.#db.row<{ digest: number }>('SELECT digest FROM sales_order WHERE id = ?', order)?.digest ?? 0;
      known = { lines, digest };
      this.#orders.set(order, known);
    }
    return known;
  }
}
