import type Database from 'better-sqlite3';
import type { Select, Value, Write } from './query.ts';

/** What SQLite gives for a column of a row. */
export type Cell = string | number | null;

/**
 * A portfolio's open database for reading: what takes it cannot write, which the compiler holds for composed queries and
 * {@link Readable.rows} refuses for SQL. Queries take it as their first argument; nothing in it is asynchronous, so that
 * no other work can come between the statements of a transaction.
 */
export class Readable {
  readonly path: string;
  protected readonly database: Database.Database;
  readonly #rows = new Map<string, Database.Statement>();
  readonly #cells = new Map<string, Database.Statement>();

  constructor(database: Database.Database, path: string) {
    this.database = database;
    this.path = path;
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

  close(): void {
    this.#rows.clear();
    this.#cells.clear();
    this.database.close();
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
    return this.prepare(sql).run(...bindable(parameters));
  }

  /** Runs a statement written by hand. */
  execute(sql: string, ...parameters: readonly Value[]): Database.RunResult {
    return this.prepare(sql).run(...parameters);
  }

  /** All or nothing; takes the writer's place at once, so that a second writer waits instead of failing late. */
  transaction<T>(work: () => T): T {
    return this.raw.transaction(work).immediate();
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
    super.close();
  }
}

/** @throws TypeError for what SQLite has no kind for, which better-sqlite3 would refuse less clearly or turn into NULL */
const bindable = (parameters: readonly unknown[]): readonly Value[] => {
  for (const value of parameters) {
    if (value === null || typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value)))
      continue;
    throw new TypeError(`not a parameter of a query: ${value instanceof Date ? 'a Date' : String(value)}`);
  }
  return parameters as readonly Value[];
};

/** The older name of {@link Writable}. */
export type Connection = Writable;
