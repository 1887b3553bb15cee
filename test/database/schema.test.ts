import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/main/database/format.ts';
import { aPortfolio } from '../support/portfolio.ts';
import { schemaOf } from '../support/schema.ts';

const SNAPSHOT = new URL('./schema.snapshot.sql', import.meta.url);

describe('the schema', () => {
  test('is the one that was committed; CLIENTELE_WRITE_SNAPSHOT=1 writes it anew after a new migration', () => {
    const schema = schemaOf(aPortfolio().raw);
    if (process.env.CLIENTELE_WRITE_SNAPSHOT === '1') writeFileSync(SNAPSHOT, schema);
    expect(existsSync(SNAPSHOT)).toBe(true);
    expect(schema).toBe(readFileSync(SNAPSHOT, 'utf8'));
  });

  test('has only STRICT tables, and says what it is and of which version', () => {
    const { raw } = aPortfolio();
    const tables = raw.pragma('table_list') as {
      name: string;
      schema: string;
      type: string;
      strict: number;
    }[];
    const own = tables.filter(
      ({ name, schema, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'),
    );
    expect(own.length).toBeGreaterThan(15);
    expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
    expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(raw.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  });

  test('keeps money, quantities and instants as whole numbers', () => {
    const { raw } = aPortfolio();
    const columns = raw
      .prepare(
        "SELECT m.name AS tab, c.name, c.type FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'",
      )
      .all() as { tab: string; name: string; type: string }[];
    expect(columns.filter(({ type }) => type === 'REAL')).toEqual([]);
    const amounts = columns.filter(({ name }) => /_(minor|micro|at)$/.test(name));
    expect(amounts.length).toBeGreaterThan(15);
    expect(amounts.filter(({ type }) => type !== 'INTEGER')).toEqual([]);
  });

  test('is guarded while it is open: references hold, deleted content is wiped, nothing in a file is trusted', () => {
    const { raw } = aPortfolio();
    const pragma = (name: string): unknown => raw.pragma(name, { simple: true });
    expect([pragma('foreign_keys'), pragma('secure_delete'), pragma('trusted_schema')]).toEqual([1, 1, 0]);
  });
});
