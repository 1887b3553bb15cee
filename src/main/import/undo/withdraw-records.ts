import { TABLES_OF_RECORDS } from '../../../shared/model/import-kind.ts';
import type { Connection } from '../../database/connection.ts';

/**
 * Takes back what a batch says besides sales. What an earlier or later import says of the same thing stands.
 * @returns how many records the batch had, and how many of them nobody else says
 */
export const withdrawRecords = (
  db: Connection,
  batch: number,
): { readonly withdrawn: number; readonly removed: number } => {
  let withdrawn = 0;
  let removed = 0;
  for (const { name: table } of TABLES_OF_RECORDS) {
    removed += db.row<{ n: number }>(
      `SELECT count(*) AS n FROM ${table} r WHERE r.batch_id = ? AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.key = r.key AND o.batch_id <> r.batch_id)`,
      batch,
    )!.n;
    withdrawn += db.execute(`DELETE FROM ${table} WHERE batch_id = ?`, batch).changes;
  }
  for (const table of ['customer_trait', 'consent'])
    db.execute(`DELETE FROM ${table} WHERE batch_id = ?`, batch);
  return { withdrawn, removed };
};
