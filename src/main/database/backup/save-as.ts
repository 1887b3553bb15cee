import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { Holdings } from '../../../shared/model/safety-copy.ts';
import { asWriteProblem } from '../../system-fault.ts';
import type { Writable } from '../connection.ts';
import { lockTarget, type TargetLock } from '../target-lock.ts';
import { fileHash } from './back-up.ts';
import { writeCopy } from './copy.ts';
import { holdingsOf } from './holdings.ts';
import { moveIntoPlace } from './into-place.ts';

export type Saved = {
  readonly bytes: number;
  readonly sha256: string;
  readonly contentHash: string;
  readonly holds: Holdings;
};

/**
 * Saves a portfolio under another name, whole and verified; it never takes the place of another file.
 * @throws Problem when the name is taken, the portfolio is damaged or there is no room; nothing is left then
 */
export const saveAs = (db: Writable, to: string): Saved => {
  const path = resolve(to);
  const temporary = `${path}.part`;
  let lock: TargetLock | null = null;
  try {
    lock = lockTarget(path);
    // where a file system has no links, a rename would take the place of the other
    if (existsSync(path)) throw taken(path);
    const contentHash = writeCopy(db, temporary);
    if (contentHash === null) throw new Error('a portfolio of an earlier format is brought up to date first');
    const saved = { bytes: statSync(temporary).size, sha256: fileHash(temporary), contentHash };
    moveIntoPlace(temporary, path);
    return { ...saved, holds: holdingsOf(db) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(path);
    throw asWriteProblem(error, path);
  } finally {
    if (lock) rmSync(temporary, { force: true });
    lock?.release();
  }
};

const taken = (path: string): Problem =>
  new Problem(`${basename(path)} is there already; choose another name. Nothing was saved.`);
