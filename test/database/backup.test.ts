import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp, isBackUpDue } from '../../src/main/database/backup/back-up.ts';
import { restorePortfolio } from '../../src/main/database/backup/restore.ts';
import { localDay, outdated } from '../../src/main/database/backup/retention.ts';
import { Shelf } from '../../src/main/database/backup/shelf.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { lookThrough, openPortfolio } from '../../src/main/database/open.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';

const DAY = 86_400_000;

const two = async () => {
  const db = aPortfolio();
  await take(db, csv(aSale(), aSale({ order: '2', customer: 'C2', date: '2024-05-01' })), {
    currency: 'EUR',
    locale: 'en-GB',
  });
  return db;
};

const isSound = (path: string): boolean => {
  try {
    lookThrough(path);
    return true;
  } catch {
    return false;
  }
};

/** Turns one bit in the middle of a file. */
const damage = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 16;
  writeFileSync(path, bytes);
};

describe('safety copies', () => {
  test('hold the same content, are whole without a log, only the owner may read them, and say what they hold', async () => {
    const db = await two();
    const folder = aFolder();
    const copy = backUp(db, folder, 'asked');
    const path = join(folder, copy.name);
    expect(copy).toMatchObject({
      reason: 'asked',
      contentHash: contentHash(db),
      sha256: hashOf(path),
      holds: {
        period: { from: expect.any(String), to: '2024-05-01' },
        customers: 2,
        revenue: { currency: 'EUR' },
        lastImport: { batch: 1, fileName: 'sales.csv' },
      },
    });
    expect(new Shelf(folder, db.path).list()).toEqual([copy]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    const opened = openPortfolio(path);
    expect([contentHash(opened), examine(opened).checks.filter(({ ok }) => !ok)]).toEqual([
      contentHash(db),
      [],
    ]);
    opened.close();
  });

  test('three of today and one of each earlier day are kept, ten at most, those of other portfolios untouched', async () => {
    const db = await two();
    const folder = aFolder();
    const other = aPortfolio();
    backUp(other, folder, 'asked');
    const made = Array.from({ length: 5 }, () => backUp(db, folder, 'asked').name);
    expect(
      new Shelf(folder, db.path)
        .list()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(made.slice(-3).sort());
    expect(new Shelf(folder, other.path).list()).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(8);
  });

  test.each([
    ['five a day for twenty days', 20, 5, 10],
    ['one a day', 4, 1, 4],
    ['a first', 1, 1, 1],
  ])('%s', (_, days, perDay, left) => {
    const last = new Date(2026, 5, 20, 12).getTime();
    const copies = Array.from({ length: days * perDay }, (_, i) => ({
      madeAt: last - Math.floor(i / perDay) * DAY - (i % perDay) * 60_000,
    }));
    const gone = outdated(copies, copies[0]!, localDay);
    const kept = copies.filter((copy) => !gone.includes(copy));
    expect(kept).toHaveLength(left);
    expect(kept[0]).toBe(copies[0]);
    expect(kept.filter(({ madeAt }) => localDay(madeAt) === localDay(last))).toHaveLength(
      Math.min(3, perDay),
    );
  });

  test('the copy just made stays, also where the clock was set back', () => {
    const copies = Array.from({ length: 12 }, (_, i) => ({ madeAt: (100 + i) * DAY }));
    const now = { madeAt: DAY };
    expect(outdated([...copies, now], now, localDay)).not.toContain(now);
  });

  test('a copy is due when the newest is a day old, and not of an empty portfolio', async () => {
    const folder = aFolder();
    expect(isBackUpDue(aPortfolio(), folder, Date.now())).toBe(false);
    const db = await two();
    expect(isBackUpDue(db, folder, Date.now())).toBe(true);
    const { madeAt } = backUp(db, folder, 'daily');
    expect([madeAt + DAY - 1, madeAt + DAY, madeAt - DAY].map((now) => isBackUpDue(db, folder, now))).toEqual(
      [false, true, true],
    );
  });

  test('a copy that cannot be finished leaves nothing behind, and what a killed one left is swept by the next', async () => {
    const db = await two();
    const folder = aFolder();
    db.raw.exec('BEGIN'); // VACUUM INTO is refused within a transaction
    expect(() => backUp(db, folder, 'asked')).toThrow();
    db.raw.exec('ROLLBACK');
    expect(readdirSync(folder)).toEqual([]);
    const left = new Shelf(folder, db.path).freeName(new Date(0));
    for (const name of [`${left}.part`, `${left}.part-journal`, `${left}.json`])
      writeFileSync(join(folder, name), 'half');
    const { name } = backUp(db, folder, 'asked');
    expect(readdirSync(folder).sort()).toEqual([name, `${name}.json`]);
  });

  test('of a damaged portfolio no copy is made, and those there are stay', async () => {
    const db = await two();
    const folder = aFolder();
    backUp(db, folder, 'asked');
    db.close();
    damage(db.path);
    const damaged = openPortfolio(db.path, { checked: true });
    expect(() => backUp(damaged, folder, 'asked')).toThrow(/no copy was made/);
    damaged.close();
    expect(new Shelf(folder, db.path).list()).toHaveLength(1);
  });
});

describe('restoring', () => {
  test('a sound portfolio gives way to a copy and is itself kept as one: the way back is the same', async () => {
    const db = await two();
    const folder = aFolder();
    const before = contentHash(db);
    const { name } = backUp(db, folder, 'asked');
    await take(db, csv(aSale({ order: '3', customer: 'C3' })), { locale: 'en-GB' });
    const after = contentHash(db);
    db.close();
    const there = restorePortfolio(join(folder, name), db.path, folder);
    expect(there).toMatchObject({ contentHash: before, setAside: [] });
    expect(restorePortfolio(there.previous!, db.path, folder).contentHash).toBe(after);
  });

  test('a damaged portfolio is kept as it lies, its log under another name, and the newest sound copy is found', async () => {
    const db = await two();
    const folder = aFolder();
    const good = backUp(db, folder, 'asked');
    const hash = contentHash(db);
    db.close();
    await new Promise((resolve) => setTimeout(resolve, 2));
    const again = openPortfolio(db.path);
    damage(join(folder, backUp(again, folder, 'asked').name));
    again.close();
    damage(db.path);
    const damagedBytes = readFileSync(db.path);
    writeFileSync(`${db.path}-wal`, 'what another program left');
    expect(new Shelf(folder, db.path).list().map(({ name }) => isSound(join(folder, name)))).toEqual([
      false,
      true,
    ]);
    const there = restorePortfolio(join(folder, good.name), db.path, folder);
    expect(there.contentHash).toBe(hash);
    expect(readFileSync(there.previous!).equals(damagedBytes)).toBe(true);
    expect(there.setAside.map((path) => readFileSync(path, 'utf8'))).toEqual(['what another program left']);
    const restored = openPortfolio(db.path);
    expect(contentHash(restored)).toBe(hash);
    restored.close();
  });

  test('a damaged copy, a text and the portfolio itself are refused, and nothing is changed', async () => {
    const db = await two();
    const folder = aFolder();
    const { name } = backUp(db, folder, 'asked');
    db.close();
    damage(join(folder, name));
    const text = join(folder, 'letter.clientele');
    writeFileSync(text, 'Dear diary,\n'.repeat(20));
    const bytes = hashOf(db.path);
    const names = readdirSync(folder);
    for (const file of [join(folder, name), text, db.path, join(folder, 'none')])
      expect(() => restorePortfolio(file, db.path, folder)).toThrow();
    expect(hashOf(db.path)).toBe(bytes);
    expect(readdirSync(folder)).toEqual(names);
  });

  test('a portfolio that somebody has open is not taken away under them', async () => {
    const db = await two();
    const folder = aFolder();
    const { name } = backUp(db, folder, 'asked');
    expect(() => restorePortfolio(join(folder, name), db.path, folder)).toThrow(/open in another program/);
    expect(contentHash(db)).not.toBe('');
  });
});
