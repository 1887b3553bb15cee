import type { CopyReminder, SavedCopy } from '../../../shared/model/saved-copy.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { dataVersion, readSetting, writeSetting } from '../../database/settings.ts';

const DAY_MS = 86_400_000;
/** A copy elsewhere is this old before the owner is reminded, and the reminder stays away as long. */
const REMIND_AFTER_MS = 30 * DAY_MS;
/** So many imports are reminded of sooner, though not on the day they came. */
const MANY_IMPORTS = 10;
const REMEMBERED = 50;

/** A copy with what the portfolio was then. */
type Noted = SavedCopy & { readonly dataVersion: number; readonly lastBatch: number };

const notes = (db: Readable): readonly Noted[] => readSetting<readonly Noted[]>(db, 'savedCopies', []);

/** Newest first. */
export const savedCopies = (db: Readable): SavedCopy[] =>
  notes(db).map(({ name, folder, savedAt, place }) => ({ name, folder, savedAt, place }));

/** What a copy is compared with later; to be asked before the copy is written. */
export const stateNow = (db: Readable): Pick<Noted, 'dataVersion' | 'lastBatch'> => ({
  dataVersion: dataVersion(db),
  lastBatch: db.get(q.selectFrom('batch').select(q.fn.max<number | null>('id').as('id')))?.id ?? 0,
});

/** Remembers a copy with {@link stateNow} of when it was begun. */
export const noteSavedCopy = (
  db: Writable,
  copy: SavedCopy,
  state: Pick<Noted, 'dataVersion' | 'lastBatch'>,
): void => writeSetting(db, 'savedCopies', [{ ...copy, ...state }, ...notes(db)].slice(0, REMEMBERED));

/**
 * Whether the owner should be told that a copy elsewhere is missing or old: a month after the last one, or after the first
 * import; after ten imports sooner. Never where nothing has changed since, nor within a month of having been told.
 * @param now epoch milliseconds
 */
export const copyReminder = (db: Readable, now: number): CopyReminder | null => {
  const last = notes(db).find(({ place }) => place !== 'beside') ?? null;
  const since = db.get(
    q
      .selectFrom('batch')
      .select(({ fn }) => [
        fn.countAll<number>().as('imports'),
        fn.min<number | null>('imported_at').as('first'),
      ])
      .where('undone_at', 'is', null)
      .where('id', '>', last?.lastBatch ?? 0),
  )!;
  const from = last?.savedAt ?? since.first;
  if (from === null || last?.dataVersion === dataVersion(db)) return null;
  const put = readSetting<number | null>(db, 'copyReminderPutAway', null);
  if (put !== null && Math.abs(now - put) < REMIND_AFTER_MS) return null;
  // a clock that was set back reminds too
  const age = Math.abs(now - from);
  const due = age >= REMIND_AFTER_MS || (since.imports >= MANY_IMPORTS && age >= DAY_MS);
  return due ? { lastSavedAt: last?.savedAt ?? null, imports: since.imports } : null;
};

/** @param now epoch milliseconds */
export const putReminderAway = (db: Writable, now: number): void =>
  writeSetting(db, 'copyReminderPutAway', now);
