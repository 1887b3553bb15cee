import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Writable } from '../../src/main/database/connection.ts';
import { createPortfolio, openPortfolio } from '../../src/main/database/open.ts';
import { RowCheck } from '../../src/main/import/check/row-check.ts';
import { homeOf } from '../../src/main/import/import-path.ts';
import type { ImportRun } from '../../src/main/import/load/import-file.ts';
import { importTable } from '../../src/main/import/load/import-table.ts';
import { planImport } from '../../src/main/import/planning/plan-import.ts';
import type { Planned } from '../../src/main/import/planning/planned.ts';
import { recallFrom } from '../../src/main/import/planning/remembered.ts';
import { adapterOf } from '../../src/main/import/presets/adapter-of.ts';
import { inspectFile } from '../../src/main/import/read/inspect-file.ts';
import { readRecords } from '../../src/main/import/read/records.ts';
import type { ImportOptions, ImportResult } from '../../src/shared/model/importing.ts';
import { aFile, aFolder } from './folder.ts';

const open = new Set<Writable>();

afterAll(() => {
  for (const db of open) if (db.raw.open) db.close();
  open.clear();
});

/** A new, empty portfolio in a file of its own. It is not flushed to the disk: no test pulls the plug on it. */
export const aPortfolio = (path = join(aFolder(), 'shop.clientele')): Writable => {
  const db = createPortfolio(path);
  return quick(db);
};

/** A second portfolio that holds what the first one does now. */
export const copyOf = (db: Writable): Writable => {
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  const path = join(aFolder(), 'copy.clientele');
  copyFileSync(db.path, path);
  return quick(openPortfolio(path));
};

const quick = (db: Writable): Writable => {
  db.raw.pragma('synchronous = OFF');
  open.add(db);
  return db;
};

/** Checks the rows on this thread, with what the parser's thread checks them with: starting one takes longer than a small file. */
export const parseHere: NonNullable<ImportRun['parse']> = async (plan, consumer, signal) => {
  signal?.throwIfAborted();
  const check = new RowCheck(plan, adapterOf(plan));
  let bytes = 0;
  for (const batch of readRecords(plan.path, plan.dialect)) {
    bytes = batch.bytesRead;
    consumer.chunk(check.check(batch));
  }
  const rest = check.rest(bytes);
  if (rest) consumer.chunk(rest);
  consumer.tail(check.tail());
};

/** How a file would be read into a portfolio. */
export const planned = (
  db: Writable,
  content: string | Uint8Array,
  options: ImportOptions = {},
  name?: string,
): Planned => planImport(inspectFile(aFile(content, name)), options, homeOf(db, options), recallFrom(db));

/** What the file's currency is asked for is answered: the owner of these tests is paid in US dollars where that is a choice. */
const answered = (open: Planned, again: (currency: string) => Planned): Planned => {
  const asked = open.questions.find(({ id }) => id === 'currency');
  if (!asked) return open;
  const [first] = asked.choices;
  return again(asked.choices.some(({ value }) => value === 'USD') ? 'USD' : (first?.value ?? ''));
};

type Extra = { readonly name?: string; readonly dryRun?: boolean };

/** Imports a text as the file it would be, everything about it decided from its content. */
export const take = async (
  db: Writable,
  content: string | Uint8Array,
  options: ImportOptions = {},
  { name, dryRun = false }: Extra = {},
): Promise<ImportResult> => {
  const decided = answered(planned(db, content, options, name), (currency) =>
    planned(db, content, { ...options, currency }, name),
  );
  const { plan } = decided;
  if (!plan) throw new Error(`open: ${JSON.stringify([decided.missing, decided.questions])}`);
  return importTable(db, {
    planned: { ...decided, plan },
    options,
    dryRun,
    parse: parseHere,
  });
};

/** The bytes of a file, to see whether it has changed. */
export const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Every stored figure that is computed from the orders, to be compared with the same computed anew. */
export const storedSummaries = (db: Writable): Record<string, unknown[]> => ({
  days: db.rows('SELECT * FROM customer_day ORDER BY customer_id, day, known_on'),
  customers: db.rows('SELECT * FROM customer_summary ORDER BY customer_id'),
  months: db.rows('SELECT * FROM month_summary ORDER BY month'),
});
