import { cpus, totalmem } from 'node:os';
import Database from 'better-sqlite3';
import type { Unopened } from '../../shared/contract/portfolio.ts';
import type { Readable } from '../database/connection.ts';
import { SCHEMA_VERSION } from '../database/format.ts';
import { q } from '../database/query.ts';
import type { Log } from './log.ts';

const LINES = 200;

type Seen = {
  readonly version: string;
  readonly db: Readable | null;
  readonly checking: boolean;
  readonly unopened: Unopened | null;
};

/** What support needs to know of this computer and of what happened, as text: no name, no path, nothing a portfolio holds but counts. */
export const supportDetails = ({ version, db, checking, unopened }: Seen, log: Log): string => {
  const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  return [
    `Clientele ${version}, format ${SCHEMA_VERSION}, SQLite ${sqliteVersion()}`,
    `${machine}${process.versions.electron ? `, Electron ${process.versions.electron}` : ''}`,
    `Portfolio: ${db ? sizeOf(db) : checking ? 'being checked' : unopened ? `not opened (${unopened.code ?? 'failed'})` : 'none'}`,
    'What happened, newest last:',
    ...log.tail(LINES),
    '',
  ].join('\n');
};

const sqliteVersion = (): string => {
  const raw = new Database(':memory:');
  try {
    return raw.prepare('SELECT sqlite_version()').pluck().get() as string;
  } finally {
    raw.close();
  }
};

const sizeOf = (db: Readable): string => {
  const count = (table: 'customer' | 'sales_order' | 'order_line' | 'batch'): number =>
    db.get(q.selectFrom(table).select(q.fn.countAll<number>().as('n')))!.n;
  return `${count('customer')} customers, ${count('sales_order')} orders, ${count('order_line')} lines, ${count('batch')} imports, ${db.file?.bytes ?? 0} bytes`;
};
