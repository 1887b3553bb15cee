import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Readable } from '../../src/main/database/connection.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { addMark } from '../../src/main/portfolio/calendar/marks.ts';
import { makeReview } from '../../src/main/portfolio/reviews/reviews.ts';
import { makeSample } from '../../src/main/sample/sample.ts';
import { SAMPLE_KINDS } from '../../src/main/sample/truth.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { IMPORT_KINDS, type ImportKind, templateOf } from '../../src/shared/model/import-kind.ts';
import { table } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

/** The columns of every table and view that `Tables` types as never null. */
const neverNull = (): Map<string, string[]> => {
  const text = readFileSync(new URL('../../src/main/database/tables.ts', import.meta.url), 'utf8');
  return new Map(
    [...text.matchAll(/^ {2}(\w+): \{\n([\s\S]*?)^ {2}\};/gm)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {4}(\w+):([^;]*);/gm)].flatMap(([, column = '', type = '']) =>
        /\bnull\b/.test(type) ? [] : [column],
      ),
    ]),
  );
};

const columns = neverNull();

/** `table.column` for each column that holds null although its type says never; the tables with rows are added to the seen ones. */
const nulls = (db: Readable, seen: Set<string>): string[] =>
  [...columns].flatMap(([name, of]) => {
    const counts = of.map((column) => `count(*) - count(${column}) AS ${column}`);
    const row = db.row<Record<string, number>>(
      `SELECT count(*) AS "all rows", ${counts.join(', ')} FROM ${name}`,
    )!;
    if (row['all rows']! > 0) seen.add(name);
    return of.filter((column) => row[column] !== 0).map((column) => `${name}.${column}`);
  });

/** The kind's template as it is, and once for each of its columns with nothing in it after the first row. */
const withGaps = (kind: ImportKind): string[] => {
  const { header, rows } = templateOf(kind);
  const whole = rows.map((row) => [...row]);
  const blank = header.map((_, at) =>
    whole.map((row, n) => row.map((cell, i) => (n > 0 && i === at ? '' : cell))),
  );
  return [whole, ...blank].map((cells) => table(header, cells));
};

test('no column typed as never null yields null', async () => {
  const seen = new Set<string>();
  const found: string[] = [];
  for (const kind of SAMPLE_KINDS) {
    const db = aPortfolio();
    await take(db, makeSample({ kind, customers: 60, seed: 3, until: isoDay('2025-09-30') }).csv);
    makeReview(db, { ownersCopy: false, paper: 'A4' }, isoDay('2025-10-01'));
    addMark(db, 'closed', isoDay('2025-08-04'), isoDay('2025-08-24'));
    found.push(...nulls(db, seen));
  }
  const records = aPortfolio();
  for (const kind of IMPORT_KINDS)
    for (const text of withGaps(kind)) await take(records, text, { kind, allowAgain: true });
  found.push(...nulls(records, seen));
  const fixtures = join(import.meta.dirname, '..', 'fixtures', 'portfolios');
  for (const name of readdirSync(fixtures).filter((each) => each.endsWith('.clientele'))) {
    const path = join(aFolder(), name);
    copyFileSync(join(fixtures, name), path);
    openPortfolio(path, { backupFolder: aFolder() }).close();
    const db = openPortfolio(path, { readonly: true });
    try {
      found.push(...nulls(db, seen));
    } finally {
      db.close();
    }
  }
  expect(found).toEqual([]);
  expect([...columns.keys()].filter((name) => !seen.has(name))).toEqual([]);
});

test('a null would be found', async () => {
  const db = aPortfolio();
  db.raw.exec(
    'DROP VIEW quote_now; CREATE VIEW quote_now AS SELECT *, NULL AS quoted_on FROM (SELECT key, batch_id, source_row, identity_id, number, status, amount_minor FROM quote)',
  );
  await take(db, withGaps('quotes')[0]!);
  expect(nulls(db, new Set())).toContain('quote_now.quoted_on');
});
