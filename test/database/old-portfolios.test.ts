import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Readable } from '../../src/main/database/connection.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { SCHEMA_VERSION } from '../../src/main/database/format.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { steps } from '../../src/main/database/migrations/index.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { RECIPES, type Recipe } from '../fixtures/portfolios/recipes.ts';
import { cli } from '../support/cli.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio } from '../support/portfolio.ts';
import { schemaOf } from '../support/schema.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'portfolios');
const fixture = (schema: number): string => join(FIXTURES, `schema-${schema}.clientele`);

const run = async (portfolio: string, [name = '', ...args]: readonly string[]): Promise<void> => {
  const files = args.map((arg) => (arg.endsWith('.csv') ? join(FIXTURES, 'sources', arg) : arg));
  const ran = await cli(name, ...files, '--portfolio', portfolio);
  expect([ran.code, ran.code === 0 ? '' : ran.err]).toEqual([0, '']);
};

/** The same files and decisions as in the fixture, taken in by this version. */
const madeToday = async ({ commands }: Recipe): Promise<string> => {
  const portfolio = join(aFolder(), 'today.clientele');
  for (const command of commands) await run(portfolio, command);
  return portfolio;
};

const rows = (db: Readable, sql: string): readonly unknown[] => db.cells(sql);

const hashOf = (path: string): string => {
  const db = openPortfolio(path, { readonly: true });
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
};

test('there is a portfolio of every schema before the one of today', () => {
  const schemas = RECIPES.map(({ schema }) => schema);
  for (let schema = 1; schema < SCHEMA_VERSION; schema++) expect(schemas).toContain(schema);
  expect(schemas.filter((schema) => !existsSync(fixture(schema)))).toEqual([]);
});

describe.each(RECIPES)('a portfolio of schema $schema, made by $commit', (recipe) => {
  const { schema } = recipe;
  let path: string;
  let today: string;
  beforeAll(async () => {
    path = join(aFolder(), 'shop.clientele');
    copyFileSync(fixture(schema), path);
    openPortfolio(path, { backupFolder: aFolder() }).close();
    today = await madeToday(recipe);
  });
  const reading = (work: (db: Readable) => void): void => {
    const db = openPortfolio(path, { readonly: true });
    try {
      work(db);
    } finally {
      db.close();
    }
  };

  test('is of that schema as it lies here', () => {
    // SQLite's header has the user_version there
    expect(readFileSync(fixture(schema)).readInt32BE(60)).toBe(schema);
  });

  test('has the schema of today after it was opened, and is sound', () => {
    const raw = new Database(path, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(schemaOf(raw)).toBe(schemaOf(aPortfolio().raw));
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    raw.close();
    reading((db) => expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]));
  });

  test('after a crash before its log was moved into it still has what was kept since', () => {
    const old = join(aFolder(), 'shop.clientele');
    copyFileSync(fixture(schema), old);
    const raw = new Database(old);
    raw.pragma('journal_mode = WAL');
    raw.pragma('wal_autocheckpoint = 0');
    raw.transaction(() => {
      for (const step of steps.slice(schema)) step(raw);
      raw.pragma(`user_version = ${steps.length}`);
    })();
    raw.exec(`INSERT OR REPLACE INTO setting (name, value) VALUES ('businessName', '"Kept"')`);
    const crashed = join(aFolder(), 'shop.clientele');
    for (const suffix of ['', '-wal']) copyFileSync(`${old}${suffix}`, `${crashed}${suffix}`);
    raw.close();
    const db = openPortfolio(crashed, { backupFolder: aFolder() });
    expect(db.row("SELECT value FROM setting WHERE name = 'businessName'")).toEqual({ value: '"Kept"' });
    db.close();
    expect(readdirSync(dirname(crashed))).toEqual(['shop.clientele']);
  });

  test('still says who bought what, and which imports there were', () => {
    reading((db) => {
      expect(rows(db, 'SELECT name, email FROM customer ORDER BY name')).toEqual([
        ['Ada Archer', 'ada@archer.example'],
        ['Bo Berg', 'bo@berg.example'],
        ['Cy Castle', 'cy@castle.example'],
      ]);
      expect(rows(db, 'SELECT ordered_on, net_minor FROM sales_order ORDER BY number')).toEqual([
        ['2025-01-03', 1580],
        ['2025-01-09', 480],
        ['2025-01-17', 300],
        ['2025-01-24', 620],
        ['2025-02-06', 4800],
        ['2025-02-13', 1440],
        ['2025-02-20', -480],
      ]);
      expect(
        rows(db, 'SELECT file_name, rows_imported, undone_at IS NULL FROM batch ORDER BY id LIMIT 3'),
      ).toEqual([
        ['january.csv', 5, 1],
        ['february.csv', 3, 1],
        ['mistake.csv', 1, 0],
      ]);
    });
  });

  test('holds what the same files give today', () => {
    expect(hashOf(path)).toBe(hashOf(today));
  });

  test('answers as one made today does', async () => {
    const answer = async (portfolio: string): Promise<unknown> =>
      JSON.parse((await cli('analyze', '--portfolio', portfolio, '--customers', '--json')).out);
    expect(await answer(path)).toEqual(await answer(today));
  });

  test('goes on like one made today: an import of then is undone, another one is made', async () => {
    const before = hashOf(path);
    for (const portfolio of [path, today]) {
      await run(portfolio, ['undo-import', '1']);
      await run(portfolio, ['import', 'mistake.csv', '--allow-again', '--locale', 'en-GB']);
    }
    expect(hashOf(path)).toBe(hashOf(today));
    expect(hashOf(path)).not.toBe(before);
  });
});
