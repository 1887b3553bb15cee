import type { z } from 'zod';
import type { Writable } from '../../database/connection.ts';
import { type ExpressionBuilder, q, type Tables } from '../../database/query.ts';

/**
 * A kind of change that Undo takes back and Redo makes again, with the shape of what the log keeps of it.
 * @param T what was in force before, or is after: plain data
 */
export type Undoable<T = unknown> = {
  /** what the log calls it: the kind, and from version 2 on its version too */
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  /** Puts a kept value in force; runs inside the transaction of the undo. */
  apply(db: Writable, value: T): void;
  /** Records such a change; called inside the transaction that makes it. It ends what could be redone. */
  log(db: Writable, sentence: string, change: { readonly before: T; readonly after: T }): void;
};

/**
 * Declares a kind of change. Once released, its schema is never changed: another shape is another version, and the
 * earlier one stays declared as long as there may be logs with it.
 */
export const undoable = <T>({
  kind,
  version,
  schema,
  apply,
}: {
  readonly kind: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  readonly apply: (db: Writable, value: T) => void;
}): Undoable<T> => {
  const stored = version === 1 ? kind : `${kind}@${version}`;
  return {
    kind: stored,
    schema,
    apply,
    log: (db, sentence, { before, after }) => {
      db.run(
        q
          .updateTable('change_log')
          .set({ kind: 'superseded' })
          .where('undone_at', 'is not', null)
          .where(isUndoable),
      );
      db.run(
        q.insertInto('change_log').values({
          at: Date.now(),
          kind: stored,
          sentence,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
        }),
      );
    },
  };
};

/** Entries of the log with something to go back to and to come back to. Imports, which carry their own undo, have one of the two. */
export const isUndoable = ({ and, eb }: ExpressionBuilder<Tables, 'change_log'>) =>
  and([eb('before', 'is not', null), eb('after', 'is not', null), eb('kind', '<>', 'superseded')]);
