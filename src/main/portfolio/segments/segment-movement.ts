import type { IsoDay } from '../../../shared/model/day.ts';
import type { Migration, Snapshot } from '../../../shared/model/migration.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { Membership } from '../../analytics/segmentation/migration.ts';
import type { Connection } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { movementBetween, movementSentence } from '../analysis/movement.ts';

const EVERYONE_ELSE = 'Everyone else';

/** A day on which it is known who was in which segment. */
type Standing = Membership & {
  readonly snapshot: number | null;
  readonly asOf: IsoDay;
  readonly version: number;
  readonly names: readonly string[];
};

/** The days on which the membership was kept, the latest first. */
export const listSnapshots = (db: Connection): Snapshot[] =>
  db.rows<Snapshot>(
    `SELECT s.id, s.as_of AS asOf, s.version_id AS version,
            (SELECT count(*) FROM segment_member m WHERE m.snapshot_id = s.id) AS customers,
            (SELECT max(r.id) FROM review r WHERE r.snapshot_id = s.id) AS review
     FROM segment_snapshot s ORDER BY s.as_of DESC, s.id DESC`,
  );

/**
 * Who moved from one kept day to another, or to now; without a choice from the latest kept day before now.
 * @throws Problem for a snapshot that is not in this portfolio
 */
export const readMigration = (
  db: Connection,
  choice: { readonly from?: number | undefined; readonly to?: number | undefined } = {},
): Migration | NotAvailable => {
  const analysis = analysisOf(db);
  if (!analysis) return nothingKept();
  if (choice.from === undefined && choice.to === undefined) return migrationTo(db, analysis);
  const to = choice.to === undefined ? standingNow(analysis) : standingAt(db, choice.to);
  const from = choice.from ?? latestBefore(db, to.asOf, to.version);
  return from === null ? nothingKept() : migrationBetween(standingAt(db, from), to);
};

/** From the latest kept day before that of the analysis, of the version in force where there is one, to the analysis. */
export const migrationTo = (db: Connection, analysis: Analysis): Migration | NotAvailable => {
  const now = standingNow(analysis);
  const from = latestBefore(db, now.asOf, now.version);
  return from === null ? nothingKept() : migrationBetween(standingAt(db, from), now);
};

const nothingKept = (): NotAvailable => ({
  grade: 'D',
  reason: 'It has not been kept yet who was in which segment on an earlier day.',
  needed: 'Use segments or make a review, and import sales of later days.',
});

const latestBefore = (db: Connection, asOf: IsoDay, version: number): number | null =>
  db.row<{ id: number }>(
    'SELECT id FROM segment_snapshot WHERE as_of < ? ORDER BY version_id = ? DESC, as_of DESC, id DESC LIMIT 1',
    asOf,
    version,
  )?.id ?? null;

const standingNow = ({ asOf, history, segmentation }: Analysis): Standing => ({
  snapshot: null,
  asOf,
  version: segmentation.version,
  names: segmentation.planned.segments.map(({ name }) => name),
  customer: history.customer,
  place: segmentation.planned.segmentOf,
});

const standingAt = (db: Connection, id: number): Standing => {
  const snapshot = db.row<{ as_of: IsoDay; version_id: number }>(
    'SELECT as_of, version_id FROM segment_snapshot WHERE id = ?',
    id,
  );
  if (!snapshot) throw new Problem(`There is no snapshot ${id} in this portfolio.`);
  const segments = db.rows<{ id: number; name: string }>(
    'SELECT id, name FROM segment WHERE version_id = ? ORDER BY position',
    snapshot.version_id,
  );
  const placeOf = new Map(segments.map((segment, place) => [segment.id, place]));
  const members = db.rows<{ customer_id: number; segment_id: number | null }>(
    'SELECT customer_id, segment_id FROM segment_member WHERE snapshot_id = ? ORDER BY customer_id',
    id,
  );
  return {
    snapshot: id,
    asOf: snapshot.as_of,
    version: snapshot.version_id,
    names: segments.map(({ name }) => name),
    customer: Int32Array.from(members, (member) => member.customer_id),
    place: Int16Array.from(members, ({ segment_id }) =>
      segment_id === null ? -1 : (placeOf.get(segment_id) ?? -1),
    ),
  };
};

/** Segments of different versions are the same where their names are. */
const migrationBetween = (from: Standing, to: Standing): Migration => {
  const { rows, moves } = movementBetween(from, to, EVERYONE_ELSE);
  return {
    from: { snapshot: from.snapshot!, asOf: from.asOf, version: from.version },
    to: { snapshot: to.snapshot, asOf: to.asOf, version: to.version },
    sentence: movementSentence(rows, 'segment'),
    rulesChanged: from.version !== to.version,
    segments: rows,
    moves,
  };
};
