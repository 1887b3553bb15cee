import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Random, seededRandom } from '../../src/main/analytics/numeric/random.ts';
import type { Readable, Writable } from '../../src/main/database/connection.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { Problem } from '../../src/shared/model/problem.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, hashOf, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The long form of QUALITY (`npm run faults`) is 200. */
const TIMES = Number(process.env.CLIENTELE_TORN_LOGS ?? 32);
const HOURS = 3 * 60 * 60_000;
const SECTOR = 512;

/** What an owner has of a portfolio: what was sold to whom, and what was said of it. */
const stateOf = (db: Readable): string =>
  JSON.stringify([contentHash(db), db.rows('SELECT name, value FROM setting ORDER BY name')]);

/** What lies on the disk at a moment, as after the plug was pulled, and every state since the file was last whole by itself. */
type Moment = { readonly file: Buffer; readonly log: Buffer; readonly states: readonly string[] };

const edits = async (db: Writable, letter: string, n: number): Promise<Moment> => {
  const states = [stateOf(db)];
  for (let i = 0; i < n; i++) {
    if (i % 3 === 2) writeSetting(db, 'businessName', `${letter} ${i}`);
    else
      await take(
        db,
        csv(
          ...Array.from({ length: 30 }, (_, at) =>
            aSale({ order: `${letter}${i}-${at}`, customer: `C${at}` }),
          ),
        ),
        { locale: 'en-GB', currency: 'EUR' },
        { name: `${letter}${i}.csv` },
      );
    states.push(stateOf(db));
  }
  return { file: readFileSync(db.path), log: readFileSync(`${db.path}-wal`), states };
};

let early: Moment;
let late: Moment;
let other: Moment;

beforeAll(async () => {
  const db = aPortfolio();
  await edits(db, 'first', 2);
  expect(db.settle()).toBe(true);
  early = await edits(db, 'early', 6);
  expect(db.settle()).toBe(true);
  late = await edits(db, 'late', 6);
  const stranger = aPortfolio();
  await edits(stranger, 'x', 2);
  stranger.settle();
  other = await edits(stranger, 'y', 4);
});

type Torn = {
  readonly what: string;
  readonly file: Buffer;
  readonly log: Buffer;
  readonly index?: Buffer;
  /** states that may be found */
  readonly states: readonly string[];
};

const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
};

const noise = (random: Random, bytes: number): Buffer =>
  Buffer.from(Array.from({ length: bytes }, () => Math.floor(random() * 256)));

/** One of each class in turn, at a place that the seed decides. */
const torn = (n: number, random: Random): Torn => {
  const at = (length: number): number => Math.floor(random() * length);
  const { file, log, states } = n % 2 === 0 ? early : late;
  const whole = { file, log, states };
  // with the log of another time, or another portfolio, the file alone is what there is
  const alone = { file, states: [states[0]!] };
  const classes: readonly (() => Torn)[] = [
    () => ({ ...whole, what: 'an end cut off', log: log.subarray(0, at(log.length)) }),
    () => ({
      ...whole,
      what: 'a bit',
      log: changed(log, (copy) => {
        copy[at(copy.length)]! ^= 1 << at(8);
      }),
    }),
    () => ({
      ...whole,
      what: 'a sector of zeros',
      log: changed(log, (copy) => {
        const from = at(Math.floor(copy.length / SECTOR)) * SECTOR;
        copy.fill(0, from, from + SECTOR);
      }),
    }),
    () => ({ ...whole, what: 'noise at the end', log: Buffer.concat([log, noise(random, at(9000))]) }),
    () => ({ ...whole, what: 'an index of noise', index: noise(random, 32_768) }),
    () => ({
      ...alone,
      what: 'the log of an earlier time',
      file: late.file,
      states: [late.states[0]!],
      log: early.log,
    }),
    () => ({
      ...alone,
      what: 'the log of a later time',
      file: early.file,
      states: [early.states[0]!],
      log: late.log,
    }),
    () => ({ ...alone, what: 'the log of another portfolio', log: other.log }),
  ];
  return classes[n % classes.length]!();
};

type Found = { readonly state: string } | { readonly refused: string };

const found = (path: string): Found => {
  try {
    const db = openPortfolio(path);
    try {
      expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
      return { state: stateOf(db) };
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof Problem) return { refused: error.message };
    throw error;
  }
};

test(`${TIMES} torn and stale logs: what was whole up to a moment, or a refusal that changes nothing`, {
  timeout: HOURS,
}, () => {
  const random = seededRandom(20_261_130);
  const ends = new Map<string, number>();
  for (let n = 0; n < TIMES; n++) {
    // each class meets both files
    const { what, file, log, index, states } = torn(n + Math.floor(n / 8), random);
    const path = join(aFolder(), 'shop.clientele');
    writeFileSync(path, file);
    writeFileSync(`${path}-wal`, log);
    if (index) writeFileSync(`${path}-shm`, index);
    const before = hashOf(path);
    const outcome = found(path);
    const undetected = 'state' in outcome && !states.includes(outcome.state);
    const changedByRefusal = 'refused' in outcome && hashOf(path) !== before;
    tally('torn or stale log', { survived: !undetected && !changedByRefusal, undetected });
    expect([n, what, undetected, changedByRefusal]).toEqual([n, what, false, false]);
    if ('refused' in outcome) expect(outcome.refused).toMatch(/^shop\.clientele [^\n]+\.$/);
    const end =
      'refused' in outcome ? 'refused' : `state ${states.indexOf(outcome.state)} of ${states.length}`;
    ends.set(end, (ends.get(end) ?? 0) + 1);
    expect(existsSync(path)).toBe(true);
  }
  // neither all refused nor all thrown away: both ends of a log are met
  expect(ends.size).toBeGreaterThan(2);
  expect(ends.get('refused') ?? 0).toBeLessThan(TIMES / 4);
});
