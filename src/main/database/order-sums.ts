import { bindable, type Readable, type Writable } from './connection.ts';
import { addDigest, lineDigest, productHash } from './line-digest.ts';
import type { OrderIds } from './query.ts';

/** What an order's lines add up to. */
export type OrderSum = { count: number; net: number; digest: number };

type Row = [number, string | null, string, number | null, number | null, number, number, number, number];

/** Adds up the lines of orders as they are stored: of all, or of some. */
export const orderSums = (db: Readable, among?: OrderIds): Map<number, OrderSum> => {
  const ids = among?.compile();
  const rows = db.eachCells<Row>(
    `SELECT l.order_id, p.kind, p.value, l.quantity_micro, l.unit_price_micro, l.amount_minor, l.discount_minor, l.tax_minor, l.shipping_minor
       FROM order_line l LEFT JOIN product p ON p.id = l.product_id ${ids ? `WHERE l.order_id IN (${ids.sql})` : ''}`,
    ...bindable(ids?.parameters ?? []),
  );
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

/** Recomputes the stored sums of some orders from the lines they have. */
export const recountOrders = (db: Writable, among: OrderIds): void => {
  const update = db.prepare('UPDATE sales_order SET line_count = ?, net_minor = ?, digest = ? WHERE id = ?');
  for (const [order, { count, net, digest }] of orderSums(db, among)) update.run(count, net, digest, order);
};
