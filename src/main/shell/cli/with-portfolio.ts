import { statSync } from 'node:fs';
import type { Readable, Writable } from '../../database/connection.ts';
import { openPortfolio } from '../../database/open.ts';
import { checkApart } from '../../database/verify/check-apart.ts';
import { BYTES_WORTH_A_THREAD } from '../../database/verify/look-apart.ts';
import { backupFolder } from './backup-folder.ts';
import { required, type Values } from './command.ts';

/** Opens the portfolio of --portfolio for one command and closes it whatever happens. */
export const withPortfolio = async <T>(
  values: Values,
  work: (db: Writable) => T | Promise<T>,
): Promise<T> => {
  const db = openPortfolio(required(values, 'portfolio'), { backupFolder: backupFolder() });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};

/** The same for a command that only reads: a large portfolio is looked through for damage meanwhile, and nothing is said of a damaged one. */
export const readingPortfolio = async <T>(
  values: Values,
  work: (db: Readable) => T | Promise<T>,
): Promise<T> => {
  const path = required(values, 'portfolio');
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size < BYTES_WORTH_A_THREAD) return withPortfolio(values, work);
  const db = openPortfolio(path, { backupFolder: backupFolder(), checked: true });
  const sound = checkApart(db);
  try {
    return await work(db);
  } finally {
    await sound.finally(() => db.close());
  }
};
