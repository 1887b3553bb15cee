import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aFolder } from '../support/folder.ts';
import { AnImport, CHILD } from './an-import.ts';

/** The long form of QUALITY (`npm run faults`) is 500 random points, and every named phase 20 times. */
const RANDOM = Number(process.env.CLIENTELE_KILLS ?? 3);
const EACH_PHASE = Number(process.env.CLIENTELE_KILLS_PER_PHASE ?? 1);
const PHASES = ['reading', 'recognising', 'summarising', 'saving'] as const;
const HOURS = 3 * 60 * 60_000;

let shop: AnImport;
/** how long an import takes here: random moments are chosen within it */
let usual = 1000;

beforeAll(async () => {
  shop = await AnImport.prepare();
});

type Ended = { readonly killed: boolean; readonly acknowledged: boolean };

const run = (portfolio: string, killAt: string, killAfter?: number): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(
      process.execPath,
      [CHILD, shop.file, portfolio, join(dirname(portfolio), 'copies'), killAt],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (killAt === 'saving') usual = performance.now() - began;
      if (signal === 'SIGKILL' || code === 0)
        resolve({ killed: signal === 'SIGKILL', acknowledged: out !== '' });
      else reject(new Error(err));
    });
  });

const intoKnown = async (killAt: string, killAfter?: number): Promise<boolean> => {
  const path = shop.known();
  const { killed, acknowledged } = await run(path, killAt, killAfter);
  await shop.judgeKnown(path, acknowledged);
  rmSync(dirname(path), { recursive: true });
  return killed;
};

const intoNew = async (killAt: string, killAfter?: number): Promise<boolean> => {
  const path = join(aFolder(), 'new.clientele');
  const { killed, acknowledged } = await run(path, killAt, killAfter);
  await shop.judgeNew(path, acknowledged);
  rmSync(dirname(path), { recursive: true });
  return killed;
};

describe('kill -9 during an import: complete or wholly absent, and running it again gives the same (QUALITY)', () => {
  test.each(PHASES)(`in the phase %s, ${EACH_PHASE} times`, { timeout: HOURS }, async (phase) => {
    for (let i = 0; i < EACH_PHASE; i++) {
      // the short form takes turns; the long one does both
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 1) expect(await intoKnown(phase)).toBe(true);
      if (EACH_PHASE > 1 || PHASES.indexOf(phase) % 2 === 0) expect(await intoNew(phase)).toBe(true);
    }
  });

  test(`at ${RANDOM} random moments`, { timeout: HOURS }, async () => {
    let killed = 0;
    for (let i = 0; i < RANDOM; i++) {
      const moment = Math.random() * usual * 1.1;
      if (await (i % 2 === 0 ? intoKnown('', moment) : intoNew('', moment))) killed++;
    }
    if (RANDOM > 100) process.stdout.write(`${killed} of ${RANDOM} imports were killed before they ended\n`);
  });
});
