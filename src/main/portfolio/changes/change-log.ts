import type { Readable, Writable } from '../../database/connection.ts';
import { once, q } from '../../database/query.ts';
import { isUndoable, type Undoable } from './undoable.ts';

/** What can be undone, by what the log calls it. */
export type Undoables = ReadonlyMap<string, Undoable>;

type Outcome = { readonly done: boolean; readonly sentence: string };

const entries = q
  .selectFrom('change_log')
  .select(['id', 'kind', 'sentence', 'before', 'after'])
  .where(isUndoable)
  .$narrowType<{ before: string; after: string }>()
  .limit(1);

// What is undone is always the end of the log, because a new change supersedes it: ids give the order, not the clock.
const NEXT = {
  undo: once(() => entries.where('undone_at', 'is', null).orderBy('id', 'desc')),
  redo: once(() => entries.where('undone_at', 'is not', null).orderBy('id')),
} as const;

const next = (db: Readable, way: keyof typeof NEXT) => db.get(NEXT[way]({}));

export const nextChanges = (db: Readable): { undo: string | null; redo: string | null } => ({
  undo: next(db, 'undo')?.sentence ?? null,
  redo: next(db, 'redo')?.sentence ?? null,
});

/** Takes the latest change back, if there is one and it can be read. */
export const undoChange = (db: Writable, undoables: Undoables): Outcome =>
  db.transaction(() => {
    const entry = next(db, 'undo');
    if (!entry) return { done: false, sentence: 'There is nothing to undo.' };
    const obstacle = applyKept(db, undoables, entry, entry.before);
    if (obstacle !== null)
      return { done: false, sentence: `"${entry.sentence}" cannot be undone: ${obstacle}` };
    db.run(q.updateTable('change_log').set({ undone_at: Date.now() }).where('id', '=', entry.id));
    return { done: true, sentence: `Undone: ${entry.sentence}.` };
  });

/** Makes the change that was undone last again, if there is one and it can be read. */
export const redoChange = (db: Writable, undoables: Undoables): Outcome =>
  db.transaction(() => {
    const entry = next(db, 'redo');
    if (!entry) return { done: false, sentence: 'There is nothing to redo.' };
    const obstacle = applyKept(db, undoables, entry, entry.after);
    if (obstacle !== null)
      return { done: false, sentence: `"${entry.sentence}" cannot be redone: ${obstacle}` };
    db.run(q.updateTable('change_log').set({ undone_at: null }).where('id', '=', entry.id));
    return { done: true, sentence: `Done again: ${entry.sentence}.` };
  });

/** @returns why nothing could be put in force, or null when it has been */
const applyKept = (
  db: Writable,
  undoables: Undoables,
  { kind }: { readonly kind: string },
  kept: string,
): string | null => {
  const undoable = undoables.get(kind);
  if (!undoable)
    return 'it was made by another version of Clientele. Nothing was changed; use that version to take it back.';
  const value = undoable.schema.safeParse(parsed(kept));
  if (!value.success)
    return 'what the portfolio keeps of it cannot be read. Nothing was changed; change it by hand.';
  undoable.apply(db, value.data);
  return null;
};

/** @returns undefined, which no schema takes, for what is not JSON */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const recentChanges = (
  db: Readable,
): { id: number; at: number; sentence: string; undone: boolean }[] =>
  db
    .all(
      q
        .selectFrom('change_log')
        .select(['id', 'at', 'sentence', 'undone_at'])
        .orderBy('id', 'desc')
        .limit(100),
    )
    .map(({ id, at, sentence, undone_at }) => ({ id, at, sentence, undone: undone_at !== null }));
