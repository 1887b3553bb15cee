import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPortfolio } from '../../src/main/database/open.ts';
import { lockTarget } from '../../src/main/database/target-lock.ts';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFile, aFolder } from '../support/folder.ts';
import { aPortfolio } from '../support/portfolio.ts';

const importing = (portfolio: string, order: string) =>
  importUnattended({
    file: aFile(csv(...Array.from({ length: 500 }, (_, i) => aSale({ order: `${order}${i}` })))),
    portfolio,
    options: { locale: 'en-GB', currency: 'EUR' },
    dryRun: false,
    backupFolder: aFolder(),
  });

describe('one at a time makes a new portfolio', () => {
  test('of two imports into the same name the second is told to wait, and the first is whole', async () => {
    const path = join(aFolder(), 'shop.clientele');
    const first = importing(path, 'a');
    await expect(importing(path, 'b')).rejects.toThrow(
      /^shop\.clientele is being made or restored by another program just now; nothing was changed\. Wait until that has finished and try again\.$/,
    );
    expect((await first).orders).toBe(500);
    expect((await importing(path, 'c')).orders).toBe(500);
    expect(readdirSync(dirname(path))).toEqual(['shop.clientele']);
  });

  test('a lock is had again when it was given back, and leaves nothing', () => {
    const path = join(aFolder(), 'shop.clientele');
    const lock = lockTarget(path);
    expect(() => lockTarget(path)).toThrow(/being made or restored/);
    lock.release();
    lockTarget(path).release();
    expect(readdirSync(dirname(path))).toEqual([]);
  });
});

describe('what a killed process left is swept', () => {
  const LEFT = ['.new', '.new-journal', '.part', '.restoring', '.lock'];

  test('beside a portfolio when it is opened', () => {
    const db = aPortfolio();
    db.close();
    for (const suffix of LEFT) writeFileSync(`${db.path}${suffix}`, '');
    openPortfolio(db.path).close();
    expect(readdirSync(dirname(db.path))).toEqual(['shop.clientele']);
  });

  test('but not what somebody is making', () => {
    const db = aPortfolio();
    db.close();
    const lock = lockTarget(db.path);
    writeFileSync(`${db.path}.new`, 'half');
    openPortfolio(db.path).close();
    expect(existsSync(`${db.path}.new`)).toBe(true);
    lock.release();
    openPortfolio(db.path).close();
    expect(existsSync(`${db.path}.new`)).toBe(false);
  });
});
