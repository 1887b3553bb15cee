import type { Advice, SegmentDifference } from '../../../shared/model/segment.ts';
import {
  type Alike,
  alikeSegments,
  type ComparedColumn,
  comparedColumns,
  segmentDifference,
  TITLES,
} from '../../analytics/segmentation/difference.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { part } from '../analysis/part.ts';
import { measuresIn } from '../analysis/segmentation.ts';

/** The customers in their order on each measure that segments are compared on. */
export const columnsOf = part('comparedColumns', (analysis): readonly ComparedColumn[] =>
  comparedColumns(measuresIn(analysis)),
);

type Comparison = { readonly difference: SegmentDifference; readonly alike: readonly Alike[] };

/** The segments of an analysis compared with one another (MODELS 9). */
const comparisonOf = part('segmentComparison', (analysis): Comparison => {
  const { segments, segmentOf } = analysis.segmentation.planned;
  return {
    difference: segmentDifference(columnsOf(analysis), segmentOf, segments),
    alike: alikeSegments(columnsOf(analysis), segmentOf, segments),
  };
});

/** Whether the segments differ in more than what their rules ask for. */
export const differenceIn = (analysis: Analysis): SegmentDifference => comparisonOf(analysis).difference;

/** For each segment, by its place, advice on those that are hardly to be told from it. */
export const alikeAdvice = (analysis: Analysis): Advice[][] => {
  const { segments } = analysis.segmentation.planned;
  const advice: Advice[][] = segments.map(() => []);
  for (const { a, b, only } of comparisonOf(analysis).alike) {
    const but = only === null ? '' : `, but for ${TITLES[only]}`;
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (advice[own]!.length === 0)
        advice[own]!.push({
          code: 'not-different',
          sentence: `Hardly to be told from “${segments[other]!.name}”${but}: consider joining the two.`,
        });
  }
  return advice;
};
