import { existsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { Problem } from '../../../shared/model/problem.ts';
import type { CopyPlace } from '../../../shared/model/saved-copy.ts';
import { asWriteProblem } from '../../system-fault.ts';
import { localDay } from './retention.ts';

const ENDING = '.clientele';

const isWithin = (folder: string, path: string): boolean => {
  const way = relative(resolve(folder), resolve(path));
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
};

/**
 * Where a copy would lie, seen from its portfolio.
 * @param dataFolder the app's own folder, which is lost with this computer as the portfolio is
 */
export const placeOf = (portfolio: string, copy: string, dataFolder: string): CopyPlace => {
  const folder = dirname(resolve(copy));
  if (isWithin(dirname(resolve(portfolio)), folder) || isWithin(dataFolder, folder)) return 'beside';
  return statSync(folder).dev === statSync(portfolio).dev ? 'other-folder' : 'other-disk';
};

/** A path at which nothing lies: the portfolio's name with the day, in a folder that is there. */
export const proposedPath = (portfolio: string, folders: readonly string[], now: number): string => {
  const folder = folders.find((each) => existsSync(each)) ?? dirname(resolve(portfolio));
  const stem = join(folder, `${basename(portfolio, ENDING)} ${localDay(now)}`);
  for (let n = 1; ; n++) {
    const path = `${stem}${n === 1 ? '' : ` (${n})`}${ENDING}`;
    if (!existsSync(path)) return path;
  }
};

/**
 * The path for a copy as the owner gave it, with the ending of a portfolio.
 * @throws Problem for a path that is not a full one, a folder that is missing, or a name that is taken
 */
export const checkedTarget = (given: string): string => {
  if (!isAbsolute(given))
    throw new Problem('Give the full path of the copy, with its folder; nothing was saved.');
  const path = resolve(given.endsWith(ENDING) ? given : `${given}${ENDING}`);
  try {
    if (!statSync(dirname(path)).isDirectory()) throw new Problem(`${dirname(path)} is no folder.`);
    if (existsSync(path))
      throw new Problem(`${basename(path)} is there already; choose another name. Nothing was saved.`);
    return path;
  } catch (error) {
    throw asWriteProblem(error, path);
  }
};
