import type { Settings } from '../../shared/model/portfolio.ts';
import { taxMicro } from '../../shared/model/tax.ts';
import type { Connection } from './connection.ts';
import { readSetting, readSettings, writeSetting } from './settings.ts';

/** The setting that says whether any line counts otherwise than its file tells it: while none does, nothing is to be recounted. */
const PARTLY = 'countsPartly';

/** Whether the owner has said of anything that it counts only in part, or had at the last count. */
export const countsPartly = (db: Connection): boolean =>
  readSetting(db, PARTLY, false) ||
  taxInPrices(readSettings(db)) !== null ||
  db.row("SELECT 1 FROM product_mark WHERE role = 'not-a-sale' LIMIT 1") !== undefined;

type TaxAnswer = Pick<Settings, 'pricesIncludeTax' | 'taxRate'>;

/** The tax that is in the amounts, in millionths of them without it; null where there is none to be taken off. */
export const taxInPrices = ({ pricesIncludeTax, taxRate }: TaxAnswer): number | null => {
  return pricesIncludeTax === 'included' && taxRate !== null ? taxMicro(taxRate) : null;
};

/** A test of a batch `b`: its file told the tax itself, and its amounts are without it. */
export const TOLD_TAX =
  "coalesce(json_extract(b.reading, '$.taxTold'), EXISTS (SELECT 1 FROM json_each(b.reading, '$.mapping') WHERE value = 'line.tax'))";

/**
 * Brings what counts of some orders in step with the owner's word on products and tax; nothing that a file told is changed.
 * Runs inside the caller's transaction; the stored summaries of the orders' customers are the caller's.
 * @param orders a query of the ids of orders whose lines, or what is said of these, have changed
 */
export const recountWhatCounts = (db: Connection, orders: string): void => {
  if (!countsPartly(db)) return;
  markProducts(db);
  db.raw.exec(`
    CREATE TEMP TABLE IF NOT EXISTS recounted (order_id INTEGER PRIMARY KEY);
    DELETE FROM recounted;
    INSERT OR IGNORE INTO recounted ${orders};`);
  db.execute(
    `UPDATE order_line SET counted_minor =
       CASE WHEN product_id IN (SELECT id FROM product WHERE is_sale = 0) THEN 0 ELSE ${withoutItsTax(db)} END
     WHERE order_id IN (SELECT order_id FROM recounted)`,
  );
  db.execute(
    `UPDATE sales_order SET (counted_minor, counted_lines) = (
       SELECT CASE WHEN count(l.counted_minor) > 0 THEN sum(l.revenue_minor) END,
              CASE WHEN count(l.counted_minor) > 0 THEN sum(coalesce(p.is_sale, 1)) END
       FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = sales_order.id)
     WHERE id IN (SELECT order_id FROM recounted)`,
  );
  db.raw.exec('DELETE FROM recounted');
  const noSale = db.row('SELECT 1 FROM product WHERE is_sale = 0 LIMIT 1') !== undefined;
  writeSetting(db, PARTLY, noSale || taxInPrices(readSettings(db)) !== null);
};

/** SQL of a line of `order_line`: what it counts if it is a sale. */
export const asSale = (db: Connection): string => `coalesce(${withoutItsTax(db)}, amount_minor)`;

/** SQL of a line of `order_line`: its amount without the tax in it, as `withoutTax` rounds it; NULL where none is to be taken off. */
const withoutItsTax = (db: Connection): string => {
  const tax = taxInPrices(readSettings(db));
  if (tax === null) return 'NULL';
  const micro = `coalesce((SELECT tax_micro FROM product WHERE id = order_line.product_id), ${tax})`;
  return `(SELECT CASE WHEN micro = 0 OR order_line.tax_minor <> 0 OR ${toldTax(db)} THEN NULL ELSE
    CAST((2000000 * order_line.amount_minor + CASE WHEN order_line.amount_minor < 0 THEN -1000000 - micro ELSE 1000000 + micro END)
      / (2000000 + 2 * micro) AS INTEGER) END FROM (SELECT ${micro} AS micro))`;
};

/** A test of a line: whether a file that told the tax brought it. */
const toldTax = (db: Connection): string => {
  db.raw.exec(`
    CREATE TEMP TABLE IF NOT EXISTS told_tax (first_id INTEGER PRIMARY KEY, last_id INTEGER NOT NULL);
    DELETE FROM told_tax;`);
  const ranges = db.rows<{ first: number; last: number }>(
    `SELECT c.first_id AS first, c.last_id AS last FROM line_claim c JOIN batch b ON b.id = c.batch_id WHERE ${TOLD_TAX} ORDER BY 1`,
  );
  const insert = db.prepare('INSERT INTO told_tax VALUES (?, ?)');
  let end = -1;
  for (const { first, last } of ranges) {
    if (last > end) insert.run(Math.max(first, end + 1), last);
    end = Math.max(end, last);
  }
  return 'coalesce((SELECT last_id FROM told_tax WHERE first_id <= order_line.id ORDER BY first_id DESC LIMIT 1), -1) >= order_line.id';
};

/** What is said of a product is kept under its natural key; the products there are carry it too, for the queries. */
const markProducts = (db: Connection): void => {
  const noSale = `(value, kind) IN (SELECT value, kind FROM product_mark WHERE role = 'not-a-sale')`;
  db.execute(`UPDATE product SET is_sale = NOT (${noSale}) WHERE is_sale = (${noSale})`);
  const tax = `(SELECT m.tax_micro FROM product_mark m WHERE m.value = product.value AND m.kind = product.kind)`;
  db.execute(`UPDATE product SET tax_micro = ${tax} WHERE tax_micro IS NOT ${tax}`);
};
