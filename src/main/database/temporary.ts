import type { Readable } from './connection.ts';
import { q, type Value } from './query.ts';

const COLUMNS = {
  expanded: 'order_id INTEGER PRIMARY KEY',
  marked: 'product_id INTEGER PRIMARY KEY',
  recounted: 'order_id INTEGER PRIMARY KEY',
  told_tax: 'first_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL',
  touched: 'order_id INTEGER PRIMARY KEY',
} as const;

/** Tables that one connection makes for a piece of work; no part of a portfolio, and not seen by any other connection. */
type TemporaryTables = {
  /** orders whose totals an import expands into lines */
  expanded: { order_id: number };
  /** products whose mark changes */
  marked: { product_id: number };
  /** orders whose revenue is counted anew */
  recounted: { order_id: number };
  /** ids of lines whose file told the tax, as ranges that do not overlap */
  told_tax: { first_id: number; last_id: number };
  /** orders that an undo changes */
  touched: { order_id: number };
};

/** As `q`, with the temporary tables beside the portfolio's own. */
export const temporary = q.withTables<TemporaryTables>();

/** Makes a temporary table, or empties it, and puts rows into it; also a connection that only reads may have one. */
export const fillTemporary = (
  db: Readable,
  table: keyof TemporaryTables,
  rows: Iterable<readonly Value[]> = [],
): void => db.temporaryTable(table, COLUMNS[table], rows);
