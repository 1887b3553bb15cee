import type { Advice, SegmentDifference } from '../../shared/model/segment.ts';
import {
  alikeSegments,
  type ComparedColumn,
  comparedColumns,
  segmentDifference,
  TITLES,
} from '../analytics/segmentation/difference.ts';
import type { PurchaseSummary } from '../analytics/value/purchase-summary.ts';
import type { Analysis } from './analysis.ts';
import { measuresIn } from './segmentation.ts';

const columns = new WeakMap<PurchaseSummary, readonly ComparedColumn[]>();

/** The order of the customers on each measure is the same for every rule that is tried out. */
const columnsOf = (analysis: Analysis): readonly ComparedColumn[] => {
  let found = columns.get(analysis.purchases);
  if (!found) {
    found = comparedColumns(measuresIn(analysis));
    columns.set(analysis.purchases, found);
  }
  return found;
};

/** Whether the segments of an analysis differ in more than what their rules ask for (MODELS 9). */
export const differenceIn = (analysis: Analysis): SegmentDifference => {
  const { segments, segmentOf } = analysis.segmentation.planned;
  return segmentDifference(columnsOf(analysis), segmentOf, segments);
};

/** For each segment, by its place, advice on those that are hardly to be told from it. */
export const alikeAdvice = (analysis: Analysis): Advice[][] => {
  const { segments, segmentOf } = analysis.segmentation.planned;
  const advice: Advice[][] = segments.map(() => []);
  for (const { a, b, only } of alikeSegments(columnsOf(analysis), segmentOf, segments)) {
    const but = only === null ? '' : `; only ${TITLES[only]} differ${only === 'gap' ? 's' : ''}`;
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
