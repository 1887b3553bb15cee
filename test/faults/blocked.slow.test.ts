import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { aFolder } from '../support/folder.ts';
import { hashOf } from '../support/portfolio.ts';
import { AnImport, beside } from './an-import.ts';
import { built, CLIENTELE, type Ended, runKilled } from './killed.ts';
import { tallyTests } from './tally.ts';

let shop: AnImport;
beforeAll(async () => {
  await built();
  shop = await AnImport.prepare();
});

/** As an ordinary user, whom read-only holds for, where this runs as root. */
const asAnybody = (args: readonly string[], data: string): Pick<Ended, 'code' | 'out' | 'err'> => {
  const root = process.getuid?.() === 0;
  const command = [process.execPath, CLIENTELE, ...args];
  const [program = '', ...rest] = root
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command]
    : command;
  const env = { ...process.env, CLIENTELE_DATA: data };
  const { status, stdout, stderr, error } = spawnSync(program, rest, { encoding: 'utf8', env });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
};

const letIn = (path: string, mode: number): void => {
  chmodSync(path, mode);
  for (
    let folder = dirname(path);
    folder !== dirname(folder) && folder.includes('clientele-test-');
    folder = dirname(folder)
  )
    chmodSync(folder, 0o755);
};

/** A folder that everybody may write into, for safety copies and what is printed. */
const anybodysFolder = (): string => {
  const folder = join(aFolder(), 'data');
  mkdirSync(folder);
  letIn(folder, 0o777);
  return folder;
};

/** What an owner does to a portfolio; each writes. */
const ACTS: Readonly<Record<string, (path: string, data: string) => readonly string[]>> = {
  'an import': (path) => ['import', shop.file, '--portfolio', path, '--locale', 'en-GB', '--currency', 'GBP'],
  undo: (path) => ['undo-import', '1', '--portfolio', path],
  segments: (path) => ['segments', '--portfolio', path, '--recipe', 'quick-start'],
  tax: (path) => ['tax', '--portfolio', path, '--prices-include-tax', 'yes', '--tax-rate', '20'],
  'a review': (path, data) => ['review', '--portfolio', path, '--out', join(data, 'review.html')],
  'a restore': (path) => ['restore', shop.known(anybodysFolder()), '--portfolio', path],
};

const SENTENCE = /^(?:shop\.clientele|The portfolio|There is no portfolio at) [^\n]*[^\n]\.\n$/;

/** What is said of how an import goes on comes first. */
const lastLine = (text: string): string => `${text.trimEnd().split('\n').at(-1)}\n`;

describe.skipIf(process.platform !== 'linux')('one sentence, nothing created or changed', () => {
  tallyTests('read-only, locked or gone');
  const acts = Object.entries(ACTS);

  const refusedIn = (path: string, data: string, args: readonly string[]): void => {
    const before = hashOf(path);
    const ended = asAnybody(args, data);
    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(lastLine(ended.err)).toMatch(SENTENCE);
    expect(hashOf(path)).toBe(before);
    // where SQLite may not write the file it leaves an empty log beside it
    expect(
      beside(path).filter((name) => statSync(join(dirname(path), name)).size > 0 && !name.endsWith('-shm')),
    ).toEqual([]);
    expect(existsSync(join(data, 'review.html'))).toBe(false);
  };

  test.each(acts)('%s in a read-only folder', (_, act) => {
    const path = shop.known();
    const data = anybodysFolder();
    letIn(shop.file, 0o644);
    letIn(path, 0o644);
    chmodSync(dirname(path), 0o555);
    refusedIn(path, data, act(path, data));
  });

  test.each(acts.filter(([name]) => name !== 'a restore'))('%s into a read-only file', (_, act) => {
    const path = shop.known();
    const data = anybodysFolder();
    letIn(shop.file, 0o644);
    letIn(path, 0o444);
    chmodSync(dirname(path), 0o777);
    refusedIn(path, data, act(path, data));
  });

  test.each(acts)('%s where another program is writing', async (_, act) => {
    const path = shop.known();
    const data = join(aFolder(), 'data');
    mkdirSync(data);
    const args = act(path, data);
    // not later: closing a file drops the locks that this process has on it
    const before = hashOf(path);
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    const ended = await runKilled([CLIENTELE, ...args], { data });
    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(lastLine(ended.err)).toMatch(
      /^(shop\.clientele|The portfolio) is (in use by|open in) another program[^\n]*\.\n$/,
    );
    other.exec('ROLLBACK');
    other.close();
    expect(hashOf(path)).toBe(before);
    expect(shop.opened(path)).toBe(shop.before);
    expect(beside(path)).toEqual([]);
  });

  test.each(acts.filter(([name]) => name !== 'an import'))('%s where the folder is gone', (_, act) => {
    const folder = join(aFolder(), 'gone');
    const data = anybodysFolder();
    const ended = asAnybody(act(join(folder, 'shop.clientele'), data), data);
    expect([ended.code, ended.out]).toEqual([1, '']);
    expect(ended.err).toMatch(SENTENCE);
    expect(existsSync(folder)).toBe(false);
  });

  test('a read-only folder, for a new portfolio', () => {
    const folder = aFolder();
    letIn(shop.file, 0o644);
    chmodSync(folder, 0o555);
    const path = join(folder, 'new.clientele');
    const ended = asAnybody(ACTS['an import']!(path, ''), anybodysFolder());
    expect([ended.code, lastLine(ended.err)]).toEqual([
      1,
      'new.clientele cannot be written: it or its folder is read-only. Nothing was changed; allow writing there, or choose another folder.\n',
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the folder goes away while the import runs', async () => {
    const folder = join(aFolder(), 'stick');
    mkdirSync(folder);
    const portfolio = join(folder, 'new.clientele');
    const run = importUnattended({
      file: shop.file,
      portfolio,
      options: { locale: 'en-GB', currency: 'GBP' },
      dryRun: false,
      backupFolder: aFolder(),
      progress: (phase) => {
        if (phase === 'summarising' && existsSync(folder)) renameSync(folder, `${folder}-gone`);
      },
    });
    await expect(run).rejects.toThrow(
      /^new\.clientele cannot be (?:written: its disk is full, broken or no longer there; nothing was changed\. Check the disk and try again|opened in .*: the folder is missing or may not be read\. Nothing was changed; put it back, or choose another)\.$/,
    );
    expect(existsSync(portfolio)).toBe(false);
    rmSync(`${folder}-gone`, { recursive: true });
  });
});
