import type { IsoDay } from '../../shared/model/day.ts';
import type { FeedbackState } from '../../shared/model/listening.ts';
import type { Readable, Writable } from './connection.ts';
import { type Expression, q, sql } from './query.ts';
import { bumpDataVersion, readSetting, writeSetting } from './settings.ts';

/**
 * How far the owner has moved a piece of feedback on. It is kept beside the settings, under the feedback's own key, and not among
 * what imports say: an undo of any import stays exact, and importing the same file again does not take the mark away.
 */
export type FeedbackMark = {
  readonly state: FeedbackState;
  /** when it was moved, as written on the owner's clock */
  readonly day: string;
  readonly second: number;
  /** the import whose word stood then: a later one that says a further state is believed again */
  readonly batch: number;
};

const settingOf = (key: string): string => `feedback ${key}`;

const mark = <K extends keyof FeedbackMark>(field: K): Expression<FeedbackMark[K] | null> =>
  sql`json_extract(m.value, ${sql.lit(`$.${field}`)})`;

/** How far a state is on the way from new to told. */
const rank = (state: Expression<FeedbackState | null>): Expression<number> =>
  sql`instr('new answered changed told', ${state})`;

/**
 * Feedback in force: what the latest import says of each piece, moved on by the owner's mark.
 * @returns a subquery `f` with the columns of `feedback_now`, and `own_answer`: 1 where the owner marked the answer and no import has one
 */
export const feedbackInForce = () =>
  q
    .selectFrom('feedback_now as f')
    .leftJoin('setting as m', (join) =>
      join
        .on('m.name', '=', sql<string>`'feedback ' || f.key`)
        .on(({ and, eb, not, ref }) =>
          not(
            and([eb('f.batch_id', '>', mark('batch')), eb(rank(ref('f.state')), '>', rank(mark('state')))]),
          ),
        ),
    )
    .select(({ ref }) => {
      const state = mark('state');
      return [
        'f.key',
        'f.batch_id',
        'f.source_row',
        'f.identity_id',
        'f.received_on',
        'f.received_second',
        'f.touchpoint',
        'f.recommend',
        'f.satisfaction',
        'f.ratings',
        'f.comment',
        sql<FeedbackState>`coalesce(${state}, f.state)`.as('state'),
        sql<IsoDay | null>`CASE WHEN ${state} = 'new' THEN NULL ELSE coalesce(f.answered_on, ${mark('day')}) END`.as(
          'answered_on',
        ),
        sql<
          number | null
        >`CASE WHEN ${state} = 'new' THEN NULL WHEN f.answered_on IS NULL THEN ${mark('second')}
             ELSE f.answered_second END`.as('answered_second'),
        sql<number | null>`${ref('f.answered_on')} IS NULL AND ${state} <> 'new'`.as('own_answer'),
      ];
    })
    .as('f');

export const readMark = (db: Readable, key: string): FeedbackMark | null =>
  readSetting<FeedbackMark | null>(db, settingOf(key), null);

/** Sets the mark of a piece of feedback, or takes it away. */
export const writeMark = (db: Writable, key: string, mark: FeedbackMark | null): void => {
  if (mark === null) db.run(q.deleteFrom('setting').where('name', '=', settingOf(key)));
  else writeSetting(db, settingOf(key), mark);
  bumpDataVersion(db);
};
