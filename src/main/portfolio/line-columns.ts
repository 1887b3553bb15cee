import type { IsoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';

/** All lines up to a day, columnar. Money in minor units. */
export type LineColumns = {
  /** place in the list of products, −1 where none is named */
  readonly item: Int32Array;
  /** place in the columns of the analysis, −1 for nobody in particular and for who may not be profiled */
  readonly customer: Int32Array;
  readonly order: Int32Array;
  /** day number */
  readonly day: Int32Array;
  /** NaN where it is not said */
  readonly quantity: Float64Array;
  readonly net: Float64Array;
};

/** Rows read at a time: a million at once would take hundreds of megabytes. */
const AT_ONCE = 20_000;
const MICRO = 1e6;

/**
 * Reads all lines up to a day; a million take about half a second.
 * @param itemOf place of a product id  @param placeOf place of a customer id in the columns of the analysis
 * @param unnamed lines whose product is not among those
 */
export const lineColumns = (
  db: Connection,
  asOf: IsoDay,
  itemOf: ReadonlyMap<number, number>,
  placeOf: ReadonlyMap<number, number>,
  unnamed: 'keep' | 'skip' = 'keep',
): LineColumns => {
  const orders = ordersUpTo(db, asOf, placeOf);
  const total = db.row<{ n: number }>('SELECT count(*) AS n FROM order_line')?.n ?? 0;
  const item = new Int32Array(total);
  const customer = new Int32Array(total);
  const order = new Int32Array(total);
  const day = new Int32Array(total);
  const quantity = new Float64Array(total);
  const net = new Float64Array(total);
  const rows = db
    .prepare(
      `SELECT id, order_id, product_id, quantity_micro, amount_minor FROM order_line WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
    )
    .raw();
  let size = 0;
  for (let last = 0, more = true; more; ) {
    const page = rows.all(last) as [number, number, number | null, number | null, number][];
    for (const [, orderId, product, micro, amount] of page) {
      const place = orders.placeOf.get(orderId);
      const ware = product === null ? undefined : itemOf.get(product);
      if (place === undefined || (ware === undefined && unnamed === 'skip')) continue;
      item[size] = ware ?? -1;
      customer[size] = orders.customer[place]!;
      order[size] = place;
      day[size] = orders.day[place]!;
      quantity[size] = micro === null ? Number.NaN : micro / MICRO;
      net[size++] = amount;
    }
    last = page.at(-1)?.[0] ?? last;
    more = page.length === AT_ONCE;
  }
  return {
    item: item.subarray(0, size),
    customer: customer.subarray(0, size),
    order: order.subarray(0, size),
    day: day.subarray(0, size),
    quantity: quantity.subarray(0, size),
    net: net.subarray(0, size),
  };
};

type Orders = {
  readonly placeOf: ReadonlyMap<number, number>;
  readonly customer: Int32Array;
  readonly day: Int32Array;
};

const ordersUpTo = (db: Connection, asOf: IsoDay, customerPlace: ReadonlyMap<number, number>): Orders => {
  const rows = db
    .prepare(
      `SELECT o.id, i.customer_id, CAST(unixepoch(o.ordered_on) / 86400 AS INTEGER)
       FROM sales_order o LEFT JOIN customer_identity i ON i.id = o.identity_id WHERE o.ordered_on <= ?`,
    )
    .raw()
    .all(asOf) as [number, number | null, number][];
  return {
    placeOf: new Map(rows.map(([id], place) => [id, place])),
    customer: Int32Array.from(rows, ([, id]) => (id === null ? -1 : (customerPlace.get(id) ?? -1))),
    day: Int32Array.from(rows, ([, , on]) => on),
  };
};
