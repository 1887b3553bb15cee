import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Connection } from '../../src/main/database/connection.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { isSound } from '../../src/main/database/verify/check.ts';
import { logBytes, readLog } from '../../src/main/database/verify/write-ahead-log.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { aBusiness } from '../import/a-business.ts';
import { aSale, csv, table } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';

const { header, rows } = aBusiness(3, { orderIds: true, customers: 'id' });
const business = async (path?: string): Promise<Connection> => {
  const db = path === undefined ? aPortfolio() : aPortfolio(path);
  await take(db, table(header, rows), { currency: 'EUR' });
  return db;
};

const more = (db: Connection, order: string) =>
  take(db, csv(aSale({ order, customer: `C${order}` })), { locale: 'en-GB' });

/** What lies on the disk at this moment, as after the plug was pulled. */
const asAfterACrash = (db: Connection): string => {
  const path = join(aFolder(), basename(db.path));
  for (const suffix of ['', '-wal'])
    if (existsSync(`${db.path}${suffix}`)) copyFileSync(`${db.path}${suffix}`, `${path}${suffix}`);
  return path;
};

const hashIn = (path: string): string => {
  const db = openPortfolio(path);
  try {
    return contentHash(db);
  } finally {
    db.close();
  }
};

describe('what was acknowledged is in the file itself', () => {
  test('after an import and a moment of rest a copy by other means holds everything', async () => {
    const db = await business();
    expect(db.settle()).toBe(true);
    const path = join(aFolder(), 'copy.clientele');
    copyFileSync(db.path, path);
    expect(hashIn(path)).toBe(contentHash(db));
    expect(logBytes(db.path)).toBe(0);
  });

  test('the close of one connection leaves it whole though another has it open', async () => {
    const db = await business();
    db.settle();
    const other = openPortfolio(db.path);
    await more(other, 'x');
    other.close();
    expect(logBytes(db.path)).toBe(0);
    const path = join(aFolder(), 'copy.clientele');
    copyFileSync(db.path, path);
    expect(hashIn(path)).toBe(contentHash(db));
  });

  test.each([
    ['renamed', (path: string) => renameSync(path, `${path}.old`), /was moved, renamed or deleted/],
    ['deleted', (path: string) => rmSync(path), /was moved, renamed or deleted/],
    [
      'replaced',
      (path: string) => {
        copyFileSync(path, `${path}.2`);
        renameSync(`${path}.2`, path);
      },
      /Another file lies in the place/,
    ],
  ])('a file that was %s while open takes no more, and says so', async (_, away, sentence) => {
    const db = await business();
    writeSetting(db, 'businessName', 'Before');
    away(db.path);
    for (const write of [
      () => writeSetting(db, 'businessName', 'After'),
      () => db.transaction(() => undefined),
      () => db.begin(),
      () => undoImport(db, 1),
    ])
      expect(write).toThrow(sentence);
    expect(db.raw.inTransaction).toBe(false);
    expect(db.row("SELECT value FROM setting WHERE name = 'businessName'")).toEqual({ value: '"Before"' });
    await expect(more(db, 'y')).rejects.toThrow(sentence);
  });

  test('a renamed file holds what was written before it was renamed, without its log', async () => {
    const db = await business();
    writeSetting(db, 'businessName', 'Before');
    expect(logBytes(db.path)).toBeGreaterThan(0);
    const to = join(aFolder(), 'elsewhere.clientele');
    renameSync(db.path, to);
    expect(() => writeSetting(db, 'businessName', 'After')).toThrow(/was moved/);
    const hash = contentHash(db);
    db.close();
    const there = openPortfolio(to);
    expect(there.row("SELECT value FROM setting WHERE name = 'businessName'")).toEqual({ value: '"Before"' });
    expect(contentHash(there)).toBe(hash);
    there.close();
  });
});

describe('a log beside a file it does not belong to is set aside before SQLite writes it in', () => {
  const beside = (path: string): string[] =>
    readdirSync(dirname(path)).filter((name) => name !== basename(path));

  test('a good copy in the place of a damaged file, beside the log of that one', async () => {
    const db = await business();
    db.settle();
    const good = join(aFolder(), 'good.clientele');
    copyFileSync(db.path, good);
    await more(db, 'later');
    db.settle();
    writeSetting(db, 'businessName', 'In the log');
    const path = asAfterACrash(db);
    const log = readFileSync(`${path}-wal`);
    copyFileSync(good, path);
    expect(hashIn(path)).toBe(hashIn(good));
    expect(hashOf(path)).toBe(hashOf(good));
    const [name = '', ...rest] = beside(path);
    expect([rest, name]).toEqual([[], expect.stringMatching(/^shop\.clientele-wal-set-aside-/)]);
    expect(readFileSync(join(dirname(path), name)).equals(log)).toBe(true);
  });

  test('the log of quite another portfolio, and what is no log', async () => {
    const other = await business();
    other.settle();
    writeSetting(other, 'businessName', 'Other');
    for (const log of [readFileSync(`${other.path}-wal`), Buffer.from('a text'.repeat(99))]) {
      const db = aPortfolio();
      await more(db, '1');
      db.close();
      const before = hashOf(db.path);
      writeFileSync(`${db.path}-wal`, log);
      openPortfolio(db.path).close();
      expect(hashOf(db.path)).toBe(before);
      expect(beside(db.path)).toEqual([expect.stringMatching(/-wal-set-aside-/)]);
    }
  });

  test('its own log after a crash is taken, with what was acknowledged', async () => {
    const db = await business();
    db.settle();
    await more(db, 'later');
    const path = asAfterACrash(db);
    expect(logBytes(path)).toBeGreaterThan(0);
    expect(hashIn(path)).toBe(contentHash(db));
    expect(beside(path)).toEqual([]);
  });

  test('a journal of an older file is set aside where the file is whole', async () => {
    const db = await business();
    db.close();
    const raw = new Database(db.path);
    raw.pragma('journal_mode = DELETE');
    raw.pragma('cache_size = 1');
    raw.exec("BEGIN; UPDATE order_line SET amount_minor = 1; UPDATE customer SET name = 'x'");
    const journal = readFileSync(`${db.path}-journal`);
    raw.exec('ROLLBACK');
    raw.close();
    const before = hashIn(db.path);
    writeFileSync(`${db.path}-journal`, journal);
    expect(hashIn(db.path)).toBe(before);
    expect(beside(db.path)).toEqual([expect.stringMatching(/-journal-set-aside-/)]);
  });
});

describe('the seal', () => {
  test('a crash at any moment of settling leaves a portfolio that opens with all it had', async () => {
    const db = await business();
    db.settle();
    await more(db, 'later');
    const hash = contentHash(db);
    const moments: string[] = [asAfterACrash(db)];
    const { raw } = db;
    const pragma = raw.pragma.bind(raw);
    const exec = raw.exec.bind(raw);
    Object.assign(raw, {
      pragma: (...given: Parameters<typeof pragma>) => {
        moments.push(asAfterACrash(db));
        const result = pragma(...given);
        moments.push(asAfterACrash(db));
        return result;
      },
      exec: (sql: string) => {
        moments.push(asAfterACrash(db));
        const result = exec(sql);
        moments.push(asAfterACrash(db));
        return result;
      },
    });
    expect(db.settle()).toBe(true);
    expect(moments.length).toBeGreaterThan(10);
    for (const path of moments) expect(hashIn(path)).toBe(hash);
  });

  test('damage that comes while a portfolio is open is not taken for its content', async () => {
    const db = aPortfolio();
    await take(db, csv(...Array.from({ length: 2000 }, (_, i) => aSale({ order: `${i}` }))), {
      locale: 'en-GB',
    });
    db.settle();
    await more(db, 'later');
    const { pages } = readLog(db.path);
    const bytes = readFileSync(db.path);
    const pageSize = db.raw.pragma('page_size', { simple: true }) as number;
    // of the lines: a page that the later import has not written
    const page = (
      db.raw
        .prepare("SELECT pageno FROM dbstat WHERE name = 'order_line' AND pagetype = 'leaf'")
        .pluck()
        .all() as number[]
    ).find((number) => !pages.has(number));
    expect(page).toBeGreaterThan(1);
    bytes[page! * pageSize - 1]! ^= 1;
    writeFileSync(db.path, bytes);
    expect(isSound(db)).toBe(false);
    db.close();
    expect(() => openPortfolio(db.path)).toThrow(/is damaged/);
  });

  test('what another program writes into a sealed portfolio is not shown as the owner\u2019s', async () => {
    const db = await business();
    db.close();
    const raw = new Database(db.path);
    raw.exec("UPDATE customer SET name = 'Somebody else' WHERE id = 1");
    raw.close();
    const before = hashOf(db.path);
    expect(() => openPortfolio(db.path)).toThrow(/damaged or was changed by another program/);
    expect(hashOf(db.path)).toBe(before);
  });
});
