import type { Connection } from './connection.ts';

/** The id SQLite gives to the next new row. */
export const nextId = (
  db: Connection,
  table: 'sales_order' | 'order_line' | 'product' | 'customer_identity',
): number => (db.row<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0) + 1;
