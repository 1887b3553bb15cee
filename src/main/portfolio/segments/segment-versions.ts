import { z } from 'zod';
import { dayFromNumber, isoDay } from '../../../shared/model/day.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { TOO_MANY_SEGMENTS } from '../../analytics/segmentation/advice.ts';
import { NATURAL_GROUPS, OWN_RULES } from '../../analytics/segmentation/recipe.ts';
import type { PlannedSegmentation } from '../../analytics/segmentation/segmentation.ts';
import type { PurchaseSummary } from '../../analytics/value/purchase-summary.ts';
import type { Connection } from '../../database/connection.ts';
import { bumpDataVersion } from '../../database/settings.ts';
import {
  type Natural,
  planSegmentation,
  type SegmentationInput,
  type SegmentChoice,
  segmentIds,
} from '../analysis/segmentation.ts';
import { undoable } from '../changes/undoable.ts';

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
  db: Connection,
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
      db.row<{ id: number }>('SELECT id FROM segment_version WHERE active = 1 ORDER BY id DESC LIMIT 1')
        ?.id ?? null;
    db.execute('UPDATE segment_version SET active = 0');
    const version = Number(
      db.execute(
        'INSERT INTO segment_version (created_at, recipe, thresholds, active) VALUES (?, ?, ?, 1)',
        Date.now(),
        planned.recipe,
        JSON.stringify(parametersOf(choice, planned, natural)),
      ).lastInsertRowid,
    );
    for (const [position, segment] of planned.segments.entries()) {
      db.execute(
        'INSERT INTO segment (version_id, position, name, rule) VALUES (?, ?, ?, ?)',
        version,
        position,
        segment.name,
        JSON.stringify(segment.definition),
      );
    }
    takeSnapshot(db, version, planned, input.purchases);
    segmentsChange.log(db, `Segments by "${planned.title}"`, { before, after: version });
    bumpDataVersion(db);
    return version;
  });
};

/** Makes an earlier version the one in force again, or none. */
const activateVersion = (db: Connection, version: number | null): void => {
  db.execute('UPDATE segment_version SET active = 0');
  if (version !== null) db.execute('UPDATE segment_version SET active = 1 WHERE id = ?', version);
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
  db: Connection,
  version: number,
  planned: PlannedSegmentation,
  purchases: PurchaseSummary,
): number => {
  const snapshot = Number(
    db.execute(
      'INSERT INTO segment_snapshot (version_id, as_of, taken_at) VALUES (?, ?, ?)',
      version,
      isoDay(dayFromNumber(purchases.asOf)),
      Date.now(),
    ).lastInsertRowid,
  );
  const ids = segmentIds(db, version);
  const insert = db.prepare('INSERT INTO segment_member VALUES (?, ?, ?)');
  for (let i = 0; i < purchases.customer.length; i++) {
    const place = planned.segmentOf[i]!;
    insert.run(snapshot, purchases.customer[i]!, place < 0 ? null : ids[place]!);
  }
  return snapshot;
};
