import type { Readable, Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';

/** What the owner can take back with Undo, beside imports, which carry their own undo. */
export type UndoableKind = 'settings' | 'segments' | 'matrix' | 'feedback' | 'products';

const OURS: readonly UndoableKind[] = ['settings', 'segments', 'matrix', 'feedback', 'products'];

const entries = q
  .selectFrom('change_log')
  .select(['id', 'kind', 'sentence', 'before', 'after'])
  .where('kind', 'in', OURS)
  .$narrowType<{ kind: UndoableKind }>();

/** How a change of each kind is put in place; given what stood before (undo) or after (redo). */
export type Appliers = Readonly<Record<UndoableKind, (value: unknown) => void>>;

/** Records a reversible change; called inside the transaction that makes it. A new change ends what could be redone. */
export const logChange = (
  db: Writable,
  kind: UndoableKind,
  sentence: string,
  before: unknown,
  after: unknown,
): void => {
  db.run(
    q
      .updateTable('change_log')
      .set({ kind: 'superseded' })
      .where('undone_at', 'is not', null)
      .where('kind', 'in', OURS),
  );
  db.run(
    q.insertInto('change_log').values({
      at: Date.now(),
      kind,
      sentence,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
    }),
  );
};

const nextUndo = (db: Readable) =>
  db.get(entries.where('undone_at', 'is', null).orderBy('id', 'desc').limit(1));

const nextRedo = (db: Readable) =>
  db.get(entries.where('undone_at', 'is not', null).orderBy('undone_at', 'desc').orderBy('id').limit(1));

export const nextChanges = (db: Readable): { undo: string | null; redo: string | null } => ({
  undo: nextUndo(db)?.sentence ?? null,
  redo: nextRedo(db)?.sentence ?? null,
});

export const undoChange = (db: Writable, appliers: Appliers): { done: boolean; sentence: string } =>
  db.transaction(() => {
    const entry = nextUndo(db);
    if (!entry) return { done: false, sentence: 'There is nothing to undo.' };
    appliers[entry.kind](JSON.parse(entry.before ?? 'null'));
    db.run(q.updateTable('change_log').set({ undone_at: Date.now() }).where('id', '=', entry.id));
    return { done: true, sentence: `Undone: ${entry.sentence}.` };
  });

export const redoChange = (db: Writable, appliers: Appliers): { done: boolean; sentence: string } =>
  db.transaction(() => {
    const entry = nextRedo(db);
    if (!entry) return { done: false, sentence: 'There is nothing to redo.' };
    appliers[entry.kind](JSON.parse(entry.after ?? 'null'));
    db.run(q.updateTable('change_log').set({ undone_at: null }).where('id', '=', entry.id));
    return { done: true, sentence: `Done again: ${entry.sentence}.` };
  });

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
