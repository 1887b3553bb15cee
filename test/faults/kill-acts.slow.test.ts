import { spawn } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { backUp } from '../../src/main/database/backup/back-up.ts';
import { Shelf } from '../../src/main/database/backup/shelf.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { SCHEMA_VERSION } from '../../src/main/database/format.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The long form of QUALITY (`npm run faults`) kills each act 200 times. */
const TIMES = Number(process.env.CLIENTELE_ACT_KILLS ?? 3);
/** The long form makes 2,000 small imports. */
const IMPORTS = Number(process.env.CLIENTELE_SMALL_IMPORTS ?? 40);
const HOURS = 3 * 60 * 60_000;
const CHILD = fileURLToPath(new URL('./act-child.ts', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/portfolios/', import.meta.url));

type Ended = { readonly killed: boolean; readonly acknowledged: boolean; readonly took: number };

/** @param killAfter milliseconds after the act has begun; never where left out */
const run = (args: readonly string[], killAfter?: number): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err, began] = ['', '', 0];
    child.stdout.on('data', (text) => {
      out += text;
      if (began > 0) return;
      began = performance.now();
      if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
    });
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0)
        resolve({
          killed: signal === 'SIGKILL',
          acknowledged: out.includes('done'),
          took: performance.now() - began,
        });
      else reject(new Error(err));
    });
  });

const hashOfOpened = (path: string): string => {
  const db = openPortfolio(path, { backupFolder: aFolder() });
  try {
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    return contentHash(db);
  } finally {
    db.close();
  }
};

let base: string;
let copies: string;
let copy: string;
const hashes = { first: '', both: '' };

beforeAll(async () => {
  const db = aPortfolio();
  const sales = (letter: string, n: number): string =>
    csv(...Array.from({ length: n }, (_, i) => aSale({ order: `${letter}${i}`, customer: `C${i % 90}` })));
  await take(db, sales('a', 1500), { locale: 'en-GB', currency: 'EUR' });
  hashes.first = contentHash(db);
  copies = aFolder();
  copy = new Shelf(copies, db.path).pathOf(backUp(db, copies, 'asked').name);
  await take(db, sales('b', 1500), { locale: 'en-GB' }, { name: 'b.csv' });
  hashes.both = contentHash(db);
  db.close();
  base = db.path;
});

type Act = {
  readonly args: (path: string, folder: string) => readonly string[];
  /** content after the act, where it came to its end */
  readonly outcome: () => string;
};

const ACTS: Readonly<Record<string, Act>> = {
  undo: { args: (path, folder) => ['undo', path, folder, '2'], outcome: () => hashes.first },
  settings: { args: (path, folder) => ['settings', path, folder], outcome: () => hashes.both },
  backup: { args: (path, folder) => ['backup', path, folder], outcome: () => hashes.both },
  restore: { args: (path, folder) => ['restore', path, folder, copy], outcome: () => hashes.first },
};

describe('kill -9 during an act: old or new, whole, never neither (QUALITY)', () => {
  test.each(Object.entries(ACTS))(
    `%s, ${TIMES} times`,
    { timeout: HOURS },
    async (name, { args, outcome }) => {
      let usual = 300;
      for (let n = 0; n <= TIMES; n++) {
        const folder = aFolder();
        const path = join(folder, 'shop.clientele');
        copyFileSync(base, path);
        const shelf = join(folder, 'copies');
        // the first goes undisturbed, to know how long it takes here
        const ended = await run(args(path, shelf), n === 0 ? undefined : Math.random() * usual * 1.1);
        if (n === 0) usual = ended.took;
        const found = hashOfOpened(path);
        const lost = ended.acknowledged ? found !== outcome() : ![hashes.both, outcome()].includes(found);
        tally(`killed: ${name}`, { survived: !lost, lost });
        expect([name, n, lost]).toEqual([name, n, false]);
        // every copy that has the name of one is whole
        for (const { name: made } of new Shelf(shelf, path).list())
          expect([hashes.both, hashes.first]).toContain(hashOfOpened(join(shelf, made)));
        // a journal that was begun and is not needed keeps another name
        const beside = readdirSync(folder).filter((each) => !/-journal-set-aside-/.test(each));
        expect(beside.filter((each) => !['copies', 'shop.clientele'].includes(each))).toEqual([]);
      }
    },
  );

  const migrations = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1).flatMap((schema) =>
    Array.from({ length: SCHEMA_VERSION - schema + 1 }, (_, i) => [schema, schema + i] as const),
  );
  test.each(migrations)('from schema %i, before step %i', { timeout: HOURS }, async (schema, step) => {
    const folder = aFolder();
    const fixture = join(FIXTURES, `schema-${schema}.clientele`);
    const undisturbed = join(aFolder(), 'shop.clientele');
    copyFileSync(fixture, undisturbed);
    const path = join(folder, 'shop.clientele');
    copyFileSync(fixture, path);
    const ended = await run(['migration', path, join(folder, 'copies'), String(step)]);
    expect(ended.killed).toBe(true);
    const lost = hashOfOpened(path) !== hashOfOpened(undisturbed);
    tally('killed: migration', { survived: !lost, lost });
    expect(lost).toBe(false);
  });
});

test(`${IMPORTS} small imports in one file, taken back in the wrong order with the clock set back`, {
  timeout: HOURS,
}, async () => {
  const db = aPortfolio();
  const real = Date.now;
  const before: string[] = [];
  try {
    for (let n = 0; n < IMPORTS; n++) {
      // each import is earlier than the one before
      Date.now = () => real() - n * 3_600_000;
      before.push(n === 0 ? '' : contentHash(db));
      await take(
        db,
        csv(aSale({ order: `${n}`, customer: `C${n % 7}` })),
        { locale: 'en-GB', currency: 'EUR' },
        { name: `${n}.csv` },
      );
      if (n % 10 === 0) db.settle();
    }
    db.close();
    const again = openPortfolio(db.path);
    expect(again.row('SELECT count(*) AS n FROM sales_order')).toEqual({ n: IMPORTS });
    // the last half, the newest first: the content of each step before comes back
    let lost = false;
    for (let n = IMPORTS - 1; n >= IMPORTS / 2; n--) {
      undoImport(again, n + 1);
      lost ||= contentHash(again) !== before[n];
    }
    tally('small imports', { survived: !lost, lost });
    expect(lost).toBe(false);
    expect(examine(again).checks.filter(({ ok }) => !ok)).toEqual([]);
    again.close();
  } finally {
    Date.now = real;
  }
});
