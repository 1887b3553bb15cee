import type { Connection } from './connection.ts';
import { addDigest, lineDigest, productHash } from './line-digest.ts';

/** What an order's lines add up to. */
export type OrderSum = { count: number; net: number; digest: number };

type Row = [number, string | null, string, number | null, number | null, number, number, number, number];

/**
 * Adds up the lines of orders as they are stored.
 * @param among a join that narrows `order_line l`, such as `JOIN touched t ON t.order_id = l.order_id`
 */
export const orderSums = (db: Connection, among = ''): Map<number, OrderSum> => {
  const rows = db
    .prepare(
      `SELECT l.order_id, p.kind, p.value, l.quantity_micro, l.unit_price_micro, l.amount_minor, l.discount_minor, l.tax_minor, l.shipping_minor
       FROM order_line l ${among} LEFT JOIN product p ON p.id = l.product_id`,
    )
    .raw()
    .iterate() as Iterable<Row>;
  const sums = new Map<number, OrderSum>();
  for (const row of rows) {
    const [
      order,
      kind,
      value,
      quantityMicro,
      unitPriceMicro,
      amountMinor,
      discountMinor,
      taxMinor,
      shippingMinor,
    ] = row;
    const sum = sums.get(order) ?? { count: 0, net: 0, digest: 0 };
    const product = kind === null ? 0 : productHash(kind, value);
    sum.count++;
    sum.net += amountMinor;
    sum.digest = addDigest(
      sum.digest,
      lineDigest({
        product,
        quantityMicro,
        unitPriceMicro,
        amountMinor,
        discountMinor,
        taxMinor,
        shippingMinor,
      }),
    );
    sums.set(order, sum);
  }
  return sums;
};

/**
 * Brings the stored sums of some orders in step with the lines they have.
 * @param among as for {@link orderSums}
 */
export const recountOrders = (db: Connection, among: string): void => {
  const update = db.prepare('UPDATE sales_order SET line_count = ?, net_minor = ?, digest = ? WHERE id = ?');
  for (const [order, { count, net, digest }] of orderSums(db, among)) update.run(count, net, digest, order);
};
