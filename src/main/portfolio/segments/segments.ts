import { minor } from '../../../shared/model/money.ts';
import type { Segment, Segmentation } from '../../../shared/model/segment.ts';
import { sum } from '../../../shared/sum.ts';
import { median } from '../../analytics/numeric/order-statistics.ts';
import type { NaturalOutcome } from '../../analytics/segmentation/natural-groups.ts';
import { STARTS } from '../../analytics/segmentation/recipe.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { type Analysis, analysisOf, withSegmentation } from '../analysis/analysis.ts';
import { part } from '../analysis/part.ts';
import { segmentPoints } from '../analysis/placement.ts';
import { planSegmentation, type SegmentChoice, searchGroups } from '../analysis/segmentation.ts';
import { yearSharesIn } from '../analysis/statements/concentration.ts';
import { isTillMode, tooFewKnown } from '../analysis/till.ts';
import { alikeAdvice, columnsOf, differenceIn } from './segment-difference.ts';
import { applySegmentation } from './segment-versions.ts';

const EXAMPLES = 3;

export const readSegments = (db: Readable): Segmentation => {
  const analysis = analysisOf(db);
  return analysis ? describeSegments(db, analysis) : none();
};

/** What a choice would give, computed and thrown away. */
export const previewSegments = (db: Readable, choice: SegmentChoice): Segmentation => {
  const analysis = analysisOf(db);
  if (!analysis) return none();
  const planned = planSegmentation(choice, analysis, () => groupsIn(analysis));
  const segmentation = {
    version: analysis.segmentation.version,
    applied: false,
    planned,
    ids: planned.segments.map((_, place) => -1 - place),
  };
  const tried = withSegmentation(analysis, segmentation);
  // the customers' order on each measure is the same however they are divided
  columnsOf.keep(tried, columnsOf(analysis));
  return describeSegments(db, tried);
};

export const applySegments = (db: Writable, choice: SegmentChoice): Segmentation => {
  chooseSegments(db, choice);
  return readSegments(db);
};

/** The same without reading what comes of it. */
export const chooseSegments = (db: Writable, choice: SegmentChoice): void => {
  const analysis = analysisOf(db);
  if (analysis) applySegmentation(db, choice, analysis, () => groupsIn(analysis));
};

/** Natural groups of an analysis, or that there are none. */
const groupsIn = part('naturalGroups', (analysis): NaturalOutcome => searchGroups(analysis));

const recipes = [...STARTS];

const none = (): Segmentation => ({
  asOf: null,
  version: 0,
  recipe: null,
  title: '',
  applied: false,
  thresholds: [],
  segments: [],
  everyoneElse: { customers: 0, revenue: minor(0), revenueShare: 0 },
  advice: [],
  difference: null,
  recipes,
  reason: 'There are no sales yet; segments come from what customers bought.',
});

export const describeSegments = (db: Readable, analysis: Analysis): Segmentation => {
  const { version, applied, planned } = analysis.segmentation;
  const { everyoneElse } = planned;
  return {
    asOf: analysis.asOf,
    version,
    recipe: planned.recipe,
    title: planned.title,
    applied,
    thresholds: [...planned.thresholds],
    segments: isTillMode(analysis) ? [] : segmentCards(db, analysis),
    everyoneElse: {
      customers: everyoneElse.customers,
      revenue: minor(Math.round(everyoneElse.revenue)),
      revenueShare: everyoneElse.revenueShare ?? 0,
    },
    advice: [...planned.advice],
    difference: planned.segments.length > 0 ? differenceIn(analysis) : null,
    recipes,
    reason: tooFewKnown(analysis)?.reason ?? null,
  };
};

/** Each segment with who is in it, what they are worth and how they move. */
export const segmentCards = (db: Readable, analysis: Analysis): Segment[] => {
  const year = yearSharesIn(db, analysis).revenue;
  const { segmentation, purchases, rhythm, names } = analysis;
  const alike = alikeAdvice(analysis);
  return segmentPoints(analysis).map(({ place, growth }) => {
    const segment = segmentation.planned.segments[place]!;
    const best = [...segment.members]
      .sort((a, b) => purchases.revenue12m[b]! - purchases.revenue12m[a]! || a - b)
      .slice(0, EXAMPLES);
    const revenue12m = sum([...segment.members].map((i) => purchases.revenue12m[i]!));
    const gaps = [...segment.members].filter((i) => purchases.x[i]! > 0).map((i) => rhythm.usualGap[i]!);
    return {
      id: segmentation.ids[place]!,
      name: segment.name,
      rule: segment.rule,
      definition: segment.definition,
      colour: segment.colour,
      whatToDo: segment.whatToDo,
      customers: segment.customers,
      customerShare: segment.customerShare,
      revenue: minor(Math.round(segment.revenue)),
      revenueShare: segment.revenueShare ?? 0,
      revenue12m: minor(Math.round(revenue12m)),
      revenueShare12m: year > 0 ? Math.max(0, revenue12m) / year : null,
      averageRevenue: segment.customers > 0 ? minor(Math.round(segment.revenue / segment.customers)) : null,
      averageRevenue12m: segment.customers > 0 ? minor(Math.round(revenue12m / segment.customers)) : null,
      medianGapDays: gaps.length > 0 ? median(gaps) : null,
      growth,
      examples: best.map((i) => ({ id: purchases.customer[i]!, name: names.name[i]! })),
      advice: [...segment.advice, ...alike[place]!],
    };
  });
};
