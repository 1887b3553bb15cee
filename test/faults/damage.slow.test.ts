import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Random, seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { makeReview } from '../../src/main/portfolio/reviews/reviews.ts';
import { applySegments } from '../../src/main/portfolio/segments/segments.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { aBusiness } from '../import/a-business.ts';
import { cli } from '../support/cli.ts';
import { aSale, csv, table } from '../support/csv.ts';
import { anEngine } from '../support/engine.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The long form of QUALITY (`npm run faults`) damages each of the portfolios 400 times. */
const TIMES = Number(process.env.CLIENTELE_DAMAGES ?? 21);
const HOURS = 3 * 60 * 60_000;
const SECTOR = 512;

const shop = async (): Promise<string> => {
  const db = aPortfolio();
  const days = (i: number): string => new Date(Date.UTC(2023, 0, 1 + i * 3)).toISOString().slice(0, 10);
  const sales = Array.from({ length: 300 }, (_, i) =>
    aSale({
      order: `${i}`,
      date: days(i % 240),
      customer: `C${i % 23}`,
      product: `P${i % 7}`,
      amount: `${5 + (i % 40)}.25`,
    }),
  );
  await take(db, csv(...sales), { locale: 'en-GB', currency: 'GBP' });
  applySegments(db, { recipe: 'value-and-rhythm', many: false });
  makeReview(db, { ownersCopy: true, paper: 'A4' }, isoDay('2026-01-02'));
  writeSetting(db, 'businessName', 'A shop with a name');
  db.close();
  return db.path;
};

const till = async (): Promise<string> => {
  const db = aPortfolio();
  const { header, rows } = aBusiness(11, { orderIds: true, customers: 'id' });
  await take(db, table(header, rows), { currency: 'EUR' });
  db.close();
  return db.path;
};

const severalKinds = async (): Promise<string> => {
  const db = aPortfolio();
  const sales = Array.from({ length: 60 }, (_, i) =>
    aSale({ order: `${i}`, date: `2024-0${1 + (i % 9)}-1${i % 9}`, customer: `C${i % 9}` }),
  );
  await take(db, csv(...sales), { locale: 'en-GB', currency: 'EUR' });
  const customers = Array.from({ length: 9 }, (_, i) => [`C${i}`, `Ann ${i}`, `ann${i}@example.org`, 'Bern']);
  await take(
    db,
    table(['Customer ID', 'Name', 'E-mail', 'City'], customers),
    { kind: 'customers', locale: 'en-GB' },
    { name: 'people.csv' },
  );
  db.close();
  return db.path;
};

type Damage = { readonly what: string; readonly bytes: Buffer };

/** One piece of damage of each class in turn, at a place that the seed decides. */
const damaged = (sound: Buffer, n: number, random: Random): Damage => {
  const bytes = Buffer.from(sound);
  const at = (size: number): number => Math.floor(random() * Math.floor(sound.length / size)) * size;
  const pageSize = sound.readUInt16BE(16);
  const classes = [
    [
      'a bit',
      () => {
        bytes[at(1)]! ^= 1 << Math.floor(random() * 8);
      },
    ],
    [
      'a byte',
      () => {
        bytes[at(1)] = Math.floor(random() * 256);
      },
    ],
    [
      'a sector of zeros',
      () => {
        const from = at(SECTOR);
        bytes.fill(0, from, from + SECTOR);
      },
    ],
    [
      'a sector of chance',
      () => {
        const from = at(SECTOR);
        for (let i = 0; i < SECTOR; i++) bytes[from + i] = Math.floor(random() * 256);
      },
    ],
    [
      'a page of zeros',
      () => {
        const from = at(pageSize);
        bytes.fill(0, from, from + pageSize);
      },
    ],
    [
      'two pages exchanged',
      () => {
        const [a, b] = [at(pageSize), at(pageSize)];
        sound.copy(bytes, a, b, b + pageSize);
        sound.copy(bytes, b, a, a + pageSize);
      },
    ],
    ['an end cut off', () => undefined],
  ] as const;
  const [what, apply] = classes[n % classes.length]!;
  apply();
  return { what, bytes: what === 'an end cut off' ? bytes.subarray(0, at(1)) : bytes };
};

/** Every row of every table but the seal's own, or null where SQLite cannot read it. */
const everything = (path: string): string | null => {
  const raw = new Database(path, { readonly: true });
  try {
    const tables = raw
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('seal', 'page_sum') ORDER BY name",
      )
      .pluck()
      .all() as string[];
    return JSON.stringify(tables.map((name) => [name, raw.prepare(`SELECT * FROM "${name}"`).raw().all()]));
  } catch {
    return null;
  } finally {
    raw.close();
  }
};

/** Every way to a figure; each says whether it was refused before one was shown. */
const WAYS: Readonly<Record<string, (path: string) => Promise<boolean>>> = {
  analyze: async (path) => silent(await cli('analyze', '--portfolio', path, '--json')),
  questions: async (path) => silent(await cli('questions', '--portfolio', path)),
  actions: async (path) => silent(await cli('actions', '--portfolio', path)),
  segments: async (path) => silent(await cli('segments', '--portfolio', path)),
  products: async (path) => silent(await cli('products', '--portfolio', path)),
  doctor: async (path) => {
    const { code, out, err } = await cli('doctor', path);
    return code === 1 && (silent({ code, out, err }) || /^The portfolio is damaged\b/m.test(out));
  },
  everything: async (path) => {
    const out = join(aFolder(), 'everything.zip');
    return (
      silent(await cli('export', '--portfolio', path, '--what', 'everything', '--out', out)) &&
      !existsSync(out)
    );
  },
  'a review': async (path) => {
    const out = join(aFolder(), 'review.html');
    return silent(await cli('review', '--portfolio', path, '--out', out)) && !existsSync(out);
  },
  'an export': async (path) => {
    const out = join(aFolder(), 'orders.csv');
    return (
      silent(await cli('export', '--portfolio', path, '--what', 'orders', '--out', out)) && !existsSync(out)
    );
  },
  'a safety copy': async (path) => silent(await cli('backup', path)),
  'the app': async (path) => {
    const { client, close } = anEngine();
    try {
      await client.portfolio.open({ path });
      await client.overview.read();
      return false;
    } catch (error) {
      return /damaged|portfolio|newer|another program/i.test(String((error as Error).message));
    } finally {
      close();
    }
  },
};

const silent = ({ code, out, err }: Awaited<ReturnType<typeof cli>>): boolean =>
  code === 1 && out === '' && /^[^\n]+\.\n$/.test(err) && !/sqlite|malformed|btree|pragma/i.test(err);

describe('damage is found before a figure is shown (QUALITY, page damage)', () => {
  const portfolios: [string, () => Promise<string>][] = [
    ['a shop', shop],
    ['a till', till],
    ['several kinds', severalKinds],
  ];

  test.each(portfolios)(`%s, ${TIMES} times`, { timeout: HOURS }, async (name, make) => {
    const path = await make();
    const sound = readFileSync(path);
    const before = everything(path);
    openPortfolio(path).close();
    expect(readFileSync(path).equals(sound)).toBe(true);
    const random = seededRandom(20_261_130);
    let changing = 0;
    for (let n = 0; n < TIMES; n++) {
      const { what, bytes } = damaged(sound, n, random);
      writeFileSync(path, bytes);
      const harmless = everything(path) === before;
      if (!harmless) changing++;
      const missed: string[] = [];
      const hash = hashOf(path);
      for (const [way, found] of Object.entries(WAYS))
        if (!harmless && !(await found(path))) missed.push(way);
      tally(`damage: ${name}`, { survived: harmless || missed.length === 0, undetected: missed.length > 0 });
      expect([n, what, missed]).toEqual([n, what, []]);
      expect(hashOf(path)).toBe(hash);
    }
    process.stdout.write(`${name}: ${changing} of ${TIMES} pieces of damage change data\n`);
    expect(changing).toBeGreaterThan(TIMES / 6);
  });
});
