import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, storedSummaries, take } from '../support/portfolio.ts';

/** The long form of QUALITY is 500 random points, and every named phase 20 times. */
const RANDOM = Number(process.env.CLIENTELE_KILLS ?? 3);
const EACH_PHASE = Number(process.env.CLIENTELE_KILLS_PER_PHASE ?? 1);
const PHASES = ['reading', 'recognising', 'summarising', 'saving'] as const;

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));
const ROWS = 8000;
const OPTIONS = { locale: 'en-GB', currency: 'GBP' };

let file: string;
let base: string;
let before: string;
let after: string;
let afterNew: string;
/** how long an import takes here, about: random moments are chosen within it */
let usual = 1000;

beforeAll(async () => {
  file = join(aFolder(), 'many.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, i) => `${i},2024-03-${String(1 + (i % 28)).padStart(2, '0')},C${i % 700},P${i % 40},1,4.20\r\n`,
  );
  writeFileSync(file, csv() + rows.join(''));
  const db = aPortfolio();
  await take(
    db,
    csv(
      aSale({ order: '17', date: '2024-03-18', customer: 'C17', product: 'P17' }),
      aSale({ order: 'own', customer: 'Z' }),
    ),
    OPTIONS,
  );
  before = contentHash(db);
  db.raw.pragma('wal_checkpoint(TRUNCATE)');
  base = join(aFolder(), 'base.clientele');
  copyFileSync(db.path, base);
  after = (await take(db, readFileSync(file), OPTIONS)).contentHash ?? '';
  afterNew = (await take(aPortfolio(), readFileSync(file), OPTIONS)).contentHash ?? '';
  expect(new Set([before, after, afterNew, '']).size).toBe(4);
});

const copyOfBase = (): string => {
  const path = join(aFolder(), 'shop.clientele');
  copyFileSync(base, path);
  return path;
};

type Ended = { readonly killed: boolean; readonly out: string };

const run = (portfolio: string, killAt: string, killAfter?: number): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, file, portfolio, join(portfolio, '..', 'copies'), killAt], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL' || code === 0) resolve({ killed: signal === 'SIGKILL', out });
      else reject(new Error(err));
    });
  });

/** Opens it as the app does the next day. @returns what is in it */
const opened = (path: string): string => {
  const db = openPortfolio(path);
  try {
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    const { n } = db.row<{ n: number }>('SELECT count(*) AS n FROM batch')!;
    const hash = contentHash(db);
    expect(n).toBe(hash === before ? 1 : db.path.includes('new') ? 1 : 2);
    expect(storedSummaries(db).months?.length).toBeGreaterThan(0);
    return hash;
  } finally {
    db.close();
  }
};

/** The owner tries again. */
const again = async (portfolio: string): Promise<string | null> =>
  (await importUnattended({ file, portfolio, options: OPTIONS, dryRun: false, backupFolder: aFolder() }))
    .contentHash;

const intoKnown = async (killAt: string, killAfter?: number): Promise<boolean> => {
  const path = copyOfBase();
  const { killed, out } = await run(path, killAt, killAfter);
  const found = opened(path);
  expect([before, after]).toContain(found);
  if (out !== '') expect(found).toBe(after); // what was acknowledged is there
  if (found === before) expect(await again(path)).toBe(after);
  else await expect(again(path)).rejects.toThrow(/in the portfolio already/);
  expect(opened(path)).toBe(after);
  expect(readdirSync(join(path, '..')).filter((name) => name !== 'copies')).toEqual(['shop.clientele']);
  return killed;
};

const intoNew = async (killAt: string, killAfter?: number): Promise<boolean> => {
  const path = join(aFolder(), 'new.clientele');
  const { killed, out } = await run(path, killAt, killAfter);
  if (existsSync(path)) expect(opened(path)).toBe(afterNew);
  else {
    expect(out).toBe('');
    expect(await again(path)).toBe(afterNew);
    expect(opened(path)).toBe(afterNew);
  }
  expect(readdirSync(join(path, '..')).filter((name) => name !== 'copies')).toEqual(['new.clientele']);
  return killed;
};

describe('kill -9 during an import: complete or wholly absent, and running it again gives the same (QUALITY)', () => {
  test.each(PHASES)('in the phase %s', async (phase) => {
    for (let i = 0; i < EACH_PHASE; i++) {
      const started = performance.now();
      // the short form takes turns; the long one does both
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 1) expect(await intoKnown(phase)).toBe(true);
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 0) expect(await intoNew(phase)).toBe(true);
      usual = performance.now() - started;
    }
  });

  test(`at ${RANDOM} random moments`, async () => {
    for (let i = 0; i < RANDOM; i++) {
      const moment = Math.random() * usual * 1.1;
      await (i % 2 === 0 ? intoKnown('', moment) : intoNew('', moment));
    }
  });
});
