import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../../src/main/database/format.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { type MigrationStep, steps } from '../../src/main/database/migrations/index.ts';
import { createPortfolio, openPortfolio, synchronisedFolder } from '../../src/main/database/open.ts';
import { checkApart } from '../../src/main/database/verify/check-apart.ts';
import { portfolioInfo } from '../../src/main/portfolio/settings/info.ts';
import { Problem } from '../../src/shared/model/problem.ts';
import { tallyTests } from '../faults/tally.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';
import { schemaOf } from '../support/schema.ts';

/** A portfolio with some sales, closed. @returns its path */
const closed = async (): Promise<string> => {
  const db = aPortfolio();
  await take(db, csv(aSale(), aSale({ order: '2' })));
  db.close();
  return db.path;
};

const withSqlite = (path: string, work: (raw: Database.Database) => void): void => {
  const raw = new Database(path);
  work(raw);
  raw.close();
};

describe('what is no portfolio of this version is refused in one sentence and left as it is (QUALITY, fault matrix)', () => {
  tallyTests('no portfolio of this version');
  const OTHERS: readonly (readonly [string, (path: string) => void, RegExp])[] = [
    ['a file of no bytes', (path) => writeFileSync(path, ''), /is empty, not a portfolio/],
    ['a text', (path) => writeFileSync(path, 'Dear diary,\n'.repeat(20)), /is not a Clientele portfolio/],
    [
      'the beginning of a database',
      (path) => writeFileSync(path, 'SQLite format 3\0'),
      /is not a Clientele portfolio/,
    ],
    [
      'a header and nothing behind it',
      (path) => writeFileSync(path, ourHeader(SCHEMA_VERSION)),
      /damaged|not a Clientele/,
    ],
    [
      "another program's database",
      (path) => withSqlite(path, (raw) => raw.exec('CREATE TABLE note (text)')),
      /database of another program/,
    ],
    [
      'the database of a program with an id of its own',
      (path) => withSqlite(path, (raw) => raw.exec('PRAGMA application_id = 42; CREATE TABLE note (text)')),
      /database of another program/,
    ],
    [
      'a portfolio of a newer version',
      (path) => {
        const db = createPortfolio(path);
        db.raw.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
        db.close();
      },
      /made by a newer Clientele \(format \d+, this one knows \d+\); update the app/,
    ],
    [
      'a portfolio that was cut in half',
      (path) => {
        const db = createPortfolio(path);
        db.close();
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.subarray(0, bytes.length / 2));
      },
      /is damaged/,
    ],
  ];
  test('damage is told in a thread beside as it is at the opening', async () => {
    const path = await closed();
    const sound = openPortfolio(path, { checked: true });
    await checkApart(sound);
    sound.close();
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1]! ^= 4;
    writeFileSync(path, bytes);
    expect(() => openPortfolio(path)).toThrow(/is damaged/);
    const db = openPortfolio(path, { checked: true });
    await expect(checkApart(db)).rejects.toThrow(/is damaged/);
    db.close();
  });
  const ourHeader = (version: number): Buffer => {
    const header = Buffer.alloc(100);
    header.write('SQLite format 3\0', 'latin1');
    header.writeInt32BE(version, 60);
    header.writeInt32BE(APPLICATION_ID, 68);
    return header;
  };

  test.each(OTHERS)('%s', (_, make, sentence) => {
    const path = join(aFolder(), 'shop.clientele');
    make(path);
    const before = hashOf(path);
    for (const options of [{}, { readonly: true }, { backupFolder: join(dirname(path), 'copies') }]) {
      const open = () => openPortfolio(path, options);
      expect(open).toThrow(Problem);
      expect(open).toThrow(sentence);
      expect(open).toThrow(/^shop\.clientele [^\n]+\.$/);
      expect(hashOf(path)).toBe(before);
      // SQLite does not tidy up after a database that it found damaged
      const beside = readdirSync(dirname(path)).filter((name) => !/-(wal|shm)$/.test(name));
      expect(beside).toEqual(['shop.clientele']);
    }
  });

  test('nothing at all, and a folder: nothing is made of them', () => {
    const folder = aFolder();
    expect(() => openPortfolio(join(folder, 'none.clientele'))).toThrow(
      /^There is no portfolio at .*none\.clientele\.$/,
    );
    mkdirSync(join(folder, 'folder.clientele'));
    expect(() => openPortfolio(join(folder, 'folder.clientele'))).toThrow(
      'folder.clientele is a folder, not a portfolio.',
    );
    expect(readdirSync(folder)).toEqual(['folder.clientele']);
  });

  test('a new portfolio never takes the place of anything', () => {
    const path = join(aFolder(), 'taken.clientele');
    for (const content of ['', 'text']) {
      writeFileSync(path, content);
      expect(() => createPortfolio(path)).toThrow(/is there already/);
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
  });
});

describe('the way from an older version (STYLE 8)', () => {
  const addNote: MigrationStep = (raw) => raw.exec('CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT');
  const fail: MigrationStep = () => {
    throw new Error('a step that fails');
  };

  test('all steps are taken in one go, from a verified copy of what was there', async () => {
    const path = await closed();
    const folder = aFolder();
    const db = openPortfolio(path, {
      backupFolder: folder,
      steps: [...steps, addNote, (raw) => raw.exec('INSERT INTO note VALUES (7)')],
    });
    expect(db.row('SELECT id FROM note')).toEqual({ id: 7 });
    expect(db.raw.pragma('user_version', { simple: true })).toBe(steps.length + 2);
    expect(db.raw.pragma('foreign_keys', { simple: true })).toBe(1);
    db.close();
    const [copy = ''] = readdirSync(folder).filter((name) => name.endsWith('.clientele'));
    const before = openPortfolio(join(folder, copy), { readonly: true });
    expect([
      before.row('SELECT user_version FROM pragma_user_version'),
      before.row('SELECT count(*) AS n FROM order_line'),
    ]).toEqual([{ user_version: steps.length }, { n: 2 }]);
    before.close();
  });

  test('what opens it beside the one who took the steps finds them taken, though they still lie in the log', async () => {
    const path = await closed();
    const options = { backupFolder: aFolder(), steps: [...steps, addNote] };
    const db = openPortfolio(path, options);
    for (const readonly of [true, false]) {
      const beside = openPortfolio(path, { ...options, readonly });
      expect(beside.row('SELECT count(*) AS n FROM note')).toEqual({ n: 0 });
      beside.close();
    }
    db.close();
  });

  test('a step that fails leaves the file as it was, byte for byte, and the copy is there', async () => {
    const path = await closed();
    const before = hashOf(path);
    const folder = aFolder();
    for (const later of [[fail], [addNote, fail]])
      expect(() => openPortfolio(path, { backupFolder: folder, steps: [...steps, ...later] })).toThrow(
        'a step that fails',
      );
    expect(hashOf(path)).toBe(before);
    expect(readdirSync(dirname(path))).toEqual(['shop.clientele']);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
    const db = openPortfolio(path);
    expect(examine(db).ok).toBe(true);
    db.close();
  });

  test('where no copy can be made nothing is changed', async () => {
    const path = await closed();
    const before = hashOf(path);
    for (const options of [{}, { readonly: true }, { readonly: true, backupFolder: aFolder() }])
      expect(() => openPortfolio(path, { ...options, steps: [...steps, addNote] })).toThrow(
        'shop.clientele was made by an older Clientele; open it in the app once to bring it up to date.',
      );
    const noFolder = join(path, 'no folder');
    expect(() => openPortfolio(path, { backupFolder: noFolder, steps: [...steps, addNote] })).toThrow();
    expect(hashOf(path)).toBe(before);
  });
});

describe('synchronised folders (DEFINITIONS 20)', () => {
  test.each([
    ['/home/anna/Dropbox/shop.clientele', 'Dropbox'],
    ['/home/anna/Dropbox (Personal)/shop.clientele', 'Dropbox'],
    ['/Users/anna/OneDrive - Bakery Ltd/shop.clientele', 'OneDrive'],
    ['/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/shop.clientele', 'Mobile Documents'],
    ['/Users/anna/Google Drive/shop.clientele', 'Google Drive'],
    ['/Volumes/GoogleDrive/My Drive/shop.clientele', 'GoogleDrive'],
    ['/home/anna/iCloudDrive/shop.clientele', 'iCloudDrive'],
    ['/home/anna/Documents/shop.clientele', null],
    ['/home/anna/MyDropboxes/shop.clientele', null],
  ])('%s: %s', (path, service) => {
    expect(synchronisedFolder(path)).toBe(service);
  });

  test('there the journal is not a WAL, the file is whole when closed, and the owner is told', async () => {
    const folder = join(aFolder(), 'Dropbox');
    mkdirSync(folder);
    const db = aPortfolio(join(folder, 'shop.clientele'));
    expect(db.raw.pragma('journal_mode', { simple: true })).toBe('delete');
    await take(db, csv(aSale()));
    expect(readdirSync(folder)).toEqual(['shop.clientele']);
    expect(portfolioInfo(db).warnings.join(' ')).toMatch(/Dropbox keeps in step.*two machines/);
    db.close();
    const again = openPortfolio(db.path);
    expect(again.raw.pragma('journal_mode', { simple: true })).toBe('delete');
    again.close();
  });

  test('a portfolio that is moved into one gives up its WAL there', async () => {
    const path = await closed();
    const folder = join(aFolder(), 'OneDrive');
    mkdirSync(folder);
    writeFileSync(join(folder, 'shop.clientele'), readFileSync(path));
    const db = openPortfolio(join(folder, 'shop.clientele'));
    expect(db.raw.pragma('journal_mode', { simple: true })).toBe('delete');
    expect(contentHash(db)).not.toBe('');
    db.close();
  });

  test('elsewhere it is a WAL, and gone when closed', async () => {
    const path = await closed();
    const db = openPortfolio(path);
    expect(db.raw.pragma('journal_mode', { simple: true })).toBe('wal');
    db.close();
    expect(readdirSync(dirname(path))).toEqual(['shop.clientele']);
  });
});

test('a portfolio of the first schema is brought up to date with all it holds, and a safety copy is made before', async () => {
  const folder = aFolder();
  const path = join(folder, 'old.clientele');
  const raw = new Database(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  steps[0]!(raw);
  raw.pragma('user_version = 1');
  raw.exec(`INSERT INTO customer (id, name, no_profiling) VALUES (1, 'Ann', 0);
            INSERT INTO product (id, kind, value, name) VALUES (1, 'code', 'A', 'Bread');`);
  raw.close();
  const backups = join(folder, 'backups');
  const db = openPortfolio(path, { backupFolder: backups });
  try {
    expect(db.rows('SELECT name FROM customer')).toEqual([{ name: 'Ann' }]);
    expect(db.rows('SELECT name, unit_cost_micro FROM product')).toEqual([
      { name: 'Bread', unit_cost_micro: null },
    ]);
    expect(schemaOf(db.raw)).toBe(schemaOf(aPortfolio().raw));
    expect(readdirSync(backups).filter((name) => name.endsWith('.clientele'))).toHaveLength(1);
  } finally {
    db.close();
  }
});
