import { statSync } from 'node:fs';
import { plural } from '../../shared/words.ts';
import type { Readable } from './connection.ts';
import { contentHash } from './content-hash.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './format.ts';
import { orderSums } from './order-sums.ts';
import { once, q, type Select, sql } from './query.ts';
import { wrongPages } from './verify/verify.ts';

export type Check = { readonly id: string; readonly ok: boolean; readonly detail: string };
export type Diagnosis = {
  readonly ok: boolean;
  /** null where it cannot be read */
  readonly contentHash: string | null;
  readonly schema: number;
  readonly bytes: number;
  readonly checks: readonly Check[];
};

/**
 * Examines a portfolio without changing it. Beyond SQLite's own check it adds up what the imports recorded: a page that
 * rots in a way SQLite does not notice still changes a sum or a digest.
 */
export const examine = (db: Readable): Diagnosis => {
  const checks = CHECKS.map(
    (check) =>
      readable(() => check(db)) ?? { id: check.name, ok: false, detail: 'what is stored cannot be read' },
  );
  return {
    ok: checks.every((check) => check.ok),
    contentHash: readable(() => contentHash(db)),
    schema: SCHEMA_VERSION,
    bytes: statSync(db.path).size,
    checks: [
      {
        id: 'format',
        ok:
          db.row<{ id: number }>('SELECT application_id AS id FROM pragma_application_id')!.id ===
          APPLICATION_ID,
        detail: `format ${SCHEMA_VERSION}`,
      },
      ...checks,
    ],
  };
};

/** Damage may lie anywhere, also where a check reads; SQLite's own words are none for the owner. */
const readable = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    if (isOfStorage(error)) return null;
    throw error;
  }
};

const isOfStorage = (error: unknown): boolean =>
  /^SQLITE_|^ERR_/.test((error as { code?: string }).code ?? '') || error instanceof RangeError;

/** Every page as it was when the portfolio was last at rest. */
const pages = (db: Readable): Check => {
  const expected = db.expectedPages();
  const compare = expected?.kind === 'known' ? expected.compare : null;
  const wrong = compare ? wrongPages(compare, db.path).length : 0;
  const ok = expected?.kind !== 'damaged' && wrong === 0;
  return {
    id: 'pages',
    ok,
    detail: ok
      ? `${compare?.sums.length ?? 0} parts of the file are as they were saved`
      : wrong === 0
        ? 'what the file should hold cannot be read any more'
        : `${wrong} of ${compare?.sums.length} parts of the file are not as they were saved`,
  };
};

const structure = (db: Readable): Check => {
  // as a table the pragma would take a number of rows for the name of a table
  const rows = db.rows<{ integrity_check: string }>(
    'SELECT integrity_check FROM pragma_integrity_check LIMIT 10',
  );
  const ok = rows[0]?.integrity_check === 'ok';
  return {
    id: 'structure',
    ok,
    detail: ok
      ? 'the file is whole'
      : `${rows.length === 10 ? 'at least 10' : rows.length} ${plural(rows.length, 'place', 'places')} where tables and their order do not fit together`,
  };
};

const references = (db: Readable): Check => {
  const broken = db.row<{ n: number }>('SELECT count(*) AS n FROM pragma_foreign_key_check')!.n;
  return {
    id: 'references',
    ok: broken === 0,
    detail: broken === 0 ? 'every reference leads somewhere' : `${broken} references lead nowhere`,
  };
};

/** Every line must be claimed by an import, or nothing could ever take it back. */
const claims = (db: Readable): Check => {
  const ranges = db.all(q.selectFrom('line_claim').select(['first_id', 'last_id']).orderBy('first_id'));
  const lines = q.selectFrom('order_line').select(q.fn.countAll<number>().as('n'));
  const linesBetween = once((p: { from: number; to: number }) =>
    lines.where('id', '>=', p.from).where('id', '<=', p.to),
  );
  let covered = 0;
  let end = -1;
  for (const { first_id, last_id } of ranges) {
    const from = Math.max(first_id, end + 1);
    if (last_id >= from) covered += db.get(linesBetween({ from, to: last_id }))!.n;
    end = Math.max(end, last_id);
  }
  const { n } = db.get(lines)!;
  return {
    id: 'claims',
    ok: covered === n,
    detail: `${covered} of ${n} order lines belong to an import`,
  };
};

const orderTotals = (db: Readable): Check => {
  const sums = orderSums(db);
  const wrong = db
    .all(q.selectFrom('sales_order').select(['id', 'line_count', 'net_minor', 'digest']))
    .filter(({ id, line_count, net_minor, digest }) => {
      const sum = sums.get(id);
      return !sum || sum.count !== line_count || sum.net !== net_minor || sum.digest !== digest;
    }).length;
  return {
    id: 'orders',
    ok: wrong === 0,
    detail: wrong === 0 ? 'every order equals its lines' : `${wrong} orders do not equal their lines`,
  };
};

/** What counts of an order must be what counts of its lines, and of what is no sale nothing counts. */
const counted = (db: Readable): Check => {
  const wrongly = q
    .selectFrom('sales_order as o')
    .innerJoin('order_line as l', 'l.order_id', 'o.id')
    .leftJoin('product as p', 'p.id', 'l.product_id')
    .select('o.id')
    .groupBy('o.id')
    .having(({ case: when, eb, fn, lit, or, ref }) =>
      or([
        eb(fn.sum('l.revenue_minor'), '<>', ref('o.revenue_minor')),
        eb(fn.sum(fn.coalesce('p.is_sale', lit(1))), '<>', ref('o.revenue_lines')),
        eb(fn.sum(when().when('p.is_sale', '=', 0).then(ref('l.revenue_minor')).else(lit(0)).end()), '<>', 0),
      ]),
    );
  const wrong = db.get(q.selectFrom(wrongly.as('w')).select(q.fn.countAll<number>().as('n')))!.n;
  return {
    id: 'revenue',
    ok: wrong === 0,
    detail:
      wrong === 0
        ? 'what counts of every order is what counts of its lines'
        : `${wrong} orders count wrongly`,
  };
};

const batchTotals = (db: Readable): Check => {
  const bad = db.all(
    q
      .selectFrom('batch')
      .select('id')
      .where('rows_read', '<>', sql<number>`rows_imported + rows_left_out + rows_already_there`),
  ).length;
  return {
    id: 'imports',
    ok: bad === 0,
    detail: bad === 0 ? 'every import accounts for every row' : `${bad} imports do not add up`,
  };
};

const summaries = (db: Readable): Check => {
  const net = (from: Select<{ readonly net: number | null }>): number => db.get(from)?.net ?? 0;
  const revenue = q.selectFrom('sales_order').select(q.fn.sum<number | null>('revenue_minor').as('net'));
  const orders = net(revenue);
  const identified = net(revenue.where('identity_id', 'is not', null));
  const months = net(
    q
      .selectFrom('month_summary')
      .select(sql<number | null>`sum(identified_minor + anonymous_minor)`.as('net')),
  );
  const days = net(q.selectFrom('customer_day').select(q.fn.sum<number | null>('net_minor').as('net')));
  const customers = net(
    q.selectFrom('customer_summary').select(q.fn.sum<number | null>('net_minor').as('net')),
  );
  const ok = orders === months && identified === days && identified === customers;
  return {
    id: 'summaries',
    ok,
    detail: ok ? 'the stored summaries equal the orders' : 'the stored summaries do not equal the orders',
  };
};

const CHECKS = [pages, structure, references, claims, orderTotals, counted, batchTotals, summaries] as const;
