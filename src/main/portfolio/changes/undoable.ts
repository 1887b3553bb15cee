import type { z } from 'zod';
import type { Connection } from '../../database/connection.ts';

/**
 * A kind of change that Undo takes back and Redo makes again, with the shape of what the log keeps of it.
 * @param T what was in force before, or is after: plain data
 */
export type Undoable<T = unknown> = {
  /** what the log calls it: the kind, and from version 2 on its version too */
  readonly kind: string;
  readonly schema: z.ZodType<T>;
  /** Puts a kept value in force; runs inside the transaction of the undo. */
  apply(db: Connection, value: T): void;
  /** Records such a change; called inside the transaction that makes it. It ends what could be redone. */
  log(db: Connection, sentence: string, change: { readonly before: T; readonly after: T }): void;
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
  readonly apply: (db: Connection, value: T) => void;
}): Undoable<T> => {
  const stored = version === 1 ? kind : `${kind}@${version}`;
  return {
    kind: stored,
    schema,
    apply,
    log: (db, sentence, { before, after }) => {
      db.execute(
        `UPDATE change_log SET kind = 'superseded' WHERE undone_at IS NOT NULL AND ${UNDOABLE_ENTRY}`,
      );
      db.execute(
        'INSERT INTO change_log (at, kind, sentence, before, after) VALUES (?, ?, ?, ?, ?)',
        Date.now(),
        stored,
        sentence,
        JSON.stringify(before),
        JSON.stringify(after),
      );
    },
  };
};

/** Entries of the log with something to go back to and to come back to. Imports, which carry their own undo, have one of the two. */
export const UNDOABLE_ENTRY = `before IS NOT NULL AND after IS NOT NULL AND kind <> 'superseded'`;
