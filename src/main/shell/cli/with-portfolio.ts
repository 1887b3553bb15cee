import type { Connection } from '../../database/connection.ts';
import { openPortfolio } from '../../database/open.ts';
import { backupFolder } from './backup-folder.ts';
import { required, type Values } from './command.ts';

/** Opens the portfolio of --portfolio for one command and closes it whatever happens. */
export const withPortfolio = async <T>(
  values: Values,
  work: (db: Connection) => T | Promise<T>,
): Promise<T> => {
  const db = openPortfolio(required(values, 'portfolio'), { backupFolder: backupFolder() });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};
