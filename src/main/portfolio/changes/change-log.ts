import type { Connection } from '../../database/connection.ts';
import { UNDOABLE_ENTRY, type Undoable } from './undoable.ts';

type Entry = {
  readonly id: number;
  readonly kind: string;
  readonly sentence: string;
  readonly before: string;
  readonly after: string;
};

/** What can be undone, by what the log calls it. */
export type Undoables = ReadonlyMap<string, Undoable>;

type Outcome = { readonly done: boolean; readonly sentence: string };

// What is undone is always the end of the log, because a new change supersedes it: ids give the order, not the clock.
const NEXT = {
  undo: `undone_at IS NULL AND ${UNDOABLE_ENTRY} ORDER BY id DESC`,
  redo: `undone_at IS NOT NULL AND ${UNDOABLE_ENTRY} ORDER BY id`,
} as const;

const next = (db: Connection, way: keyof typeof NEXT): Entry | undefined =>
  db.row<Entry>(`SELECT id, kind, sentence, before, after FROM change_log WHERE ${NEXT[way]} LIMIT 1`);

export const nextChanges = (db: Connection): { undo: string | null; redo: string | null } => ({
  undo: next(db, 'undo')?.sentence ?? null,
  redo: next(db, 'redo')?.sentence ?? null,
});

/** Takes the latest change back, if there is one and it can be read. */
export const undoChange = (db: Connection, undoables: Undoables): Outcome =>
  db.transaction(() => {
    const entry = next(db, 'undo');
    if (!entry) return { done: false, sentence: 'There is nothing to undo.' };
    const obstacle = applyKept(db, undoables, entry, entry.before);
    if (obstacle !== null)
      return { done: false, sentence: `"${entry.sentence}" cannot be undone: ${obstacle}` };
    db.execute('UPDATE change_log SET undone_at = ? WHERE id = ?', Date.now(), entry.id);
    return { done: true, sentence: `Undone: ${entry.sentence}.` };
  });

/** Makes the change that was undone last again, if there is one and it can be read. */
export const redoChange = (db: Connection, undoables: Undoables): Outcome =>
  db.transaction(() => {
    const entry = next(db, 'redo');
    if (!entry) return { done: false, sentence: 'There is nothing to redo.' };
    const obstacle = applyKept(db, undoables, entry, entry.after);
    if (obstacle !== null)
      return { done: false, sentence: `"${entry.sentence}" cannot be redone: ${obstacle}` };
    db.execute('UPDATE change_log SET undone_at = NULL WHERE id = ?', entry.id);
    return { done: true, sentence: `Done again: ${entry.sentence}.` };
  });

/** @returns why nothing could be put in force, or null when it has been */
const applyKept = (db: Connection, undoables: Undoables, { kind }: Entry, kept: string): string | null => {
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
  db: Connection,
): { id: number; at: number; sentence: string; undone: boolean }[] =>
  db
    .rows<{ id: number; at: number; sentence: string; undone_at: number | null }>(
      'SELECT id, at, sentence, undone_at FROM change_log ORDER BY id DESC LIMIT 100',
    )
    .map(({ id, at, sentence, undone_at }) => ({ id, at, sentence, undone: undone_at !== null }));
