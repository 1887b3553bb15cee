import type { Advice, RecipeThreshold, SegmentRule } from '../../../shared/model/segment.ts';
import { adviceOnCount, adviceOnSegment } from './advice.ts';
import type { Measures } from './measures.ts';
import type { RecipeName, RecipePlan, ThresholdValues } from './recipe.ts';
import type { SayMoney } from './rule.ts';
import { assign, ruleInWords } from './rule.ts';
import type { ThresholdId } from './threshold.ts';
import { THRESHOLDS, thresholdValue } from './threshold.ts';

/** A segment and who is in it. Revenue is in minor units, shares are fractions of the whole history. */
export type PlannedSegment = {
  readonly name: string;
  readonly whatToDo: string;
  readonly colour: number;
  readonly definition: SegmentRule;
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
  readonly recipe: RecipeName;
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
  const rules = recipe.segments.map((segment) => segment.rule(values satisfies ThresholdValues));
  const segmentOf = assign(rules, measures);
  const membersOf = membersByPlace(segmentOf, rules.length);
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
  const segments = recipe.segments.map(({ name, whatToDo, colour }, k): PlannedSegment => {
    const definition = rules[k]!;
    const own = figures(membersOf[k]!);
    return {
      name,
      whatToDo,
      colour,
      definition,
      rule: ruleInWords(definition, money),
      ...own,
      advice: adviceOnSegment(own.customers, own.customerShare, own.revenueShare, segmentOf.length),
    };
  });
  return {
    recipe: recipe.name,
    thresholds,
    segments,
    everyoneElse: figures(membersOf[rules.length]!),
    segmentOf,
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
