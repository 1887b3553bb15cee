import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '../../shared/model/problem.ts';
import { flush, moveIntoPlace } from '../database/backup/into-place.ts';
import type { Connection } from '../database/connection.ts';
import { createPortfolio } from '../database/open.ts';
import { clearHalfMade, lockTarget } from '../database/target-lock.ts';

/**
 * Makes a portfolio next to its place and moves it there when it is complete and flushed, so that a crash leaves nothing. One
 * at a time makes the same one.
 * @param keep false throws the portfolio away when the work is done
 * @throws Problem when there is one already or somebody is making it; whatever the work throws
 */
export const makePortfolio = async <T>(
  path: string,
  work: (db: Connection) => Promise<T>,
  keep = true,
): Promise<T> => {
  const lock = lockTarget(path);
  const building = `${path}.new`;
  try {
    if (existsSync(path)) throw tooLate(path);
    clearHalfMade(path);
    const db = createPortfolio(building, true);
    try {
      const result = await work(db);
      if (!keep) return result;
      db.close();
      flush(building);
      takePlace(building, path);
      return result;
    } finally {
      if (db.raw.open) db.close();
    }
  } finally {
    clearHalfMade(path);
    lock.release();
  }
};

const takePlace = (from: string, to: string): void => {
  try {
    moveIntoPlace(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw tooLate(to);
  }
};

const tooLate = (path: string): Problem =>
  new Problem(
    `${basename(path)} has come into being meanwhile; nothing was imported. Import into it once more.`,
  );
