import { minorDigits } from '../../../../shared/model/money.ts';
import type { SoldLines } from '../../../analytics/basket/sold-lines.ts';
import { COST_SOURCES, goodsCosts } from '../../../analytics/value/goods-cost.ts';
import type { Readable } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { dataPart } from '../part.ts';
import { lineColumns } from './line-columns.ts';
import { byName, categoriesOf, isArticle, type Product, productList } from './product-list.ts';

/** The lines of named articles up to a day; `customer` is a place in the columns of the analysis. */
export type ProductSales = {
  readonly lines: SoldLines;
  /** cost of the goods per line where more than one margin for all is known, else NaN */
  readonly knownCost: Float64Array;
  /** by item of the lines */
  readonly products: readonly Product[];
  /** per item; products without a category each have one of their own */
  readonly categoryOf: Int32Array;
  readonly categories: readonly (string | null)[];
};

/** Read once for an analysis: a million lines take about half a second. */
export const salesIn = dataPart('sales', (db, analysis): ProductSales => productSales(db, analysis));

/**
 * What is no sale is left out, and so are charges such as postage, which are no articles. Codes of one name are one product, while
 * each code keeps its own cost.
 */
const productSales = (db: Readable, { asOf, placeOf, currency, settings }: Analysis): ProductSales => {
  const articles = productList(db, 10 ** minorDigits(currency)).filter(({ role }) => isArticle(role));
  const lines = lineColumns(db, asOf, new Map(articles.map(({ id }, item) => [id, item])), placeOf, 'skip');
  const ofCodes = categoriesOf(articles);
  const costs = goodsCosts(lines, {
    unitCost: Float64Array.from(articles, ({ unitCost }) => unitCost ?? Number.NaN),
    categoryOf: ofCodes.categoryOf,
    categories: ofCodes.categories.length,
    shopMargin: settings.assumedMargin,
  });
  const { products, productOf } = byName(articles);
  const { categoryOf, categories } = categoriesOf(products);
  const unknown = new Float64Array(lines.item.length).fill(Number.NaN);
  return {
    lines: {
      ...lines,
      item: lines.item.map((item) => productOf[item]!),
      cost: costs?.cost ?? unknown,
      items: products.length,
    },
    knownCost: costs
      ? costs.cost.map((cost, k) => (COST_SOURCES[costs.source[k]!] === 'assumed-margin' ? Number.NaN : cost))
      : unknown,
    products,
    categoryOf,
    categories,
  };
};
