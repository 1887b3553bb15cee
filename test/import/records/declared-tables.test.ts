import { expect, test } from 'vitest';
import {
  declarationOf,
  RECORD_KIND_NAMES,
  TABLES_OF_RECORDS,
} from '../../../src/shared/model/import-kind.ts';
import { aPortfolio } from '../../support/portfolio.ts';

const tablesWithView = (): string[] =>
  aPortfolio()
    .rows<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'view' AND name LIKE '%\\_now' ESCAPE '\\'",
    )
    .map(({ name }) => name.replace(/_now$/, ''));

test('the kinds declare every table of records that the migrations make, and no other', () => {
  const declared = TABLES_OF_RECORDS.map(({ name }) => name);
  expect(new Set(declared)).toEqual(new Set(tablesWithView()));
  expect(new Set(declared).size).toBe(declared.length);
});

test.each(TABLES_OF_RECORDS.map((table) => [table.name, table] as const))(
  '%s has the columns that are declared of it',
  (name, { namesCustomers, days }) => {
    const columns = aPortfolio()
      .rows<{ name: string }>('SELECT name FROM pragma_table_info(?)', name)
      .map((column) => column.name);
    expect(columns.includes('identity_id')).toBe(namesCustomers);
    expect(columns).toEqual(expect.arrayContaining([...days]));
  },
);

test.each(RECORD_KIND_NAMES)('every field of %s is one of its columns', (kind) => {
  const { fields, columns } = declarationOf(kind);
  expect(columns).toEqual(expect.arrayContaining(Object.keys(fields)));
});
