import type { IsoDay } from '../../shared/model/day.ts';
import type { SoldLines } from '../analytics/basket/sold-lines.ts';
import type { Connection } from '../database/connection.ts';
import type { Analysis } from './analysis.ts';

export type Product = { readonly id: number; readonly name: string; readonly category: string | null };

/** The lines of named products up to a day; `customer` is a place in the columns of the analysis. */
export type ProductSales = {
  readonly lines: SoldLines;
  /** by item of the lines */
  readonly products: readonly Product[];
  /** per item; products without a category each have one of their own */
  readonly categoryOf: Int32Array;
  readonly categories: readonly (string | null)[];
};

/** Rows read at a time: a million at once would take hundreds of megabytes. */
const AT_ONCE = 20_000;

const kept = new WeakMap<Analysis, ProductSales>();

/** Read once for an analysis: a million lines take about half a second. */
export const salesIn = (db: Connection, analysis: Analysis): ProductSales => {
  let found = kept.get(analysis);
  if (!found) {
    found = productSales(db, analysis.asOf, analysis.placeOf);
    kept.set(analysis, found);
  }
  return found;
};

/**
 * Reads all sold lines into columns. What is no sale is left out, and customers who may not be profiled are nobody in
 * particular.
 * @param placeOf place of a customer id in the columns of the analysis
 */
const productSales = (db: Connection, asOf: IsoDay, placeOf: ReadonlyMap<number, number>): ProductSales => {
  const products = db.rows<Product>('SELECT id, name, category FROM product WHERE is_sale = 1 ORDER BY id');
  const itemOf = new Map(products.map(({ id }, item) => [id, item]));
  const orders = ordersUpTo(db, asOf, placeOf);
  const total = db.row<{ n: number }>('SELECT count(*) AS n FROM order_line')?.n ?? 0;
  const item = new Int32Array(total);
  const customer = new Int32Array(total);
  const order = new Int32Array(total);
  const day = new Int32Array(total);
  const net = new Float64Array(total);
  const rows = db
    .prepare(
      `SELECT id, order_id, product_id, amount_minor FROM order_line WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`,
    )
    .raw();
  let size = 0;
  for (let last = 0, more = true; more; ) {
    const page = rows.all(last) as [number, number, number | null, number][];
    for (const [, orderId, productId, amount] of page) {
      const one = productId === null ? undefined : itemOf.get(productId);
      const place = orders.placeOf.get(orderId);
      if (one === undefined || place === undefined) continue;
      item[size] = one;
      customer[size] = orders.customer[place]!;
      order[size] = place;
      day[size] = orders.day[place]!;
      net[size++] = amount;
    }
    last = page.at(-1)?.[0] ?? last;
    more = page.length === AT_ONCE;
  }
  const { categoryOf, categories } = categoriesOf(products);
  return {
    lines: {
      item: item.subarray(0, size),
      customer: customer.subarray(0, size),
      order: order.subarray(0, size),
      day: day.subarray(0, size),
      net: net.subarray(0, size),
      cost: new Float64Array(size).fill(Number.NaN),
      items: products.length,
    },
    products,
    categoryOf,
    categories,
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

const categoriesOf = (
  products: readonly Product[],
): { categoryOf: Int32Array; categories: (string | null)[] } => {
  const known = new Map<string, number>();
  const categories: (string | null)[] = [];
  const categoryOf = Int32Array.from(products, ({ category }) => {
    const found = category === null ? undefined : known.get(category);
    if (found !== undefined) return found;
    categories.push(category);
    if (category !== null) known.set(category, categories.length - 1);
    return categories.length - 1;
  });
  return { categoryOf, categories };
};
