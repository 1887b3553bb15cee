import { isoDay } from '../../../shared/model/day.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { type ReviewContent, ReviewContentSchema, type ReviewEntry } from '../../../shared/model/review.ts';
import type { Connection } from '../../database/connection.ts';

type Row = {
  id: number;
  made_at: number;
  as_of: string;
  owners_copy: number;
  paper: string;
  content: string;
};

/** A review as it was made. @throws Problem where there is none of that id */
export const readReview = (db: Connection, id: number): { entry: ReviewEntry; content: ReviewContent } => {
  const row = db.row<Row>(
    'SELECT id, made_at, as_of, owners_copy, paper, content FROM review WHERE id = ?',
    id,
  );
  if (!row) throw new Problem(`There is no review ${id} in this portfolio.`);
  return { entry: entryOf(row), content: ReviewContentSchema.parse(JSON.parse(row.content)) };
};

/** All reviews, the latest first. */
export const listReviews = (db: Connection): ReviewEntry[] =>
  db
    .rows<Row>('SELECT id, made_at, as_of, owners_copy, paper, content FROM review ORDER BY id DESC')
    .map(entryOf);

const entryOf = (row: Row): ReviewEntry => {
  const [headline = ''] = (JSON.parse(row.content) as { headlines: string[] }).headlines;
  return {
    id: row.id,
    madeAt: row.made_at,
    asOf: isoDay(row.as_of),
    ownersCopy: row.owners_copy === 1,
    paper: row.paper === 'Letter' ? 'Letter' : 'A4',
    headline,
  };
};
