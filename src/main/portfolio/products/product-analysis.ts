import { type Affinity, affinity } from '../../analytics/basket/affinity.ts';
import { basketsOfLines } from '../../analytics/basket/baskets.ts';
import {
  type NextProduct,
  nextProductsOf,
  type Openings,
  openingsOf,
  type Partners,
  partnersOf,
} from '../../analytics/basket/next-product.ts';
import { type Popularity, popularity } from '../../analytics/basket/popularity.ts';
import { itemsEverBought, typicalMargins } from '../../analytics/basket/sold-lines.ts';
import { type Substitutes, substitutes } from '../../analytics/basket/substitutes.ts';
import {
  type Appeal,
  appealOf,
  type LeastAppeal,
  offeredAtAll,
  type Prospect,
} from '../../analytics/basket/white-space.ts';
import type { Readable } from '../../database/connection.ts';
import { type Contactability, contactability } from '../../database/consent.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { modelsOf } from '../analysis/models/models.ts';
import { dataPart } from '../analysis/part.ts';
import { type ProductSales, salesIn } from '../analysis/products/sold-lines.ts';

/** Everything said of products as of a day: what sells, what goes together, who might want what. */
export type ProductAnalysis = {
  readonly sales: ProductSales;
  /** most revenue first */
  readonly popular: readonly Popularity[];
  readonly affinity: Affinity;
  readonly prospects: readonly Prospect[];
  readonly appeal: Appeal;
  readonly partners: Partners;
  /** customers who will probably buy again, and what each might be offered, by item */
  readonly openings: readonly Openings[];
  /** 1 for those customers, by place */
  readonly reachable: Uint8Array;
  /** what a purchase of a product is taken to be worth */
  readonly rankedBy: 'margin' | 'revenue';
  /** whether a model says how likely customers are to buy, or only whether they are overdue */
  readonly chances: 'model' | 'rhythm';
};

/** Worked out once for an analysis, when it is first asked for: about a second for a million lines. */
export const productsIn = dataPart(
  'productAnalysis',
  (db, analysis): ProductAnalysis => analyseProducts(db, analysis),
);

/** A customer without a model's word who has been silent for longer is not counted on (MODELS 5). */
const ENGAGED_BELOW = 1.5;
/** Bought by one in ten of those alike, and by five customers at least: rarer things are nobody's likely purchase. */
const LEAST: LeastAppeal = { share: 0.1, buyers: 5 };
/** Items that one customer is counted for. */
const OFFERS = 3;

const analyseProducts = (db: Readable, analysis: Analysis): ProductAnalysis => {
  const sales = salesIn(db, analysis);
  const { lines } = sales;
  const found = affinity(basketsOfLines(lines));
  const { scores } = modelsOf(analysis);
  const modelled = scores.chance90.some((chance) => Number.isFinite(chance));
  const reach = contactability(db);
  const everBought = itemsEverBought(lines, analysis.history.customer.length);
  const buyers = everBought.map(
    (bought, i): Prospect => ({
      id: i,
      segment: analysis.segmentation.planned.segmentOf[i]!,
      pActive: modelled ? Math.max(0, scores.chance90[i]! || 0) : 1,
      bought,
      closed: bought,
      optedOut: refuses(reach.get(analysis.history.customer[i]!)),
    }),
  );
  const margins = typicalMargins(lines, sales.categoryOf, sales.categories.length);
  const appeal = appealOf(buyers, margins, LEAST);
  // some of so many pairs look good by chance: what is offered because of another goes with it for sure
  const partners = partnersOf(found.pairs.filter(({ sure }) => sure));
  const replaced = substitutes(
    everBought,
    [...new Set([...offeredAtAll(buyers, appeal), ...partners.keys()])],
    sales.products.map(({ name }) => name),
  );
  const replaces = replacedBy(replaced);
  const prospects = buyers.map((one) => ({ ...one, closed: withReplacements(one.bought, replaces) }));
  const { overdueRatio } = analysis.rhythm;
  const reachable = Uint8Array.from(prospects, ({ id, optedOut }) => {
    const likely = modelled ? (scores.band[id] ?? 'high') !== 'high' : overdueRatio[id]! < ENGAGED_BELOW;
    return likely && !optedOut ? 1 : 0;
  });
  return {
    sales,
    popular: popularity({ ...lines, cost: sales.knownCost }, analysis.growth.windows),
    rankedBy: lines.cost.some((cost) => !Number.isNaN(cost)) ? 'margin' : 'revenue',
    affinity: found,
    prospects,
    appeal,
    partners,
    openings: openingsOf(
      prospects.flatMap((one) => (reachable[one.id] ? nextProductsOf(one, appeal, partners, OFFERS) : [])),
    ),
    reachable,
    chances: modelled ? 'model' : 'rhythm',
  };
};

/** By item: what whoever has it is not offered any more, because it takes their place. */
const replacedBy = (replaced: Substitutes): ReadonlyMap<number, readonly number[]> => {
  const items = new Map<number, number[]>();
  for (const [item, by] of replaced)
    for (const other of by) items.set(other, [...(items.get(other) ?? []), item]);
  return items;
};

/** What a customer has, and what would replace some of it; ascending. */
const withReplacements = (
  bought: Int32Array,
  replaces: ReadonlyMap<number, readonly number[]>,
): Int32Array => {
  if (replaces.size === 0) return bought;
  const all = new Set(bought);
  for (const other of bought) for (const item of replaces.get(other) ?? []) all.add(item);
  return all.size === bought.length ? bought : Int32Array.from(all).sort();
};

/** Somebody who has decided, and for no channel in favour. */
const refuses = (channels: Contactability | undefined): boolean =>
  channels !== undefined && !Object.values(channels).includes(true);

/** What to offer one customer next, by place, the best first. */
export const nextFor = (products: ProductAnalysis, place: number): NextProduct[] =>
  nextProductsOf(products.prospects[place]!, products.appeal, products.partners, OFFERS);
