import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engineThread, supervise } from '../../src/main/engine/supervise.ts';
import { importUnattended } from '../../src/main/import/import-path.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { generateOrderLines } from './generate.ts';

const ENTRY = new URL('../../src/main/engine/entry.ts', import.meta.url);
const BAR_MS = 50;
const MILLION = 'a'.repeat(32);
const IDLE_ROUNDS = 60;
const OPTIONS = { currency: 'EUR', locale: 'en-GB', timezone: 'Europe/Berlin' };

/** What the screens ask for, in turns. */
const READS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  overview: (client) => client.overview.read(),
  'customer table': (client) => client.customers.list({ offset: 2000, limit: 200 }),
  'customer page': (client) => client.customers.read({ id: 77 }),
  matrix: (client) => client.matrix.read({ subject: 'customers' }),
  'past imports': (client) => client.importing.past(),
};

const writeLines = (path: string, lines: number, customers: number, seed: number): void => {
  const file = openSync(path, 'w');
  for (const chunk of generateOrderLines({ lines, customers, seed })) writeSync(file, chunk);
  closeSync(file);
};

/** Reads of the screens through the real engine while a million lines go into the portfolio they read from. */
export const screensBench = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  const dataFolder = join(folder, 'data');
  const portfolio = join(folder, 'shop.clientele');
  mkdirSync(join(dataFolder, 'received'), { recursive: true });
  writeLines(join(folder, 'small.csv'), 100_000, 9000, 3);
  await importUnattended({
    file: join(folder, 'small.csv'),
    portfolio,
    options: OPTIONS,
    dryRun: false,
    backupFolder: join(folder, 'copies'),
  });
  writeLines(join(dataFolder, 'received', MILLION), 1_000_000, 92_000, 1);
  writeFileSync(join(dataFolder, 'received', `${MILLION}.json`), JSON.stringify({ name: 'million.csv' }));
  const engine = supervise(() => engineThread(ENTRY), {
    dataFolder,
    portfolioFolder: folder,
    version: 'bench',
    open: portfolio,
  });
  try {
    const client = await engine.client();
    await readAll(client, new Map()); // the figures are worked out once
    const idle = new Map<string, number[]>();
    for (let round = 0; round < IDLE_ROUNDS; round++) await readAll(client, idle);
    const source = { kind: 'received' as const, id: MILLION };
    const preview = await client.importing.preview({ source, options: OPTIONS, job: 'look' });
    const busy = new Map<string, number[]>();
    let done = false;
    const commit = client.importing
      .commit({ preview: preview.preview, options: OPTIONS, job: 'take' })
      .finally(() => {
        done = true;
      });
    while (!done) await readAll(client, busy, () => done);
    await commit;
    report(idle, busy);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const readAll = async (client: Client, times: Map<string, number[]>, stop = () => false): Promise<void> => {
  for (const [name, read] of Object.entries(READS)) {
    const began = performance.now();
    await read(client);
    // what is asked after the commit is worked out anew, which is no wait for the import
    if (stop()) return;
    const list = times.get(name) ?? [];
    list.push(performance.now() - began);
    times.set(name, list);
  }
};

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const report = (idle: ReadonlyMap<string, number[]>, busy: ReadonlyMap<string, number[]>): void => {
  process.stdout.write(
    'reads of the screens while 1,000,000 lines are imported, against the same read at rest:\n',
  );
  let worst = 0;
  let worstAtRest = 0;
  for (const [name, times] of busy) {
    const rest = (idle.get(name) ?? []).sort((a, b) => a - b);
    const during = times.sort((a, b) => a - b);
    const usual = at(rest, 0.5);
    worst = Math.max(worst, at(during, 1) - usual);
    worstAtRest = Math.max(worstAtRest, at(rest, 1) - usual);
    const [median = '', most = '', longest = ''] = [0.5, 0.99, 1].map(
      (share) =>
        `${(at(during, share) / at(rest, share)).toFixed(1)} × (${at(during, share).toFixed(0)} against ${at(rest, share).toFixed(0)} ms)`,
    );
    process.stdout.write(
      `  ${name.padEnd(15)} ${during.length} reads: median ${median}, p99 ${most}, longest ${longest}\n`,
    );
  }
  process.stdout.write(
    `  longest wait beyond a usual read ${worst.toFixed(0)} ms (at rest ${worstAtRest.toFixed(0)} ms), bar ${BAR_MS} ms – ${worst <= BAR_MS ? 'held' : 'NOT HELD'}\n`,
  );
};
