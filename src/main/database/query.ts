// The only file that loads Kysely (held by the linter): it composes and types queries, the connection runs them.
import {
  type CompiledQuery,
  type DeleteResult,
  DummyDriver,
  type Expression,
  type InsertResult,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type UpdateResult,
} from 'kysely';
import type { Tables } from './tables.ts';

export { type Expression, type ExpressionBuilder, type Selectable, sql } from 'kysely';
export type { Tables } from './tables.ts';

/**
 * Composes queries over the tables of a portfolio; it has no connection of its own.
 * @example db.all(q.selectFrom('sales_order').select('number').where('ordered_on', '<=', asOf))
 */
export const q = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A composed query that only reads, with the shape of its rows. */
export type Select<Row> = {
  readonly isSelectQueryBuilder: true;
  /** never there at run time: keeps queries of different rows apart */
  readonly expressionType?: Row | undefined;
  compile(): CompiledQuery<Row>;
};

/** A composed query of the ids of orders, for what is to be done to these orders alone. */
export type OrderIds = Select<{ readonly id: number }> & Expression<{ readonly id: number }>;

/** A composed insert, update or delete that gives no rows back. */
export type Write = {
  returningAll(...tables: never): unknown;
  executeTakeFirst(): Promise<InsertResult | UpdateResult | DeleteResult>;
  compile(): CompiledQuery;
};

/** What SQLite takes as a parameter. There is no boolean and no date: truth is 0 or 1, a day is its text. */
export type Value = string | number | null;

/** Stands for a parameter while a query is composed once for all calls. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  [Symbol.toPrimitive](): never {
    throw new TypeError(`${this.name} has no value while the query is composed`);
  }
}

/**
 * A query for hot paths: composed and compiled at its first use, after which a call costs only its parameters.
 * @param compose must use its parameters as values of the query alone, never to decide what is composed
 * @example const named = once((p: { name: string }) => q.selectFrom('setting').select('value').where('name', '=', p.name));
 *   db.get(named({ name }))
 */
export const once = <P extends Readonly<Record<string, Value>>, Row>(
  compose: (parameters: P) => Select<Row>,
): ((parameters: P) => Select<Row>) => {
  let compiled: CompiledQuery<Row> | undefined;
  // Kysely passes on as a parameter what it does not know
  const names = new Proxy({} as P, { get: (_, name) => new Placeholder(String(name)) });
  return (parameters) => ({
    isSelectQueryBuilder: true,
    compile: () => {
      compiled ??= compose(names).compile();
      return {
        ...compiled,
        parameters: compiled.parameters.map((value) =>
          value instanceof Placeholder ? parameters[value.name] : value,
        ),
      };
    },
  });
};
