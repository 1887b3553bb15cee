import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Cell, Readable } from '../../src/main/database/connection.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import type { Select, Value } from '../../src/main/database/query.ts';
import { readSetting, readSettings } from '../../src/main/database/settings.ts';
import { lastSaleDay } from '../../src/main/portfolio/analysis/history.ts';
import { nextChanges } from '../../src/main/portfolio/changes/change-log.ts';
import { customerOrders } from '../../src/main/portfolio/customers/customer-page.ts';
import { importIssues, pastImports } from '../../src/main/portfolio/imports/past-imports.ts';
import { importSample } from '../../src/main/portfolio/imports/sample-portfolio.ts';
import { median } from './paired.ts';

/** A statement as it came to the connection. */
type Asked = { readonly sql: string; readonly parameters: readonly Value[] };

/** Remembers which statements it was asked, composed ones and those written by hand. */
class Listening extends Readable {
  readonly asked: Asked[] = [];

  override all<Row>(query: Select<Row>): Row[] {
    this.#hear(query);
    return super.all(query);
  }

  override get<Row>(query: Select<Row>): Row | undefined {
    this.#hear(query);
    return super.get(query);
  }

  override rows<Row>(sql: string, ...parameters: readonly Value[]): Row[] {
    this.asked.push({ sql, parameters });
    return super.rows(sql, ...parameters);
  }

  override row<Row>(sql: string, ...parameters: readonly Value[]): Row | undefined {
    this.asked.push({ sql, parameters });
    return super.row(sql, ...parameters);
  }

  override cells<Row extends readonly Cell[]>(sql: string, ...parameters: readonly Value[]): Row[] {
    this.asked.push({ sql, parameters });
    return super.cells<Row>(sql, ...parameters);
  }

  #hear(query: Select<unknown>): void {
    const { sql, parameters } = query.compile();
    this.asked.push({ sql, parameters: parameters as readonly Value[] });
  }
}

/** What is read for every screen, or many times for one, and does little else than ask. */
const HOT: Readonly<Record<string, (db: Readable) => unknown>> = {
  'a setting': (db) => readSetting(db, 'businessName', null),
  'all settings': readSettings,
  'the last day of sales': lastSaleDay,
  'what can be undone': nextChanges,
  "a customer's orders with their lines": (db) => customerOrders(db, 1, 0, 20),
  'past imports': pastImports,
  'issues of an import': (db) => importIssues(db, 1, 0, 100),
};

const PAIRS = 15;
const CALLS = 200;
const MOST_MICROS = 100;

/** Microseconds a call. */
const timed = (work: () => unknown): number => {
  const began = performance.now();
  for (let n = 0; n < CALLS; n++) work();
  return ((performance.now() - began) / CALLS) * 1000;
};

/**
 * What composing costs at most: use cases against the bare statements they ask, as SQL on the same connection. The rest of a use
 * case is in the difference too.
 */
export const statementsBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-statements-'));
  try {
    const path = join(folder, 'sample.clientele');
    await importSample({
      portfolio: path,
      kind: 'bakery',
      until: '2025-09-30',
      customers: 300,
      scratch: join(folder, 'sample.csv'),
      backupFolder: folder,
    });
    openPortfolio(path).close();
    const db = new Readable(new Database(path, { readonly: true }), path);
    for (const [name, use] of Object.entries(HOT)) compare(path, db, name, use);
    db.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const compare = (path: string, db: Readable, name: string, use: (db: Readable) => unknown): void => {
  const listening = new Listening(new Database(path, { readonly: true }), path);
  use(listening);
  const { asked } = listening;
  listening.close();
  const bare = (): void => {
    for (const { sql, parameters } of asked) db.rows(sql, ...parameters);
  };
  timed(() => use(db));
  timed(bare);
  const differences: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < PAIRS; n++) {
    const ours = timed(() => use(db));
    differences.push((ours - timed(bare)) / asked.length);
    whole.push(ours);
  }
  const more = median(differences);
  process.stdout.write(
    `${name}: ${median(whole).toFixed(0)} µs for ${asked.length} ${asked.length === 1 ? 'statement' : 'statements'}, each ${more.toFixed(1)} µs more than bare, bar ${MOST_MICROS} µs – ${more <= MOST_MICROS ? 'held' : 'NOT HELD'}\n`,
  );
};
