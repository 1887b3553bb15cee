import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import type { Select, Value, Write } from './query.ts';
import type { PortfolioFile } from './verify/portfolio-file.ts';
import { breakSeal, settle } from './verify/seal.ts';
import { type Expected, expectedOf } from './verify/verify.ts';

/** What SQLite gives for a column of a row. */
export type Cell = string | number | null;

/** How long the end of a connection waits for others, so that the file is left whole. */
const PATIENCE_MS = 2000;

/**
 * A portfolio's open database for reading: what takes it cannot write, which the compiler holds for composed queries and
 * {@link Readable.rows} refuses for SQL. Queries take it as their first argument; nothing in it is asynchronous, so that
 * no other work can come between the statements of a transaction.
 */
export class Readable {
  readonly path: string;
  /** the bytes behind it; none in memory */
  readonly file: PortfolioFile | null;
  protected readonly database: Database.Database;
  readonly #rows = new Map<string, Database.Statement>();
  readonly #cells = new Map<string, Database.Statement>();

  constructor(database: Database.Database, path: string, file: PortfolioFile | null = null) {
    this.database = database;
    this.path = path;
    this.file = file;
  }

  /** What the pages of the file should be; null in memory. */
  expectedPages(): Expected | null {
    return this.file ? expectedOf(this.database, this.file) : null;
  }

  get open(): boolean {
    return this.database.open;
  }

  /** The rows of a composed query. */
  all<Row>(query: Select<Row>): Row[] {
    const { sql, parameters } = query.compile();
    return this.#reading(sql).all(...bindable(parameters)) as Row[];
  }

  /** The first row of a composed query. */
  get<Row>(query: Select<Row>): Row | undefined {
    const { sql, parameters } = query.compile();
    return this.#reading(sql).get(...bindable(parameters)) as Row | undefined;
  }

  /** The rows of a SELECT written by hand; docs/decisions/kysely.md lists which are. */
  rows<Row>(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.#reading(sql).all(...parameters) as Row[];
  }

  /** The first row of a SELECT written by hand. */
  row<Row>(sql: string, ...parameters: readonly Value[]): Row | undefined {
    return this.#reading(sql).get(...parameters) as Row | undefined;
  }

  /** Rows as arrays of their columns, for many rows: an object for each costs more than reading it. */
  cells<Row extends readonly Cell[]>(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.#listing(sql).all(...parameters) as Row[];
  }

  /** As {@link cells}, one row after the other; meanwhile the connection can read other things, but not write. */
  eachCells<Row extends readonly Cell[]>(sql: string, ...parameters: readonly Value[]): Iterable<Row> {
    return this.#listing(sql).iterate(...parameters) as Iterable<Row>;
  }

  /** Reads that belong together: all of them see the data as of the first. */
  snapshot<T>(work: () => T): T {
    return this.database.transaction(work).deferred();
  }

  /**
   * Makes a table of this connection alone, or empties it, and fills it. It is no part of the portfolio, which stays as it is.
   * @param columns their definitions in SQL
   */
  temporaryTable(name: string, columns: string, rows: Iterable<readonly Value[]>): void {
    this.database.exec(`CREATE TEMP TABLE IF NOT EXISTS ${name} (${columns}); DELETE FROM temp.${name};`);
    let insert: Database.Statement | undefined;
    for (const row of rows) {
      insert ??= this.database.prepare(`INSERT INTO temp.${name} VALUES (${row.map(() => '?').join(', ')})`);
      insert.run(...row);
    }
  }

  close(): void {
    this.#rows.clear();
    this.#cells.clear();
    this.database.close();
    this.file?.close();
  }

  #reading(sql: string): Database.Statement {
    let statement = this.#rows.get(sql);
    if (!statement) {
      statement = this.#select(sql);
      this.#rows.set(sql, statement);
    }
    return statement;
  }

  #listing(sql: string): Database.Statement {
    let statement = this.#cells.get(sql);
    if (!statement) {
      statement = this.#select(sql).raw();
      this.#cells.set(sql, statement);
    }
    return statement;
  }

  /** @throws TypeError for a statement that would write */
  #select(sql: string): Database.Statement {
    const statement = this.database.prepare(sql);
    if (!statement.readonly) throw new TypeError(`not a query that only reads: ${sql}`);
    return statement;
  }
}

/** A portfolio's open database for reading and writing. */
export class Writable extends Readable {
  readonly #statements = new Map<string, Database.Statement>();

  /** better-sqlite3's own connection, for pragmas, temporary tables and transactions that span asynchronous work. */
  get raw(): Database.Database {
    return this.database;
  }

  /** Runs a composed insert, update or delete. */
  run(query: Write): Database.RunResult {
    const { sql, parameters } = query.compile();
    return this.execute(sql, ...bindable(parameters));
  }

  /** Runs a statement written by hand. */
  execute(sql: string, ...parameters: readonly Value[]): Database.RunResult {
    const statement = this.prepare(sql);
    if (this.raw.inTransaction) return statement.run(...parameters);
    return this.transaction(() => statement.run(...parameters));
  }

  /** All or nothing; takes the writer's place at once, so that a second writer waits instead of failing late. */
  transaction<T>(work: () => T): T {
    if (this.raw.inTransaction) return this.raw.transaction(work)();
    this.refuseIfMoved();
    return this.raw
      .transaction(() => {
        breakSeal(this.raw);
        return work();
      })
      .immediate();
  }

  /** The same for work that waits in between; the caller ends it with COMMIT or ROLLBACK. */
  begin(): void {
    this.refuseIfMoved();
    this.raw.exec('BEGIN IMMEDIATE');
    breakSeal(this.raw);
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

  /**
   * What is written to a file without a name is lost with it, and what has its name now is another's.
   * @throws Problem where the file was moved, deleted or exchanged
   */
  refuseIfMoved(): void {
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

  /** A statement for a loop of many rows, kept for the next one. */
  prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  override close(): void {
    this.#statements.clear();
    try {
      if (this.raw.open && !this.raw.inTransaction) this.settle(PATIENCE_MS);
    } catch {
      // no room, or no longer allowed: what was written stays in the log, where the next opening finds it
    }
    super.close();
  }
}

/** @throws TypeError for what SQLite has no kind for, which better-sqlite3 would refuse less clearly or turn into NULL */
export const bindable = (parameters: readonly unknown[]): readonly Value[] => {
  for (const value of parameters) {
    if (value === null || typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)))
      continue;
    throw new TypeError(`not a parameter of a query: ${value instanceof Date ? 'a Date' : String(value)}`);
  }
  return parameters as readonly Value[];
};

/** The older name of {@link Writable}. */
export type Connection = Writable;
