import type { UndoneImport } from '../../shared/model/importing.ts';
import type { Connection } from '../database/connection.ts';
import { contentHash } from '../database/content-hash.ts';
import { orderSums } from '../database/order-sums.ts';
import { Problem } from '../database/problem.ts';
import { bumpDataVersion, writeSetting } from '../database/settings.ts';
import { claimsOf, claimsOfOthers, type IdRange, subtract } from './line-claims.ts';
import { settleProductNames } from './product-names.ts';
import { recogniseCustomers } from './recognise.ts';
import { refreshSummaries } from './summaries.ts';

/**
 * Takes one import back exactly: the batch withdraws its claims; a line goes with its last one, an order with its last
 * line, a customer or product with the last import that names it. What only this import said differently goes too.
 * @throws Problem when there is no such import or it is undone already
 */
export const undoImport = (db: Connection, batch: number): UndoneImport => {
  db.raw.pragma('foreign_keys = OFF');
  try {
    return db.transaction(() => undo(db, batch));
  } finally {
    db.raw.pragma('foreign_keys = ON');
  }
};

const undo = (db: Connection, batch: number): UndoneImport => {
  const row = db.row<{ undone_at: number | null }>('SELECT undone_at FROM batch WHERE id = ?', batch);
  if (!row) throw new Problem(`There is no import ${batch} in this portfolio.`);
  if (row.undone_at !== null) throw new Problem(`Import ${batch} is undone already.`);
  const mine = claimsOf(db, batch);
  const alone = subtract(mine, claimsOfOthers(db, batch));
  db.execute('DELETE FROM line_claim WHERE batch_id = ?', batch);
  db.execute('DELETE FROM line_variant WHERE batch_id = ?', batch);
  db.execute('DELETE FROM order_variant WHERE batch_id = ?', batch);
  db.raw.exec('CREATE TEMP TABLE IF NOT EXISTS touched (order_id INTEGER PRIMARY KEY); DELETE FROM touched;');
  for (const { first, last } of mine)
    db.execute(
      'INSERT OR IGNORE INTO touched SELECT order_id FROM order_line WHERE id BETWEEN ? AND ?',
      first,
      last,
    );
  const kept = promoteVariants(db, alone);
  const removed = removeLines(db, subtract(alone, kept));
  const stale = customersOfTouched(db);
  removeEmptyOrders(db);
  settleOrderHeads(db);
  recount(db);
  removeNames(db, batch);
  const recognised = recogniseCustomers(db);
  const left = db.row('SELECT 1 FROM sales_order LIMIT 1') !== undefined;
  const present = new Set(db.rows<{ id: number }>('SELECT id FROM customer').map(({ id }) => id));
  refreshSummaries(
    db,
    left ? [...new Set([...stale, ...recognised.touched])].filter((id) => present.has(id)) : 'all',
  );
  if (!left) writeSetting(db, 'currency', null);
  db.execute('UPDATE batch SET undone_at = ? WHERE id = ?', Date.now(), batch);
  db.execute(
    "INSERT INTO change_log (at, kind, sentence, before) VALUES (?, 'undo-import', ?, ?)",
    Date.now(),
    `Undid import ${batch}`,
    JSON.stringify({ batch }),
  );
  bumpDataVersion(db);
  return { batch, linesRemoved: removed, linesKept: lengthOf(mine) - removed, contentHash: contentHash(db) };
};

const lengthOf = (ranges: readonly IdRange[]): number =>
  ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0);

/** A line that loses its last claim, but which a later import brought with other content, becomes that import's. */
const promoteVariants = (db: Connection, alone: readonly IdRange[]): IdRange[] => {
  const kept: IdRange[] = [];
  for (const { first, last } of alone) {
    const variants = db.rows<{ line_id: number; batch_id: number }>(
      'SELECT line_id, min(batch_id) AS batch_id FROM line_variant WHERE line_id BETWEEN ? AND ? GROUP BY line_id',
      first,
      last,
    );
    for (const { line_id, batch_id } of variants) {
      db.execute(
        `UPDATE order_line SET (product_id, quantity_micro, unit_price_micro, amount_minor, discount_minor, tax_minor, shipping_minor, source_row) =
           (SELECT product_id, quantity_micro, unit_price_micro, amount_minor, discount_minor, tax_minor, shipping_minor, source_row
            FROM line_variant WHERE line_id = ? AND batch_id = ?) WHERE id = ?`,
        line_id,
        batch_id,
        line_id,
      );
      db.execute('DELETE FROM line_variant WHERE line_id = ? AND batch_id = ?', line_id, batch_id);
      db.execute('INSERT INTO line_claim VALUES (?,?,?)', batch_id, line_id, line_id);
      kept.push({ first: line_id, last: line_id });
    }
  }
  return kept;
};

const removeLines = (db: Connection, ranges: readonly IdRange[]): number =>
  ranges.reduce(
    (sum, { first, last }) =>
      sum + db.execute('DELETE FROM order_line WHERE id BETWEEN ? AND ?', first, last).changes,
    0,
  );

const customersOfTouched = (db: Connection): number[] =>
  db
    .rows<{ id: number }>(
      `SELECT DISTINCT i.customer_id AS id FROM touched t JOIN sales_order o ON o.id = t.order_id JOIN customer_identity i ON i.id = o.identity_id`,
    )
    .map(({ id }) => id);

const removeEmptyOrders = (db: Connection): void => {
  const empty = `SELECT t.order_id FROM touched t WHERE NOT EXISTS (SELECT 1 FROM order_line l WHERE l.order_id = t.order_id)`;
  db.execute(`DELETE FROM order_variant WHERE order_id IN (${empty})`);
  db.execute(`DELETE FROM sales_order WHERE id IN (${empty})`);
};

/** An order is headed as the first of the remaining imports that bring it heads it. */
const settleOrderHeads = (db: Connection): void => {
  const orders = db.rows<{ id: number }>(
    'SELECT DISTINCT v.order_id AS id FROM order_variant v JOIN touched t ON t.order_id = v.order_id',
  );
  for (const { id } of orders) {
    const first = db.row<{ batch: number | null }>(
      'SELECT min(c.batch_id) AS batch FROM order_line l JOIN line_claim c ON l.id BETWEEN c.first_id AND c.last_id WHERE l.order_id = ?',
      id,
    )?.batch;
    if (first == null) continue;
    const changed = db.execute(
      `UPDATE sales_order SET (number, identity_id, ordered_on, second_of_day, refers_to, pending) =
         (SELECT number, identity_id, ordered_on, second_of_day, refers_to, pending FROM order_variant WHERE order_id = ?1 AND batch_id = ?2)
       WHERE id = ?1 AND EXISTS (SELECT 1 FROM order_variant WHERE order_id = ?1 AND batch_id = ?2)`,
      id,
      first,
    ).changes;
    if (changed > 0) db.execute('DELETE FROM order_variant WHERE order_id = ? AND batch_id = ?', id, first);
  }
};

/** Totals and digest of the touched orders, from the lines they still have. */
const recount = (db: Connection): void => {
  const update = db.prepare('UPDATE sales_order SET line_count = ?, net_minor = ?, digest = ? WHERE id = ?');
  for (const [order, { count, net, digest }] of orderSums(db, 'JOIN touched t ON t.order_id = l.order_id')) {
    update.run(count, net, digest, order);
  }
};

/** Products and identities live as long as an import names them; their names follow the imports that remain. */
const removeNames = (db: Connection, batch: number): void => {
  db.execute('DELETE FROM product_claim WHERE batch_id = ?', batch);
  db.execute('DELETE FROM product WHERE id NOT IN (SELECT product_id FROM product_claim)');
  settleProductNames(db);
  db.execute('DELETE FROM identity_claim WHERE batch_id = ?', batch);
  db.execute('DELETE FROM customer_identity WHERE id NOT IN (SELECT identity_id FROM identity_claim)');
};
