import { basename } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { Problem } from '../../../../shared/model/problem.ts';
import { BulkInsert } from '../../../database/bulk-insert.ts';
import type { Connection } from '../../../database/connection.ts';
import { contentHash } from '../../../database/content-hash.ts';
import { SCHEMA_VERSION } from '../../../database/format.ts';
import { recountOrders } from '../../../database/order-sums.ts';
import { q } from '../../../database/query.ts';
import { refreshSummaries } from '../../../database/summaries.ts';
import { recountWhatCounts } from '../../../database/what-counts.ts';
import { resolveIdentities } from '../../../import/identities/resolve-identities.ts';
import { recomputeProductNames } from '../../../import/load/product-names.ts';
import { recomputeTraits } from '../../../import/load/traits.ts';
import { makePortfolio } from '../../../import/make-portfolio.ts';
import { ZipFile } from '../../../import/read/archive/zip.ts';
import { numberOf, textOf } from './cell-text.ts';
import { headings, type KeptColumn, keptColumns } from './columns.ts';
import { csvRecords } from './csv-records.ts';
import { RowKeys } from './row-keys.ts';
import { FORMAT, FORMAT_VERSION, IMPORTS, TABLES } from './tables.ts';

const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  schema: z.number().int(),
  contentHash: z.string(),
  tables: z.record(z.string(), z.number().int()),
  /** CRC-32 of each table's CSV */
  sums: z.record(z.string(), z.number().int()),
});
export type Manifest = z.infer<typeof Manifest>;

/** What a file of everything says of itself. @returns null for any other file */
export const readManifest = async (file: string): Promise<Manifest | null> => {
  try {
    const zip = await ZipFile.open(file, basename(file));
    const entry = zip.find('manifest.json');
    return entry ? Manifest.parse(JSON.parse((await zip.bytes(entry)).toString())) : null;
  } catch {
    return null;
  }
};

/**
 * Makes a new portfolio of an export of everything; it is there whole, with the same content, or not at all.
 * @throws Problem when the portfolio is there already, or the file is damaged or of a newer version
 */
export const restoreEverything = async (
  file: string,
  manifest: Manifest,
  portfolio: string,
): Promise<{ readonly contentHash: string; readonly tables: Readonly<Record<string, number>> }> => {
  const name = basename(file);
  if (manifest.version > FORMAT_VERSION || manifest.schema > SCHEMA_VERSION)
    throw new Problem(`${name} was made by a newer Clientele; update the app to read it.`);
  await makePortfolio(portfolio, async (db) => {
    try {
      await fill(db, await ZipFile.open(file, name), manifest);
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError || isConstraint(error))
        throw new Problem(`${name} is damaged or was changed; nothing was made of it.`, { cause: error });
      throw error;
    }
    if (contentHash(db) !== manifest.contentHash)
      throw new Problem(
        `${name} is damaged or was changed: it does not hold what it says; nothing was made of it.`,
      );
  });
  return { contentHash: manifest.contentHash, tables: manifest.tables };
};

const isConstraint = (error: unknown): boolean =>
  /^SQLITE_(CONSTRAINT|MISMATCH)/.test((error as { code?: string }).code ?? '');

const fill = async (db: Connection, zip: ZipFile, manifest: Manifest): Promise<void> => {
  db.raw.pragma('foreign_keys = OFF');
  db.begin();
  db.raw.exec('DELETE FROM setting');
  const keys = new RowKeys(db);
  for (const [table, entry] of Object.entries(TABLES)) {
    if (entry.as !== 'kept') continue;
    const { rows, sum } = await fillTable(db, zip, table, keys);
    if (sum !== (manifest.sums[table] ?? 0)) throw new RangeError(`${table} is not as it was written`);
    if (rows !== (manifest.tables[table] ?? 0)) throw new RangeError(`${table} has ${rows} rows`);
  }
  keys.writeClaims();
  recompute(db);
  if ((db.raw.pragma('foreign_key_check') as unknown[]).length > 0)
    throw new RangeError('a reference leads nowhere');
  db.raw.exec('COMMIT');
  db.raw.pragma('foreign_keys = ON');
};

/** What is not kept follows from what is. */
const recompute = (db: Connection): void => {
  recomputeProductNames(db);
  const all = q.selectFrom('sales_order').select('id');
  recountOrders(db, all);
  resolveIdentities(db);
  recomputeTraits(db);
  recountWhatCounts(db, all);
  refreshSummaries(db, 'all');
};

/** Columns that must hold something until they are computed. */
const UNTIL_COMPUTED: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  customer_identity: { customer_id: 0 },
  product: { name: '' },
  sales_order: { line_count: 0, net_minor: 0, digest: 0 },
};

type Filled = { readonly rows: number; readonly sum: number };

const fillTable = async (db: Connection, zip: ZipFile, table: string, keys: RowKeys): Promise<Filled> => {
  const entry = zip.find(`${table}.csv`);
  if (!entry) return { rows: 0, sum: 0 };
  let sum = 0;
  const pieces = async function* () {
    for await (const piece of zip.read(entry)) {
      sum = crc32(piece, sum);
      yield piece;
    }
  };
  const columns = keptColumns(db, table);
  const known = headings(columns);
  const records = csvRecords(pieces());
  const { value: first } = await records.next();
  if (!first) return { rows: 0, sum };
  const place = new Map(first.map((heading, at) => [heading, at]));
  const unknown = first.find((heading) => !known.includes(heading) && heading !== IMPORTS);
  if (unknown !== undefined) throw new RangeError(`${table} has no ${unknown}`);
  const there = columns.filter(
    ({ name, reference }) =>
      place.has(reference ? `${reference}.value` : name) || (reference && place.has(`${reference}.key`)),
  );
  const numbered = keys.numbers(table);
  const insert = new BulkInsert(
    db,
    table,
    [...(numbered ? ['id'] : []), ...there.map(({ name }) => name)],
    UNTIL_COMPUTED[table] ?? {},
  );
  let rows = 0;
  for await (const record of records) {
    rows++;
    const cell = (heading: string): string => record[place.get(heading)!] ?? '';
    const values = there.map((column) => cellOf(column, cell, keys));
    if (numbered) insert.add(keys.number(table, cell), ...values);
    else insert.add(...values);
  }
  insert.flush();
  return { rows, sum };
};

const cellOf = (
  { name, isNumber, reference }: KeptColumn,
  cell: (heading: string) => string,
  keys: RowKeys,
): string | number | null =>
  reference ? keys.find(reference, cell) : isNumber ? numberOf(cell(name)) : textOf(cell(name));
