import { basename, dirname } from 'node:path';
import type { Unopened } from '../../shared/contract/portfolio.ts';
import { Problem } from '../../shared/model/problem.ts';
import { Shelf } from '../database/backup/shelf.ts';
import type { Recent } from './recent.ts';

/** Why a portfolio was not opened, as the first screen asks for it. */
export const unopenedOf = (path: string, error: unknown): Unopened => ({
  path,
  file: basename(path),
  folder: dirname(path),
  sentence: error instanceof Problem ? error.message : 'Clientele failed while it opened this portfolio.',
  code: error instanceof Problem ? error.code : null,
});

/** Whether an error is about a mistyped path or any other file: nothing is to be recovered where nothing of ours ever lay. */
export const isOfNoConcern = (
  path: string,
  error: unknown,
  recent: Recent,
  backupFolder: string,
): boolean => {
  const code = error instanceof Problem ? error.code : null;
  if (code !== 'missing' && code !== 'not-a-portfolio' && code !== 'impossible-path') return false;
  return !recent.knows(path) && new Shelf(backupFolder, path).list().length === 0;
};
