import { isoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Holdings } from '../../../shared/model/safety-copy.ts';
import type { Connection } from '../connection.ts';
import { readSetting } from '../settings.ts';

/** What a portfolio of this format holds. */
export const holdingsOf = (db: Connection): Holdings => {
  const sales = db.row<{ first: string | null; last: string | null; revenue: number | null }>(
    'SELECT min(ordered_on) AS first, max(ordered_on) AS last, sum(revenue_minor) AS revenue FROM sales_order WHERE revenue_lines > 0',
  )!;
  const customers = db.row<{ n: number }>('SELECT count(*) AS n FROM customer')!.n;
  const currency = readSetting<string | null>(db, 'currency', null);
  const last = db.row<{ id: number; file_name: string; imported_at: number }>(
    'SELECT id, file_name, imported_at FROM batch WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1',
  );
  return {
    period: sales.first && sales.last ? { from: isoDay(sales.first), to: isoDay(sales.last) } : null,
    customers,
    revenue: currency === null ? null : { minor: minor(sales.revenue ?? 0), currency },
    lastImport: last ? { batch: last.id, fileName: last.file_name, importedAt: last.imported_at } : null,
  };
};
