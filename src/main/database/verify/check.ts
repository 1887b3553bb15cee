import { basename } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import { systemFault } from '../../system-fault.ts';
import type { Readable } from '../connection.ts';
import { SCHEMA_VERSION } from '../format.ts';
import { examine } from '../integrity.ts';
import { type Comparison, wrongPages } from './verify.ts';

/** Another process may move its log into the file while it is compared; then it is compared anew. */
const TRIES = 3;

/** Whether a portfolio is as it was saved: 70 ms for a million order lines. It must be known before any figure is shown. */
export const isSound = (db: Readable): boolean => {
  const steps = looking(db);
  let step = steps.next();
  while (!step.done) step = steps.next(wrongPages(step.value, db.path));
  return step.value;
};

/** @throws Problem when the portfolio is damaged */
export const refuseDamaged = (db: Readable): void => {
  if (!isSound(db)) throw damaged(db.path);
};

export const damaged = (path: string): Problem =>
  new Problem(
    `${basename(path)} is damaged or was changed by another program; nothing was changed now. Restore a safety copy of it.`,
    { code: 'damaged' },
  );

/** Yields what is to be compared and is given the pages that are wrong. @returns whether the portfolio is sound */
export function* looking(db: Readable): Generator<Comparison, boolean, readonly number[]> {
  try {
    return yield* comparing(db);
  } catch (error) {
    // damage may lie where SQLite itself stumbles over it, on the way to the sums
    if (systemFault(error) === 'damaged') return false;
    throw error;
  }
}

function* comparing(db: Readable): Generator<Comparison, boolean, readonly number[]> {
  for (let n = 0; n < TRIES; n++) {
    const before = wordOf(db);
    const expected = db.expectedPages();
    if (expected === null) return true;
    if (expected.kind === 'damaged') return false;
    const wrong = expected.compare ? yield expected.compare : [];
    if (wrong.length === 0) return !expected.search || isWellFormed(db);
    if (wordOf(db) === before) return false;
  }
  return false;
}

const wordOf = (db: Readable): string | null =>
  db.row("SELECT 1 FROM sqlite_schema WHERE name = 'seal'")
    ? (db.row<{ word: string }>('SELECT word FROM seal WHERE one = 1')?.word ?? null)
    : null;

/** Where the sums of some pages are not known: what else can be told of them. */
const isWellFormed = (db: Readable): boolean => {
  const format = db.row<{ user_version: number }>('SELECT user_version FROM pragma_user_version');
  if (format?.user_version === SCHEMA_VERSION) return examine(db).ok;
  const check = db.row<{ integrity_check: string }>(
    'SELECT integrity_check FROM pragma_integrity_check LIMIT 1',
  );
  return (
    check?.integrity_check === 'ok' && db.row('SELECT 1 FROM pragma_foreign_key_check LIMIT 1') === undefined
  );
};
