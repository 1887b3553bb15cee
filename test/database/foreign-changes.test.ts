import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../src/main/database/backup/back-up.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { lookThrough, openPortfolio } from '../../src/main/database/open.ts';
import { acceptForeignChanges, foreignChanges } from '../../src/main/database/verify/foreign-changes.ts';
import { foreignText } from '../../src/shared/foreign-text.ts';
import { cli } from '../support/cli.ts';
import { table } from '../support/csv.ts';
import { aShop } from '../support/engine.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';

const SALES = table(
  ['Order ID', 'Date', 'Customer', 'Product', 'Quantity', 'Amount'],
  [
    ['1', '2024-03-04', 'Anna Mai', 'Bread', '1', '4.20'],
    ['2', '2024-05-01', 'Ben Frost', 'Bread', '1', '4.20'],
  ],
);

/** A closed portfolio with a safety copy. */
const closed = async (folder = aFolder()): Promise<{ readonly path: string; readonly folder: string }> => {
  const db = aPortfolio();
  await take(db, SALES, { currency: 'EUR', locale: 'en-GB' });
  backUp(db, folder, 'asked');
  db.close();
  return { path: db.path, folder };
};

/** What a program that knows SQLite but not us does to the file. */
const elsewhere = (path: string, sql: string): void => {
  const raw = new Database(path);
  raw.pragma('journal_mode = DELETE');
  raw.exec(sql);
  raw.close();
};

const RENAMED = "UPDATE customer SET name = 'Anna Maier' WHERE name = 'Anna Mai'";
const REPRICED = 'UPDATE order_line SET amount_minor = amount_minor + 100 WHERE id = 1';

describe('a portfolio that another program has changed', () => {
  test('is refused; what differs is told row by row and cell by cell, without changing it', async () => {
    const { path, folder } = await closed();
    elsewhere(path, RENAMED);
    const bytes = readFileSync(path);
    expect(() => lookThrough(path)).toThrow(/was changed by another program/);
    const found = foreignChanges(path, folder);
    expect(found).toMatchObject({
      obstacles: [],
      comparedWith: expect.any(Number),
      tables: [{ name: 'customer', here: 1, there: 1 }],
    });
    expect(found.examples).toContainEqual({
      table: 'customer',
      column: 'name',
      before: 'Anna Mai',
      now: 'Anna Maier',
    });
    expect(foreignText(found, () => 'today').join('\n')).toMatch(
      /1 customer changed[\s\S]*“Anna Mai” is now “Anna Maier”/,
    );
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['shop.clientele']);
  });

  test('opens once its owner accepts it; that is recorded, and it is guarded as before', async () => {
    const { path } = await closed();
    elsewhere(path, RENAMED);
    const { contentHash } = acceptForeignChanges(path);
    const db = openPortfolio(path);
    expect(examine(db)).toMatchObject({ ok: true, contentHash });
    expect(db.row("SELECT sentence FROM change_log WHERE kind = 'accepted'")).toEqual({
      sentence: 'The file was changed by another program, and accepted as it is',
    });
    expect(db.row("SELECT count(*) AS n FROM customer WHERE name = 'Anna Maier'")).toEqual({ n: 1 });
    db.close();
    elsewhere(path, "UPDATE customer SET name = 'Berta' WHERE name = 'Anna Maier'");
    expect(() => lookThrough(path)).toThrow(/was changed by another program/);
  });

  test('is not accepted where its tables do not fit together any more, and stays as it lies', async () => {
    const { path, folder } = await closed();
    elsewhere(path, REPRICED);
    const before = hashOf(path);
    expect(foreignChanges(path, folder).obstacles.join()).toMatch(/do not equal their lines/);
    expect(() => acceptForeignChanges(path)).toThrow(/cannot be accepted: .*Nothing was changed/);
    expect(hashOf(path)).toBe(before);
  });

  test('without a copy is told of by its parts alone', async () => {
    const { path } = await closed();
    elsewhere(path, RENAMED);
    const found = foreignChanges(path, aFolder());
    expect(found).toMatchObject({ comparedWith: null, tables: [], examples: [] });
    expect(found.parts).toBeGreaterThan(0);
    expect(foreignText(found, String).at(-1)).toBe('It cannot be compared with a sound copy.');
  });
});

test('doctor says what differs and exits 1; with --accept it takes it and exits 0', async () => {
  const { path } = await closed(join(process.env.CLIENTELE_DATA!, 'backups'));
  elsewhere(path, RENAMED);
  const before = hashOf(path);
  const looked = await cli('doctor', path);
  expect(looked.code).toBe(1);
  expect(looked.out).toMatch(
    /BAD pages[\s\S]*The portfolio is damaged; nothing was changed[\s\S]*“Anna Mai” is now “Anna Maier”[\s\S]*run doctor with --accept/,
  );
  expect(hashOf(path)).toBe(before);
  const accepted = await cli('doctor', path, '--accept', '--json');
  expect([accepted.code, JSON.parse(accepted.out)]).toMatchObject([0, { ok: true, accepted: {} }]);
  expect((await cli('doctor', path)).out).toMatch(/The portfolio is sound\./);
  elsewhere(path, REPRICED);
  const refused = await cli('doctor', path, '--accept');
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/cannot be accepted/)]);
});

test('the app shows what differs only of a portfolio it refused, and opens it once accepted', async () => {
  const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  await expect(client.portfolio.differences({ path })).rejects.toThrow(/was not refused/);
  await client.copies.make();
  await client.portfolio.close();
  elsewhere(path, RENAMED);
  await expect(client.portfolio.accept({ path })).rejects.toThrow(/was not refused/);
  await expect(client.portfolio.open({ path })).rejects.toThrow(/damaged/);
  expect(await client.portfolio.differences({ path })).toMatchObject({
    obstacles: [],
    tables: [{ here: 1 }],
  });
  expect((await client.portfolio.accept({ path })).portfolio.customers).toBe(2);
  expect((await client.changes.recent())[0]?.sentence).toMatch(/accepted as it is/);
  expect((await client.changes.next()).undo).toBeNull();
});
