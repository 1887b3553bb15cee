import type { Connection } from './connection.ts';
import { readSetting, writeSetting } from './settings.ts';

/** The setting that says whether any line counts otherwise than its file tells it: while none does, nothing is to be recounted. */
const PARTLY = 'countsPartly';

/** Whether the owner has said of anything that it is no sale, or had at the last count. */
export const countsPartly = (db: Connection): boolean =>
  readSetting(db, PARTLY, false) ||
  db.row("SELECT 1 FROM product_mark WHERE role = 'not-a-sale' LIMIT 1") !== undefined;

/**
 * Brings what counts of some orders in step with the owner's word on their products; nothing that a file told is changed.
 * Runs inside the caller's transaction; the stored summaries of the orders' customers are the caller's.
 * @param orders a query of the ids of orders whose lines, or whose products' marks, have changed
 */
export const recountWhatCounts = (db: Connection, orders: string): void => {
  if (!countsPartly(db)) return;
  db.raw.exec(`
    CREATE TEMP TABLE IF NOT EXISTS recounted (order_id INTEGER PRIMARY KEY);
    DELETE FROM recounted;
    INSERT OR IGNORE INTO recounted ${orders};`);
  markProducts(db);
  const counted = 'CASE WHEN product_id IN (SELECT id FROM product WHERE is_sale = 0) THEN 0 END';
  db.execute(
    `UPDATE order_line SET counted_minor = ${counted}
     WHERE order_id IN (SELECT order_id FROM recounted) AND counted_minor IS NOT ${counted}`,
  );
  db.execute(
    `UPDATE sales_order SET (counted_minor, counted_lines) = (
       SELECT CASE WHEN count(l.counted_minor) > 0 THEN sum(l.revenue_minor) END,
              CASE WHEN count(l.counted_minor) > 0 THEN sum(coalesce(p.is_sale, 1)) END
       FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = sales_order.id)
     WHERE id IN (SELECT order_id FROM recounted)`,
  );
  db.raw.exec('DELETE FROM recounted');
  writeSetting(db, PARTLY, db.row('SELECT 1 FROM product WHERE is_sale = 0 LIMIT 1') !== undefined);
};

/** A mark is kept under a product's natural key; the products there are carry it too, for the queries. */
const markProducts = (db: Connection): void => {
  const marked = `(value, kind) IN (SELECT value, kind FROM product_mark WHERE role = 'not-a-sale')`;
  db.execute(`UPDATE product SET is_sale = NOT (${marked}) WHERE is_sale = (${marked})`);
};
