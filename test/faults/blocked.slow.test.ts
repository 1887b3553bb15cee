import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { aFolder } from '../support/folder.ts';
import { hashOf } from '../support/portfolio.ts';
import { AnImport, beside, CHILD } from './an-import.ts';

let shop: AnImport;
beforeAll(async () => {
  shop = await AnImport.prepare();
});

type Ended = { readonly code: number | null; readonly err: string };

/** As an ordinary user, whom read-only holds for, where this runs as root. */
const asAnybody = (portfolio: string, copies: string): Ended => {
  const root = process.getuid?.() === 0;
  const command = [process.execPath, CHILD, shop.file, portfolio, copies, ''];
  const [program = '', ...args] = root
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command]
    : command;
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) throw error;
  return { code: status, err: stderr };
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

describe.skipIf(process.platform !== 'linux')(
  'what may not be written: one sentence, nothing created or changed',
  () => {
    test('a read-only folder, for a new portfolio', () => {
      const folder = aFolder();
      letIn(shop.file, 0o644);
      chmodSync(folder, 0o555);
      const ended = asAnybody(join(folder, 'new.clientele'), join(folder, 'copies'));
      expect(ended).toEqual({
        code: 1,
        err: 'new.clientele cannot be written: it or its folder is read-only. Nothing was changed; allow writing there, or choose another folder.\n',
      });
      expect(beside(join(folder, 'new.clientele'))).toEqual([]);
    });

    test('a read-only folder with a known portfolio in it', () => {
      const path = shop.known();
      letIn(path, 0o444);
      letIn(shop.file, 0o644);
      chmodSync(dirname(path), 0o555);
      const before = hashOf(path);
      const ended = asAnybody(path, join(dirname(path), 'copies'));
      expect(ended).toEqual({
        code: 1,
        err: expect.stringMatching(/^shop\.clientele cannot be (written|opened)[^\n]*\.\n$/),
      });
      expect(hashOf(path)).toBe(before);
      expect(beside(path)).toEqual([]);
    });
  },
);

test('a portfolio another program is writing to: one sentence, nothing changed, and afterwards it works', async () => {
  const path = shop.known();
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  await expect(shop.again(path)).rejects.toThrow(
    /^shop\.clientele is in use by another program; nothing was changed\. Close it there and try again\.$/,
  );
  other.exec('ROLLBACK');
  other.close();
  expect(shop.opened(path)).toBe(shop.before);
  expect(await shop.again(path)).toBe(shop.after);
});

test('the folder goes away while the import runs: one sentence, no portfolio', async () => {
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
