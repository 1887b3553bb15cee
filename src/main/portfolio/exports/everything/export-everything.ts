import { renameSync, rmSync } from 'node:fs';
import type { Connection } from '../../../database/connection.ts';
import { contentHash } from '../../../database/content-hash.ts';
import { SCHEMA_VERSION } from '../../../database/format.ts';
import { asWriteProblem } from '../../../system-fault.ts';
import { cellText, csvRecord } from './cell-text.ts';
import { headings, type KeptColumn, keptColumns } from './columns.ts';
import { FORMAT, FORMAT_VERSION, IMPORTS, type Reference, TABLES } from './tables.ts';
import { ZipWriter } from './zip-writer.ts';

/** What is told of a finished export. */
export type Exported = { readonly contentHash: string; readonly tables: Readonly<Record<string, number>> };

/**
 * Writes a portfolio as a zip file of CSV tables by natural keys, with manifest.json, from which it is restored whole.
 * Nobody else may use the connection meanwhile: it holds one view of the data.
 * @throws Problem when the file cannot be written; nothing is left then
 */
export const exportEverything = async (db: Connection, out: string): Promise<Exported> => {
  const temporary = `${out}.part`;
  rmSync(temporary, { force: true });
  try {
    const exported = await writeZip(db, temporary);
    renameSync(temporary, out);
    return exported;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asWriteProblem(error, out);
  }
};

const writeZip = async (db: Connection, path: string): Promise<Exported> => {
  const zip = new ZipWriter(path);
  db.raw.exec('BEGIN');
  try {
    const exported = await writeTables(db, zip);
    zip.finish();
    return exported;
  } finally {
    db.raw.exec('COMMIT');
    zip.close();
  }
};

const writeTables = async (db: Connection, zip: ZipWriter): Promise<Exported> => {
  const hash = contentHash(db);
  const tables: Record<string, number> = {};
  const sums: Record<string, number> = {};
  for (const [table, entry] of Object.entries(TABLES)) {
    if (entry.as !== 'kept') continue;
    tables[table] = db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n;
    sums[table] = await zip.add(`${table}.csv`, csvOf(db, table));
  }
  const manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    schema: SCHEMA_VERSION,
    contentHash: hash,
    tables,
    sums,
  };
  await zip.add('manifest.json', [`${JSON.stringify(manifest, null, 2)}\n`]);
  return { contentHash: hash, tables };
};

const PIECE = 1 << 16;

function* csvOf(db: Connection, table: string): Generator<string> {
  const columns = keptColumns(db, table);
  const isLine = table === 'order_line';
  let text = csvRecord([...headings(columns), ...(isLine ? [IMPORTS] : [])]);
  const importsOf = isLine ? claimants(db) : null;
  for (const row of db.eachCells<(string | number | null)[]>(selectOf(table, columns))) {
    const cells = row.map(cellText);
    // the last column is the line's own number, by which its imports are told
    if (importsOf) cells[cells.length - 1] = importsOf(row.at(-1) as number);
    text += csvRecord(cells);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text;
}

const JOINS: Readonly<Record<Reference, (column: string) => string>> = {
  identity: (column) => `LEFT JOIN customer_identity identity ON identity.id = t.${column}`,
  product: (column) => `LEFT JOIN product ON product.id = t.${column}`,
  order: (column) => `LEFT JOIN sales_order ON sales_order.id = t.${column}`,
  line: (column) =>
    `LEFT JOIN order_line line ON line.id = t.${column} LEFT JOIN sales_order of_line ON of_line.id = line.order_id`,
  kept: (column) => `LEFT JOIN kept_identity kept ON kept.id = t.${column}`,
};

const KEYS: Readonly<Record<Reference, string>> = {
  identity: 'identity.source, identity.kind, identity.value',
  product: 'product.kind, product.value',
  order: 'sales_order.source, sales_order.key',
  line: `of_line.source, of_line.key,
         (SELECT count(*) FROM order_line before WHERE before.order_id = line.order_id AND before.id <= line.id)`,
  kept: 'kept.source, kept.kind, kept.value',
};

/** Rows in the order of their keys, which is that of their coming. */
const selectOf = (table: string, columns: readonly KeptColumn[]): string => {
  const cells = columns.map(({ name, reference }) => (reference ? KEYS[reference] : `t.${name}`));
  const joins = columns.flatMap(({ name, reference }) => (reference ? [JOINS[reference](name)] : []));
  const own = table === 'order_line' ? ', t.id' : '';
  return `SELECT ${cells.join(', ')}${own} FROM ${table} t ${joins.join(' ')} ORDER BY ${ORDER[table] ?? '1'}`;
};

/** Tables whose rows are numbered by their coming, which is kept. */
const ORDER: Readonly<Record<string, string>> = {
  customer_identity: 't.id',
  product: 't.id',
  sales_order: 't.id',
  order_line: 't.id',
  kept_identity: 't.id',
  batch: 't.id',
  change_log: 't.id',
};

/** "1 3": the imports that brought a line; lines are asked for in ascending order. */
const claimants = (db: Connection): ((line: number) => string) => {
  const ranges = db.cells<[batch: number, first: number, last: number]>(
    'SELECT batch_id, first_id, last_id FROM line_claim ORDER BY first_id, batch_id',
  );
  let next = 0;
  let active: (typeof ranges)[number][] = [];
  let text = '';
  return (line) => {
    let changed = false;
    while (next < ranges.length && ranges[next]![1] <= line) {
      active.push(ranges[next++]!);
      changed = true;
    }
    if (active.some(([, , last]) => last < line)) {
      active = active.filter(([, , last]) => last >= line);
      changed = true;
    }
    if (changed) text = [...new Set(active.map(([batch]) => batch))].sort((a, b) => a - b).join(' ');
    return text;
  };
};
