import { isoDay } from '../../../../shared/model/day.ts';
import { TABLES_OF_RECORDS } from '../../../../shared/model/import-kind.ts';
import type { ImportResult } from '../../../../shared/model/importing.ts';
import { minor } from '../../../../shared/model/money.ts';
import type { Connection } from '../../../database/connection.ts';
import { contentHash } from '../../../database/content-hash.ts';
import { refreshSummaries } from '../../../database/summaries.ts';
import type { IdentityFacts } from '../../check/names.ts';
import { type KnownIdentity, resolveIdentities } from '../../identities/resolve-identities.ts';
import type { RecordPlan } from '../../plan/read-plan.ts';
import { type FileRecords, readFile } from '../../records/read-file.ts';
import type { Cell, RecordRow } from '../../records/record-set.ts';
import {
  type BatchTotals,
  finishBatch,
  insertBatch,
  issueSummary,
  refuseBadRows,
  refuseSecondTime,
} from '../batch.ts';
import { customersOf, type ImportRun } from '../import-file.ts';
import { NameTable } from '../name-table.ts';
import { recomputeProductNames } from '../product-names.ts';
import { recomputeTraits } from '../traits.ts';
import { claimIdentities } from './claim-identities.ts';
import { CurrentRecords } from './current-records.ts';
import { writeProduct, writeRecords } from './write-records.ts';

type Bare = Omit<ImportResult, 'elapsedMs' | 'peakRssBytes'>;

/**
 * The way of a file of another kind than sales: read, compared with what the portfolio has already, written with its
 * batch, in one transaction. With `dryRun` nothing is written.
 * @throws Problem like the import of sales
 */
export const importRecords = async (db: Connection, run: ImportRun<RecordPlan>): Promise<ImportResult> => {
  const started = performance.now();
  refuseSecondTime(db, run);
  const { plan, source } = run.planned;
  const file = await readFile(
    plan,
    (bytes, rows) => run.progress?.('reading', bytes, source.bytes, rows),
    run.signal,
  );
  const result = run.dryRun ? dryRun(db, run, file) : load(db, run, file);
  return {
    ...result,
    elapsedMs: Math.round(performance.now() - started),
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
};

const dryRun = (db: Connection, run: ImportRun<RecordPlan>, file: FileRecords): Bare => {
  const totals = compare(db, file);
  refuseBadRows(run, totals);
  const table = new NameTable(db, 'customer_identity');
  const identities = identitiesIn(file).map(({ facts }) => facts);
  const created = identities.filter(
    ({ source, kind, value }) => table.find(source, kind, value) === null,
  ).length;
  return resultOf(run, totals, {
    batch: null,
    created,
    matched: identities.length - created,
    possibleDuplicates: 0,
    hash: null,
  });
};

const load = (db: Connection, run: ImportRun<RecordPlan>, file: FileRecords): Bare =>
  withoutReferenceChecks(db, () => {
    const { plan } = run.planned;
    refuseSecondTime(db, run);
    const totals = compare(db, file);
    refuseBadRows(run, totals);
    const batch = insertBatch(db, run);
    const fresh: KnownIdentity[] = [];
    const named = identitiesIn(file);
    const ids = claimIdentities(
      db,
      new NameTable(db, 'customer_identity'),
      batch,
      named.map(({ facts }) => facts),
      fresh,
    );
    const identities = new Map(named.map(({ number }, index) => [number, ids[index]!]));
    run.progress?.('recognising', 0, 1, totals.read);
    const resolved = resolveIdentities(db, fresh);
    const products = new NameTable(db, 'product');
    const wares = file.names.products();
    for (const number of file.set.named('product')) {
      const facts = wares[number]!;
      writeProduct(db, batch, { number, facts, id: products.number('', facts.kind, facts.value) }, file.set);
    }
    if (plan.kind === 'products') recomputeProductNames(db);
    writeRecords(db, batch, file.set, identities);
    recomputeTraits(db);
    refreshSummaries(db, resolved.touched);
    finishBatch(db, run, batch, totals, null);
    const hash = contentHash(db);
    run.signal?.throwIfAborted();
    run.progress?.('saving', 0, 1, totals.read);
    return resultOf(run, totals, {
      batch,
      created: resolved.created,
      matched: customersOf(db, batch).length - resolved.created,
      possibleDuplicates: resolved.possibleDuplicates,
      hash,
    });
  });

/** The customers that records which are in name, by the file's numbers. */
const identitiesIn = ({ set, names }: FileRecords): { number: number; facts: IdentityFacts }[] => {
  const all = names.identities();
  return [...set.named('identity')].map((number) => ({ number, facts: all[number]! }));
};

/** Identities are moved before their customers are written; every reference is made here. */
const withoutReferenceChecks = <T>(db: Connection, work: () => T): T => {
  db.raw.pragma('foreign_keys = OFF');
  try {
    return db.transaction(work);
  } finally {
    db.raw.pragma('foreign_keys = ON');
  }
};

/** Counts the records by whether they say anything the portfolio does not say already. */
const compare = (db: Connection, { records, set, names, read, sink }: FileRecords): BatchTotals => {
  const identities = new NameTable(db, 'customer_identity');
  const products = new NameTable(db, 'product');
  const facts = names.identities();
  const wares = names.products();
  const current = new CurrentRecords(db, {
    identity: (number) => {
      const { source, kind, value } = facts[number]!;
      return identities.find(source, kind, value);
    },
    product: (number) => products.find('', wares[number]!.kind, wares[number]!.value),
  });
  const known = new Map<RecordRow, boolean>();
  for (const said of set.all()) known.set(said, current.holds(said, contactsOf(facts[said.identity])));
  const alreadyThere = records.filter((record) => record.every((said) => known.get(said))).length;
  const days = [...set.all()].flatMap(({ table, values }) =>
    (DAYS.get(table) ?? []).flatMap((column) => values[column] ?? []),
  );
  const [firstDay = null, lastDay = null] = extremes(days);
  return {
    read,
    imported: records.length - alreadyThere,
    alreadyThere,
    leftOut: sink.leftOut,
    revenueMinor: 0,
    leftOutMinor: 0,
    firstDay,
    lastDay,
    issues: sink.issues,
    issueCounts: sink.issueCounts,
  };
};

const DAYS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLES_OF_RECORDS.map(({ name, days }) => [name, days]),
);

const extremes = (days: readonly Cell[]): readonly (string | undefined)[] => {
  let first: string | undefined;
  let last: string | undefined;
  for (const day of days as readonly string[]) {
    if (first === undefined || day < first) first = day;
    if (last === undefined || day > last) last = day;
  }
  return [first, last];
};

const contactsOf = (facts: IdentityFacts | undefined): Readonly<Record<string, Cell>> => {
  if (!facts) return {};
  const { source: _, kind: __, value: ___, ...contacts } = facts;
  return contacts;
};

type Found = {
  readonly batch: number | null;
  readonly created: number;
  readonly matched: number;
  readonly possibleDuplicates: number;
  readonly hash: string | null;
};

const resultOf = (run: ImportRun<RecordPlan>, totals: BatchTotals, found: Found): Bare => {
  const { plan, source, mapping } = run.planned;
  const none = { minor: minor(0), currency: plan.currency };
  const { read, imported, leftOut, alreadyThere, firstDay, lastDay } = totals;
  return {
    batch: found.batch,
    source,
    mapping,
    rows: { read, imported, leftOut, alreadyThere },
    orders: 0,
    orderLines: 0,
    refunds: 0,
    customers: {
      created: found.created,
      matched: found.matched,
      anonymousOrders: 0,
      possibleDuplicates: found.possibleDuplicates,
    },
    revenue: none,
    revenueLeftOut: none,
    taxTakenOff: none,
    period: firstDay && lastDay ? { from: isoDay(firstDay), to: isoDay(lastDay) } : null,
    issues: issueSummary(run, totals),
    controlTotals: null,
    skipped: { byReason: {}, first: [] },
    ordersDetailed: 0,
    notASale: 0,
    mayBeNoSale: [],
    converted: [],
    withoutRate: [],
    remembered: run.planned.asLastTime?.batch ?? null,
    contentHash: found.hash,
  };
};
