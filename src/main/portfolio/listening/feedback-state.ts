import { z } from 'zod';
import { formats } from '../../../shared/format.ts';
import { type FeedbackState, FeedbackStateSchema } from '../../../shared/model/listening.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Writable } from '../../database/connection.ts';
import { type FeedbackMark, feedbackInForce, readMark, writeMark } from '../../database/feedback.ts';
import { q } from '../../database/query.ts';
import { readSettings } from '../../database/settings.ts';
import { undoable } from '../changes/undoable.ts';

const STATE_WORDS: Readonly<Record<FeedbackState, string>> = {
  new: 'not answered',
  answered: 'answered',
  changed: 'something was changed',
  told: 'the customer was told',
};

/**
 * Moves a piece of feedback to another state, as the owner says. The first mark that is not `new` is when it was answered, where
 * no import says so.
 * @param at the moment on the owner's clock  @throws Problem where there is no such feedback (any more)
 */
export const moveFeedback = (
  db: Writable,
  { key, state }: { readonly key: string; readonly state: FeedbackState },
  at: Pick<FeedbackMark, 'day' | 'second'>,
): { sentence: string } => {
  const row = db.get(
    q
      .selectFrom(feedbackInForce())
      .select(['f.state', 'f.batch_id as batch', 'f.received_on as day', 'f.own_answer as own'])
      .where('f.key', '=', key),
  );
  if (!row)
    throw new Problem('This feedback is not in the portfolio any more; an import may have been undone.');
  const { locale, currency } = readSettings(db);
  const say = formats(locale, currency ?? 'EUR');
  // without a name: the log is kept when a customer is not
  const sentence = `Feedback of ${say.day(row.day)}: ${STATE_WORDS[state]}`;
  if (row.state === state) return { sentence };
  const before = readMark(db, key);
  const since = before !== null && row.own === 1 ? { day: before.day, second: before.second } : at;
  const mark: FeedbackMark = { state, ...since, batch: row.batch };
  db.transaction(() => {
    feedbackChange.log(db, sentence, { before: { key, mark: before }, after: { key, mark } });
    writeMark(db, key, mark);
  });
  return { sentence };
};

/** Feedback moved to another state. */
export const feedbackChange = undoable({
  kind: 'feedback',
  version: 1,
  schema: z.object({
    key: z.string(),
    mark: z
      .object({
        state: FeedbackStateSchema,
        day: z.string(),
        second: z.number(),
        batch: z.number(),
      })
      .nullable(),
  }),
  apply: (db, { key, mark }) => writeMark(db, key, mark),
});
