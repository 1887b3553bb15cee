import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/main/database/connection.ts';
import { APPLICATION_ID } from '../../../src/main/database/format.ts';
import { steps } from '../../../src/main/database/migrations/index.ts';
import { openPortfolio } from '../../../src/main/database/open.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { membersOf } from '../../../src/main/portfolio/segments/kept-members.ts';
import { listSnapshots, readMigration } from '../../../src/main/portfolio/segments/segment-movement.ts';
import { applySegments } from '../../../src/main/portfolio/segments/segments.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Migration } from '../../../src/shared/model/migration.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aFolder } from '../../support/folder.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

/** Sales of twelve people in a year, on three days each. */
const twelve = (letter: string, year: number): string =>
  csv(
    ...Array.from({ length: 36 }, (_, i) =>
      aSale({
        order: `${letter}${i}`,
        date: `${year}-${String(1 + (i % 9)).padStart(2, '0')}-1${Math.floor(i / 12)}`,
        customer: `${letter}${i % 12}`,
        amount: `${10 + (i % 12)}.00`,
      }),
    ),
  );

const take12 = (db: Connection, letter: string, year: number) =>
  take(db, twelve(letter, year), { locale: 'en-GB', currency: 'EUR' }, { name: `${letter}.csv` });

const sums = (db: Connection): Record<string, number> => {
  const { segments } = readMigration(db) as Migration;
  const sum = (of: 'stayed' | 'movedOut' | 'leavers' | 'entrants'): number =>
    segments.reduce((total, row) => total + row[of], 0);
  return { here: sum('stayed') + sum('movedOut'), leavers: sum('leavers'), entrants: sum('entrants') };
};

/** Twelve people in segments, with a review that says so. */
const kept = async (): Promise<Connection> => {
  const db = aPortfolio();
  await take12(db, 'A', 2024);
  applySegments(db, { recipe: 'value-and-rhythm', many: false });
  makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay('2024-12-01'));
  return db;
};

describe('identity that outlasts an import (DEFINITIONS 26)', () => {
  test('twelve people go and twelve others come: twelve left, twelve came, nobody stayed', async () => {
    const db = await kept();
    undoImport(db, 1);
    await take12(db, 'B', 2025);
    expect(sums(db)).toEqual({ here: 0, leavers: 12, entrants: 12 });
    expect(listSnapshots(db).map(({ customers }) => customers)).toEqual([12, 12]);
  });

  test('the same twelve come back: they are who they were', async () => {
    const db = await kept();
    undoImport(db, 1);
    await take12(db, 'A', 2024);
    await take12(db, 'B', 2025);
    expect(sums(db)).toEqual({ here: 12, leavers: 0, entrants: 12 });
  });

  test('no number of a customer is given twice', async () => {
    const db = await kept();
    const numbers = () => db.rows<{ id: number }>('SELECT id FROM customer').map(({ id }) => id);
    const before = numbers();
    undoImport(db, 1);
    await take12(db, 'B', 2025);
    expect(numbers().filter((id) => before.includes(id))).toEqual([]);
  });

  test('two people who have become one since count once, under any name that is left', async () => {
    const db = aPortfolio();
    const row = (order: string, id: string, mail: string) =>
      `${order},2024-03-04,${id},${mail},Bread,4.20\r\n`;
    const head = 'Order ID,Date,Customer ID,E-mail,Product,Amount\r\n';
    await take(db, `${head}${row('1', 'X', '')}${row('2', '', 'ann@example.org')}${row('3', 'Y', '')}`, {
      locale: 'en-GB',
      currency: 'EUR',
    });
    applySegments(db, { recipe: 'value-and-rhythm', many: false });
    const [snapshot] = listSnapshots(db);
    expect(membersOf(db, snapshot!.id)).toHaveLength(3);
    await take(db, `${head}${row('4', 'X', 'ann@example.org')}`, { locale: 'en-GB' });
    expect(db.row('SELECT count(*) AS n FROM customer')).toEqual({ n: 2 });
    const members = membersOf(db, snapshot!.id);
    expect(members).toHaveLength(2);
    expect(members.every(({ customer }) => customer > 0)).toBe(true);
  });
});

test('snapshots of an earlier format keep those who were there, and take nobody else for them', () => {
  const path = join(aFolder(), 'old.clientele');
  const raw = new Database(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  for (const step of steps.slice(0, 3)) step(raw);
  raw.pragma('user_version = 3');
  const batch = (id: number, at: number): string =>
    `INSERT INTO batch VALUES (${id}, 'orders', 's', 'f', 'h${id}', 1, '{}', ${at}, NULL, 0, 0, 0, 0, 'EUR', 0, 0, NULL, NULL, 0);`;
  const person = (id: number, batchId: number): string =>
    `INSERT INTO customer (id, name) VALUES (${id}, 'P${id}');
     INSERT INTO customer_identity VALUES (${id}, ${id}, 's', 'id', 'P${id}');
     INSERT INTO identity_claim (identity_id, batch_id) VALUES (${id}, ${batchId});`;
  raw.exec(`${batch(1, 1000)}${batch(2, 3000)}${person(1, 1)}${person(2, 2)}
    INSERT INTO segment_version VALUES (1, 2000, 'value-and-rhythm', '{}', 1);
    INSERT INTO segment_snapshot VALUES (1, 1, '2024-01-01', 2000);
    INSERT INTO segment_member VALUES (1, 1, NULL), (1, 2, NULL), (1, 3, NULL);`);
  raw.close();
  const db = openPortfolio(path, { backupFolder: aFolder() });
  // 1 was there; 2 has the number of somebody who is gone, and came later; 3 is nobody any more
  const members = membersOf(db, 1);
  expect(members).toHaveLength(3);
  expect(members.filter(({ customer }) => customer > 0)).toEqual([{ customer: 1, segment: null }]);
  db.close();
});
