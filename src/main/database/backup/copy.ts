import { closeSync, openSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../../shared/model/problem.ts';
import { Writable } from '../connection.ts';
import { contentHash } from '../content-hash.ts';
import { SCHEMA_VERSION } from '../format.ts';
import { isSound } from '../verify/check.ts';
import { PortfolioFile } from '../verify/portfolio-file.ts';
import { resetSeal, settle } from '../verify/seal.ts';
import { flush } from './into-place.ts';

/**
 * Writes a portfolio as a whole file of its own, what still lies in the log too: compacted, sealed, examined, its content
 * compared and flushed.
 * @param to a name that is the caller's; nothing is left there on failure
 * @returns the content hash, null for a portfolio of an earlier format, which has other tables
 * @throws Problem when the portfolio is damaged or the copy is not the same
 */
export const writeCopy = (db: Writable, to: string): string | null => {
  const { raw, path } = db;
  if (!isSound(db))
    throw new Problem(
      `${basename(path)} is damaged or was changed by another program; no copy was made of it, and those there are were kept.`,
    );
  rmSync(to, { force: true });
  try {
    // SQLite would make it readable for others; it takes an empty file of ours
    closeSync(openSync(to, 'wx', 0o600));
    raw.prepare('VACUUM INTO ?').run(to);
    const hash = sameContent(db, to);
    flush(to);
    return hash;
  } catch (error) {
    for (const suffix of ['', '-journal']) rmSync(`${to}${suffix}`, { force: true });
    throw error;
  }
};

const sameContent = (db: Writable, to: string): string | null => {
  const copy = new Writable(new Database(to), to, PortfolioFile.open(to));
  try {
    if (hasSeal(db)) {
      resetSeal(copy.raw);
      settle(copy.raw, copy.file!, 0);
    }
    const [check] = copy.raw.pragma('integrity_check(1)') as { integrity_check: string }[];
    const current = db.raw.pragma('user_version', { simple: true }) === SCHEMA_VERSION;
    const hash = current ? contentHash(copy) : null;
    if (check?.integrity_check !== 'ok' || !(current ? hash === contentHash(db) : sameRows(db, copy)))
      throw new Problem(`The safety copy of ${basename(db.path)} did not verify; nothing was changed.`);
    return hash;
  } finally {
    copy.raw.close();
    copy.file?.close();
  }
};

const hasSeal = (db: Writable): boolean =>
  db.row("SELECT 1 FROM sqlite_schema WHERE name = 'seal'") !== undefined;

/** Of a portfolio of an earlier format it is enough that each table has as many rows. */
const sameRows = (a: Writable, b: Writable): boolean =>
  (
    a.raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all() as string[]
  ).every((table) => {
    const count = `SELECT count(*) FROM "${table}"`;
    return a.raw.prepare(count).pluck().get() === b.raw.prepare(count).pluck().get();
  });
