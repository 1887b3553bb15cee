import type { Connection } from '../../database/connection.ts';

const BULK_TABLES = ['order_line', 'sales_order', 'customer_identity', 'product'];

type Index = { readonly name: string; readonly sql: string };

/** In tables that are empty yet, indexes are made after the load, which is faster than keeping them up row by row. */
export class BulkIndexes {
  readonly #db: Connection;
  readonly #indexes: readonly Index[];
  /** there were no orders */
  readonly dropped: boolean;

  constructor(db: Connection) {
    const empty = BULK_TABLES.filter((table) => !db.row(`SELECT 1 FROM ${table} LIMIT 1`));
    this.#db = db;
    this.dropped = empty.includes('sales_order');
    this.#indexes = empty.flatMap((table) =>
      db.rows<Index>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
        table,
      ),
    );
    for (const { name } of this.#indexes) db.raw.exec(`DROP INDEX ${name}`);
    // rows without indexes are written one page after the other: a large cache would only fill up
    if (this.dropped) db.raw.pragma('cache_size = -2000');
  }

  restore(): void {
    if (this.dropped) this.#db.raw.pragma('cache_size = -8000');
    for (const { sql } of this.#indexes) this.#db.raw.exec(sql);
  }
}
