import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../../shared/model/problem.ts';
import { asProblem } from '../../system-fault.ts';
import type { Connection } from '../connection.ts';
import { contentHash } from '../content-hash.ts';
import { lookThrough, openPortfolio } from '../open.ts';
import { lockTarget } from '../target-lock.ts';
import { PortfolioFile } from '../verify/portfolio-file.ts';
import { putAside, setAsideForeign } from '../verify/set-aside.ts';
import { logBytes } from '../verify/write-ahead-log.ts';
import { backUp, fileHash } from './back-up.ts';
import { flush, flushFolder, keepPrivate } from './into-place.ts';
import { Shelf } from './shelf.ts';

export type Restored = {
  readonly portfolio: string;
  readonly contentHash: string;
  /** logs of the file before, moved to other names */
  readonly setAside: readonly string[];
  /** where the file before is kept; null where there was none */
  readonly previous: string | null;
};

/**
 * Puts a copy in the place of a portfolio. The file before is kept: as a safety copy where it is sound, else as it lies.
 * A crash leaves the one or the other, never neither.
 * @param file any portfolio of this or an earlier format
 * @throws Problem when the copy is damaged or no portfolio, or somebody has the portfolio open; nothing is changed then
 */
export const restorePortfolio = (file: string, portfolio: string, backupFolder: string): Restored => {
  const path = resolve(portfolio);
  if (resolve(file) === path)
    throw new Problem(`${basename(file)} is the portfolio itself; choose one of its copies.`);
  lookThrough(file);
  const temporary = `${path}.restoring`;
  const lock = lockTarget(path);
  try {
    copyFileSync(file, temporary);
    keepPrivate(temporary);
    flush(temporary);
    if (fileHash(temporary) !== fileHash(file))
      throw new Problem(`${basename(file)} could not be copied as it is; nothing was changed.`);
    const setAside = existsSync(path) ? foreignBeside(path) : [];
    const previous = existsSync(path) ? keepPrevious(path, backupFolder) : null;
    for (const suffix of ['-wal', '-journal'] as const)
      if (existsSync(`${path}${suffix}`)) setAside.push(putAside(path, suffix));
    renameSync(temporary, path);
    flushFolder(dirname(path));
    const db = openPortfolio(path, { backupFolder });
    try {
      return { portfolio: path, contentHash: contentHash(db), setAside, previous };
    } finally {
      db.close();
    }
  } catch (error) {
    throw asProblem(error, path);
  } finally {
    rmSync(temporary, { force: true });
    lock.release();
  }
};

/** @throws Problem where another program has the portfolio open: it would go on writing into the file that went away */
const refuseOpen = (path: string): void => {
  const raw = new Database(path, { timeout: 0 });
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE; ROLLBACK');
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) throw error;
    throw new Problem(
      `${basename(path)} is open in another program; close it there and restore again. Nothing was changed.`,
    );
  } finally {
    raw.close();
  }
};

const foreignBeside = (path: string): string[] => {
  const file = PortfolioFile.open(path);
  try {
    return setAsideForeign(file);
  } finally {
    file.close();
  }
};

/** @returns where the file before is kept */
const keepPrevious = (path: string, backupFolder: string): string => {
  const shelf = new Shelf(backupFolder, path);
  let db: Connection;
  try {
    db = openPortfolio(path, { backupFolder });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // not opened for a look either: SQLite would move its log into it
    return keepAsItLies(path, shelf);
  }
  try {
    return shelf.pathOf(backUp(db, backupFolder, 'before-restore').name);
  } finally {
    db.close();
    refuseOpen(path);
  }
};

/** A file that cannot be opened is kept byte by byte, beside the copies under a name that no rule deletes. */
const keepAsItLies = (path: string, shelf: Shelf): string => {
  const kept = shelf.pathOf(shelf.freeName(new Date()).replace(/\.clientele$/, '.damaged'));
  copyFileSync(path, kept);
  keepPrivate(kept);
  flush(kept);
  if (logBytes(path) > 0) copyFileSync(`${path}-wal`, `${kept}-wal`);
  return kept;
};
