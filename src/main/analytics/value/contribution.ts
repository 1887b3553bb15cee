import type { CostToServe } from './cost-to-serve.ts';
import type { LineCosts } from './goods-cost.ts';

/** Lines by who bought them. */
export type CustomerLines = {
  /** 0 .. customers − 1; negative for nobody in particular */
  readonly customer: Int32Array;
  /** day number */
  readonly day: Int32Array;
  readonly net: Float64Array;
};

/** What each customer leaves (MODELS 3); minor units, one entry per customer. */
export type Contribution = {
  readonly revenue: Float64Array;
  readonly goods: Float64Array;
  readonly serving: Float64Array;
  /** revenue − goods − serving */
  readonly contribution: Float64Array;
  /** share of the customer's turnover whose goods cost is only assumed, 0 .. 1 */
  readonly assumed: Float64Array;
  /** of the customer's costs what is no known fact: goods by a margin, work by a cost per unit, and a quarter of goods by a unit cost; minor units, >= 0 */
  readonly doubtful: Float64Array;
  /** the same of all costs together */
  readonly doubtfulTotal: number;
  /** of sales to nobody in particular */
  readonly anonymous: number;
  /** all customers and the anonymous sales */
  readonly total: number;
  /** not smeared over customers: shown once */
  readonly overhead: number;
  /** total − overhead */
  readonly afterOverhead: number;
  /**
   * Whether customers differ in what they cost. While they do not, contribution is revenue rescaled: nothing may be said of
   * profit, whale curves and loss-makers (DEFINITIONS 6).
   */
  readonly costsDiffer: boolean;
};

const ASSUMED = 2;
const UNIT_COST = 0;
/** How far off a cost may be that is not known as such: 20 % either way (MODELS 11). */
const DOUBT = 0.2;
/** Unit costs are not those of every day's purchase either: 5 % either way (TRUTH 18), a quarter of the above. */
const UNIT_DOUBT = 0.05;
const UNIT_SHARE = UNIT_DOUBT / DOUBT;

/** What a contribution may also be where the doubtful part of its costs is a fifth lower or higher, minor units. */
export const contributionRange = (contribution: number, doubtful: number): { lo: number; hi: number } => ({
  lo: contribution - DOUBT * doubtful,
  hi: contribution + DOUBT * doubtful,
});

/** What was spent over the time of the lines. */
export type OtherCosts = {
  readonly serving: CostToServe;
  /** what cannot be put down to any customer, minor units */
  readonly overhead: number;
};

/** @param costs of the same lines  @param after only lines of later days count */
export const contribution = (
  { customer, day, net }: CustomerLines,
  costs: Pick<LineCosts, 'cost' | 'source'>,
  { serving: { total: serving, byRate }, overhead }: OtherCosts,
  after = Number.NEGATIVE_INFINITY,
): Contribution => {
  const customers = serving.length;
  const revenue = new Float64Array(customers);
  const goods = new Float64Array(customers);
  const turnover = new Float64Array(customers);
  const assumed = new Float64Array(customers);
  const doubtOfGoods = new Float64Array(customers);
  let anonymous = 0;
  let anonymousDoubt = 0;
  for (let k = 0; k < customer.length; k++) {
    if (day[k]! <= after) continue;
    const i = customer[k]!;
    if (i < 0) {
      anonymous += net[k]! - costs.cost[k]!;
      anonymousDoubt += doubtOf(costs, k);
      continue;
    }
    revenue[i]! += net[k]!;
    goods[i]! += costs.cost[k]!;
    turnover[i]! += Math.abs(net[k]!);
    doubtOfGoods[i]! += doubtOf(costs, k);
    if (costs.source[k] === ASSUMED) assumed[i]! += Math.abs(net[k]!);
  }
  const left = revenue.map((each, i) => each - goods[i]! - serving[i]!);
  const total = sumOf(left) + anonymous;
  const doubtful = doubtOfGoods.map((goods, i) => Math.abs(goods) + byRate[i]!);
  return {
    revenue,
    goods,
    serving,
    contribution: left,
    assumed: assumed.map((each, i) => (turnover[i]! > 0 ? each / turnover[i]! : 0)),
    doubtful,
    doubtfulTotal: sumOf(doubtful) + Math.abs(anonymousDoubt),
    anonymous,
    total,
    overhead,
    afterOverhead: total - overhead,
    costsDiffer: differ(revenue, left),
  };
};

/** What of the cost of a line is in doubt. */
const doubtOf = ({ cost, source }: Pick<LineCosts, 'cost' | 'source'>, k: number): number =>
  cost[k]! * (source[k] === UNIT_COST ? UNIT_SHARE : 1);

/** Whether any customer leaves another share of revenue than all together, by more than a minor unit of rounding. */
const differ = (revenue: Float64Array, left: Float64Array): boolean => {
  const all = sumOf(revenue);
  const share = all > 0 ? sumOf(left) / all : 0;
  return left.some((each, i) => Math.abs(each - revenue[i]! * share) > 1);
};

const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
};
