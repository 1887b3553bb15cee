import { rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Connection } from '../connection.ts';
import { asProblem } from '../open.ts';
import { Problem } from '../problem.ts';
import { writeCopy } from './copy.ts';
import { moveIntoPlace } from './into-place.ts';

/**
 * Saves a portfolio under another name, whole and verified; it never takes the place of another file.
 * @throws Problem when the name is taken, the portfolio is damaged or there is no room; nothing is left then
 */
export const saveAs = (db: Connection, to: string): void => {
  const temporary = `${resolve(to)}.part`;
  try {
    writeCopy(db, temporary);
    moveIntoPlace(temporary, resolve(to));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Problem(`${basename(to)} is there already; choose another name.`);
    throw asProblem(error, to);
  } finally {
    rmSync(temporary, { force: true });
  }
};
