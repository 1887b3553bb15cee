import type { Connection } from '../database/connection.ts';

export type Product = {
  readonly id: number;
  readonly name: string;
  readonly category: string | null;
  readonly isSale: boolean;
  /** minor units, a fraction where it is finer; null where unknown */
  readonly unitCost: number | null;
};

/** @param minorUnits minor units in one of the currency */
export const productList = (db: Connection, minorUnits: number): readonly Product[] =>
  db
    .rows<{ id: number; name: string; category: string | null; sale: number; micro: number | null }>(
      'SELECT id, name, category, is_sale AS sale, unit_cost_micro AS micro FROM product ORDER BY id',
    )
    .map(({ id, name, category, sale, micro }) => ({
      id,
      name,
      category,
      isSale: sale === 1,
      unitCost: micro === null ? null : (micro / 1e6) * minorUnits,
    }));

/** Categories as numbers; products without one each have one of their own, whose name is null. */
export const categoriesOf = (
  products: readonly Product[],
): { readonly categoryOf: Int32Array; readonly categories: readonly (string | null)[] } => {
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
