import type { Connection } from '../../database/connection.ts';

/** What the owner can take back with Undo, beside imports, which carry their own undo. */
export type UndoableKind = 'settings' | 'segments' | 'matrix' | 'feedback' | 'products' | 'calendar';

type Entry = {
  readonly id: number;
  readonly kind: UndoableKind;
  readonly sentence: string;
  readonly before: string | null;
  readonly after: string | null;
};

const OURS = "kind IN ('settings', 'segments', 'matrix', 'feedback', 'products', 'calendar')";

/** How a change of each kind is put in place; given what stood before (undo) or after (redo). */
export type Appliers = Readonly<Record<UndoableKind, (value: unknown) => void>>;

/** Records a reversible change; called inside the transaction that makes it. A new change ends what could be redone. */
export const logChange = (
  db: Connection,
  kind: UndoableKind,
  sentence: string,
  before: unknown,
  after: unknown,
): void => {
  db.execute(`UPDATE change_log SET kind = 'superseded' WHERE undone_at IS NOT NULL AND ${OURS}`);
  db.execute(
    'INSERT INTO change_log (at, kind, sentence, before, after) VALUES (?, ?, ?, ?, ?)',
    Date.now(),
    kind,
    sentence,
    JSON.stringify(before),
    JSON.stringify(after),
  );
};

const nextUndo = (db: Connection): Entry | undefined =>
  db.row<Entry>(
    `SELECT id, kind, sentence, before, after FROM change_log WHERE undone_at IS NULL AND ${OURS} ORDER BY id DESC LIMIT 1`,
  );

const nextRedo = (db: Connection): Entry | undefined =>
  db.row<Entry>(
    `SELECT id, kind, sentence, before, after FROM change_log WHERE undone_at IS NOT NULL AND ${OURS} ORDER BY undone_at DESC, id ASC LIMIT 1`,
  );

export const nextChanges = (db: Connection): { undo: string | null; redo: string | null } => ({
  undo: nextUndo(db)?.sentence ?? null,
  redo: nextRedo(db)?.sentence ?? null,
});

export const undoChange = (db: Connection, appliers: Appliers): { done: boolean; sentence: string } =>
  db.transaction(() => {
    const entry = nextUndo(db);
    if (!entry) return { done: false, sentence: 'There is nothing to undo.' };
    appliers[entry.kind](JSON.parse(entry.before ?? 'null'));
    db.execute('UPDATE change_log SET undone_at = ? WHERE id = ?', Date.now(), entry.id);
    return { done: true, sentence: `Undone: ${entry.sentence}.` };
  });

export const redoChange = (db: Connection, appliers: Appliers): { done: boolean; sentence: string } =>
  db.transaction(() => {
    const entry = nextRedo(db);
    if (!entry) return { done: false, sentence: 'There is nothing to redo.' };
    appliers[entry.kind](JSON.parse(entry.after ?? 'null'));
    db.execute('UPDATE change_log SET undone_at = NULL WHERE id = ?', entry.id);
    return { done: true, sentence: `Done again: ${entry.sentence}.` };
  });

export const recentChanges = (
  db: Connection,
): { id: number; at: number; sentence: string; undone: boolean }[] =>
  db
    .rows<{ id: number; at: number; sentence: string; undone_at: number | null }>(
      'SELECT id, at, sentence, undone_at FROM change_log ORDER BY id DESC LIMIT 100',
    )
    .map(({ id, at, sentence, undone_at }) => ({ id, at, sentence, undone: undone_at !== null }));
