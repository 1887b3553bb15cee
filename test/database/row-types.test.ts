import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Writable } from '../../src/main/database/connection.ts';
import { fillTemporary } from '../../src/main/database/temporary.ts';
import { type HandTyped, handTyped } from '../support/hand-typed.ts';
import { aPortfolio } from '../support/portfolio.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const statements = handTyped(`${project}src/main`);
const whole = statements.filter(({ sql }) => sql !== null);

const aDatabase = (): Writable => {
  const db = aPortfolio();
  fillTemporary(db, 'touched');
  // two files are compared as two databases of one connection
  db.raw.exec("ATTACH ':memory:' AS copy");
  return db;
};

/** What TypeScript's kinds of a column may be for a declared type of SQLite. */
const KIND = new Map([
  ['INTEGER', 'number'],
  ['REAL', 'number'],
  ['TEXT', 'string'],
]);

/** What a row type says otherwise than SQLite does; nothing where they agree. */
const disagreements = (db: Writable, { sql, claimed, open }: HandTyped): string[] => {
  let columns: ReturnType<ReturnType<typeof db.raw.prepare>['columns']>;
  try {
    columns = db.raw.prepare(sql!).columns();
  } catch (error) {
    return [String(error)];
  }
  if (claimed === null) return [];
  if (open ? columns.length < claimed.length : columns.length !== claimed.length)
    return [`${columns.length} columns, typed as ${claimed.length}`];
  return claimed.flatMap(({ name, type }, at) => {
    const column = name === null ? columns[at] : columns.find((each) => each.name === name);
    if (!column) return [`no column ${name}`];
    const kind = KIND.get(column.type ?? '');
    const primitives = type.match(/\b(number|string)\b/g) ?? [];
    return kind === undefined || primitives.every((each) => each === kind)
      ? []
      : [`${column.name} is ${column.type}, typed as ${type}`];
  });
};

describe('a row type written by hand is what SQLite gives', () => {
  const db = aDatabase();
  test.each(whole.map((statement) => [statement.id, statement] as const))('%s', (_, statement) => {
    expect(disagreements(db, statement)).toEqual([]);
  });

  test('most statements are whole in the source', () => {
    expect(whole.length).toBeGreaterThan(25);
    expect(whole.filter(({ claimed }) => claimed !== null).length).toBeGreaterThan(25);
  });
});

test('the others are in the list of exceptions, each with its reason', () => {
  const doc = readFileSync(`${project}docs/decisions/kysely.md`, 'utf8');
  const listed = [...doc.matchAll(/^\| `([^`]*)` `([^`]*)` \| .+ \|$/gm)].map(
    ([, file, call]) => `${file} ${call}`,
  );
  const open = statements.filter(({ sql }) => sql === null).map(({ id }) => id);
  expect(listed.sort()).toEqual([...new Set(open)].sort());
});

describe('it would be noticed', () => {
  const claims = whole.find(({ id }) => id.startsWith('import/load/orders/line-claims.ts'))!;

  test('when a column is renamed', () => {
    const db = aDatabase();
    expect(disagreements(db, claims)).toEqual([]);
    db.raw.exec('ALTER TABLE line_claim RENAME COLUMN first_id TO begin_id');
    expect(disagreements(db, claims)).toEqual([expect.stringContaining('no such column: first_id')]);
  });

  test('when a key of the type is none of the columns, or is missing', () => {
    const db = aDatabase();
    const renamed = { ...claims, sql: claims.sql!.replace('AS first', 'AS begin') };
    expect(disagreements(db, renamed)).toEqual(['no column first']);
    const longer = { ...claims, sql: claims.sql!.replace('AS first', 'AS first, batch_id') };
    expect(disagreements(db, longer)).toEqual(['3 columns, typed as 2']);
  });

  test('when a text is typed as a number', () => {
    const wrong = {
      ...claims,
      claimed: [{ name: 'id', type: 'number' }],
      sql: 'SELECT name AS id FROM customer',
    };
    expect(disagreements(aDatabase(), wrong)).toEqual(['id is TEXT, typed as number']);
  });
});
