import { TABLES_OF_RECORDS } from '../../../../shared/model/import-kind.ts';
import { BulkInsert } from '../../../database/bulk-insert.ts';
import type { Connection } from '../../../database/connection.ts';
import type { ProductFacts } from '../../check/names.ts';
import type { Cell, RecordRow, RecordSet } from '../../records/record-set.ts';

/** The columns of a claim besides whose it is. */
const TRAITS = [
  'industry',
  'size',
  'customer_group',
  'acquired_by',
  'referred_by',
  'no_profiling',
  'customer_since',
] as const;

/** Row ids of customers' identities by the file's numbers. */
export type IdentityIds = ReadonlyMap<number, number>;

/** Writes what a batch says, inside the transaction of its import. */
export const writeRecords = (db: Connection, batch: number, set: RecordSet, ids: IdentityIds): void => {
  const byTable = Map.groupBy(set.all(), ({ table }) => table);
  for (const [table, said] of byTable) {
    const records = TABLES_OF_RECORDS.find(({ name }) => name === table);
    if (records) writeTable(db, batch, records, said, ids);
    else if (table === 'customer_trait') writeTraits(db, batch, said, ids);
    else if (table === 'consent') writeConsents(db, batch, said, ids);
  }
};

const writeTable = (
  db: Connection,
  batch: number,
  { name, namesCustomers }: (typeof TABLES_OF_RECORDS)[number],
  all: readonly RecordRow[],
  ids: IdentityIds,
): void => {
  const columns = Object.keys(all[0]!.values);
  const insert = new BulkInsert(db, name, [
    'key',
    'batch_id',
    'source_row',
    ...(namesCustomers ? ['identity_id'] : []),
    ...columns,
  ]);
  for (const { key, sourceRow, identity, values } of all) {
    const who: Cell[] = namesCustomers ? [identity < 0 ? null : ids.get(identity)!] : [];
    insert.add(key, batch, sourceRow, ...who, ...columns.map((column) => values[column] ?? null));
  }
  insert.flush();
};

const writeTraits = (db: Connection, batch: number, all: readonly RecordRow[], ids: IdentityIds): void => {
  const insert = new BulkInsert(db, 'customer_trait', ['identity_id', 'batch_id', ...TRAITS]);
  for (const { identity, values } of all)
    insert.add(ids.get(identity)!, batch, ...TRAITS.map((trait) => values[trait] ?? null));
  insert.flush();
};

const writeConsents = (db: Connection, batch: number, all: readonly RecordRow[], ids: IdentityIds): void => {
  const insert = new BulkInsert(db, 'consent', [
    'identity_id',
    'channel',
    'batch_id',
    'granted',
    'decided_on',
  ]);
  for (const { identity, values } of all)
    insert.add(
      ids.get(identity)!,
      values.channel ?? null,
      batch,
      values.granted ?? null,
      values.decided_on ?? null,
    );
  insert.flush();
};

/** A product of a file, with its row id. */
export type NumberedProduct = { readonly number: number; readonly facts: ProductFacts; readonly id: number };

/** A product with what the batch says of it. */
export const writeProduct = (
  db: Connection,
  batch: number,
  { number, facts, id }: NumberedProduct,
  set: RecordSet,
): void => {
  const values = set.find('product_claim', String(number))?.values;
  db.execute(
    'INSERT OR IGNORE INTO product (id, kind, value, name, category) VALUES (?, ?, ?, ?, ?)',
    id,
    facts.kind,
    facts.value,
    facts.name || facts.value,
    facts.category || null,
  );
  db.execute(
    'INSERT INTO product_claim (product_id, batch_id, name, category, unit_cost_micro, price_micro) VALUES (?,?,?,?,?,?)',
    id,
    batch,
    facts.name || null,
    facts.category || null,
    values?.unit_cost_micro ?? null,
    values?.price_micro ?? null,
  );
};
