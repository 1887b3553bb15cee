import type { Growth } from '../../../shared/model/customer.ts';
import type { MatrixSubject } from '../../../shared/model/matrix.ts';
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
import { derived } from './derived.ts';
import { worthOf } from './worth.ts';

/** The owner's own lines on the matrix; null where the suggestion from the data holds. */
export type ChosenLines = { readonly value: number | null; readonly growth: number | null };

export type Lines = PlacementLines & { readonly suggestedValue: Minor; readonly suggestedGrowth: number };

export const linesOf = (analysis: Analysis, subject: MatrixSubject): Lines =>
  derived(analysis, `lines ${subject}`, () => findLines(analysis, subject));

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
export const customerPlacement = (analysis: Analysis): Placement =>
  derived(analysis, 'placement', () => {
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

export const segmentPoints = (analysis: Analysis): readonly SegmentPoint[] =>
  derived(analysis, 'segmentPoints', () => {
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
