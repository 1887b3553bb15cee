import type { Growth } from '../../../shared/model/customer.ts';
import { type MatrixSubject, MatrixSubjectSchema } from '../../../shared/model/matrix.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import { growthOf, noGrowth } from '../../analytics/growth/growth.ts';
import {
  customerValueLine,
  type Placement,
  type PlacementLines,
  placeOnMatrix,
  SUGGESTED_GROWTH_LINE,
  segmentValueLine,
} from '../../analytics/growth/placement.ts';
import { segmentGrowth } from '../../analytics/growth/segment-growth.ts';
import { revenueWithin } from '../../analytics/history.ts';
import type { Analysis } from './analysis.ts';
import { part, partsBy } from './part.ts';
import { worthOf } from './worth.ts';

export type Lines = PlacementLines & { readonly suggestedValue: Minor; readonly suggestedGrowth: number };

const LINES = partsBy(MatrixSubjectSchema.options, (subject) =>
  part(`lines ${subject}`, (analysis) => findLines(analysis, subject)),
);

export const linesOf = (analysis: Analysis, subject: MatrixSubject): Lines => LINES[subject](analysis);

const findLines = (analysis: Analysis, subject: MatrixSubject): Lines => {
  const values =
    subject === 'customers' ? worthOf(analysis).year : segmentPoints(analysis).map((point) => point.value);
  const suggestedValue = minor(
    Math.round(subject === 'customers' ? customerValueLine(values) : segmentValueLine(values)),
  );
  const chosen = analysis.lines[subject];
  return {
    value: chosen.value ?? suggestedValue,
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

/** A segment as a point: sums of its customers, not means. */
export type SegmentPoint = { readonly place: number; readonly value: number; readonly growth: Growth };

const SEED = 20_250_101;

export const segmentPoints = part('segmentPoints', (analysis): readonly SegmentPoint[] => {
  const { windows } = analysis.growth;
  const before = windows ? revenueWithin(analysis.history, windows.start, windows.middle) : null;
  const after = windows ? revenueWithin(analysis.history, windows.middle, windows.end) : null;
  const { year } = worthOf(analysis);
  return analysis.segmentation.planned.segments.map((segment, place) => ({
    place,
    value: segment.members.reduce((sum, i) => sum + year[i]!, 0),
    growth:
      before && after
        ? segmentGrowth({ before, after, members: segment.members, seed: SEED + place })
        : noGrowth('Growth needs at least 12 months of sales.'),
  }));
});
