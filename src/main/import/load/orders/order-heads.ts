import type { Connection } from '../../../database/connection.ts';

/** What is above an order's lines, in the order of {@link HEAD_COLUMNS}. */
export type Head = readonly [
  number: string,
  identity: number | null,
  day: string,
  second: number | null,
  refersTo: string | null,
  pending: number,
];

export const HEAD_COLUMNS = 'number, identity_id, ordered_on, second_of_day, refers_to, pending';

/** The first import heads an order; who bought is said by the first that names somebody. */
export const wholeHead = (first: Head, versions: readonly { readonly head: Head }[]): Head => {
  const identity = versions.find(({ head }) => head[1] !== null)?.head[1] ?? null;
  return [first[0], identity, first[2], first[3], first[4], first[5]];
};

/**
 * Keeps what an import says above a known order where it differs. An order without a customer takes the one that is
 * named now, and what the earlier imports said of it is kept, so that undo stays exact.
 */
export const keepHead = (db: Connection, order: number, batch: number, head: Head): void => {
  const known = storedHead(db, order);
  const whole = wholeHead(known, [{ head: known }, { head }]);
  if (whole[1] !== known[1]) {
    for (const earlier of importsOf(db, order, batch)) db.execute(KEEP, order, earlier, ...known);
    db.execute('UPDATE sales_order SET identity_id = ? WHERE id = ?', whole[1], order);
  }
  if (head.some((cell, at) => cell !== whole[at])) db.execute(KEEP, order, batch, ...head);
};

const KEEP = `INSERT OR IGNORE INTO order_variant (order_id, batch_id, ${HEAD_COLUMNS}) VALUES (?,?,?,?,?,?,?,?)`;

/** What is stored above a known order's lines. */
export const storedHead = (db: Connection, order: number): Head =>
  db.cells<Head>(`SELECT ${HEAD_COLUMNS} FROM sales_order WHERE id = ?`, order)[0]!;

/** The other imports that tell of an order. */
const importsOf = (db: Connection, order: number, batch: number): number[] =>
  db
    .rows<{ id: number }>(
      `SELECT c.batch_id AS id FROM order_line l JOIN line_claim c ON l.id BETWEEN c.first_id AND c.last_id WHERE l.order_id = ?
       UNION SELECT v.batch_id FROM order_line l JOIN line_variant v ON v.line_id = l.id WHERE l.order_id = ?`,
      order,
      order,
    )
    .map(({ id }) => id)
    .filter((id) => id !== batch);
