import { createHash, type Hash } from 'node:crypto';
import { TABLES_OF_RECORDS } from '../../shared/model/import-kind.ts';
import type { Cell, Readable } from './connection.ts';
import { consentsInForce } from './consent.ts';
import { q } from './query.ts';

/**
 * SHA-256 over what the owner has, in natural-key order: customers with their identities, traits and consents, products,
 * orders with their lines (by the order's line digest), and the records of every other kind as they are in force. Row ids, batches, the log, settings and caches are left out, so that
 * an import and its undo give back the same hash (DEFINITIONS 18).
 */
export const contentHash = (db: Readable): string => {
  const hash = new RowHash();
  identities(db, hash);
  products(db, hash);
  orders(db, hash);
  const keyOf = identityKeys(db);
  traits(db, hash, keyOf);
  consents(db, hash, keyOf);
  for (const { name } of TABLES_OF_RECORDS) records(db, hash, name, keyOf);
  marks(db, hash);
  productMarks(db, hash);
  return hash.digest();
};

const identities = (db: Readable, hash: RowHash): void => {
  hash.section('identity');
  // of most customers there is one identity, which need not be remembered
  const several = new Set(
    db
      .all(
        q
          .selectFrom('customer_identity')
          .select('customer_id')
          .groupBy('customer_id')
          .having(q.fn.countAll(), '>', 1),
      )
      .map(({ customer_id }) => customer_id),
  );
  const leader = new Map<number, string>();
  const facts = ['name', 'email', 'phone', 'company', 'street', 'city', 'postcode', 'country'];
  const key = (...columns: string[]): string => columns.join(' || char(1) || ');
  const text = (...columns: string[]): string =>
    columns.map((column) => `coalesce(${column}, '')`).join(' || char(2) || ');
  const rows = db.eachCells<[number, string, string]>(
    `SELECT i.customer_id, ${key('i.value', 'i.kind', 'i.source')}, ${text('i.source', 'i.kind', 'i.value', ...facts.map((fact) => `c.${fact}`))}
       FROM customer_identity i JOIN customer c ON c.id = i.customer_id
       ORDER BY i.value, i.kind, i.source`,
  );
  for (const [customer, key, rest] of rows) {
    const first = leader.get(customer) ?? key;
    if (first === key && several.has(customer)) leader.set(customer, key);
    hash.text(`${first}\u0002${rest}`);
  }
};

const products = (db: Readable, hash: RowHash): void => {
  hash.section('product');
  const rows = db.eachCells(
    'SELECT value, kind, name, category, unit_cost_micro, price_micro FROM product ORDER BY value, kind',
  );
  for (const row of rows) hash.row(row);
};

const orders = (db: Readable, hash: RowHash): void => {
  hash.section('order');
  // one text a row: handing over eleven cells each takes longer than all the rest
  const cells = [
    'o.key',
    'o.source',
    'o.number',
    `CASE WHEN o.identity_id IS NULL THEN '' ELSE coalesce(i.value || char(1) || i.kind || char(1) || i.source, '?') END`,
    'o.ordered_on',
    `coalesce(o.second_of_day, '')`,
    `coalesce(o.refers_to, '')`,
    'o.pending',
    'o.line_count',
    'o.net_minor',
    'o.digest',
  ];
  const rows = db.eachCells<[string]>(
    `SELECT ${cells.join(' || char(2) || ')} FROM sales_order o LEFT JOIN customer_identity i ON i.id = o.identity_id ORDER BY o.key, o.source`,
  );
  for (const [row] of rows) hash.text(row);
};

/** The natural key of an identity by its row id. */
type KeyOf = (identity: number) => string | undefined;

const identityKeys =
  (db: Readable): KeyOf =>
  (identity) =>
    db.row<{ key: string }>(
      'SELECT value || char(1) || kind || char(1) || source AS key FROM customer_identity WHERE id = ?',
      identity,
    )?.key;

const TRAITS = [
  'industry',
  'size',
  'customer_group',
  'acquired_by',
  'referred_by',
  'no_profiling',
  'customer_since',
] as const;

const traits = (db: Readable, hash: RowHash, keyOf: KeyOf): void => {
  hash.section('trait');
  const inForce = new Map<string, Cell[]>();
  const rows = db.eachCells<[number, ...Cell[]]>(
    `SELECT identity_id, ${TRAITS.join(', ')} FROM customer_trait ORDER BY identity_id, batch_id`,
  );
  for (const [identity, ...values] of rows) {
    const key = keyOf(identity) ?? '?';
    const before = inForce.get(key);
    inForce.set(key, before ? values.map((value, at) => value ?? before[at] ?? null) : values);
  }
  for (const key of sorted(inForce.keys())) {
    const values = inForce.get(key)!;
    // nothing said of it adds nothing: the hash of a file from before there was such a column stays
    hash.row([key, ...(values.at(-1) === null ? values.slice(0, -1) : values)]);
  }
};

const consents = (db: Readable, hash: RowHash, keyOf: KeyOf): void => {
  hash.section('consent');
  const inForce = new Map(
    consentsInForce(db).map((each) => [`${keyOf(each.identity)} ${each.channel}`, each]),
  );
  for (const key of sorted(inForce.keys())) {
    const { granted, decidedOn } = inForce.get(key)!;
    hash.row([key, granted ? 1 : 0, decidedOn]);
  }
};

const records = (db: Readable, hash: RowHash, table: string, keyOf: KeyOf): void => {
  hash.section(table);
  for (const row of db.rows<Record<string, Cell>>(`SELECT * FROM ${table}_now ORDER BY key`)) {
    const { batch_id: _, source_row: __, identity_id, ...values } = row;
    const who = identity_id === undefined || identity_id === null ? null : keyOf(identity_id as number);
    hash.row([who ?? null, ...Object.values(values)]);
  }
};

/** The owner's decisions on time; without any it adds nothing. */
const marks = (db: Readable, hash: RowHash): void => {
  const rows = db.all(
    q
      .selectFrom('calendar_mark')
      .select(['kind', 'first_day', 'last_day', 'state'])
      .orderBy('kind')
      .orderBy('first_day'),
  );
  if (rows.length > 0) hash.section('calendar_mark');
  for (const { kind, first_day, last_day, state } of rows) hash.row([kind, first_day, last_day, state]);
};

/** What the owner has said of products, by natural key; without any it adds nothing. */
const productMarks = (db: Readable, hash: RowHash): void => {
  const rows = db.all(
    q
      .selectFrom('product_mark')
      .select(['value', 'kind', 'role', 'tax_micro'])
      .orderBy('value')
      .orderBy('kind'),
  );
  if (rows.length > 0) hash.section('product_mark');
  for (const { value, kind, role, tax_micro } of rows) hash.row([value, kind, role, tax_micro]);
};

const sorted = (keys: Iterable<string>): string[] => [...keys].sort();

/** Feeds rows to SHA-256 in large pieces; a separator that no cell holds keeps neighbouring cells apart. */
class RowHash {
  readonly #hash: Hash = createHash('sha256');
  #pending = '';

  section(name: string): void {
    this.#pending += `\u0003${name}\u0003`;
  }

  row(cells: readonly Cell[]): void {
    this.text(cells.join('\u0002'));
  }

  text(row: string): void {
    this.#pending += `${row}\n`;
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
