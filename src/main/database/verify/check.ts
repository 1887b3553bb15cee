import { basename } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { Connection } from '../connection.ts';
import { SCHEMA_VERSION } from '../format.ts';
import { examine } from '../integrity.ts';
import { readWord } from './seal.ts';
import { sealText } from './seal-word.ts';
import { type Comparison, expectedOf, wrongPages } from './verify.ts';

/** Another process may move its log into the file while it is compared; then it is compared anew. */
const TRIES = 3;

/** Whether a portfolio is as it was saved: 70 ms for a million order lines. It must be known before any figure is shown. */
export const isSound = (db: Connection): boolean => {
  const steps = looking(db);
  let step = steps.next();
  while (!step.done) step = steps.next(wrongPages(step.value, db.path));
  return step.value;
};

/** @throws Problem when the portfolio is damaged */
export const refuseDamaged = (db: Connection): void => {
  if (!isSound(db)) throw damaged(db.path);
};

export const damaged = (path: string): Problem =>
  new Problem(
    `${basename(path)} is damaged or was changed by another program; nothing was changed now. Restore a safety copy of it.`,
  );

/** Yields what is to be compared and is given the pages that are wrong. @returns whether the portfolio is sound */
export function* looking(db: Connection): Generator<Comparison, boolean, readonly number[]> {
  const { raw, file } = db;
  if (!file) return true;
  for (let n = 0; n < TRIES; n++) {
    const before = wordOf(db);
    const expected = expectedOf(raw, file);
    if (expected.kind === 'damaged') return false;
    const wrong = expected.compare ? yield expected.compare : [];
    if (wrong.length === 0) return !expected.search || isWellFormed(db);
    if (wordOf(db) === before) return false;
  }
  return false;
}

const wordOf = (db: Connection): string | null => {
  if (!db.row("SELECT 1 FROM sqlite_schema WHERE name = 'seal'")) return null;
  const word = readWord(db.raw);
  return word && sealText(word);
};

/** Where the sums of some pages are not known: what else can be told of them. */
const isWellFormed = (db: Connection): boolean => {
  if ((db.raw.pragma('user_version', { simple: true }) as number) === SCHEMA_VERSION) return examine(db).ok;
  const [check] = db.raw.pragma('integrity_check(1)') as { integrity_check: string }[];
  return check?.integrity_check === 'ok' && (db.raw.pragma('foreign_key_check') as unknown[]).length === 0;
};
