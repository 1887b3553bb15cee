import type { Measure, SegmentDefinition, SegmentDifference } from '../../../shared/model/segment.ts';
import { ascendingOrder } from '../numeric/order-statistics.ts';
import { FEW_CUSTOMERS } from './advice.ts';
import { holm, kruskalWallis } from './kruskal-wallis.ts';
import type { Measures } from './measures.ts';

/** What segments are compared on. */
export type Compared = SegmentDifference['measures'][number]['measure'];

/** Each measure with the places of the customers in its order, the unknown left out: the same for all segmentations. */
export type ComparedColumn = {
  readonly measure: Compared;
  readonly values: ArrayLike<number>;
  readonly ascending: Int32Array;
};

type Group = { readonly name: string; readonly customers: number; readonly definition: SegmentDefinition };

/** Segments of which too little is known apart: they differ on fewer than two measures. */
export type Alike = { readonly a: number; readonly b: number; readonly only: Compared | null };

/** Significant, and groups account for this share of the spread of ranks (a medium effect). */
const LARGEST_P = 0.05;
const LEAST_ETA_SQUARED = 0.06;
const ON_MEASURES = 2;

export const TITLES: Readonly<Record<Compared, string>> = {
  value: 'revenue of 12 months',
  frequency: 'purchase days',
  recency: 'days since the last purchase',
  gap: 'usual gap',
  tenure: 'days since the first purchase',
};

/** What a rule that asks for a measure says about those compared: silence ÷ gap speaks of recency. */
const SPEAKS_OF: Readonly<Record<Measure, Compared>> = {
  revenue12m: 'value',
  revenue: 'value',
  purchaseDays: 'frequency',
  overdueRatio: 'recency',
  daysSinceLast: 'recency',
  daysSinceFirst: 'tenure',
};

/** Columns for every comparison. A usual gap counts only of those who came back: the others have the shop's. */
export const comparedColumns = (measures: Measures): ComparedColumn[] => {
  const gap = Float64Array.from(measures.usualGap, (v, i) =>
    measures.purchaseDays[i]! > 1 ? v : Number.NaN,
  );
  const columns: readonly (readonly [Compared, ArrayLike<number>])[] = [
    ['value', measures.revenue12m],
    ['frequency', measures.purchaseDays],
    ['recency', measures.daysSinceLast],
    ['gap', gap],
    ['tenure', measures.daysSinceFirst],
  ];
  return columns.map(([measure, values]) => ({
    measure,
    values,
    ascending: ascendingKnown(values),
  }));
};

const ascendingKnown = (values: ArrayLike<number>): Int32Array => {
  const known = Int32Array.from(values, (_, i) => i).filter((i) => !Number.isNaN(values[i]!));
  return ascendingOrder(Float64Array.from(known, (i) => values[i]!)).map((at) => known[at]!);
};

const definers = (groups: readonly Group[]): ReadonlySet<Compared> =>
  new Set(
    groups.flatMap(({ definition }) =>
      ('all' in definition ? definition.all : definition.typical).map(({ measure }) => SPEAKS_OF[measure]),
    ),
  );

type Tested = SegmentDifference['measures'];

const tested = (
  columns: readonly ComparedColumn[],
  orders: readonly Int32Array[],
  segmentOf: ArrayLike<number>,
  groups: readonly Group[],
  defined: ReadonlySet<Compared>,
  evenly: (column: number) => number = () => 1,
): Tested => {
  const found = columns.flatMap(({ measure, values }, c) => {
    const difference = kruskalWallis(values, segmentOf, orders[c]!, groups.length);
    if (!difference) return [];
    const rankEtaSquared = Math.min(1, difference.rankEtaSquared * evenly(c));
    return [{ measure, title: TITLES[measure], ...difference, rankEtaSquared }];
  });
  const adjusted = holm(found.map(({ p }) => p));
  return found.map((each, i) => ({
    ...each,
    p: adjusted[i]!,
    different: adjusted[i]! < LARGEST_P && each.rankEtaSquared >= LEAST_ETA_SQUARED,
    defines: defined.has(each.measure),
  }));
};

/**
 * Whether the segments truly differ: on at least two measures, one of which their rules do not ask for (MODELS 9).
 * @param segmentOf place of each customer's segment, negative for none
 */
export const segmentDifference = (
  columns: readonly ComparedColumn[],
  segmentOf: ArrayLike<number>,
  groups: readonly Group[],
): SegmentDifference => {
  const large = groups.filter(({ customers }) => customers >= FEW_CUSTOMERS);
  if (large.length < 2)
    return {
      verdict: 'too-few',
      sentence: `Fewer than two segments have ${FEW_CUSTOMERS} customers: too few to say whether they differ.`,
      measures: [],
    };
  const defined = definers(groups);
  const measures = tested(
    columns,
    columns.map(({ ascending }) => ascending),
    segmentOf,
    groups,
    defined,
  );
  const apart = measures.filter(({ different }) => different);
  const free = apart.filter(({ defines }) => !defines);
  if (apart.length < ON_MEASURES)
    return {
      verdict: 'not-different',
      sentence:
        apart.length === 0
          ? 'The segments do not differ clearly on anything that was compared.'
          : `The segments differ clearly only in ${said(apart)}.`,
      measures,
    };
  if (free.length === 0)
    return {
      verdict: 'circular',
      sentence: `The segments differ clearly only in what their own rules ask for (${said(apart)}): that alone does not make them different customers.`,
      measures,
    };
  return {
    verdict: 'different',
    sentence: `The segments truly differ: also in ${said(free)}, which no rule asks for.`,
    measures,
  };
};

/**
 * Pairs of segments that are hardly to be told apart, judged where both have enough customers. The effect is taken as if both
 * were of one size: between 40 customers and 4,000 even a total difference explains little of all ranks.
 */
export const alikeSegments = (
  columns: readonly ComparedColumn[],
  segmentOf: ArrayLike<number>,
  groups: readonly Group[],
): Alike[] => {
  const byGroup = columns.map(({ ascending }) => splitByGroup(ascending, segmentOf, groups.length));
  const alike: Alike[] = [];
  for (let a = 0; a < groups.length; a++)
    for (let b = a + 1; b < groups.length; b++) {
      const pair = [groups[a]!, groups[b]!];
      if (pair.some(({ customers }) => customers < FEW_CUSTOMERS)) continue;
      const orders = columns.map(({ values }, c) => merged(values, byGroup[c]![a]!, byGroup[c]![b]!));
      const evenly = (c: number): number => {
        const [own, other] = [byGroup[c]![a]!.length, byGroup[c]![b]!.length];
        return own > 0 && other > 0 ? (own + other) ** 2 / (4 * own * other) : 1;
      };
      const apart = tested(columns, orders, segmentOf, groups, definers(pair), evenly).filter(
        ({ different }) => different,
      );
      if (apart.length < ON_MEASURES) alike.push({ a, b, only: apart[0]?.measure ?? null });
    }
  return alike;
};

const splitByGroup = (ascending: Int32Array, segmentOf: ArrayLike<number>, groups: number): Int32Array[] => {
  const sizes = new Int32Array(groups);
  for (let k = 0; k < ascending.length; k++) {
    const group = segmentOf[ascending[k]!]!;
    if (group >= 0) sizes[group]!++;
  }
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(groups);
  for (let k = 0; k < ascending.length; k++) {
    const group = segmentOf[ascending[k]!]!;
    if (group >= 0) lists[group]![filled[group]!++] = ascending[k]!;
  }
  return lists;
};

/** Two ascending lists of places as one. */
const merged = (values: ArrayLike<number>, a: Int32Array, b: Int32Array): Int32Array => {
  const both = new Int32Array(a.length + b.length);
  let [i, j] = [0, 0];
  for (let at = 0; at < both.length; at++)
    both[at] = j >= b.length || (i < a.length && values[a[i]!]! <= values[b[j]!]!) ? a[i++]! : b[j++]!;
  return both;
};

const said = (measures: Tested): string =>
  measures
    .map(({ title }) => title)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
