import type { ProductRole } from '../../../../shared/model/product-mark.ts';
import type { Readable } from '../../../database/connection.ts';
import { q } from '../../../database/query.ts';
import { nameKey } from '../../../import/values/name-key.ts';
import { roleOf } from '../../../import/values/product-words.ts';

export type Product = {
  readonly id: number;
  readonly name: string;
  readonly category: string | null;
  readonly role: ProductRole;
  /** minor units, a fraction where it is finer; null where unknown */
  readonly unitCost: number | null;
};

type Row = { readonly kind: 'code' | 'name'; readonly name: string; readonly micro: number | null };

/**
 * All products. One whose cost is told under its name alone, while sales know it by its code (or the other way round),
 * has that cost, as long as the name says which product is meant.
 * @param minorUnits minor units in one of the currency
 */
export const productList = (db: Readable, minorUnits: number): readonly Product[] => {
  const rows = db.all(
    q
      .selectFrom('product as p')
      .leftJoin('product_mark as m', (join) =>
        join.onRef('m.value', '=', 'p.value').onRef('m.kind', '=', 'p.kind'),
      )
      .select(['p.id', 'p.kind', 'p.name', 'p.category', 'm.role', 'p.unit_cost_micro as micro'])
      .orderBy('p.id'),
  );
  const byName = costsByName(rows);
  return rows.map(({ id, kind, name, category, role, micro }) => {
    const known = micro ?? byName.get(`${OTHER[kind]} ${nameKey(name)}`) ?? null;
    return {
      id,
      name,
      category,
      role: roleOf(name, role),
      unitCost: known === null ? null : (known / 1e6) * minorUnits,
    };
  });
};

/** Neither what is no sale nor a charge such as postage. */
export const isArticle = (role: ProductRole): boolean => role === 'article' || role === 'renewing';

/** The articles among the products: for the id of each that of its product, where codes of one name are one. */
export const articleIds = (db: Readable): ReadonlyMap<number, number> => {
  const articles = productList(db, 1).filter(({ role }) => isArticle(role));
  const { products, productOf } = byName(articles);
  return new Map(articles.map(({ id }, k) => [id, products[productOf[k]!]!.id]));
};

/**
 * Codes of one name are one product (TRUTH 21): the first of them stands for it, with the first category that is known.
 * @returns for each of the list the place of its product
 */
export const byName = (
  list: readonly Product[],
): { readonly products: readonly Product[]; readonly productOf: Int32Array } => {
  const products: Product[] = [];
  const places = new Map<string, number>();
  const productOf = Int32Array.from(list, (one) => {
    const key = nameKey(one.name);
    const place = places.get(key) ?? products.length;
    if (place === products.length) {
      places.set(key, place);
      products.push(one);
    } else if (products[place]!.category === null && one.category !== null)
      products[place] = { ...products[place]!, category: one.category };
    return place;
  });
  return { products, productOf };
};

const OTHER = { code: 'name', name: 'code' } as const;

/** Unit costs by kind and name; null where several products of one kind share a name. */
const costsByName = (rows: readonly Row[]): ReadonlyMap<string, number | null> => {
  const costs = new Map<string, number | null>();
  for (const { kind, name, micro } of rows) {
    const key = `${kind} ${nameKey(name)}`;
    costs.set(key, costs.has(key) ? null : micro);
  }
  return costs;
};

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
