import type { IsoDay } from '../../../shared/model/day.ts';
import type { Migration, Snapshot } from '../../../shared/model/migration.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { Membership } from '../../analytics/segmentation/migration.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { movementBetween, movementSentence } from '../analysis/movement.ts';
import { membersOf } from './kept-members.ts';

const EVERYONE_ELSE = 'Everyone else';

/** A day on which it is known who was in which segment. */
type Standing = Membership & {
  readonly snapshot: number | null;
  readonly asOf: IsoDay;
  readonly version: number;
  readonly names: readonly string[];
};

/** The days on which the membership was kept, the latest first. */
export const listSnapshots = (db: Readable): Snapshot[] =>
  db
    .all(
      q
        .selectFrom('segment_snapshot as s')
        .select(({ selectFrom }) => [
          's.id',
          's.as_of as asOf',
          's.version_id as version',
          selectFrom('segment_member as m')
            .select(({ fn: of }) => of.count<number>('m.member').distinct().as('n'))
            .whereRef('m.snapshot_id', '=', 's.id')
            .as('customers'),
          selectFrom('review as r')
            .select(({ fn }) => fn.max('r.id').as('id'))
            .whereRef('r.snapshot_id', '=', 's.id')
            .as('review'),
        ])
        .orderBy('s.as_of', 'desc')
        .orderBy('s.id', 'desc'),
    )
    .map(({ customers, ...rest }) => ({ ...rest, customers: customers ?? 0 }));

/**
 * Who moved from one kept day to another, or to now; without a choice from the latest kept day before now.
 * @throws Problem for a snapshot that is not in this portfolio
 */
export const readMigration = (
  db: Readable,
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
export const migrationTo = (db: Readable, analysis: Analysis): Migration | NotAvailable => {
  const now = standingNow(analysis);
  const from = latestBefore(db, now.asOf, now.version);
  return from === null ? nothingKept() : migrationBetween(standingAt(db, from), now);
};

const nothingKept = (): NotAvailable => ({
  grade: 'D',
  reason: 'It has not been kept yet who was in which segment on an earlier day.',
  needed: 'Use segments or make a review, and import sales of later days.',
});

const latestBefore = (db: Readable, asOf: IsoDay, version: number): number | null =>
  db.get(
    q
      .selectFrom('segment_snapshot')
      .select('id')
      .where('as_of', '<', asOf)
      .orderBy((eb) => eb('version_id', '=', version), 'desc')
      .orderBy('as_of', 'desc')
      .orderBy('id', 'desc')
      .limit(1),
  )?.id ?? null;

const standingNow = ({ asOf, history, segmentation }: Analysis): Standing => ({
  snapshot: null,
  asOf,
  version: segmentation.version,
  names: segmentation.planned.segments.map(({ name }) => name),
  customer: history.customer,
  place: segmentation.planned.segmentOf,
});

const standingAt = (db: Readable, id: number): Standing => {
  const snapshot = db.get(
    q.selectFrom('segment_snapshot').select(['as_of', 'version_id']).where('id', '=', id),
  );
  if (!snapshot) throw new Problem(`There is no snapshot ${id} in this portfolio.`);
  const segments = db.all(
    q
      .selectFrom('segment')
      .select(['id', 'name'])
      .where('version_id', '=', snapshot.version_id)
      .orderBy('position'),
  );
  const placeOf = new Map(segments.map((segment, place) => [segment.id, place]));
  const members = membersOf(db, id);
  return {
    snapshot: id,
    asOf: snapshot.as_of,
    version: snapshot.version_id,
    names: segments.map(({ name }) => name),
    customer: Int32Array.from(members, ({ customer }) => customer),
    place: Int16Array.from(members, ({ segment }) => (segment === null ? -1 : (placeOf.get(segment) ?? -1))),
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
