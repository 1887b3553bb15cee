import type { FeedbackState } from '../../shared/model/listening.ts';
import type { Connection } from './connection.ts';
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

const marked = (field: keyof FeedbackMark): string => `json_extract(m.value, '$.${field}')`;

/** Where a state stands on the way from new to told. */
const rank = (state: string): string => `instr('new answered changed told', ${state})`;

/**
 * Feedback as it stands: what the latest import says of each piece, moved on by the owner. A subquery with the columns of
 * `feedback_now` and `own_answer`, 1 where the owner told of the answer and no import does.
 */
export const FEEDBACK = `(
  SELECT f.key, f.batch_id, f.source_row, f.identity_id, f.received_on, f.received_second, f.touchpoint, f.recommend,
         f.satisfaction, f.ratings, f.comment, coalesce(${marked('state')}, f.state) AS state,
         CASE WHEN ${marked('state')} = 'new' THEN NULL ELSE coalesce(f.answered_on, ${marked('day')}) END AS answered_on,
         CASE WHEN ${marked('state')} = 'new' THEN NULL WHEN f.answered_on IS NULL THEN ${marked('second')}
              ELSE f.answered_second END AS answered_second,
         f.answered_on IS NULL AND ${marked('state')} <> 'new' AS own_answer
  FROM feedback_now f LEFT JOIN setting m ON m.name = 'feedback ' || f.key
    AND NOT (f.batch_id > ${marked('batch')} AND ${rank('f.state')} > ${rank(marked('state'))}))`;

export const readMark = (db: Connection, key: string): FeedbackMark | null =>
  readSetting<FeedbackMark | null>(db, settingOf(key), null);

/** Sets the mark of a piece of feedback, or takes it away. */
export const writeMark = (db: Connection, key: string, mark: FeedbackMark | null): void => {
  if (mark === null) db.execute('DELETE FROM setting WHERE name = ?', settingOf(key));
  else writeSetting(db, settingOf(key), mark);
  bumpDataVersion(db);
};
