import { isoDay } from '../../shared/model/day.ts';
import type { ImportOptions, ImportResult, Issue } from '../../shared/model/importing.ts';
import { minor } from '../../shared/model/money.ts';
import type { Connection } from '../database/connection.ts';
import { contentHash } from '../database/content-hash.ts';
import { Problem } from '../database/problem.ts';
import { bumpDataVersion, readSettings, writeSetting } from '../database/settings.ts';
import { Loader, type LoadTotals } from './load.ts';
import type { Planned, ReadPlan } from './plan.ts';
import { settleProductNames } from './product-names.ts';
import { parseFile } from './read/parser.ts';
import { recogniseCustomers } from './recognise.ts';
import { refreshSummaries } from './summaries.ts';

export type ImportProgress = (
  phase: 'reading' | 'recognising' | 'summarising' | 'saving',
  done: number,
  total: number,
  rows: number,
) => void;

export type ImportRun = {
  readonly planned: Planned & { readonly plan: ReadPlan };
  readonly options: ImportOptions;
  readonly dryRun: boolean;
  readonly progress?: ImportProgress;
  readonly signal?: AbortSignal;
  /** reads in another way than with a thread of its own, which costs more to start than a small file to read */
  readonly parse?: typeof parseFile;
};

const SHOWN_ISSUES = 100;

/**
 * The whole way of a row: parse, check, load, recognise, summarise, in one transaction. Either all of it is in the
 * portfolio when this resolves, or nothing is. The same code with `dryRun` says beforehand what it would do.
 * @throws Problem when the file is in the portfolio already, when nothing of it can be read, or when rows are bad and
 * the import was asked to stop at them
 */
export const importFile = async (db: Connection, run: ImportRun): Promise<ImportResult> => {
  const started = performance.now();
  refuseSecondTime(db, run);
  const result = run.dryRun ? await look(db, run) : await load(db, run);
  return {
    ...result,
    elapsedMs: Math.round(performance.now() - started),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
};

type Bare = Omit<ImportResult, 'elapsedMs' | 'peakRssBytes'>;

const look = async (db: Connection, run: ImportRun): Promise<Bare> => {
  const loader = await parseInto(db, run, 0);
  refuseBadRows(run, loader.totals);
  const { fresh, known } = loader.identities;
  return resultOf(run, loader.totals, {
    batch: null,
    created: fresh,
    matched: known,
    possibleDuplicates: 0,
    hash: null,
  });
};

const load = async (db: Connection, run: ImportRun): Promise<Bare> => {
  db.raw.pragma('foreign_keys = OFF'); // the loader inserts lines before their orders; it makes every reference itself
  db.raw.exec('BEGIN IMMEDIATE');
  try {
    refuseSecondTime(db, run);
    const indexes = new BulkIndexes(db);
    const batch = insertBatch(db, run);
    const loader = await parseInto(db, run, batch);
    refuseBadRows(run, loader.totals);
    run.progress?.('recognising', 0, 1, loader.totals.read);
    if (!indexes.dropped) settleProductNames(db);
    const recognised = recogniseCustomers(db, loader.fresh);
    indexes.restore();
    run.progress?.('summarising', 0, 1, loader.totals.read);
    const customers = customersOf(db, batch);
    refreshSummaries(db, indexes.dropped ? 'all' : [...new Set([...recognised.touched, ...customers])]);
    const found = {
      batch,
      created: recognised.created,
      matched: customers.length - recognised.created,
      possibleDuplicates: recognised.possibleDuplicates,
    };
    finishBatch(db, run, batch, loader.totals);
    const hash = contentHash(db);
    run.signal?.throwIfAborted();
    run.progress?.('saving', 0, 1, loader.totals.read);
    db.raw.exec('COMMIT');
    return resultOf(run, loader.totals, { ...found, hash });
  } catch (error) {
    if (db.raw.inTransaction) db.raw.exec('ROLLBACK');
    throw error;
  } finally {
    db.raw.pragma('foreign_keys = ON');
  }
};

const parseInto = async (db: Connection, run: ImportRun, batch: number): Promise<Loader> => {
  const { plan, source } = run.planned;
  const loader = new Loader(db, plan, batch, run.dryRun);
  await (run.parse ?? parseFile)(
    plan,
    {
      chunk: (chunk) => {
        loader.chunk(chunk);
        run.progress?.('reading', chunk.bytesRead, source.bytes, loader.totals.read);
      },
      tail: (tail) => loader.tail(tail),
    },
    run.signal,
  );
  return loader;
};

const refuseSecondTime = (db: Connection, run: ImportRun): void => {
  if (run.options.allowAgain) return;
  const { sha256, name } = run.planned.source;
  const earlier = db.row<{ id: number; file_name: string; imported_at: number }>(
    'SELECT id, file_name, imported_at FROM batch WHERE file_sha256 = ? AND undone_at IS NULL',
    sha256,
  );
  if (!earlier) return;
  const day = new Date(earlier.imported_at).toISOString().slice(0, 10);
  throw new Problem(
    `${name} is in the portfolio already: it was imported on ${day}${earlier.file_name === name ? '' : ` as ${earlier.file_name}`} (import ${earlier.id}). Undo that import first, or allow it again.`,
  );
};

const EXPECTED = new Set([
  'status-left-out',
  'not-a-sale',
  'subtotal-row',
  'footer-row',
  'duplicate-line',
  'quote-unterminated',
  'digits-lost',
  'key-blank',
]);

const refuseBadRows = (run: ImportRun, totals: LoadTotals): void => {
  const bad = totals.issues.find((issue) => issue.leftOut && !EXPECTED.has(issue.code));
  const where = bad
    ? ` The first is row ${bad.row}${bad.column ? `, column "${headerOf(run, bad)}"` : ''}: ${bad.message}`
    : '';
  if (run.options.badRows === 'stop' && bad) {
    const count = Object.entries(totals.issueCounts).reduce(
      (sum, [code, n]) => (EXPECTED.has(code) ? sum : sum + n),
      0,
    );
    throw new Problem(
      `${run.planned.source.name} has ${count} ${count === 1 ? 'problem' : 'problems'}; nothing was imported.${where}`,
    );
  }
  if (totals.imported + totals.alreadyThere === 0) {
    throw new Problem(
      `None of the ${totals.read} rows of ${run.planned.source.name} can be imported; nothing was changed.${where}`,
    );
  }
};

/** Issues carry the field they are about; a reader knows the column by the file's own header. */
const headerOf = (run: ImportRun, issue: Issue): string =>
  Object.entries(run.planned.mapping).find(([, field]) => field === issue.column)?.[0] ?? issue.column ?? '';

const insertBatch = (db: Connection, run: ImportRun): number => {
  const { source, plan, mapping } = run.planned;
  const reading = JSON.stringify({ ...source, mapping });
  return Number(
    db.execute(
      `INSERT INTO batch (kind, source, file_name, file_sha256, file_bytes, reading, imported_at, rows_read, rows_imported, rows_left_out, rows_already_there, currency, revenue_minor, revenue_left_out_minor, issue_count)
       VALUES ('orders', ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, 0, 0, 0)`,
      plan.sourceKey,
      source.name,
      source.sha256,
      source.bytes,
      reading,
      Date.now(),
      plan.currency,
    ).lastInsertRowid,
  );
};

const finishBatch = (db: Connection, run: ImportRun, batch: number, totals: LoadTotals): void => {
  const { plan } = run.planned;
  db.execute(
    `UPDATE batch SET rows_read = ?, rows_imported = ?, rows_left_out = ?, rows_already_there = ?, revenue_minor = ?, revenue_left_out_minor = ?,
            first_day = ?, last_day = ?, issue_count = ? WHERE id = ?`,
    totals.read,
    totals.imported,
    totals.leftOut,
    totals.alreadyThere,
    totals.revenueMinor,
    totals.leftOutMinor,
    totals.firstDay,
    totals.lastDay,
    issueCount(totals),
    batch,
  );
  const insert = db.prepare('INSERT INTO import_issue VALUES (?,?,?,?,?,?,?,?)');
  for (const [seq, issue] of totals.issues.entries())
    insert.run(
      batch,
      seq,
      issue.row,
      issue.column ? headerOf(run, issue) : null,
      issue.code,
      issue.value,
      issue.message,
      issue.leftOut ? 1 : 0,
    );
  const settings = readSettings(db);
  if (settings.currency === null) writeSetting(db, 'currency', plan.currency);
  writeSetting(db, 'timezone', plan.timezone);
  if (run.options.locale) writeSetting(db, 'locale', run.options.locale);
  // a tax column wins: it has been taken off, or the amounts never held it
  if (settings.pricesIncludeTax === 'unknown' && plan.columns['line.tax'] !== undefined)
    writeSetting(db, 'pricesIncludeTax', 'excluded');
  db.execute(
    "INSERT INTO change_log (at, kind, sentence, after) VALUES (?, 'import', ?, ?)",
    Date.now(),
    `Imported ${run.planned.source.name}`,
    JSON.stringify({ batch }),
  );
  bumpDataVersion(db);
};

const issueCount = (totals: LoadTotals): number =>
  Object.values(totals.issueCounts).reduce((sum, count) => sum + count, 0);

const customersOf = (db: Connection, batch: number): number[] =>
  db
    .prepare(
      'SELECT DISTINCT i.customer_id FROM identity_claim c JOIN customer_identity i ON i.id = c.identity_id WHERE c.batch_id = ?',
    )
    .pluck()
    .all(batch) as number[];

const BULK_TABLES = ['order_line', 'sales_order', 'customer_identity', 'product'];

/** In tables that are empty yet, indexes are made after the load, which is faster than keeping them up row by row. */
class BulkIndexes {
  readonly #db: Connection;
  readonly #indexes: readonly { name: string; sql: string }[];
  /** there were no orders */
  readonly dropped: boolean;

  constructor(db: Connection) {
    const empty = BULK_TABLES.filter((table) => !db.row(`SELECT 1 FROM ${table} LIMIT 1`));
    this.#db = db;
    this.dropped = empty.includes('sales_order');
    this.#indexes = empty.flatMap((table) =>
      db.rows<{ name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?",
        table,
      ),
    );
    for (const { name } of this.#indexes) db.raw.exec(`DROP INDEX ${name}`);
    // rows without indexes are written one page after the other: a large cache would only fill up
    if (this.dropped) db.raw.pragma('cache_size = -2000');
  }

  restore(): void {
    if (this.dropped) this.#db.raw.pragma('cache_size = -16000');
    for (const { sql } of this.#indexes) this.#db.raw.exec(sql);
  }
}

type Found = {
  readonly batch: number | null;
  readonly created: number;
  readonly matched: number;
  readonly possibleDuplicates: number;
  readonly hash: string | null;
};

const resultOf = (run: ImportRun, totals: LoadTotals, found: Found): Bare => {
  const { plan, source, mapping } = run.planned;
  const money = (amount: number) => ({ minor: minor(amount), currency: plan.currency });
  return {
    batch: found.batch,
    source,
    mapping,
    rows: {
      read: totals.read,
      imported: totals.imported,
      leftOut: totals.leftOut,
      alreadyThere: totals.alreadyThere,
    },
    orders: totals.orders,
    orderLines: totals.lines,
    refunds: totals.refunds,
    customers: {
      created: found.created,
      matched: found.matched,
      anonymousOrders: totals.anonymousOrders,
      possibleDuplicates: found.possibleDuplicates,
    },
    revenue: money(totals.revenueMinor),
    revenueLeftOut: money(totals.leftOutMinor),
    period:
      totals.firstDay && totals.lastDay
        ? { from: isoDay(totals.firstDay), to: isoDay(totals.lastDay) }
        : null,
    issues: {
      count: issueCount(totals),
      byCode: totals.issueCounts,
      first: totals.issues
        .slice(0, SHOWN_ISSUES)
        .map((issue) => ({ ...issue, column: issue.column ? headerOf(run, issue) : null })),
    },
    contentHash: found.hash,
  };
};
