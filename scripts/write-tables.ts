// Writes src/main/database/tables.ts, the types of all tables and views, from the migrations; --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { steps } from '../src/main/database/migrations/index.ts';

type Column = { readonly name: string; readonly type: string; readonly nullable: boolean };
type Kind = 'plain' | 'generated' | 'derived';

const WIDTH = 110;
const raw = new Database(':memory:');
for (const step of steps) step(raw);

const schema = raw
  .prepare(
    "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  .all() as { name: string; type: 'table' | 'view'; sql: string }[];

/** `kind TEXT CHECK (kind IN ('code', 'name'))` → `'code' | 'name'`; undefined for a column that takes any text. */
const choices = (sql: string, column: string): string | undefined =>
  new RegExp(`\\b${column}\\s+TEXT[^,]*CHECK \\(${column} IN \\(([^)]+)\\)\\)`)
    .exec(sql)?.[1]
    ?.replaceAll(', ', ' | ');

const isDay = (column: string): boolean => /(^|_)(day|on|as_of|until)$/.test(column);

const typeOf = (sql: string, column: string, storage: string): string => {
  if (storage === 'INTEGER') return column.endsWith('_minor') ? 'Minor' : 'number';
  if (storage === 'TEXT') return choices(sql, column) ?? (isDay(column) ? 'IsoDay' : 'string');
  if (storage === 'BLOB') return 'Uint8Array';
  throw new Error(`no type for ${column} ${storage}`);
};

/** A computed column is never empty where it falls back to a column that is not. */
const computedNullable = (sql: string, column: string, needed: ReadonlySet<string>): boolean => {
  const parts = new RegExp(`\\b${column} \\w+ GENERATED ALWAYS AS \\(coalesce\\(([^)]+)\\)`).exec(sql)?.[1];
  return !parts?.split(', ').some((part) => needed.has(part));
};

const columnsOf = (table: string, sql: string): readonly (Column & { readonly kind: Kind })[] => {
  const references = new Set(
    raw.prepare('SELECT "from" FROM pragma_foreign_key_list(?)').pluck().all(table) as string[],
  );
  const rows = raw
    .prepare(
      'SELECT name, type, "notnull" AS needed, dflt_value AS fallback, pk, hidden FROM pragma_table_xinfo(?)',
    )
    .all(table) as {
    name: string;
    type: string;
    needed: number;
    fallback: string | null;
    pk: number;
    hidden: number;
  }[];
  const keys = rows.filter(({ pk }) => pk > 0).length;
  const withoutRowid = / WITHOUT ROWID/.test(sql);
  const needed = new Set(
    rows
      .filter(
        (row) => row.needed === 1 || (row.pk > 0 && (withoutRowid || (keys === 1 && row.type === 'INTEGER'))),
      )
      .map(({ name }) => name),
  );
  return rows.map(({ name, type, fallback, pk, hidden }) => ({
    name,
    type: typeOf(sql, name, type),
    nullable: hidden === 0 ? !needed.has(name) : computedNullable(sql, name, needed),
    kind:
      hidden > 0
        ? 'derived'
        : fallback !== null || (pk === 1 && keys === 1 && type === 'INTEGER' && !references.has(name))
          ? 'generated'
          : 'plain',
  }));
};

const tables = new Map(
  schema.filter(({ type }) => type === 'table').map(({ name, sql }) => [name, columnsOf(name, sql)] as const),
);

/** SQLite names the table and column that each column of a view comes from; a view of anything else needs a rule here first. */
const viewColumns = (view: string): readonly (Column & { readonly kind: Kind })[] =>
  raw
    .prepare(`SELECT * FROM ${view}`)
    .columns()
    .map(({ name, table, column }) => {
      const from = tables.get(table ?? '')?.find((each) => each.name === column);
      if (!from) throw new Error(`${view}.${name} comes from no column of a table`);
      return { ...from, name, kind: 'derived' };
    });

const line = ({ name, type, nullable, kind }: Column & { readonly kind: Kind }): string => {
  const value = nullable ? `${type} | null` : type;
  const wrapped =
    kind === 'plain' ? value : `${kind === 'generated' ? 'Generated' : 'GeneratedAlways'}<${value}>`;
  const short = `    ${name}: ${wrapped};`;
  if (short.length <= WIDTH) return short;
  // as the formatter would break it
  return kind === 'plain'
    ? `    ${name}:\n${value.replaceAll(/(^| \| )/g, '\n      | ').slice(1)};`
    : short.replace('<', '<\n      ').replace('>;', '\n    >;');
};

const text = [
  '// Generated from the migrations by `npm run docs`; a test of scripts/test.ts keeps it in step.',
  "import type { Generated, GeneratedAlways } from 'kysely';",
  "import type { IsoDay } from '../../shared/model/day.ts';",
  "import type { Minor } from '../../shared/model/money.ts';",
  '',
  '/**',
  ' * Every table and view with its columns as SQLite keeps them: `_minor` is money in whole minor units, days are calendar',
  ' * days, `_micro` are millionths, truth is 0 or 1. A view ending in `_now` holds what is in force and cannot be written.',
  ' */',
  'export type Tables = {',
  ...schema.flatMap(({ name, type }) => [
    `  ${name}: {`,
    ...(type === 'table' ? tables.get(name)! : viewColumns(name)).map(line),
    '  };',
  ]),
  '};',
  '',
].join('\n');

const target = new URL('../src/main/database/tables.ts', import.meta.url);
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    process.stderr.write('src/main/database/tables.ts is out of step; run npm run docs.\n');
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
