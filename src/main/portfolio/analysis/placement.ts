import type { Growth } from '../../../shared/model/customer.ts';
import { type MatrixSubject, MatrixSubjectSchema } from '../../../shared/model/matrix.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import { closedApart, MOST_CLOSED_APART } from '../../analytics/growth/closed-apart.ts';
import { growthOf } from '../../analytics/growth/growth.ts';
import {
  customerValueLine,
  type Placement,
  type PlacementLines,
  placeOnMatrix,
  SUGGESTED_GROWTH_LINE,
} from '../../analytics/growth/placement.ts';
import {
  FEWEST_MEMBERS,
  type GroupGrowth,
  groupGrowth,
  measuresOn,
  type SegmentWindows,
  segmentWindows,
  shownGrowth,
  untoldGrowth,
  windowRevenue,
} from '../../analytics/growth/segment-growth.ts';
import { firstDayOf } from '../../analytics/history.ts';
import { assign } from '../../analytics/segmentation/rule.ts';
import { isSelectedBySilence } from '../../analytics/segmentation/selected-by-silence.ts';
import type { Analysis } from './analysis.ts';
import { part, partsBy } from './part.ts';
import { worthOf } from './worth.ts';

export type Lines = PlacementLines & { readonly suggestedValue: Minor; readonly suggestedGrowth: number };

const LINES = partsBy(MatrixSubjectSchema.options, (subject) =>
  part(`lines ${subject}`, (analysis) => findLines(analysis, subject)),
);

export const linesOf = (analysis: Analysis, subject: MatrixSubject): Lines => LINES[subject](analysis);

const findLines = (analysis: Analysis, subject: MatrixSubject): Lines => {
  // the line of value is one for customers and segments: a segment is at its value per customer (TRUTH 4)
  const suggestedValue = minor(Math.round(customerValueLine(worthOf(analysis).year)));
  const chosen = analysis.lines[subject];
  return {
    value: chosen.value ?? analysis.lines.customers.value ?? suggestedValue,
    growth: chosen.growth ?? SUGGESTED_GROWTH_LINE,
    suggestedValue,
    suggestedGrowth: SUGGESTED_GROWTH_LINE,
  };
};

/** Every customer on the value-versus-growth matrix; worked out once for an analysis. */
export const customerPlacement = part('placement', (analysis): Placement => {
  const { year } = worthOf(analysis);
  const points = Array.from(analysis.history.customer, (_, i) => ({
    value: year[i]!,
    growth: growthOf(analysis.growth, i),
  }));
  return placeOnMatrix(points, linesOf(analysis, 'customers'));
});

/** A segment as a point: its value per customer, and how it grows like with like. */
export type SegmentPoint = { readonly place: number; readonly value: number; readonly growth: Growth };

/** How segments are compared as of the analysis; null with less than 24 months, or where closed days differ. */
export const segmentWindowsOf = ({ history }: Analysis): SegmentWindows | null => {
  const first = firstDayOf(history);
  const windows = first === null ? null : segmentWindows(first, history.asOf);
  return windows && closedApart(history.closed ?? [], windows.before, windows.after) <= MOST_CLOSED_APART
    ? windows
    : null;
};

export const segmentPoints = part('segmentPoints', (analysis): readonly SegmentPoint[] => {
  const { segments } = analysis.segmentation.planned;
  const { year } = worthOf(analysis);
  const told = likeWithLike(analysis);
  const count = told.filter((each) => typeof each !== 'string').length;
  const line = analysis.lines.segments.growth ?? SUGGESTED_GROWTH_LINE;
  return segments.map(({ members, customers }, place) => {
    const own = told[place]!;
    return {
      place,
      value: customers > 0 ? members.reduce((sum, i) => sum + year[i]!, 0) / customers : 0,
      growth:
        typeof own === 'string'
          ? untoldGrowth(analysis.growth.log, analysis.purchases.revenue12m, members, own, line)
          : shownGrowth(own, count, line),
    };
  });
});

const NOT_TOLD = {
  short: 'Not told: the growth of a segment needs 24 months of sales.',
  closed: 'Not told: the shop was closed for longer in one of the periods than in the other.',
  selected: 'Not told: who is in it is chosen by silence or newness, so its growth would be its choice.',
  unruled: 'Not told: there is no rule to say who would have been in it a year ago.',
  few: `Not told: it takes ${FEWEST_MEMBERS} members before each of the two periods, and revenue in both.`,
} as const;

/** The growth of each segment, or why it is not told. */
const likeWithLike = (analysis: Analysis): readonly (GroupGrowth | string)[] => {
  const { history } = analysis;
  const { segments } = analysis.segmentation.planned;
  const windows = segmentWindowsOf(analysis);
  const first = firstDayOf(history);
  const short = first === null || segmentWindows(first, history.asOf) === null;
  if (!windows) return segments.map(() => (short ? NOT_TOLD.short : NOT_TOLD.closed));
  const rules = segments.flatMap(({ definition }) => ('all' in definition ? [definition] : []));
  if (rules.length < segments.length) return segments.map(() => NOT_TOLD.unruled);
  const [was, is] = [windows.before.from, windows.after.from].map((day) =>
    assign(rules, measuresOn(history, day, windows.lookBack)),
  ) as [Int16Array, Int16Array];
  const revenue = windowRevenue(history, windows);
  return segments.map((_, place) =>
    isSelectedBySilence(rules, place)
      ? NOT_TOLD.selected
      : (groupGrowth(
          revenue,
          (i) => was[i] === place,
          (i) => is[i] === place,
        ) ?? NOT_TOLD.few),
  );
};
