import { statSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { contentHash } from './content-hash.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './format.ts';
import { orderSums } from './order-sums.ts';
import { expectedOf, wrongPages } from './verify/verify.ts';

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
export const examine = (db: Connection): Diagnosis => {
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
        ok: (db.raw.pragma('application_id', { simple: true }) as number) === APPLICATION_ID,
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
const pages = (db: Connection): Check => {
  const expected = db.file ? expectedOf(db.raw, db.file) : null;
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

const structure = (db: Connection): Check => {
  const rows = db.raw.pragma('integrity_check(10)') as { integrity_check: string }[];
  const ok = rows[0]?.integrity_check === 'ok';
  return {
    id: 'structure',
    ok,
    detail: ok
      ? 'the file is whole'
      : `${rows.length === 10 ? 'at least 10' : rows.length} places where tables and their order do not fit together`,
  };
};

const references = (db: Connection): Check => {
  const broken = (db.raw.pragma('foreign_key_check') as unknown[]).length;
  return {
    id: 'references',
    ok: broken === 0,
    detail: broken === 0 ? 'every reference leads somewhere' : `${broken} references lead nowhere`,
  };
};

/** Every line must be claimed by an import, or nothing could ever take it back. */
const claims = (db: Connection): Check => {
  const ranges = db.rows<{ first_id: number; last_id: number }>(
    'SELECT first_id, last_id FROM line_claim ORDER BY first_id',
  );
  let covered = 0;
  let end = -1;
  for (const { first_id, last_id } of ranges) {
    const from = Math.max(first_id, end + 1);
    if (last_id >= from)
      covered += db.row<{ n: number }>(
        'SELECT count(*) AS n FROM order_line WHERE id BETWEEN ? AND ?',
        from,
        last_id,
      )!.n;
    end = Math.max(end, last_id);
  }
  const lines = db.row<{ n: number }>('SELECT count(*) AS n FROM order_line')!.n;
  return {
    id: 'claims',
    ok: covered === lines,
    detail: `${covered} of ${lines} order lines belong to an import`,
  };
};

const orderTotals = (db: Connection): Check => {
  const sums = orderSums(db);
  const wrong = db
    .rows<{ id: number; line_count: number; net_minor: number; digest: number }>(
      'SELECT id, line_count, net_minor, digest FROM sales_order',
    )
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
const counted = (db: Connection): Check => {
  const wrong = db.row<{ n: number }>(
    `SELECT count(*) AS n FROM (
       SELECT 1 FROM sales_order o
       JOIN order_line l ON l.order_id = o.id LEFT JOIN product p ON p.id = l.product_id
       GROUP BY o.id HAVING sum(l.revenue_minor) <> o.revenue_minor OR sum(coalesce(p.is_sale, 1)) <> o.revenue_lines
          OR sum(CASE WHEN p.is_sale = 0 THEN l.revenue_minor ELSE 0 END) <> 0)`,
  )!.n;
  return {
    id: 'revenue',
    ok: wrong === 0,
    detail:
      wrong === 0
        ? 'what counts of every order is what counts of its lines'
        : `${wrong} orders count wrongly`,
  };
};

const batchTotals = (db: Connection): Check => {
  const bad = db.rows(
    'SELECT id FROM batch WHERE rows_read <> rows_imported + rows_left_out + rows_already_there',
  ).length;
  return {
    id: 'imports',
    ok: bad === 0,
    detail: bad === 0 ? 'every import accounts for every row' : `${bad} imports do not add up`,
  };
};

const summaries = (db: Connection): Check => {
  const orders =
    db.row<{ net: number | null }>('SELECT sum(revenue_minor) AS net FROM sales_order')!.net ?? 0;
  const months =
    db.row<{ net: number | null }>(
      'SELECT sum(identified_minor + anonymous_minor) AS net FROM month_summary',
    )!.net ?? 0;
  const identified =
    db.row<{ net: number | null }>(
      'SELECT sum(revenue_minor) AS net FROM sales_order WHERE identity_id IS NOT NULL',
    )!.net ?? 0;
  const days = db.row<{ net: number | null }>('SELECT sum(net_minor) AS net FROM customer_day')!.net ?? 0;
  const customers =
    db.row<{ net: number | null }>('SELECT sum(net_minor) AS net FROM customer_summary')!.net ?? 0;
  const ok = orders === months && identified === days && identified === customers;
  return {
    id: 'summaries',
    ok,
    detail: ok ? 'the stored summaries equal the orders' : 'the stored summaries do not equal the orders',
  };
};

const CHECKS = [pages, structure, references, claims, orderTotals, counted, batchTotals, summaries] as const;
