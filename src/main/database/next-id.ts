import type { Readable } from './connection.ts';
import { q } from './query.ts';

/** The id SQLite gives to the next new row. */
export const nextId = (
  db: Readable,
  table: 'sales_order' | 'order_line' | 'product' | 'customer_identity',
): number =>
  (db.get(q.selectFrom(table).select(({ fn }) => fn.max<number | null>('id').as('id')))?.id ?? 0) + 1;
