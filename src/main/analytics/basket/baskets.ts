import { daySpan, groupLines, itemsOfGroups, type SoldLines } from './sold-lines.ts';

/**
 * What was bought together, columnar: the items of basket i are `item[start[i]]` .. `item[start[i + 1] - 1]`, each once,
 * ascending. A basket is what one customer bought on one day, or an anonymous receipt.
 */
export type Baskets = {
  /** customer of each basket, negative for none: an anonymous basket stands for itself */
  readonly customer: Int32Array;
  /** one longer than `customer` */
  readonly start: Int32Array;
  /** products, or categories, 0 .. items − 1 */
  readonly item: Int32Array;
  /** how many different items there are */
  readonly items: number;
};

/** @param rows items of each basket in any order, repeats allowed @throws RangeError for items that are not 0 .. items − 1 */
export const basketsOf = (
  rows: readonly { readonly customer: number; readonly items: readonly number[] }[],
  items: number,
): Baskets => {
  const start = new Int32Array(rows.length + 1);
  const item: number[] = [];
  rows.forEach((row, i) => {
    for (const one of [...new Set(row.items)].sort((a, b) => a - b)) {
      if (!(Number.isInteger(one) && one >= 0 && one < items)) throw new RangeError(`not an item: ${one}`);
      item.push(one);
    }
    start[i + 1] = item.length;
  });
  return {
    customer: Int32Array.from(rows, (row) => row.customer),
    start,
    item: Int32Array.from(item),
    items,
  };
};

/** The baskets of sold lines, in order of their first line; what was given back or free is in none. */
export const basketsOfLines = (lines: SoldLines): Baskets => {
  const basketOf = new Int32Array(lines.item.length).fill(-1);
  const known = new Map<number, number>();
  const customer: number[] = [];
  const { first, days } = daySpan(lines);
  for (let k = 0; k < basketOf.length; k++) {
    if (!(lines.net[k]! > 0)) continue;
    const buyer = lines.customer[k]!;
    // receipts of nobody in particular by order, below the keys of customers and days
    const key = buyer < 0 ? -1 - lines.order[k]! : buyer * days + (lines.day[k]! - first);
    let basket = known.get(key);
    if (basket === undefined) {
      basket = customer.length;
      known.set(key, basket);
      customer.push(buyer < 0 ? -1 : buyer);
    }
    basketOf[k] = basket;
  }
  const { start, item } = itemsOfGroups(lines, groupLines(basketOf, customer.length));
  return { customer: Int32Array.from(customer), start, item, items: lines.items };
};

/** In how many baskets each item is. */
export const itemCounts = ({ item, items }: Baskets): Int32Array => {
  const counts = new Int32Array(items);
  for (const one of item) counts[one]!++;
  return counts;
};
