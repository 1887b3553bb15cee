import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { engineThread, type Notice, RESTARTED, supervise } from '../../src/main/engine/supervise.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { aSale, csv } from '../support/csv.ts';
import { anEngine } from '../support/engine.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The long form of `npm run faults` is 30 of each. */
const TIMES = Number(process.env.CLIENTELE_ENGINE_KILLS ?? 3);
const HOURS = 3 * 60 * 60_000;
const OPTIONS = { locale: 'en-GB', currency: 'EUR' };
const PACE = { firstPauseMs: 1, longestPauseMs: 5, mostDeaths: 1000, windowMs: 60_000, closeMs: 2000 };

const sales = (letter: string, n: number): string =>
  csv(...Array.from({ length: n }, (_, i) => aSale({ order: `${letter}${i}`, customer: `C${i % 90}` })));
const MORE = sales('more', 6000);

let base: string;
beforeAll(async () => {
  const db = aPortfolio();
  await take(db, sales('a', 1500), OPTIONS);
  db.close();
  base = db.path;
});

const contentIn = (path: string): string => {
  const db = openPortfolio(path);
  try {
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    return JSON.stringify([
      contentHash(db),
      db.row("SELECT value FROM setting WHERE name = 'businessName'") ?? null,
      db.row('SELECT count(*) AS n FROM segment_version'),
    ]);
  } finally {
    db.close();
  }
};

const aCopy = (): string => {
  const path = join(aFolder(), 'Shop.clientele');
  copyFileSync(base, path);
  return path;
};

/** A file as the shell has received it. */
const received = (dataFolder: string): string => {
  const id = '0123456789abcdef0123456789abcdef';
  const path = join(dataFolder, 'received', id);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, MORE);
  writeFileSync(`${path}.json`, JSON.stringify({ name: 'more.csv' }));
  return id;
};

const importing = async (client: Client, id: string): Promise<void> => {
  const { preview } = await client.importing.preview({
    source: { kind: 'received', id },
    options: OPTIONS,
    job: 'preview',
  });
  await client.importing.commit({ preview, options: OPTIONS, job: 'import' });
};

/** What an owner does in the window, each of which ends as a whole. */
const ACTS: readonly (readonly [string, (client: Client, received: string) => Promise<unknown>])[] = [
  ['an import', importing],
  ['a name', (client) => client.portfolio.updateSettings({ businessName: 'Another name' })],
  ['segments', (client) => client.segments.apply({ recipe: 'value-and-rhythm' })],
];

type Supervised = {
  readonly client: () => Promise<Client>;
  readonly kill: () => void;
  readonly notices: readonly Notice[];
  readonly close: () => Promise<void>;
};

const supervised = (path: string, dataFolder: string): Supervised => {
  let kill = (): void => undefined;
  const notices: Notice[] = [];
  const engine = supervise(
    () => {
      const thread = engineThread();
      kill = thread.kill;
      return thread;
    },
    { dataFolder, portfolioFolder: dirname(path), version: '1.2.3', open: path },
    PACE,
  );
  engine.onNotice((notice) => notices.push(notice));
  return { client: engine.client, kill: () => kill(), notices, close: engine.close };
};

describe('whatever dies under a working window: restarted, nothing lost', () => {
  let before: string;
  beforeAll(() => {
    before = contentIn(aCopy());
    process.on('worker', hear);
  });

  test(`the engine, ${TIMES} times`, { timeout: HOURS }, async () => {
    const random = seededRandom(20_261_130);
    const usual = new Map<string, number>();
    const whole = new Map<string, string>();
    // the first of each act goes undisturbed, to know what it comes to and how long it takes here
    for (let n = -ACTS.length; n < TIMES; n++) {
      const [act, work] = ACTS[(n + ACTS.length) % ACTS.length]!;
      const path = aCopy();
      const dataFolder = join(aFolder(), 'data');
      const id = received(dataFolder);
      const engine = supervised(path, dataFolder);
      const client = await engine.client();
      await client.importing.past();
      const began = performance.now();
      const done = work(client, id).then(
        () => true,
        () => false,
      );
      if (n >= 0) setTimeout(engine.kill, random() * (usual.get(act) ?? 0));
      const acknowledged = await done;
      if (n < 0) usual.set(act, performance.now() - began);
      else await expect.poll(() => engine.notices).toEqual([{ type: 'restarted', sentence: RESTARTED }]);
      // the same window goes on with the next engine
      const { portfolio } = await (await engine.client()).portfolio.status();
      expect(portfolio?.file).toBe('Shop.clientele');
      expect((await (await engine.client()).importing.past()).length).toBeGreaterThan(0);
      await engine.close();
      const found = contentIn(path);
      if (n < 0) {
        whole.set(act, found);
        continue;
      }
      const lost = acknowledged ? found !== whole.get(act) : ![before, whole.get(act)].includes(found);
      tally('killed: engine under a window', { survived: !lost, lost });
      expect([n, act, lost]).toEqual([n, act, false]);
    }
  });

  const threads: Worker[] = [];
  const hear = (thread: Worker): void => void threads.push(thread);
  afterAll(() => void process.off('worker', hear));

  test(`the importer, ${TIMES} times: one sentence, and the window works on`, {
    timeout: HOURS,
  }, async () => {
    const random = seededRandom(20_261_130);
    let [usual, after] = [0, ''];
    for (let n = -1; n < TIMES; n++) {
      const path = aCopy();
      const { client, dataFolder, close } = anEngine();
      await client.portfolio.open({ path });
      const { preview } = await client.importing.preview({
        source: { kind: 'received', id: received(dataFolder) },
        options: OPTIONS,
        job: 'preview',
      });
      threads.length = 0;
      const began = performance.now();
      const commit = client.importing.commit({ preview, options: OPTIONS, job: 'import' }).then(
        () => null,
        (error: { code: string; data?: { sentence?: string } }) => [error.code, error.data?.sentence],
      );
      // the engine has started it by now
      await expect.poll(() => threads.length).toBeGreaterThan(0);
      if (n >= 0) setTimeout(() => void threads[0]?.terminate(), random() * usual);
      const said = await commit;
      if (n < 0) usual = performance.now() - began;
      else if (said)
        expect(said).toEqual(['BAD_INPUT', expect.stringMatching(/^The work stopped on its way; .*\.$/)]);
      // nothing is held any more: the next edit is made
      expect((await client.importing.past()).length).toBeGreaterThan(0);
      await client.portfolio.updateSettings({ assumedMargin: 0.4 });
      close();
      const found = contentIn(path);
      if (n < 0) {
        after = found;
        expect(said).toBeNull();
        continue;
      }
      const lost = said === null ? found !== after : ![before, after].includes(found);
      tally('killed: importer under a window', { survived: !lost, lost });
      expect([n, said, lost]).toEqual([n, said, false]);
    }
  });
});
