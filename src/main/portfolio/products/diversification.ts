import type { Spread } from '../../../shared/model/products.ts';
import { diversification } from '../../analytics/value/diversification.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { salesIn } from '../analysis/products/sold-lines.ts';

/** How widely revenue is spread over customers, segments, products and, where they are named, categories. */
export const spreadOf = (db: Readable, analysis: Analysis): Spread[] => {
  const { purchases, names, segmentation } = analysis;
  const { segments, everyoneElse } = segmentation.planned;
  const products = revenueByProduct(db, analysis);
  const categories = new Map<string, number>();
  for (const { category, revenue } of products)
    if (category !== null) categories.set(category, (categories.get(category) ?? 0) + revenue);
  return [
    spread('customers', purchases.revenue, (i) => names.name[i]!),
    spread(
      'segments',
      [...segments.map(({ revenue }) => revenue), everyoneElse.revenue],
      (i) => segments[i]?.name ?? 'Everyone else',
    ),
    spread(
      'products',
      products.map(({ revenue }) => revenue),
      (i) => products[i]!.name,
    ),
    spread('categories', [...categories.values()], (i) => [...categories.keys()][i]!),
  ].filter(({ n }) => n > 0);
};

const spread = (of: Spread['of'], amounts: ArrayLike<number>, nameOf: (i: number) => string): Spread => {
  const { biggest, ...rest } = diversification(amounts);
  return { of, ...rest, biggest: biggest === null ? null : nameOf(biggest) };
};

const revenueByProduct = (
  db: Readable,
  analysis: Analysis,
): { name: string; category: string | null; revenue: number }[] => {
  const { lines, products } = salesIn(db, analysis);
  const revenue = new Float64Array(lines.items);
  for (let k = 0; k < lines.item.length; k++) revenue[lines.item[k]!]! += lines.net[k]!;
  return products.map(({ name, category }, item) => ({ name, category, revenue: revenue[item]! }));
};
