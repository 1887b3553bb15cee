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

/** In how many baskets each item is. */
export const itemCounts = ({ item, items }: Baskets): Int32Array => {
  const counts = new Int32Array(items);
  for (const one of item) counts[one]!++;
  return counts;
};
