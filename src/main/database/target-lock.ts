import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';

/** The right to make the file at a path; it ends with the process that has it, also when that is killed. */
export type TargetLock = { readonly release: () => void };

/**
 * Two that make the same new portfolio would clear each other's half-made files, so one of them has a lock beside it. SQLite's
 * own lock on an empty file serves, because nothing that a process writes down of itself survives its end rightly.
 * @throws Problem where another has it
 */
export const lockTarget = (path: string): TargetLock => {
  const taken = takeLock(path);
  if (taken) return taken;
  throw new Problem(
    `${basename(path)} is being made or restored by another program just now; nothing was changed. Wait until that has finished and try again.`,
  );
};

const takeLock = (path: string): TargetLock | null => {
  const file = `${path}.lock`;
  for (;;) {
    const before = inodeOf(file) ?? made(file);
    const raw = new Database(file, { timeout: 0 });
    try {
      raw.pragma('journal_mode = MEMORY');
      raw.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      raw.close();
      if (/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) return null;
      throw error;
    }
    // whoever had it before may have taken the file away after it was opened here
    if (before !== null && inodeOf(file) === before)
      return {
        release: () => {
          rmSync(file, { force: true });
          raw.close();
        },
      };
    raw.close();
  }
};

const inodeOf = (file: string): number | null => statSync(file, { throwIfNoEntry: false })?.ino ?? null;

/** An existing lock is never opened here: closing it would drop the lock that another thread of this process may have. */
const made = (file: string): number | null => {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return inodeOf(file);
};

/** What is written before a file has its name, and what SQLite keeps with it. */
const HALF_MADE = ['.new', '.part', '.restoring'].flatMap((ending) =>
  ['', '-wal', '-shm', '-journal'].map((suffix) => `${ending}${suffix}`),
);

/** Deletes what was half made for a path. */
export const clearHalfMade = (path: string): void => {
  for (const suffix of HALF_MADE) rmSync(`${path}${suffix}`, { force: true });
};

/** The same of what a killed process left, unless somebody is at it; a folder that may not be written keeps it. */
export const sweepHalfMade = (path: string): void => {
  if (![...HALF_MADE, '.lock'].some((suffix) => existsSync(`${path}${suffix}`))) return;
  try {
    const lock = takeLock(path);
    if (!lock) return;
    clearHalfMade(path);
    lock.release();
  } catch {
    // it takes room and does no harm
  }
};
