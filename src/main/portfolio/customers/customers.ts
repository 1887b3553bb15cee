import {
  type CustomerFilter,
  type CustomerSort,
  CustomerSortSchema,
} from '../../../shared/contract/customers.ts';
import type { TableRow } from '../../../shared/model/customer.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { rhythmStateOf } from '../analysis/at-risk.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { estimatesOf } from '../analysis/estimates.ts';
import { modelsOf } from '../analysis/models/models.ts';
import { part, partsBy } from '../analysis/part.ts';
import { customerPlacement } from '../analysis/placement.ts';
import { riskPlacement } from '../analysis/risk-placement.ts';

export type CustomerQuery = CustomerFilter & {
  readonly sort: CustomerSort;
  readonly direction: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
  readonly estimates?: boolean;
  readonly asOf?: IsoDay | undefined;
};

export type CustomerPageOfRows = {
  readonly asOf: IsoDay | null;
  readonly total: number;
  readonly revenue: Minor;
  readonly revenue12m: Minor;
  readonly rows: TableRow[];
};

/** A page of the customer table with the totals of all that match. Equal ones come in the order of their ids. */
export const listCustomers = (db: Readable, query: CustomerQuery): CustomerPageOfRows => {
  const analysis = analysisOf(db, query.asOf);
  if (!analysis) return { asOf: null, total: 0, revenue: minor(0), revenue12m: minor(0), rows: [] };
  const places = [...CUSTOMER_ORDERS[query.sort][query.direction](analysis)].filter(matcher(analysis, query));
  const sum = (column: Float64Array): Minor => minor(places.reduce((total, i) => total + column[i]!, 0));
  return {
    asOf: analysis.asOf,
    total: places.length,
    revenue: sum(analysis.purchases.revenue),
    revenue12m: sum(analysis.purchases.revenue12m),
    rows: places.slice(query.offset, query.offset + query.limit).map((i) => ({
      ...customerRow(analysis, i),
      estimates: query.estimates ? estimatesOf(analysis, i) : null,
    })),
  };
};

const matcher = (
  analysis: Analysis,
  { search, segment, quadrant, rhythm, risk }: CustomerFilter,
): ((i: number) => boolean) => {
  const { planned, ids } = analysis.segmentation;
  const tests: ((i: number) => boolean)[] = [];
  if (segment !== undefined) {
    const place = ids.indexOf(segment);
    tests.push((i) => planned.segmentOf[i] === place);
  }
  if (quadrant) {
    const placement = customerPlacement(analysis);
    tests.push((i) => placement.quadrant[i] === quadrant);
  }
  if (rhythm) tests.push((i) => rhythmStateOf(analysis, i) === rhythm);
  if (risk) {
    const placement = riskPlacement(analysis);
    tests.push((i) => 'classOf' in placement && placement.classOf[i] === risk);
  }
  const words = plain(search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length > 0) {
    const texts = searchTexts(analysis);
    tests.push((i) => words.every((word) => texts[i]!.includes(word)));
  }
  return (i) => tests.every((test) => test(i));
};

/** What a search looks in, per customer. */
export const searchTexts = part('searchTexts', (analysis): readonly string[] => {
  const { name, key, email, phone, city } = analysis.names;
  return name.map((each, i) =>
    plain(`${each} ${key[i]} ${email[i] ?? ''} ${phone[i] ?? ''} ${city[i] ?? ''}`),
  );
});

const plain = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** All places in each order of the table; kept, because a table is scrolled page by page. */
export const CUSTOMER_ORDERS = partsBy(CustomerSortSchema.options, (sort) =>
  partsBy(['asc', 'desc'], (direction) =>
    part(`order ${sort} ${direction}`, (analysis): Int32Array => {
      const compare = comparison(analysis, sort);
      const sign = direction === 'asc' ? 1 : -1;
      return Int32Array.from(analysis.history.customer, (_, i) => i).sort(
        (a, b) => sign * compare(a, b) || a - b,
      );
    }),
  ),
);

/** The rank of every customer's name in the alphabet of the owner's language; equal names share one. */
export const nameRanks = part('nameRanks', (analysis): Int32Array => {
  const { name } = analysis.names;
  const collator = new Intl.Collator(analysis.settings.locale, { sensitivity: 'base', numeric: true });
  const order = Int32Array.from(name, (_, i) => i).sort((a, b) => collator.compare(name[a]!, name[b]!));
  const ranks = new Int32Array(name.length);
  for (let k = 1; k < order.length; k++) {
    const [before, here] = [order[k - 1]!, order[k]!];
    ranks[here] = collator.compare(name[before]!, name[here]!) === 0 ? ranks[before]! : k;
  }
  return ranks;
});

/** What is not known comes last when the largest come first. */
const byNumber =
  (value: (i: number) => number) =>
  (a: number, b: number): number => {
    const [x, y] = [value(a), value(b)];
    return (
      (Number.isNaN(x) ? Number.NEGATIVE_INFINITY : x) - (Number.isNaN(y) ? Number.NEGATIVE_INFINITY : y) || 0
    );
  };

const comparison = (analysis: Analysis, sort: CustomerSort): ((a: number, b: number) => number) => {
  const { purchases, rhythm, growth, names, rfm, segmentation } = analysis;
  switch (sort) {
    case 'name': {
      const ranks = nameRanks(analysis);
      return (a, b) => ranks[a]! - ranks[b]!;
    }
    case 'revenue':
      return byNumber((i) => purchases.revenue[i]!);
    case 'revenue12m':
      return byNumber((i) => purchases.revenue12m[i]!);
    case 'orders':
      return byNumber((i) => names.orders[i]!);
    case 'lastDay':
      return byNumber((i) => purchases.lastDay[i]!);
    case 'firstDay':
      return byNumber((i) => purchases.firstDay[i]!);
    case 'overdueRatio':
      return byNumber((i) => rhythm.overdueRatio[i]!);
    case 'growth':
      return byNumber((i) => growth.log[i]!);
    case 'segment':
      return byNumber((i) => -segmentation.planned.segmentOf[i]!);
    case 'rfm':
      return byNumber((i) => rfm.r[i]! * 100 + rfm.f[i]! * 10 + rfm.m[i]!);
    case 'noPurchase':
      return byNumber((i) => modelsOf(analysis).scores.pNoPurchase[i]!);
    case 'orders12m':
      return byNumber((i) => modelsOf(analysis).scores.expected12m[i]!);
    case 'clv':
      return byNumber((i) => modelsOf(analysis).scores.clv[i]!);
  }
};
