import { basename } from 'node:path';
import type { ForeignChanges } from '../../../shared/model/foreign-changes.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { systemFault } from '../../system-fault.ts';
import { Shelf } from '../backup/shelf.ts';
import type { Cell, Readable, Writable } from '../connection.ts';
import { contentHash } from '../content-hash.ts';
import { examine } from '../integrity.ts';
import { lookThrough, openPortfolio } from '../open.ts';
import { bumpDataVersion } from '../settings.ts';
import { damaged, isSound } from './check.ts';
import { resetSeal } from './seal.ts';
import { wrongPages } from './verify.ts';

/** Kept of other rows or of pages: they differ where those do. */
const DERIVED = ['seal', 'page_sum', 'customer_day', 'customer_summary', 'month_summary'];
const EXAMPLES = 8;
const PATIENCE_MS = 5000;

/**
 * What another program changed in a portfolio, compared with the newest sound copy; nothing is changed.
 * @throws Problem for what is no portfolio of this format
 */
export const foreignChanges = (path: string, backupFolder: string): ForeignChanges => {
  const db = openPortfolio(path, { checked: true, examining: true });
  try {
    const [parts, obstacles] = [partsOf(db), obstaclesIn(db)];
    const copy = newestComparable(path, backupFolder);
    const compared = copy && readable(() => compareWith(db, copy.path));
    const unreadable = 'what is stored cannot be read';
    if (copy && !compared && !obstacles.includes(unreadable)) obstacles.push(unreadable);
    const { tables, examples } = compared ?? { tables: [], examples: [] };
    return { parts, obstacles, comparedWith: compared ? copy.madeAt : null, tables, examples };
  } finally {
    db.close();
  }
};

export type Accepted = { readonly contentHash: string; readonly parts: number | null };

/**
 * Takes a portfolio as it is though another program has changed it, because its owner says that it is right; that is recorded in it.
 * @throws Problem where its tables do not fit together, or somebody else has it open; nothing is changed then
 */
export const acceptForeignChanges = (path: string): Accepted => {
  refuseObstacles(path);
  const db = openPortfolio(path, { checked: true });
  try {
    const parts = partsOf(db);
    db.transaction(() => {
      const at = Date.now();
      const sentence = 'The file was changed by another program, and accepted as it is';
      db.execute(
        'INSERT INTO change_log (at, kind, sentence, before, after) VALUES (?, ?, ?, NULL, NULL)',
        at,
        'accepted',
        sentence,
      );
      bumpDataVersion(db);
      resetSeal(db.raw);
    });
    if (!db.settle(PATIENCE_MS))
      throw new Problem(
        `${basename(path)} is in use by another program; close it there and accept it again.`,
        { code: 'in-use' },
      );
    if (!isSound(db)) throw damaged(path);
    return { contentHash: contentHash(db), parts };
  } finally {
    db.close();
  }
};

/** Asked of a connection that cannot write: opening for writing already changes the head of the file. */
const refuseObstacles = (path: string): void => {
  const db = openPortfolio(path, { checked: true, examining: true });
  try {
    const [first] = obstaclesIn(db);
    if (first !== undefined)
      throw new Problem(
        `${basename(path)} cannot be accepted: ${first}. Nothing was changed. Restore a safety copy of it.`,
        { code: 'damaged' },
      );
  } finally {
    db.close();
  }
};

const partsOf = (db: Readable): number | null => {
  const expected = db.expectedPages();
  return expected?.kind === 'known' && expected.compare ? wrongPages(expected.compare, db.path).length : null;
};

/** Everything that can be told of a file but whether its pages are those that were saved. */
const obstaclesIn = (db: Readable): string[] => {
  const failed = examine(db).checks.filter(({ id, ok }) => !ok && id !== 'pages');
  return [...new Set(failed.map(({ detail }) => detail))];
};

const newestComparable = (
  path: string,
  backupFolder: string,
): { readonly path: string; readonly madeAt: number } | null => {
  const shelf = new Shelf(backupFolder, path);
  for (const { name, madeAt } of shelf.list()) {
    const copy = shelf.pathOf(name);
    try {
      lookThrough(copy);
      openPortfolio(copy, { checked: true, examining: true }).close();
      return { path: copy, madeAt };
    } catch (error) {
      // damaged itself, or of an earlier format with other tables
      if (!(error instanceof Problem)) throw error;
    }
  }
  return null;
};

/** @returns null where a comparison comes upon damage */
const readable = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (systemFault(error) === 'damaged') return null;
    throw error;
  }
};

type Compared = Pick<ForeignChanges, 'tables' | 'examples'>;

const compareWith = (db: Writable, copy: string): Compared => {
  db.raw.prepare('ATTACH ? AS copy').run(copy);
  try {
    const names = db
      .rows<{ name: string }>(
        "SELECT name FROM copy.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .map(({ name }) => name)
      .filter((name) => !DERIVED.includes(name));
    const tables = names
      .map((name) => ({ name, here: only(db, name, 'main', 'copy'), there: only(db, name, 'copy', 'main') }))
      .filter(({ here, there }) => here + there > 0);
    return { tables, examples: tables.flatMap(({ name }) => changedCells(db, name)).slice(0, EXAMPLES) };
  } finally {
    db.raw.exec('DETACH copy');
  }
};

type Side = 'main' | 'copy';

const only = (db: Readable, table: string, here: Side, there: Side): number =>
  db.row<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT * FROM ${here}.${table} EXCEPT SELECT * FROM ${there}.${table})`,
  )!.n;

/** Cells of rows that both have by the same number. */
const changedCells = (db: Readable, table: string): ForeignChanges['examples'] => {
  // a table without numbers has only new and missing rows
  const [key] = db.rows<{ name: string }>(
    `SELECT name FROM pragma_table_info('${table}') WHERE pk = 1 AND type = 'INTEGER'`,
  );
  if (!key) return [];
  const rows = db.rows<Record<string, Cell>>(
    `SELECT * FROM main.${table} EXCEPT SELECT * FROM copy.${table} LIMIT ${EXAMPLES}`,
  );
  return rows.flatMap((now) => {
    const before = db.row<Record<string, Cell>>(
      `SELECT * FROM copy.${table} WHERE ${key.name} = ?`,
      now[key.name] ?? null,
    );
    if (!before) return [];
    return Object.keys(now)
      .filter((column) => now[column] !== before[column])
      .map((column) => ({
        table,
        column,
        before: String(before[column] ?? ''),
        now: String(now[column] ?? ''),
      }));
  });
};
