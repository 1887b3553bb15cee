import type Database from 'better-sqlite3';

type Value = string | number | null;

/**
 * A portfolio's open database. Queries take it as their first argument; nothing in it is asynchronous, so that no
 * other work can come between the statements of a transaction.
 */
export class Connection {
  readonly raw: Database.Database;
  readonly path: string;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(raw: Database.Database, path: string) {
    this.raw = raw;
    this.path = path;
  }

  rows<Row>(sql: string, ...parameters: readonly Value[]): Row[] {
    return this.prepare(sql).all(...parameters) as Row[];
  }

  row<Row>(sql: string, ...parameters: readonly Value[]): Row | undefined {
    return this.prepare(sql).get(...parameters) as Row | undefined;
  }

  execute(sql: string, ...parameters: readonly Value[]): Database.RunResult {
    return this.prepare(sql).run(...parameters);
  }

  /** All or nothing; takes the writer's place at once, so that a second writer waits instead of failing late. */
  transaction<T>(work: () => T): T {
    return this.raw.transaction(work).immediate();
  }

  /** Reads that belong together: all of them see the data as of the first. The work must not write. */
  snapshot<T>(work: () => T): T {
    return this.raw.transaction(work).deferred();
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
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
