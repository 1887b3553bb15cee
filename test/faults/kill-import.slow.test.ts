import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { aFolder } from '../support/folder.ts';
import { AnImport, CHILD } from './an-import.ts';
import { CLIENTELE, type Ended, runKilled } from './killed.ts';
import { Moments } from './moments.ts';

/** The long form of QUALITY (`npm run faults`) is 500 kills: every named phase 20 times for each portfolio, the rest at random. */
const RANDOM = Number(process.env.CLIENTELE_KILLS ?? 3);
const EACH_PHASE = Number(process.env.CLIENTELE_KILLS_PER_PHASE ?? 1);
const PHASES = ['reading', 'recognising', 'summarising', 'saving'] as const;
const HOURS = 3 * 60 * 60_000;

let shop: AnImport;
beforeAll(async () => {
  shop = await AnImport.prepare();
});

/** Ends itself in a phase. */
const inPhase = (phase: string) => (portfolio: string) => {
  const data = join(dirname(portfolio), 'copies');
  return runKilled([CHILD, shop.file, portfolio, data, phase], { data });
};

/** The program as it is built, ended from outside. */
const after = (milliseconds: number | undefined) => (portfolio: string) =>
  runKilled(
    [
      CLIENTELE,
      ...['import', shop.file, '--portfolio', portfolio, '--locale', 'en-GB', '--currency', 'GBP', '--json'],
    ],
    { after: milliseconds, data: join(dirname(portfolio), 'copies') },
  );

type Run = (portfolio: string) => Promise<Ended>;

const KIND = 'killed: import';

const intoKnown = async (run: Run): Promise<Ended> => {
  const path = shop.known();
  const ended = await run(path);
  expect(ended.killed || ended.code === 0, ended.err).toBe(true);
  await shop.judgeKnown(path, ended.acknowledged, KIND);
  rmSync(dirname(path), { recursive: true });
  return ended;
};

const intoNew = async (run: Run): Promise<Ended> => {
  const path = join(aFolder(), 'new.clientele');
  const ended = await run(path);
  expect(ended.killed || ended.code === 0, ended.err).toBe(true);
  await shop.judgeNew(path, ended.acknowledged, KIND);
  rmSync(dirname(path), { recursive: true });
  return ended;
};

describe('kill -9 during an import: complete or wholly absent, and running it again gives the same (QUALITY)', () => {
  test.each(PHASES)(`in the phase %s, ${EACH_PHASE} times`, { timeout: HOURS }, async (phase) => {
    const run = inPhase(phase);
    for (let i = 0; i < EACH_PHASE; i++) {
      // the short form takes turns; the long one does both
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 1) expect((await intoKnown(run)).killed).toBe(true);
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 0) expect((await intoNew(run)).killed).toBe(true);
    }
  });

  test(`at ${RANDOM} random moments`, { timeout: HOURS }, async () => {
    const moments = new Moments(seededRandom(20_261_130));
    for (let i = 0; i < RANDOM; i++) {
      const run = after(moments.next());
      moments.heard(await (i % 2 === 0 ? intoKnown(run) : intoNew(run)));
    }
    if (RANDOM > 100)
      process.stdout.write(`${moments.killed} of ${RANDOM} imports were killed before they ended\n`);
  });
});
