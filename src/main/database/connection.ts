import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { Problem } from './problem.ts';
import type { PortfolioFile } from './verify/portfolio-file.ts';
import { breakSeal, settle } from './verify/seal.ts';

type Value = string | number | null;

/** How long the end of a connection waits for others, so that the file is left whole. */
const PATIENCE_MS = 2000;

/**
 * A portfolio's open database. Queries take it as their first argument; nothing in it is asynchronous, so that no
 * other work can come between the statements of a transaction.
 */
export class Connection {
  readonly raw: Database.Database;
  readonly path: string;
  readonly #statements = new Map<string, Database.Statement>();

  /** the bytes behind it; none in memory */
  readonly file: PortfolioFile | null;

  constructor(raw: Database.Database, path: string, file: PortfolioFile | null = null) {
    this.raw = raw;
    this.path = path;
    this.file = file;
  }

  rows<Row>(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.prepare(sql).all(...parameters) as Row[];
  }

  row<Row>(sql: string, ...parameters: readonly Value[]): Row | undefined {
    return this.prepare(sql).get(...parameters) as Row | undefined;
  }

  execute(sql: string, ...parameters: readonly Value[]): Database.RunResult {
    const statement = this.prepare(sql);
    if (this.raw.inTransaction) return statement.run(...parameters);
    return this.transaction(() => statement.run(...parameters));
  }

  /** All or nothing; takes the writer's place at once, so that a second writer waits instead of failing late. */
  transaction<T>(work: () => T): T {
    if (this.raw.inTransaction) return this.raw.transaction(work)();
    this.#refuseIfMoved();
    return this.raw
      .transaction(() => {
        breakSeal(this.raw);
        return work();
      })
      .immediate();
  }

  /** The same for work that waits in between; the caller ends it with COMMIT or ROLLBACK. */
  begin(): void {
    this.#refuseIfMoved();
    this.raw.exec('BEGIN IMMEDIATE');
    breakSeal(this.raw);
  }

  /** Reads that belong together: all of them see the data as of the first. The work must not write. */
  snapshot<T>(work: () => T): T {
    return this.raw.transaction(work).deferred();
  }

  /**
   * Leaves the file whole by itself and sealed, where something was written; then a copy of it is a copy of everything.
   * @param patienceMs how long to wait for others who read or write
   * @returns whether it is
   */
  settle(patienceMs = 0): boolean {
    if (!this.file || this.raw.readonly || this.file.standing() !== 'there') return false;
    return settle(this.raw, this.file, patienceMs);
  }

  close(): void {
    this.#statements.clear();
    try {
      if (this.raw.open && !this.raw.inTransaction) this.settle(PATIENCE_MS);
    } catch {
      // no room, or no longer allowed: what was written stays in the log, where the next opening finds it
    }
    this.raw.close();
    this.file?.close();
  }

  /** What is written to a file without a name is lost with it, and what has its name now is another's. */
  #refuseIfMoved(): void {
    const standing = this.file?.standing() ?? 'there';
    if (standing === 'there') return;
    const name = basename(this.path);
    // the file keeps what was written so far, wherever it is now
    this.raw.pragma('wal_checkpoint(TRUNCATE)');
    throw new Problem(
      standing === 'gone'
        ? `${name} was moved, renamed or deleted while it was open; nothing was changed, and it holds everything up to then. Open it where it is now, or put it back.`
        : `Another file lies in the place of ${name} now; nothing was changed. Close it and open the one you want to go on with.`,
    );
  }

  prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
