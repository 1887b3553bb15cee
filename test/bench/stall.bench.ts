import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { createEngine } from '../../src/main/engine/engine.ts';
import type { SourceRef } from '../../src/shared/contract/importing.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { generateOrderLines } from './generate.ts';

const CLI = new URL('../../src/main/shell/cli/clientele.mjs', import.meta.url).pathname;
const BAR_MS = 50;

/** What this thread has computed so far; other programs on the machine do not count. */
const computed = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** The longest this thread kept everybody else waiting while `work` went on, in its own milliseconds. */
const longestTurn = async (work: () => Promise<unknown>): Promise<number> => {
  let longest = 0;
  let last = computed();
  let over = false;
  const look = (): void => {
    const now = computed();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(look);
  };
  setImmediate(look);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  over = true;
  return longest;
};

const TABLE = { sort: 'revenue12m', direction: 'desc', offset: 0, limit: 200 } as const;

/** Screens of a large portfolio while its figures are worked out, and when they are there. */
const screens = (client: Client): readonly (readonly [string, () => Promise<unknown>])[] => [
  ['table, nothing worked out yet', () => client.customers.list(TABLE)],
  ['overview, models not fitted yet', () => client.overview.read()],
  ['table with estimates', () => client.customers.list({ ...TABLE, estimates: true })],
  ['table by name', () => client.customers.list({ ...TABLE, sort: 'name' })],
  ['search', () => client.customers.list({ ...TABLE, search: 'anna' })],
  ['matrix of customers', () => client.matrix.read({ subject: 'customers' })],
  ['segments', () => client.segments.read()],
  ['another division, tried', () => client.segments.preview({ recipe: 'quick-start' })],
  ['a customer', () => client.customers.read({ id: 7 })],
  ['risk and value', () => client.riskValue.read({})],
  ['products', () => client.products.read({})],
  ['a line moved', () => client.matrix.setThresholds({ subject: 'customers', value: null, growth: 0.05 })],
  ['a review', () => client.reviews.make({ ownersCopy: true, paper: 'A4' })],
];

/** Nothing may keep the engine from answering for longer than the bar, whatever is being worked out or imported. */
export const stallBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-stall-'));
  const engine = createEngine({ dataFolder: folder, portfolioFolder: folder, version: 'bench' });
  try {
    const csv = join(folder, 'lines.csv');
    const file = openSync(csv, 'w');
    for (const chunk of generateOrderLines({ lines: 1_000_000, customers: 92_000, seed: 1 }))
      writeSync(file, chunk);
    closeSync(file);
    const path = join(folder, 'bench.clientele');
    const options = ['--portfolio', path, '--currency', 'EUR', '--locale', 'en-GB'];
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'import', csv, ...options], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const client: Client = createRouterClient(engine.router);
    await client.portfolio.open({ path });
    for (const [title, work] of screens(client)) say(title, await longestTurn(work));
    const more = received(folder, [...generateOrderLines({ lines: 100_000, customers: 9_000, seed: 2 })]);
    say(
      'an import of 100,000 more lines, the table read all the while',
      await longestTurn(() => importing(client, more)),
    );
  } finally {
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** A file as the shell hands it over. */
const received = (folder: string, parts: readonly string[]): SourceRef => {
  const id = '0'.repeat(32);
  mkdirSync(join(folder, 'received'), { recursive: true });
  writeFileSync(join(folder, 'received', id), parts.join(''));
  writeFileSync(join(folder, 'received', `${id}.json`), JSON.stringify({ name: 'more.csv' }));
  return { kind: 'received', id };
};

const say = (title: string, ms: number): void => {
  process.stdout.write(
    `longest wait for the engine, ${title}: ${ms.toFixed(0)} ms of its own work, bar ${BAR_MS} ms – ${ms <= BAR_MS ? 'held' : 'NOT HELD'}\n`,
  );
};

const importing = async (client: Client, source: SourceRef): Promise<void> => {
  const { preview } = await client.importing.preview({ source, options: {}, job: 'bench' });
  let done = false;
  const commit = client.importing.commit({ preview, options: {}, job: 'bench' }).finally(() => {
    done = true;
  });
  while (!done) {
    await client.customers.list(TABLE);
    await turn();
  }
  await commit;
};
