import { type Formats, formats } from '../../../shared/format.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { LikelyBuyer, NextProduct, PopularProduct, Products } from '../../../shared/model/products.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { sum } from '../../../shared/sum.ts';
import { plural } from '../../../shared/words.ts';
import type { NextProduct as NextItem } from '../../analytics/basket/next-product.ts';
import { windowPeriods } from '../../analytics/growth/windows.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { dataPart } from '../analysis/part.ts';
import { articleIds } from '../analysis/products/product-list.ts';
import { spreadOf } from './diversification.ts';
import { nextFor, type ProductAnalysis, productsIn } from './product-analysis.ts';

const LISTED = 50;
const NAMES = 3;

export const readProducts = (db: Readable, asOf?: IsoDay): Products | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  return analysis
    ? describeProducts(db, analysis)
    : { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
};

/** What sells, what is bought together, and who might want what they never bought. */
export const describeProducts = dataPart('products', (db, analysis): Products => compute(db, analysis));

const compute = (db: Readable, analysis: Analysis): Products => {
  const found = productsIn(db, analysis);
  return {
    asOf: analysis.asOf,
    popular: popular(found, analysis),
    affinity: pairs(found, analysis),
    whitespace: whitespace(found, analysis),
    spread: spreadOf(db, analysis),
    spreadWarnings: [...analysis.concentration.warnings],
  };
};

export type LikelyBuyersQuery = {
  readonly product: number;
  readonly offset: number;
  readonly limit: number;
  readonly asOf?: IsoDay | undefined;
};

/** Everyone who might want a product, the likeliest first. */
export const likelyBuyers = (
  db: Readable,
  { product, offset, limit, asOf }: LikelyBuyersQuery,
): { total: number; customers: LikelyBuyer[] } => {
  const analysis = analysisOf(db, asOf);
  if (!analysis) return { total: 0, customers: [] };
  const found = productsIn(db, analysis);
  const names = productNames(found);
  const own = articleIds(db).get(product) ?? product;
  const likely = found.openings.find(({ item }) => found.sales.products[item]!.id === own)?.customers ?? [];
  return {
    total: likely.length,
    customers: likely.slice(offset, offset + limit).map((next) => buyer(names, analysis, next)),
  };
};

const buyer = (products: readonly string[], { history, names }: Analysis, next: NextItem): LikelyBuyer => ({
  id: history.customer[next.customer]!,
  key: names.key[next.customer]!,
  name: names.name[next.customer]!,
  ...reason(products, next),
});

/** What to offer one customer; empty where nobody alike buys anything else. */
export const nextProducts = (db: Readable, customer: number, asOf?: IsoDay): NextProduct[] => {
  const analysis = analysisOf(db, asOf);
  const place = analysis?.placeOf.get(customer);
  if (!analysis || place === undefined) return [];
  const found = productsIn(db, analysis);
  const names = productNames(found);
  const say = sayIn(analysis);
  return nextFor(found, place).map((next) => {
    const { because, lift } = next;
    const alike = `${say.shareRounded(next.penetration)} of the customers like them buy it, they never have`;
    return {
      product: names[next.item]!,
      ...reason(names, next),
      sentence:
        because === null
          ? `${alike}.`
          : `${alike}; it goes with ${names[because]}, which they buy: together ${times(say, lift)} as often as by chance.`,
    };
  });
};

const sayIn = ({ settings, currency }: Analysis): Formats => formats(settings.locale, currency);

/** 2.3 times: a lift as a sentence says it. */
const times = (say: Formats, lift: number): string => say.ratio(lift).replace(/\s*×/, ' times');

const productNames = ({ sales }: ProductAnalysis): string[] => sales.products.map(({ name }) => name);

const nameOf = ({ sales }: ProductAnalysis, item: number): string => sales.products[item]!.name;

const NO_PRODUCT: NotAvailable = {
  grade: 'D',
  reason: 'No sale names a product.',
  needed: 'Sales with a product name or number in every line.',
};

const popular = (found: ProductAnalysis, analysis: Analysis): Products['popular'] => {
  const sold = found.popular;
  const [first] = sold;
  if (!first) return NO_PRODUCT;
  const { growth, totals } = analysis;
  const say = sayIn(analysis);
  const share = (revenue: number): number => (totals.revenue > 0 ? Math.max(0, revenue) / totals.revenue : 0);
  const rows = sold.slice(0, LISTED).map(
    ({ item, revenue, margin, orders, buyers, repeatShare, trend }): PopularProduct => ({
      id: found.sales.products[item]!.id,
      product: nameOf(found, item),
      category: found.sales.products[item]!.category,
      revenue: minor(revenue),
      share: share(revenue),
      margin: margin === null ? null : minor(Math.round(margin)),
      orders,
      buyers,
      repeatShare,
      trend,
    }),
  );
  return {
    finding: `${nameOf(found, first.item)} brings most: ${say.shareRounded(share(first.revenue))} of revenue.`,
    rows,
    products: sold.length,
    periods: growth.windows && windowPeriods(growth.windows),
    warnings: growth.windows?.maybeSeasonal
      ? ['The trend compares six months with the six before: it may be the season.']
      : [],
  };
};

const pairs = (found: ProductAnalysis, analysis: Analysis): Products['affinity'] => {
  const { affinity } = found;
  const say = sayIn(analysis);
  if (found.popular.length === 0) return NO_PRODUCT;
  if (affinity.tested === 0)
    return {
      grade: 'D',
      reason: `No two products are in enough of the ${say.count(affinity.baskets)} baskets to be compared.`,
      needed: `At least two products in ${say.count(affinity.fewest)} baskets or more.`,
    };
  const n = affinity.pairs.length;
  const first = affinity.pairs.find(({ sure }) => sure);
  const sure = affinity.pairs.filter((each) => each.sure).length;
  const count = say.count(affinity.tested);
  return {
    finding: first
      ? `${nameOf(found, first.from)} and ${nameOf(found, first.to)} are bought together ${times(say, first.lift)} as often as by chance`
      : `Of so many pairs none is bought together surely more often than by chance`,
    pairs: affinity.pairs.slice(0, LISTED).map(({ from, to, ...rest }) => ({
      from: nameOf(found, from),
      to: nameOf(found, to),
      sentence: `Of the purchases with ${nameOf(found, from)}, ${say.shareRounded(rest.confidence)} have ${nameOf(found, to)} too, ${times(say, rest.lift)} as many as by chance.`,
      ...rest,
    })),
    baskets: affinity.baskets,
    tested: affinity.tested,
    bootstrapped: affinity.bootstrapped,
    fewest: affinity.fewest,
    grade: 'A',
    warnings: [
      `${count} pairs were looked at, ${say.count(affinity.bootstrapped)} of them tested: ${say.count(n)} are together clearly more often than by chance, ${say.count(sure)} of them surely so many having been looked at; only these are advised${n > LISTED ? `, the ${LISTED} surest are shown` : ''}.`,
      ...(affinity.itemsLeftOut > 0
        ? [
            `${say.counted(affinity.itemsLeftOut, 'product that sells least was', 'products that sell least were')} left out of the comparison.`,
          ]
        : []),
    ],
  };
};

const whitespace = (found: ProductAnalysis, analysis: Analysis): Products['whitespace'] => {
  const { openings } = found;
  const reachable = sum(found.reachable);
  const names = productNames(found);
  const say = sayIn(analysis);
  if (found.popular.length === 0) return NO_PRODUCT;
  if (found.prospects.length === 0)
    return {
      grade: 'D',
      reason: 'No sale carries a customer.',
      needed: 'Sales with a customer number, name, e-mail or phone.',
    };
  const [first] = openings;
  if (!first)
    return {
      grade: 'D',
      reason: 'No customer has a likely next product.',
      needed:
        'A product counts as likely where one in ten of the customers alike buys it, or where it goes with what the customer buys.',
    };
  const likely = first.customers.length;
  return {
    finding: `${nameOf(found, first.item)}: ${say.count(likely)} likely ${plural(likely, 'buyer has', 'buyers have')} never bought it`,
    products: openings.slice(0, LISTED).map(({ item, customers }) => ({
      id: found.sales.products[item]!.id,
      product: nameOf(found, item),
      customers: customers.length,
      first: customers.slice(0, NAMES).map((next) => buyer(names, analysis, next)),
    })),
    reachable,
    grade: 'C',
    warnings: [
      found.chances === 'model'
        ? `Counted are the ${say.count(reachable)} customers who will probably buy again, each for up to three products.`
        : `Counted are the ${say.count(reachable)} customers who are not overdue, each for up to three products; too few have come back to say how likely each is to buy again.`,
      ...(found.rankedBy === 'revenue'
        ? ['Products are ranked by revenue, since what they cost is not known.']
        : []),
    ],
  };
};

const reason = (products: readonly string[], { penetration, because, lift }: NextItem) => ({
  penetration,
  because: because === null ? null : products[because]!,
  lift,
});
