import type { SegmentDefinition, SegmentRule } from '../../../shared/model/segment.ts';

/**
 * Whether a segment is told by silence or newness, so that its direction is its selection (TRUTH 2): its own rule asks for
 * silence or a recent first purchase, or a rule before it takes all those of it who bought of late.
 * @param place of the segment among the definitions, of which the first that fits wins
 */
export const isSelectedBySilence = (definitions: readonly SegmentDefinition[], place: number): boolean => {
  const own = definitions[place]!;
  if (!('all' in own)) return own.typical.some(({ measure }) => RECENCY.has(measure));
  if (
    own.all.some(
      ({ measure, min, max }) =>
        (RECENCY.has(measure) && min !== undefined) || (measure === 'daysSinceFirst' && max !== undefined),
    )
  )
    return true;
  return definitions.slice(0, place).some((earlier) => 'all' in earlier && takesTheLively(earlier, own));
};

const RECENCY: ReadonlySet<string> = new Set(['overdueRatio', 'daysSinceLast']);

/** Whether a rule takes everybody of another who bought of late: all else that it asks the other asks too. */
const takesTheLively = (earlier: SegmentRule, own: SegmentRule): boolean =>
  earlier.all.some(({ measure, max }) => RECENCY.has(measure) && max !== undefined) &&
  earlier.all
    .filter(({ measure }) => !RECENCY.has(measure))
    .every(({ measure, min, max }) =>
      own.all.some(
        (asked) =>
          asked.measure === measure &&
          (min === undefined || (asked.min ?? Number.NEGATIVE_INFINITY) >= min) &&
          (max === undefined || (asked.max ?? Number.POSITIVE_INFINITY) <= max),
      ),
    );
