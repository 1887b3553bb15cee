import type { OwnRules } from '../../../shared/model/own-rules.ts';
import type { Advice, RecipeThreshold, SegmentDefinition } from '../../../shared/model/segment.ts';
import { adviceOnCount, adviceOnSegment } from './advice.ts';
import type { Measures } from './measures.ts';
import { assignToNearest, type NaturalGroups } from './natural-groups.ts';
import {
  NATURAL_GROUPS,
  OWN_RULES,
  type RecipePlan,
  type SegmentationName,
  STARTS,
  type ThresholdValues,
} from './recipe.ts';
import type { SayMoney } from './rule.ts';
import { assign, ruleInWords, typicalInWords } from './rule.ts';
import type { ThresholdId } from './threshold.ts';
import { THRESHOLDS, thresholdValue } from './threshold.ts';

/** A segment and who is in it. Revenue is in minor units, shares are fractions of the whole history. */
export type PlannedSegment = {
  readonly name: string;
  readonly whatToDo: string;
  readonly colour: number;
  readonly definition: SegmentDefinition;
  /** the rule in words */
  readonly rule: string;
  /** places in the columns of the measures, ascending */
  readonly members: Int32Array;
  readonly customers: number;
  readonly customerShare: number;
  readonly revenue: number;
  readonly revenue12m: number;
  /** null where the whole has no positive revenue to be a share of */
  readonly revenueShare: number | null;
  readonly advice: readonly Advice[];
};

/** Every customer is in exactly one of the segments or among everyone else: counts and revenue add up. */
export type PlannedSegmentation = {
  readonly recipe: SegmentationName;
  readonly title: string;
  readonly thresholds: readonly RecipeThreshold[];
  readonly segments: readonly PlannedSegment[];
  readonly everyoneElse: Omit<
    PlannedSegment,
    'name' | 'whatToDo' | 'colour' | 'definition' | 'rule' | 'advice'
  >;
  /** place of each customer's segment in `segments`, −1 for everyone else */
  readonly segmentOf: Int16Array;
  readonly advice: readonly Advice[];
};

/**
 * Applies a recipe: thresholds from the data unless the owner chose others, then first match wins.
 * @param chosen threshold values by id; unknown ids are ignored, values are kept within their bounds
 */
export const segmentBy = (
  recipe: RecipePlan,
  measures: Measures,
  money: SayMoney,
  chosen: Readonly<Record<string, number>> = {},
): PlannedSegmentation => {
  const values = { ...NONE };
  const thresholds = recipe.thresholds.map((id): RecipeThreshold => {
    const threshold = thresholdValue(THRESHOLDS[id], measures, chosen[id]);
    values[id] = threshold.value;
    const { unit, say } = THRESHOLDS[id];
    return { id, unit, sentence: say(threshold.value, measures, money), ...threshold };
  });
  const segments = recipe.segments.map(({ name, whatToDo, colour, rule }) => {
    const definition = rule(values satisfies ThresholdValues);
    return { name, whatToDo, colour, definition, rule: ruleInWords(definition, money) };
  });
  const segmentOf = assign(
    segments.map(({ definition }) => definition),
    measures,
  );
  return filled({ recipe: recipe.name, title: recipe.title, thresholds, segments, segmentOf }, measures);
};

/** Applies the owner's own rules: first match wins. */
export const segmentByRules = (own: OwnRules, measures: Measures, money: SayMoney): PlannedSegmentation =>
  filled(
    {
      recipe: OWN_RULES,
      title: own.name ?? titleOf(OWN_RULES),
      thresholds: [],
      segments: own.segments.map(({ name, rule, whatToDo }, colour) => ({
        name,
        whatToDo: whatToDo ?? '',
        colour,
        definition: rule,
        rule: ruleInWords(rule, money),
      })),
      segmentOf: assign(
        own.segments.map(({ rule }) => rule),
        measures,
      ),
    },
    measures,
  );

/** Puts everyone who bought to the nearest of the groups; whoever did not buy is everyone else. */
export const segmentByNature = (
  groups: NaturalGroups,
  measures: Measures,
  money: SayMoney,
): PlannedSegmentation => {
  const typicalOf = (values: readonly number[]) =>
    groups.features.map(({ measure }, d) => ({ measure, value: values[d]! }));
  const planned = filled(
    {
      recipe: NATURAL_GROUPS,
      title: titleOf(NATURAL_GROUPS),
      thresholds: [],
      segments: groups.groups.map(({ name, whatToDo, typical }, colour) => ({
        name,
        whatToDo,
        colour,
        definition: { typical: typicalOf(typical) },
        rule: typicalInWords(typicalOf(typical), money),
      })),
      segmentOf: assignToNearest(groups, measures),
    },
    measures,
  );
  const found = `The groups were found in the sales and stand ${howFarApart(groups.silhouette)} apart (silhouette ${groups.silhouette.toFixed(2)} of 1, by ${groups.method}).`;
  return {
    ...planned,
    advice: [...planned.advice, { code: 'natural-groups', sentence: [found, ...groups.warnings].join(' ') }],
  };
};

/** As Kaufman & Rousseeuw (1990) read a mean silhouette. */
const howFarApart = (silhouette: number): string =>
  silhouette > 0.7 ? 'far' : silhouette > 0.5 ? 'reasonably far' : 'a little';

/** No segments, and why: everybody is everyone else. */
export const noSegments = (sentence: string, measures: Measures): PlannedSegmentation => ({
  ...filled(
    {
      recipe: NATURAL_GROUPS,
      title: titleOf(NATURAL_GROUPS),
      thresholds: [],
      segments: [],
      segmentOf: new Int16Array(measures.customer.length).fill(-1),
    },
    measures,
  ),
  advice: [{ code: 'no-natural-groups', sentence }],
});

const titleOf = (name: SegmentationName): string => STARTS.find((start) => start.name === name)!.title;

type Unfilled = Pick<PlannedSegmentation, 'recipe' | 'title' | 'thresholds' | 'segmentOf'> & {
  readonly segments: readonly Pick<PlannedSegment, 'name' | 'whatToDo' | 'colour' | 'definition' | 'rule'>[];
};

const filled = (plan: Unfilled, measures: Measures): PlannedSegmentation => {
  const { segmentOf } = plan;
  const membersOf = membersByPlace(segmentOf, plan.segments.length);
  const totalRevenue = sumOver(measures.revenue, null);
  const figures = (members: Int32Array) => {
    const revenue = sumOver(measures.revenue, members);
    return {
      members,
      customers: members.length,
      customerShare: segmentOf.length > 0 ? members.length / segmentOf.length : 0,
      revenue,
      revenue12m: sumOver(measures.revenue12m, members),
      revenueShare: totalRevenue > 0 ? revenue / totalRevenue : null,
    };
  };
  const segments = plan.segments.map((segment, k): PlannedSegment => {
    const own = figures(membersOf[k]!);
    return {
      ...segment,
      ...own,
      advice: adviceOnSegment(own.customers, own.customerShare, own.revenueShare, segmentOf.length),
    };
  });
  return {
    ...plan,
    segments,
    everyoneElse: figures(membersOf[segments.length]!),
    advice: adviceOnCount(segments.length),
  };
};

/** Thresholds a recipe does not name are never read by its rules. */
const NONE: Record<ThresholdId, number> = {
  keyValue: Number.NaN,
  overdue: Number.NaN,
  newDays: Number.NaN,
  regularFrom: Number.NaN,
  recentDays: Number.NaN,
  frequentFrom: Number.NaN,
  bigSpend: Number.NaN,
};

/** Places of the customers of each rule; the last list is everyone else. */
const membersByPlace = (segmentOf: Int16Array, rules: number): Int32Array[] => {
  const lists: number[][] = Array.from({ length: rules + 1 }, () => []);
  segmentOf.forEach((place, i) => {
    lists[place < 0 ? rules : place]!.push(i);
  });
  return lists.map((list) => Int32Array.from(list));
};

const sumOver = (column: ArrayLike<number>, members: Int32Array | null): number => {
  let sum = 0;
  if (members === null) for (let i = 0; i < column.length; i++) sum += column[i]!;
  else for (const i of members) sum += column[i]!;
  return sum;
};
