import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { sum } from '../../../shared/sum.ts';
import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { seededRandom } from '../numeric/random.ts';
import { type Baskets, itemCounts } from './baskets.ts';

/** How one set of items goes with another item (Tan, Steinbach & Kumar 2005, ch. 6). */
export type RuleStrength = {
  /** baskets with all of them */
  readonly count: number;
  /** count ÷ baskets */
  readonly support: number;
  /** of the baskets with the first, the share with the other too; null where the first is in none */
  readonly confidence: number | null;
  /** how many times as often as if they had nothing to do with each other; null where either is in none */
  readonly lift: number | null;
};

/** Two items bought together more often than by chance, `from` → `to` and the other way round. */
export type AffinityPair = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly support: number;
  readonly confidence: number;
  /** confidence the other way round */
  readonly confidenceBack: number;
  readonly lift: number;
  /** 5th percentile of lift by bootstrap over customers, above 1 */
  readonly liftLo: number;
  /** customers with both in a basket; anonymous baskets each count as one */
  readonly customers: number;
  /** enough customers, and more than chance also though so many pairs were looked at: only such a pair is advised (TRUTH 21) */
  readonly sure: boolean;
};

export type Affinity = {
  /** the sure ones first, then by falling lower bound of lift, then by items */
  readonly pairs: readonly AffinityPair[];
  readonly baskets: number;
  /** pairs looked at: some of so many look good by chance alone */
  readonly tested: number;
  /** of these, those with enough baskets and more than chance, whose lift was bootstrapped */
  readonly bootstrapped: number;
  /** fewest common baskets that counted */
  readonly fewest: number;
  /** items in enough baskets but left out, because there are too many to look at: the least sold ones */
  readonly itemsLeftOut: number;
};

/** Support, confidence and lift of `antecedent` → `consequent`. */
export const ruleStrength = (
  baskets: Baskets,
  antecedent: readonly number[],
  consequent: number,
): RuleStrength => {
  const n = baskets.customer.length;
  let first = 0;
  let other = 0;
  let both = 0;
  for (let i = 0; i < n; i++) {
    const items = baskets.item.subarray(baskets.start[i], baskets.start[i + 1]);
    const has = antecedent.every((one) => items.includes(one));
    const too = items.includes(consequent);
    if (has) first++;
    if (too) other++;
    if (has && too) both++;
  }
  return {
    count: both,
    support: n > 0 ? both / n : 0,
    confidence: first > 0 ? both / first : null,
    lift: first > 0 && other > 0 ? (both * n) / (first * other) : null,
  };
};

const FEWEST = 5;
const FEWEST_SHARE = 0.005;
const DRAWS = 200;
/** The strongest pairs by count × ln lift; nobody reads more. */
const MOST_PAIRS = 400;
const LOWER = 0.05;
/** Two million pairs; a shop with more items sells most of them in few baskets. */
const MOST_ITEMS = 2000;

/**
 * Pairs of items that go together (MODELS 10): in at least max(5, 0.5 %) of the baskets, and so that the 5th percentile of lift
 * over resampled customers is above 1. Customers are resampled, not baskets: one who buys the same two things every week is
 * one customer's habit.
 * @param mostItems of more the most sold ones are looked at, `itemsLeftOut` says how many were not
 */
export const affinity = (baskets: Baskets, seed = 1, mostItems = MOST_ITEMS): Affinity => {
  const n = baskets.customer.length;
  const fewest = Math.max(FEWEST, Math.ceil(FEWEST_SHARE * n));
  const counts = itemCounts(baskets);
  const { pairs, tested, itemsLeftOut } = pairCounts(baskets, counts, fewest, mostItems);
  const strength = (pair: PairCount): number => pair.count * Math.log(liftOf(pair, counts, n));
  const strong = pairs
    .filter((pair) => pair.count >= fewest && liftOf(pair, counts, n) > 1)
    .sort((p, q) => strength(q) - strength(p) || p.from - q.from || p.to - q.to)
    .slice(0, MOST_PAIRS);
  const drawn = bootstrappedLifts(baskets, strong, seed);
  const beyond = normalQuantile(1 - LOWER / Math.max(1, tested), 0, 1);
  const kept = strong.flatMap((pair, k): AffinityPair[] => {
    const { lower: liftLo, se, customers } = drawn[k]!;
    const lift = liftOf(pair, counts, n);
    if (!(liftLo > 1)) return [];
    const [from, to] = counts[pair.from]! <= counts[pair.to]! ? [pair.from, pair.to] : [pair.to, pair.from];
    return [
      {
        from,
        to,
        count: pair.count,
        support: pair.count / n,
        confidence: pair.count / counts[from]!,
        confidenceBack: pair.count / counts[to]!,
        lift,
        liftLo,
        customers,
        sure: customers >= FEWEST && Math.log(lift) > beyond * se,
      },
    ];
  });
  kept.sort(
    (p, q) => Number(q.sure) - Number(p.sure) || q.liftLo - p.liftLo || p.from - q.from || p.to - q.to,
  );
  return { pairs: kept, baskets: n, tested, bootstrapped: strong.length, fewest, itemsLeftOut };
};

type PairCount = { readonly from: number; readonly to: number; readonly count: number };

const liftOf = (pair: PairCount, counts: Int32Array, n: number): number =>
  (pair.count * n) / (counts[pair.from]! * counts[pair.to]!);

/** Pairs of items each frequent enough to be in enough baskets together. */
const pairCounts = (
  baskets: Baskets,
  counts: Int32Array,
  fewest: number,
  mostItems: number,
): { readonly pairs: PairCount[]; readonly tested: number; readonly itemsLeftOut: number } => {
  // frequent items get small numbers, so that pairs fit a triangle
  const enough = [...counts.keys()].filter((one) => counts[one]! >= fewest);
  const frequent = enough
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, mostItems)
    .sort((a, b) => a - b);
  const place = new Int32Array(baskets.items).fill(-1);
  frequent.forEach((one, k) => {
    place[one] = k;
  });
  const m = frequent.length;
  const triangle = new Int32Array((m * (m - 1)) / 2);
  const room = new Int32Array(m);
  for (let i = 0; i < baskets.customer.length; i++) {
    let size = 0;
    for (let k = baskets.start[i]!; k < baskets.start[i + 1]!; k++) {
      const at = place[baskets.item[k]!]!;
      if (at >= 0) room[size++] = at;
    }
    for (let b = 1; b < size; b++) {
      const row = (room[b]! * (room[b]! - 1)) / 2;
      for (let a = 0; a < b; a++) triangle[row + room[a]!]!++;
    }
  }
  const pairs: PairCount[] = [];
  for (let b = 1; b < m; b++)
    for (let a = 0; a < b; a++) {
      const count = triangle[(b * (b - 1)) / 2 + a]!;
      if (count > 0) pairs.push({ from: frequent[a]!, to: frequent[b]!, count });
    }
  return { pairs, tested: triangle.length, itemsLeftOut: enough.length - m };
};

type DrawnLift = {
  /** 5th percentile */
  readonly lower: number;
  /** standard error of ln lift */
  readonly se: number;
  readonly customers: number;
};

/** Lift of each pair over samples of customers drawn with replacement (Poisson weights). */
const bootstrappedLifts = (baskets: Baskets, pairs: readonly PairCount[], seed: number): DrawnLift[] => {
  if (pairs.length === 0) return [];
  const n = baskets.customer.length;
  const random = seededRandom(seed);
  const owner = ownersOf(baskets);
  const used = [...new Set(pairs.flatMap((pair) => [pair.from, pair.to]))];
  const withItem = basketsWith(baskets, used);
  const common = pairs.map((pair) => intersection(withItem.get(pair.from)!, withItem.get(pair.to)!));
  const lifts = pairs.map(() => new Float64Array(DRAWS));
  const weight = new Float64Array(n);
  const ofOwner = new Float64Array(owner.owners);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let k = 0; k < ofOwner.length; k++) ofOwner[k] = poissonOne(random());
    let total = 0;
    for (let i = 0; i < n; i++) {
      weight[i] = ofOwner[owner.of[i]!]!;
      total += weight[i]!;
    }
    const weightOf = (which: Int32Array): number => {
      let weights = 0;
      for (let k = 0; k < which.length; k++) weights += weight[which[k]!]!;
      return weights;
    };
    const sums = new Map(used.map((one) => [one, weightOf(withItem.get(one)!)]));
    pairs.forEach((pair, k) => {
      const product = sums.get(pair.from)! * sums.get(pair.to)!;
      lifts[k]![draw] = product > 0 ? (weightOf(common[k]!) * total) / product : 0;
    });
  }
  return lifts.map((drawn, k) => ({
    lower: quantileOfSorted(drawn.sort(), LOWER),
    se: logSpread(drawn),
    customers: new Set(Array.from(common[k]!, (basket) => owner.of[basket]!)).size,
  }));
};

/** Standard deviation of ln lift; samples without the pair count as the least lift that had it. */
const logSpread = (sorted: Float64Array): number => {
  const least = sorted.find((lift) => lift > 0);
  if (least === undefined) return Number.POSITIVE_INFINITY;
  const logs = sorted.map((lift) => Math.log(Math.max(lift, least)));
  const mean = sum(logs) / logs.length;
  return Math.sqrt(logs.reduce((total, log) => total + (log - mean) ** 2, 0) / (logs.length - 1));
};

/** Poisson(1) by inversion of one uniform number. */
const poissonOne = (u: number): number => {
  let probability = Math.exp(-1);
  let cumulative = probability;
  let k = 0;
  while (u > cumulative && k < 12) {
    k++;
    probability /= k;
    cumulative += probability;
  }
  return k;
};

const ownersOf = (baskets: Baskets): { readonly of: Int32Array; readonly owners: number } => {
  const known = new Map<number, number>();
  let owners = 0;
  const of = baskets.customer.map((customer) => {
    if (customer < 0) return owners++;
    const found = known.get(customer);
    if (found !== undefined) return found;
    known.set(customer, owners);
    return owners++;
  });
  return { of, owners };
};

/** The baskets of each of some items, ascending. */
const basketsWith = (baskets: Baskets, items: readonly number[]): Map<number, Int32Array> => {
  const found = new Map<number, number[]>(items.map((one) => [one, []]));
  for (let i = 0; i < baskets.customer.length; i++)
    for (let k = baskets.start[i]!; k < baskets.start[i + 1]!; k++) found.get(baskets.item[k]!)?.push(i);
  return new Map([...found].map(([one, which]) => [one, Int32Array.from(which)]));
};

const intersection = (a: Int32Array, b: Int32Array): Int32Array => {
  const common: number[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && b[j]! < one) j++;
    if (b[j] === one) common.push(one);
  }
  return Int32Array.from(common);
};
