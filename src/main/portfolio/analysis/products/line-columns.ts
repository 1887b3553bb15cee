import { dayNumber, type IsoDay } from '../../../../shared/model/day.ts';
import type { Readable } from '../../../database/connection.ts';
import { q } from '../../../database/query.ts';

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

/** Ids asked for at a time: what a million rows leave behind would take hundreds of megabytes. */
const AT_ONCE = 5000;
const MICRO = 1e6;

/**
 * Reads all lines that count up to a day; a million take about half a second.
 * @param itemOf place of a product id  @param placeOf place of a customer id in the columns of the analysis
 * @param unnamed lines whose product is not among those
 */
export const lineColumns = (
  db: Readable,
  asOf: IsoDay,
  itemOf: ReadonlyMap<number, number>,
  placeOf: ReadonlyMap<number, number>,
  unnamed: 'keep' | 'skip' = 'keep',
): LineColumns => {
  const orders = ordersUpTo(db, asOf, placeOf);
  // the orders know how many lines they have; counting these takes a tenth of a second for a million
  const total =
    db.get(q.selectFrom('sales_order').select(q.fn.sum<number | null>('line_count').as('lines')))?.lines ?? 0;
  const last = db.get(q.selectFrom('order_line').select(q.fn.max<number | null>('id').as('id')))?.id ?? 0;
  const noSale = new Set(
    db.all(q.selectFrom('product').select('id').where('is_sale', '=', 0)).map(({ id }) => id),
  );
  const item = new Int32Array(total);
  const customer = new Int32Array(total);
  const order = new Int32Array(total);
  const day = new Int32Array(total);
  const quantity = new Float64Array(total);
  const net = new Float64Array(total);
  const lines =
    'SELECT order_id, product_id, quantity_micro, revenue_minor FROM order_line WHERE id > ? AND id <= ? ORDER BY id';
  let size = 0;
  // the lines of an order mostly follow one another
  let orderBefore = -1;
  let place = -1;
  for (let after = 0; after < last; after += AT_ONCE) {
    for (const row of db.cells<[number, number | null, number | null, number]>(
      lines,
      after,
      after + AT_ONCE,
    )) {
      const orderId = row[0];
      const product = row[1];
      const micro = row[2];
      if (noSale.size > 0 && product !== null && noSale.has(product)) continue;
      if (orderId !== orderBefore) place = orders.placeOf[orderId]!;
      orderBefore = orderId;
      const ware = product === null ? undefined : itemOf.get(product);
      if (place < 0 || (ware === undefined && unnamed === 'skip')) continue;
      item[size] = ware ?? -1;
      customer[size] = orders.customer[place]!;
      order[size] = place;
      day[size] = orders.day[place]!;
      quantity[size] = micro === null ? Number.NaN : micro / MICRO;
      net[size++] = row[3];
    }
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
  /** by the id of an order; −1 for none up to that day */
  readonly placeOf: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
};

const ordersUpTo = (db: Readable, asOf: IsoDay, customerPlace: ReadonlyMap<number, number>): Orders => {
  const last = db.get(q.selectFrom('sales_order').select(q.fn.max<number | null>('id').as('id')))?.id ?? 0;
  const placeOf = new Int32Array(last + 1).fill(-1);
  const customer = new Int32Array(last + 1);
  const day = new Int32Array(last + 1);
  const days = new Map<IsoDay, number>();
  const orders = `SELECT o.id, i.customer_id, o.ordered_on
       FROM sales_order o LEFT JOIN customer_identity i ON i.id = o.identity_id
       WHERE o.id > ? AND o.id <= ? AND o.ordered_on <= ? ORDER BY o.id`;
  let size = 0;
  for (let after = 0; after < last; after += AT_ONCE) {
    for (const [id, who, on] of db.cells<[number, number | null, IsoDay]>(
      orders,
      after,
      after + AT_ONCE,
      asOf,
    )) {
      const number = days.get(on) ?? dayNumber(on);
      days.set(on, number);
      placeOf[id] = size;
      customer[size] = who === null ? -1 : (customerPlace.get(who) ?? -1);
      day[size++] = number;
    }
  }
  return { placeOf, customer: customer.subarray(0, size), day: day.subarray(0, size) };
};
