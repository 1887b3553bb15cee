import { isoDay } from '../../../shared/model/day.ts';
import type {
  ControlTotals,
  ImportOptions,
  ImportResult,
  MayBeNoSale,
  Skipped,
} from '../../../shared/model/importing.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Connection } from '../../database/connection.ts';
import { contentHash } from '../../database/content-hash.ts';
import { type Hashing, hashApart } from '../../database/hash-apart.ts';
import { type OrderIds, q } from '../../database/query.ts';
import { readSettings } from '../../database/settings.ts';
import { refreshSummaries } from '../../database/summaries.ts';
import { recountWhatCounts } from '../../database/what-counts.ts';
import { resolveIdentities } from '../identities/resolve-identities.ts';
import type { AnyPlan, ReadPlan } from '../plan/read-plan.ts';
import type { Decided } from '../planning/planned.ts';
import {
  finishBatch,
  insertBatch,
  issueSummary,
  keepRates,
  keepTax,
  refuseBadRows,
  refuseSecondTime,
} from './batch.ts';
import { BulkIndexes } from './bulk-indexes.ts';
import { controlTotals } from './control-totals.ts';
import { foreignLines } from './foreign-lines.ts';
import type { LoadTotals } from './load-totals.ts';
import { Loader } from './loader.ts';
import { keepNoSale } from './no-sale.ts';
import { parseFile } from './parser.ts';
import { recomputeProductNames } from './product-names.ts';

export type ImportProgress = (
  phase: 'reading' | 'recognising' | 'summarising' | 'saving',
  done: number,
  total: number,
  rows: number,
) => void;

export type ImportRun<Plan extends AnyPlan = ReadPlan> = {
  readonly planned: Decided<Plan>;
  readonly options: ImportOptions;
  readonly dryRun: boolean;
  readonly progress?: ImportProgress;
  readonly signal?: AbortSignal;
  /** reads in another way than with a thread of its own, which costs more to start than a small file to read */
  readonly parse?: typeof parseFile;
  /** no other reader yet; deleted on failure: its content may be hashed while the rest is computed */
  readonly alone?: boolean;
};

/**
 * The whole way of a row: parse, check, load, resolve customers, summarise, in one transaction. Either all of it is in the
 * portfolio when this resolves, or nothing is. The same code with `dryRun` says beforehand what it would do.
 * @throws Problem when the file is in the portfolio already, when nothing of it can be read, or when rows are bad and
 * the import was asked to stop at them
 */
export const importFile = async (db: Connection, run: ImportRun): Promise<ImportResult> => {
  const started = performance.now();
  refuseSecondTime(db, run);
  const result = run.dryRun ? await dryRun(db, run) : await load(db, run);
  return {
    ...result,
    elapsedMs: Math.round(performance.now() - started),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
};

type Bare = Omit<ImportResult, 'elapsedMs' | 'peakRssBytes'>;

const dryRun = async (db: Connection, run: ImportRun): Promise<Bare> => {
  const loader = await parseInto(db, run, 0);
  refuseBadRows(run, loader.totals);
  const { fresh, known } = loader.identities;
  return resultOf(run, loader.totals, {
    ...compareWithFile(db, run, loader, 0),
    mayBeNoSale: loader.mayBeNoSale,
    batch: null,
    created: fresh,
    matched: known,
    possibleDuplicates: 0,
    hash: null,
  });
};

const load = async (db: Connection, run: ImportRun): Promise<Bare> => {
  db.raw.pragma('foreign_keys = OFF'); // the loader inserts lines before their orders; it makes every reference itself
  db.begin();
  let hashing: Hashing | null = null;
  try {
    refuseSecondTime(db, run);
    const indexes = new BulkIndexes(db);
    const batch = insertBatch(db, run);
    const taxed = keepTax(db, run.options);
    const loader = await parseInto(db, run, batch);
    refuseBadRows(run, loader.totals);
    const marked = keepNoSale(db, batch, loader.said);
    run.progress?.('recognising', 0, 1, loader.totals.read);
    if (!indexes.dropped) recomputeProductNames(db);
    const resolved = resolveIdentities(db, loader.fresh);
    indexes.restore();
    if (run.alone) hashing = hashMeanwhile(db);
    run.progress?.('summarising', 0, 1, loader.totals.read);
    const customers = customersOf(db, batch);
    recountWhatCounts(db, taxed || marked ? q.selectFrom('sales_order').select('id') : ordersOf(batch));
    refreshSummaries(
      db,
      indexes.dropped || taxed || marked ? 'all' : [...new Set([...resolved.touched, ...customers])],
    );
    const held = compareWithFile(db, run, loader, batch);
    const found = {
      ...held,
      mayBeNoSale: loader.mayBeNoSale,
      batch,
      created: resolved.created,
      matched: customers.length - resolved.created,
      possibleDuplicates: resolved.possibleDuplicates,
    };
    finishBatch(db, run, batch, loader.totals, held.control);
    keepRates(db, batch, run.options.rates ?? [], foreignLines(loader.totals.foreign).converted);
    const hash = hashing ? await hashing.hash : contentHash(db);
    run.signal?.throwIfAborted();
    run.progress?.('saving', 0, 1, loader.totals.read);
    db.raw.exec('COMMIT');
    return resultOf(run, loader.totals, { ...found, hash });
  } catch (error) {
    if (db.raw.inTransaction) db.raw.exec('ROLLBACK');
    throw error;
  } finally {
    await hashing?.stop();
    db.raw.pragma('foreign_keys = ON');
  }
};

/** What is hashed is complete; what is still to be written stays in memory until the hash is there. */
const hashMeanwhile = (db: Connection): Hashing => {
  db.raw.exec('COMMIT');
  // the pages of lines and indexes are written and not read again here
  db.raw.pragma('shrink_memory');
  const hashing = hashApart(db.path);
  db.raw.pragma('cache_spill = OFF');
  db.raw.exec('BEGIN');
  return hashing;
};

/** Compares what was read with the file's own totals, and with what the portfolio had. */
const compareWithFile = (
  db: Connection,
  { planned, options }: ImportRun,
  { totals, own, skipped }: Loader,
  batch: number,
): Pick<Found, 'control' | 'skipped'> => ({
  control: controlTotals(totals, own, planned.plan.currency, options.locale ?? readSettings(db).locale),
  skipped: skipped.take(db, batch),
});

const parseInto = async (db: Connection, run: ImportRun, batch: number): Promise<Loader> => {
  const { plan, source } = run.planned;
  const loader = new Loader(db, plan, batch, run.dryRun, run.options.notASale);
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

/** The customers a batch names. */
export const customersOf = (db: Connection, batch: number): number[] =>
  db
    .cells<[number]>(
      'SELECT DISTINCT i.customer_id FROM identity_claim c JOIN customer_identity i ON i.id = c.identity_id WHERE c.batch_id = ?',
      batch,
    )
    .map(([id]) => id);

/** The orders with a line of a batch. */
const ordersOf = (batch: number): OrderIds =>
  q
    .selectFrom('line_claim as c')
    .innerJoin('order_line as l', (join) =>
      join.onRef('l.id', '>=', 'c.first_id').onRef('l.id', '<=', 'c.last_id'),
    )
    .select('l.order_id as id')
    .where('c.batch_id', '=', batch);

type Found = {
  readonly batch: number | null;
  readonly created: number;
  readonly matched: number;
  readonly possibleDuplicates: number;
  readonly hash: string | null;
  readonly control: ControlTotals;
  readonly mayBeNoSale: readonly MayBeNoSale[];
  readonly skipped: Skipped;
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
    taxTakenOff: money(totals.taxMinor),
    period:
      totals.firstDay && totals.lastDay
        ? { from: isoDay(totals.firstDay), to: isoDay(totals.lastDay) }
        : null,
    issues: issueSummary(run, totals),
    controlTotals: found.control,
    skipped: found.skipped,
    ordersDetailed: totals.expanded,
    notASale: totals.notASale,
    mayBeNoSale: [...found.mayBeNoSale],
    ...foreignLines(totals.foreign),
    remembered: run.planned.asLastTime?.batch ?? null,
    contentHash: found.hash,
  };
};
