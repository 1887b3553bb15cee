import { Problem } from '../../../shared/model/problem.ts';
import { type ReviewContent, ReviewContentSchema, type ReviewEntry } from '../../../shared/model/review.ts';
import type { Readable } from '../../database/connection.ts';
import { q, type Selectable, type Tables } from '../../database/query.ts';

type Row = Selectable<Tables['review']>;

/** A review as it was made. @throws Problem where there is none of that id */
export const readReview = (db: Readable, id: number): { entry: ReviewEntry; content: ReviewContent } => {
  const row = db.get(q.selectFrom('review').selectAll().where('id', '=', id));
  if (!row) throw new Problem(`There is no review ${id} in this portfolio.`);
  return { entry: entryOf(row), content: ReviewContentSchema.parse(JSON.parse(row.content)) };
};

/** All reviews, the latest first. */
export const listReviews = (db: Readable): ReviewEntry[] =>
  db.all(q.selectFrom('review').selectAll().orderBy('id', 'desc')).map(entryOf);

const entryOf = (row: Row): ReviewEntry => {
  const [headline = ''] = (JSON.parse(row.content) as { headlines: string[] }).headlines;
  return {
    id: row.id,
    madeAt: row.made_at,
    asOf: row.as_of,
    ownersCopy: row.owners_copy === 1,
    paper: row.paper === 'Letter' ? 'Letter' : 'A4',
    headline,
  };
};
