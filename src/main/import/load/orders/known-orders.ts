import type { Connection } from '../../../database/connection.ts';
import { lineDigest, productHash } from '../../../database/line-digest.ts';
import { expansion, type ToldLine } from './expand-totals.ts';

type KnownLine = {
  readonly id: number;
  readonly digest: number;
  readonly product: number | null;
  readonly amount: number;
  matched: boolean;
};
type KnownOrder = { readonly lines: KnownLine[]; readonly digest: number };

type Told = { readonly product: number | null; readonly digest: number };

/**
 * Which known lines of an order are the changed ones: for each line of a file that equals none the known line it
 * stands for, or null where the order has grown. Null altogether when the file leaves out known lines: it then holds
 * another part of the order. Without an order number a line is its content, so another content is another line.
 * The answer does not depend on the order of the lines.
 */
export const changedLines = (
  key: string,
  unanswered: readonly (Told & { readonly id: number })[],
  lines: readonly Told[],
): (number | null)[] | null => {
  if (key.startsWith('~')) return null;
  const answers: (number | null)[] = lines.map(() => null);
  const places = lines.map((_, place) => place).sort((a, b) => lines[a]!.digest - lines[b]!.digest);
  for (const known of unanswered) {
    const at = places.findIndex((place) => lines[place]!.product === known.product);
    if (at < 0) return null;
    answers[places.splice(at, 1)[0]!] = known.id;
  }
  return answers;
};

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

  /** {@link changedLines} of a known order: for each given line the known line it stands for. */
  changedLines(order: number, key: string, lines: readonly Told[]): (number | null)[] | null {
    return changedLines(
      key,
      this.#read(order).lines.filter((line) => !line.matched),
      lines,
    );
  }

  /**
   * Whether the file tells a known order's articles where only its total was known, or the other way round.
   * @returns the known line that stands for what the file tells first; null where it is neither
   */
  expansion(
    order: number,
    key: string,
    lines: readonly ToldLine[],
  ): { readonly told: 'total' | 'articles'; readonly line: number; readonly amount: number } | null {
    const known = this.#read(order).lines;
    const told = known.some(({ matched }) => matched)
      ? null
      : expansion({ key, source: this.#source }, known, lines);
    return told === null ? null : { told, line: known[0]!.id, amount: known[0]!.amount };
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
        amount: row.amount,
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
