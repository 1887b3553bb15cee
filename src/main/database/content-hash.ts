import { createHash, type Hash } from 'node:crypto';
import type { Connection } from './connection.ts';

/**
 * SHA-256 over what the owner has, in natural-key order: customers with their identities, products, orders with
 * their lines (by the order's line digest). Row ids, batches, the log, settings and caches are left out, so that
 * an import and its undo give back the same hash (DEFINITIONS 18).
 */
export const contentHash = (db: Connection): string => {
  const hash = new RowHash();
  identities(db, hash);
  products(db, hash);
  orders(db, hash);
  return hash.digest();
};

type Cell = string | number | null;

const identities = (db: Connection, hash: RowHash): void => {
  hash.section('identity');
  const leader = new Map<number, string>();
  const rows = db
    .prepare(
      `SELECT i.customer_id, i.source, i.kind, i.value,
              c.name, c.email, c.phone, c.company, c.street, c.city, c.postcode, c.country
       FROM customer_identity i JOIN customer c ON c.id = i.customer_id
       ORDER BY i.value, i.kind, i.source`,
    )
    .raw()
    .iterate() as Iterable<Cell[]>;
  for (const row of rows) {
    const key = `${row[3]}\u0001${row[2]}\u0001${row[1]}`;
    const customer = row[0] as number;
    const first = leader.get(customer);
    if (first === undefined) leader.set(customer, key);
    row[0] = first ?? key;
    hash.row(row);
  }
};

const products = (db: Connection, hash: RowHash): void => {
  hash.section('product');
  const rows = db
    .prepare('SELECT value, kind, name, category FROM product ORDER BY value, kind')
    .raw()
    .iterate();
  for (const row of rows as Iterable<Cell[]>) hash.row(row);
};

const orders = (db: Connection, hash: RowHash): void => {
  hash.section('order');
  const identity = new Map(
    db
      .rows<{ id: number; key: string }>(
        'SELECT id, value || char(1) || kind || char(1) || source AS key FROM customer_identity',
      )
      .map((row) => [row.id, row.key]),
  );
  const rows = db
    .prepare(
      `SELECT key, source, number, identity_id, ordered_on, second_of_day, refers_to, pending, line_count, net_minor, digest
       FROM sales_order ORDER BY key, source`,
    )
    .raw()
    .iterate() as Iterable<Cell[]>;
  for (const row of rows) {
    row[3] = row[3] === null ? null : (identity.get(row[3] as number) ?? '?');
    hash.row(row);
  }
};

/** Feeds rows to SHA-256 in large pieces; a separator that no cell holds keeps neighbouring cells apart. */
class RowHash {
  readonly #hash: Hash = createHash('sha256');
  #pending = '';

  section(name: string): void {
    this.#pending += `\u0003${name}\u0003`;
  }

  row(cells: readonly Cell[]): void {
    this.#pending += `${cells.join('\u0002')}\n`;
    if (this.#pending.length > 65_536) this.#flush();
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    this.#hash.update(this.#pending);
    this.#pending = '';
  }
}
