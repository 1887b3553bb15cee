import type { ImportKind } from '../../../shared/model/import-kind.ts';
import { declarationOf } from '../../../shared/model/import-kind.ts';
import type { UndoneImport } from '../../../shared/model/importing.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { Connection } from '../../database/connection.ts';
import { contentHash } from '../../database/content-hash.ts';
import { recountOrders } from '../../database/order-sums.ts';
import { bumpDataVersion, writeSetting } from '../../database/settings.ts';
import { refreshSummaries } from '../../database/summaries.ts';
import { fillTemporary, temporary } from '../../database/temporary.ts';
import { recountWhatCounts } from '../../database/what-counts.ts';
import { resolveIdentities } from '../identities/resolve-identities.ts';
import { noSaleOf, withdrawNoSale } from '../load/no-sale.ts';
import { claimsOf, claimsOfOthers, type IdRange, subtract } from '../load/orders/line-claims.ts';
import type { ProductKey } from '../load/orders/line-counts.ts';
import { recomputeProductNames } from '../load/product-names.ts';
import { recomputeTraits } from '../load/traits.ts';
import { ConflictingOrders } from './conflicting-orders.ts';
import { withdrawRecords } from './withdraw-records.ts';

/**
 * Takes one import back exactly: the batch withdraws its claims; a line is deleted with its last one, an order with its last
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
  touch(db, batch, mine);
  const said = noSaleOf(db, batch);
  touchOrdersOf(db, said);
  const stale = customersOfTouched(db);
  const conflicting = new ConflictingOrders(db, batch).rebuild();
  const alone = subtract(claimsOf(db, batch), claimsOfOthers(db, batch));
  const records = withdrawRecords(db, batch);
  const removed = removeLines(db, alone) + conflicting.removed + records.removed;
  db.execute('DELETE FROM line_claim WHERE batch_id = ?', batch);
  stale.push(...customersOfTouched(db));
  removeEmptyOrders(db);
  const touched = temporary.selectFrom('touched').select('order_id as id');
  recountOrders(db, touched);
  removeNames(db, batch);
  withdrawNoSale(db, said);
  recountWhatCounts(db, touched);
  const resolved = resolveIdentities(db);
  recomputeTraits(db);
  const left = db.row('SELECT 1 FROM sales_order LIMIT 1') !== undefined;
  const present = new Set(db.rows<{ id: number }>('SELECT id FROM customer').map(({ id }) => id));
  refreshSummaries(
    db,
    left ? [...new Set([...stale, ...resolved.touched])].filter((id) => present.has(id)) : 'all',
  );
  if (!saysMoney(db, batch)) writeSetting(db, 'currency', null);
  db.execute('UPDATE batch SET undone_at = ? WHERE id = ?', Date.now(), batch);
  db.execute(
    "INSERT INTO change_log (at, kind, sentence, before) VALUES (?, 'undo-import', ?, ?)",
    Date.now(),
    `Undid import ${batch}`,
    JSON.stringify({ batch }),
  );
  bumpDataVersion(db);
  const linesRemoved = Math.max(0, removed);
  return {
    batch,
    linesRemoved,
    linesKept: Math.max(0, lengthOf(mine) + records.withdrawn - linesRemoved),
    contentHash: contentHash(db),
  };
};

/** Whether another import that stands holds amounts: while one does, the currency is fixed. */
const saysMoney = (db: Connection, batch: number): boolean =>
  db
    .rows<{ kind: ImportKind }>('SELECT DISTINCT kind FROM batch WHERE undone_at IS NULL AND id <> ?', batch)
    .some(({ kind }) => kind === 'orders' || declarationOf(kind).money.length > 0);

/** The orders this import has said anything of. */
const touch = (db: Connection, batch: number, mine: readonly IdRange[]): void => {
  fillTemporary(db, 'touched');
  for (const { first, last } of mine)
    db.execute(
      'INSERT OR IGNORE INTO touched SELECT order_id FROM order_line WHERE id BETWEEN ? AND ?',
      first,
      last,
    );
  db.execute('INSERT OR IGNORE INTO touched SELECT order_id FROM order_variant WHERE batch_id = ?', batch);
  db.execute(
    'INSERT OR IGNORE INTO touched SELECT l.order_id FROM line_variant v JOIN order_line l ON l.id = v.line_id WHERE v.batch_id = ?',
    batch,
  );
};

/** The orders with a line of one of these products. */
const touchOrdersOf = (db: Connection, products: readonly ProductKey[]): void => {
  for (const { kind, value } of products)
    db.execute(
      `INSERT OR IGNORE INTO touched SELECT l.order_id FROM order_line l JOIN product p ON p.id = l.product_id
         WHERE p.value = ? AND p.kind = ?`,
      value,
      kind,
    );
};

const lengthOf = (ranges: readonly IdRange[]): number =>
  ranges.reduce((sum, range) => sum + range.last - range.first + 1, 0);

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

/** Products and identities live as long as an import names them; their names follow the imports that remain. */
const removeNames = (db: Connection, batch: number): void => {
  db.execute('DELETE FROM product_claim WHERE batch_id = ?', batch);
  db.execute('DELETE FROM product WHERE id NOT IN (SELECT product_id FROM product_claim)');
  recomputeProductNames(db);
  db.execute('DELETE FROM identity_claim WHERE batch_id = ?', batch);
  db.execute('DELETE FROM customer_identity WHERE id NOT IN (SELECT identity_id FROM identity_claim)');
};
