import type { Settings } from '../../shared/model/portfolio.ts';
import { taxMicro } from '../../shared/model/tax.ts';
import type { Readable, Writable } from './connection.ts';
import { type Expression, type ExpressionBuilder, type OrderIds, q, sql, type Tables } from './query.ts';
import { readSetting, readSettings, writeSetting } from './settings.ts';
import { fillTemporary, temporary } from './temporary.ts';

/** The setting that says whether any line counts otherwise than its file tells it: while none does, nothing is to be recounted. */
const PARTLY = 'countsPartly';

/** Whether the owner has said of anything that it counts only in part, or had at the last count. */
export const countsPartly = (db: Readable): boolean =>
  readSetting(db, PARTLY, false) ||
  taxInPrices(readSettings(db)) !== null ||
  db.get(q.selectFrom('product_mark').select('value').where('role', '=', 'not-a-sale').limit(1)) !==
    undefined;

type TaxAnswer = Pick<Settings, 'pricesIncludeTax' | 'taxRate'>;

/** The tax that is in the amounts, in millionths of them without it; null where there is none to be taken off. */
export const taxInPrices = ({ pricesIncludeTax, taxRate }: TaxAnswer): number | null => {
  return pricesIncludeTax === 'included' && taxRate !== null ? taxMicro(taxRate) : null;
};

/**
 * 1 for a batch whose file told the tax itself, so that its amounts are without it.
 * @param reading the batch's column of that name
 */
export const toldTax = (reading: Expression<string>): Expression<number> =>
  sql`coalesce(json_extract(${reading}, '$.taxTold'), EXISTS (SELECT 1 FROM json_each(${reading}, '$.mapping') WHERE value = 'line.tax'))`;

/**
 * Recomputes what counts of some orders from what the owner has said of products and tax; nothing that a file told is
 * changed. Runs inside the caller's transaction; the stored summaries of the orders' customers are the caller's.
 * @param orders whose lines, or what is said of these, have changed
 */
export const recountWhatCounts = (db: Writable, orders: OrderIds): void => {
  if (!countsPartly(db)) return;
  markProducts(db);
  fillTemporary(db, 'recounted');
  db.run(temporary.insertInto('recounted').orIgnore().columns(['order_id']).expression(orders));
  const recounted = temporary.selectFrom('recounted').select('order_id');
  const noSale = q.selectFrom('product').select('id').where('is_sale', '=', 0);
  db.run(
    temporary
      .updateTable('order_line')
      .set({
        counted_minor: sql`CASE WHEN product_id IN (${noSale}) THEN 0 ELSE ${withoutItsTax(db)} END`,
      })
      .where('order_id', 'in', recounted),
  );
  // one look at the lines for both columns, which Kysely's set has no words for
  db.execute(
    `UPDATE sales_order SET (counted_minor, counted_lines) = (
       SELECT CASE WHEN count(l.counted_minor) > 0 THEN sum(l.revenue_minor) END,
              CASE WHEN count(l.counted_minor) > 0 THEN sum(coalesce(p.is_sale, 1)) END
       FROM order_line l LEFT JOIN product p ON p.id = l.product_id WHERE l.order_id = sales_order.id)
     WHERE id IN (SELECT order_id FROM recounted)`,
  );
  db.run(temporary.deleteFrom('recounted'));
  const partly = db.get(noSale.limit(1)) !== undefined || taxInPrices(readSettings(db)) !== null;
  writeSetting(db, PARTLY, partly);
};

/** What a line of `order_line` counts if it is a sale, minor units. */
export const asSale = (db: Readable): Expression<number> =>
  sql`coalesce(${withoutItsTax(db)}, order_line.amount_minor)`;

/** The amount of a line of `order_line` without the tax in it, as `withoutTax` rounds it; NULL where none is to be taken off. */
const withoutItsTax = (db: Readable): Expression<number | null> => {
  const tax = taxInPrices(readSettings(db));
  if (tax === null) return sql`NULL`;
  // written into the text: a parameter would be bound as a real number, and the division must stay whole
  const usual = sql.lit(tax);
  const micro = sql`coalesce((SELECT tax_micro FROM product WHERE id = order_line.product_id), ${usual})`;
  return sql`(SELECT CASE WHEN micro = 0 OR order_line.tax_minor <> 0 OR ${isToldTax(db)} THEN NULL ELSE
    CAST((2000000 * order_line.amount_minor + CASE WHEN order_line.amount_minor < 0 THEN -1000000 - micro ELSE 1000000 + micro END)
      / (2000000 + 2 * micro) AS INTEGER) END FROM (SELECT ${micro} AS micro))`;
};

/** Whether a file that told the tax brought a line of `order_line`. */
const isToldTax = (db: Readable): Expression<boolean> => {
  fillTemporary(db, 'told_tax', withoutOverlap(toldRanges(db)));
  return sql`coalesce((SELECT last_id FROM told_tax WHERE first_id <= order_line.id ORDER BY first_id DESC LIMIT 1), -1) >= order_line.id`;
};

type IdRange = readonly [first: number, last: number];

/** Ids of the lines of files that told the tax, ascending. */
const toldRanges = (db: Readable): readonly IdRange[] =>
  db
    .all(
      q
        .selectFrom('line_claim as c')
        .innerJoin('batch as b', 'b.id', 'c.batch_id')
        .select(['c.first_id', 'c.last_id'])
        .where(({ eb, ref }) => eb(toldTax(ref('b.reading')), '=', 1))
        .orderBy('c.first_id'),
    )
    .map(({ first_id, last_id }) => [first_id, last_id]);

function* withoutOverlap(ranges: readonly IdRange[]): Iterable<IdRange> {
  let end = -1;
  for (const [first, last] of ranges) {
    if (last > end) yield [Math.max(first, end + 1), last];
    end = Math.max(end, last);
  }
}

/** What is said of a product is kept under its natural key; the products there are carry it too, for the queries. */
const markProducts = (db: Writable): void => {
  const noSale = sql`(value, kind) IN (SELECT value, kind FROM product_mark WHERE role = 'not-a-sale')`;
  db.run(
    q
      .updateTable('product')
      .set({ is_sale: sql`NOT (${noSale})` })
      .where('is_sale', '=', sql<number>`(${noSale})`),
  );
  db.run(
    q
      .updateTable('product')
      .set((product) => ({ tax_micro: taxOfMark(product) }))
      .where('tax_micro', 'is not', taxOfMark),
  );
};

const taxOfMark = ({ selectFrom }: ExpressionBuilder<Tables, 'product'>) =>
  selectFrom('product_mark as m')
    .select('m.tax_micro')
    .whereRef('m.value', '=', 'product.value')
    .whereRef('m.kind', '=', 'product.kind');
