import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import { asProblem } from '../../system-fault.ts';
import type { Connection } from '../connection.ts';
import { lockTarget } from '../target-lock.ts';
import { writeCopy } from './copy.ts';
import { moveIntoPlace } from './into-place.ts';

/**
 * Saves a portfolio under another name, whole and verified; it never takes the place of another file.
 * @throws Problem when the name is taken, the portfolio is damaged or there is no room; nothing is left then
 */
export const saveAs = (db: Connection, to: string): void => {
  const temporary = `${resolve(to)}.part`;
  const lock = lockTarget(resolve(to));
  try {
    writeCopy(db, temporary);
    moveIntoPlace(temporary, resolve(to));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Problem(`${basename(to)} is there already; choose another name.`);
    throw asProblem(error, to);
  } finally {
    rmSync(temporary, { force: true });
    lock.release();
  }
};
