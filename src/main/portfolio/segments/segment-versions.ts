import { z } from 'zod';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { TOO_MANY_SEGMENTS } from '../../analytics/segmentation/advice.ts';
import { NATURAL_GROUPS, OWN_RULES } from '../../analytics/segmentation/recipe.ts';
import type { PlannedSegmentation } from '../../analytics/segmentation/segmentation.ts';
import type { PurchaseSummary } from '../../analytics/value/purchase-summary.ts';
import type { Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { bumpDataVersion } from '../../database/settings.ts';
import {
  type Natural,
  planSegmentation,
  type SegmentationInput,
  type SegmentChoice,
  segmentIds,
} from '../analysis/segmentation.ts';
import { undoable } from '../changes/undoable.ts';
import { keepMembers } from './kept-members.ts';

/** What must be kept to have the same segments again. Suggestions are kept too: a rule does not drift with the sales. */
const parametersOf = (choice: SegmentChoice, planned: PlannedSegmentation, natural: Natural): unknown => {
  if (choice.recipe === OWN_RULES) return choice.rules;
  if (choice.recipe === NATURAL_GROUPS) {
    const outcome = natural();
    return outcome.kind === 'found' ? outcome.groups : null;
  }
  return Object.fromEntries(planned.thresholds.map(({ id, value }) => [id, value]));
};

/**
 * Starts a new version of the segmentation and keeps who is in which segment on that day. Older versions stay.
 * @throws Problem where there are no segments, or more than anyone can look after and `many` does not say to use them
 */
export const applySegmentation = (
  db: Writable,
  choice: SegmentChoice,
  input: SegmentationInput,
  natural: Natural,
): number => {
  const planned = planSegmentation(choice, input, natural);
  if (planned.segments.length === 0)
    throw new Problem(planned.advice[0]?.sentence ?? 'There are no segments in this choice.');
  if (planned.segments.length >= TOO_MANY_SEGMENTS && choice.many !== true)
    throw new Problem(
      `${planned.segments.length} segments are more than anyone can look after; four to six work best. They are used only if you say so on purpose (--many).`,
    );
  return db.transaction(() => {
    const before =
      db.get(
        q.selectFrom('segment_version').select('id').where('active', '=', 1).orderBy('id', 'desc').limit(1),
      )?.id ?? null;
    db.run(q.updateTable('segment_version').set({ active: 0 }));
    const version = Number(
      db.run(
        q.insertInto('segment_version').values({
          created_at: Date.now(),
          recipe: planned.recipe,
          thresholds: JSON.stringify(parametersOf(choice, planned, natural)),
          active: 1,
        }),
      ).lastInsertRowid,
    );
    for (const [position, segment] of planned.segments.entries()) {
      db.run(
        q.insertInto('segment').values({
          version_id: version,
          position,
          name: segment.name,
          rule: JSON.stringify(segment.definition),
        }),
      );
    }
    takeSnapshot(db, version, planned, input.purchases);
    segmentsChange.log(db, `Segments by "${planned.title}"`, { before, after: version });
    bumpDataVersion(db);
    return version;
  });
};

/** Makes an earlier version the one in force again, or none. */
const activateVersion = (db: Writable, version: number | null): void => {
  db.run(q.updateTable('segment_version').set({ active: 0 }));
  if (version !== null) db.run(q.updateTable('segment_version').set({ active: 1 }).where('id', '=', version));
  bumpDataVersion(db);
};

/** Another version of the segmentation; the log keeps its id, null for none. */
export const segmentsChange = undoable({
  kind: 'segments',
  version: 1,
  schema: z.number().int().nullable(),
  apply: activateVersion,
});

/** Keeps who is in which segment on the day of the analysis. Frozen: it is never rewritten. @returns its id */
export const takeSnapshot = (
  db: Writable,
  version: number,
  planned: PlannedSegmentation,
  purchases: PurchaseSummary,
): number => {
  const snapshot = Number(
    db.run(
      q.insertInto('segment_snapshot').values({
        version_id: version,
        as_of: dayFromNumber(purchases.asOf),
        taken_at: Date.now(),
      }),
    ).lastInsertRowid,
  );
  const ids = segmentIds(db, version);
  const members = Array.from(purchases.customer, (customer, i) => {
    const place = planned.segmentOf[i]!;
    return { customer, segment: place < 0 ? null : ids[place]! };
  });
  keepMembers(db, snapshot, members);
  return snapshot;
};
