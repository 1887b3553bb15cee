import { copyFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/shared/contract/index.ts';
import { minor } from '../../src/shared/model/money.ts';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aDisk, fill, unmount } from '../support/disk.ts';
import { anEngine, aShop, everythingIn } from '../support/engine.ts';
import { aFolder } from '../support/folder.ts';
import { tallyTests } from './tally.ts';

const SALES = csv(
  ...Array.from({ length: 300 }, (_, i) =>
    aSale({
      order: `o${i}`,
      customer: `C${i % 40}`,
      date: `202${3 + (i % 2)}-${String(1 + (i % 12)).padStart(2, '0')}-11`,
      product: `Product ${i % 7}`,
    }),
  ),
);

/** A portfolio in which each kind of edit has something to do. */
let whole: string;
/** Everything of it as one file. */
let all: string;
beforeAll(async () => {
  const { client, path, close } = await aShop(SALES, { locale: 'en-GB', currency: 'GBP' });
  await client.segments.apply({ recipe: 'quick-start' });
  close();
  whole = path;
  all = join(aFolder(), 'all.zip');
  await cli('export', '--portfolio', whole, '--what', 'everything', '--out', all);
});

const SENTENCE =
  /^(?:There is no room left on the disk for Full\.clientele|There is no room left on the disk for the portfolio|Full\.clientele cannot be written: its disk is full, broken or no longer there|The portfolio cannot be written: its disk is full, broken or no longer there); nothing was changed\. (?:Make room|Check the disk) and try again\.$/;

/** SQLite's index of the write-ahead log and what the engine needs to open a portfolio. */
const ROOM = 262_144;

const EDITS: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
  ['undo', (client) => client.changes.undo()],
  ['a review', (client) => client.reviews.make({ ownersCopy: false, paper: 'A4' })],
  ['what products are', (client) => client.products.mark({ products: [1], role: 'not-a-sale' })],
  ['the tax of products', (client) => client.products.tax({ products: [1], rate: 0.07 })],
  [
    'tax in prices',
    (client) => client.portfolio.updateSettings({ pricesIncludeTax: 'included', taxRate: 0.2 }),
  ],
  [
    'the name of the business',
    (client) => client.portfolio.updateSettings({ businessName: 'x'.repeat(200) }),
  ],
  ['segments', (client) => client.segments.apply({ recipe: 'value-and-rhythm' })],
  [
    'lines of the matrix',
    (client) => client.matrix.setThresholds({ subject: 'customers', value: minor(1), growth: 1 }),
  ],
  ['undo of an import', (client) => client.importing.undo({ batch: 1, job: 'undo' })],
];

const refusal = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return [error.code, (error.data as { sentence?: string } | undefined)?.sentence ?? error.message];
  }
};

describe('an edit on a full disk: one sentence, nothing changed, and with room again it is done', () => {
  tallyTests('full disk: act');

  test.each(EDITS)('%s', async (_, edit) => {
    const disk = aDisk(statSync(whole).size * 3 + ROOM);
    if (disk === null) return;
    const path = join(disk, 'Full.clientele');
    copyFileSync(whole, path);
    const { client, close } = anEngine();
    await client.portfolio.open({ path });
    // what is computed for the edit is there: it fails where it writes
    await client.segments.read();
    const before = everythingIn(path);
    const makeRoom = fill(disk);
    expect(await refusal(edit(client))).toEqual(['BAD_INPUT', expect.stringMatching(SENTENCE)]);
    expect(everythingIn(path)).toEqual(before);
    makeRoom();
    await edit(client);
    expect(everythingIn(path)).not.toEqual(before);
    close();
    unmount(disk);
  });
});

/** What a terminal is told where all that is written has to go onto the full disk. */
type Command = {
  readonly args: (disk: string) => readonly string[];
  /** what is to be there, whole, when it was done, and nothing of it before */
  readonly makes?: string;
};
const FULL = 'Full.clientele';
const EXPECTED = /^(data|filler|Full\.clientele(-shm|-wal)?)$/;

const COMMANDS: Readonly<Record<string, Command>> = {
  segments: { args: (disk) => ['segments', '--portfolio', join(disk, FULL), '--recipe', 'value-and-rhythm'] },
  'a safety copy': { args: (disk) => ['backup', join(disk, FULL)] },
  'a restore': { args: (disk) => ['restore', whole, '--portfolio', join(disk, FULL)] },
  'an export': {
    args: (disk) => ['export', '--portfolio', whole, '--what', 'orders', '--out', join(disk, 'orders.csv')],
    makes: 'orders.csv',
  },
  everything: {
    args: (disk) => ['export', '--portfolio', whole, '--what', 'everything', '--out', join(disk, 'all.zip')],
    makes: 'all.zip',
  },
  'everything in again': {
    args: (disk) => ['import', all, '--portfolio', join(disk, 'New.clientele')],
    makes: 'New.clientele',
  },
  'a printed review': {
    args: (disk) => ['review', '--portfolio', whole, '--out', join(disk, 'review.html')],
    makes: 'review.html',
  },
};

describe('a command on a full disk: one sentence and exit code 1, nothing half made, and with room again it is done', () => {
  tallyTests('full disk: act');

  test.each(Object.entries(COMMANDS))('%s', async (_, { args, makes }) => {
    const disk = aDisk(statSync(whole).size * 8 + ROOM);
    if (disk === null) return;
    const path = join(disk, FULL);
    copyFileSync(whole, path);
    const before = everythingIn(path);
    const usual = process.env.CLIENTELE_DATA;
    process.env.CLIENTELE_DATA = join(disk, 'data');
    try {
      const makeRoom = fill(disk);
      const ran = await cli(...args(disk));
      expect([ran.code, ran.out]).toEqual([1, '']);
      expect(ran.err).toMatch(/^[^\n]*\b(room left|cannot be written)\b[^\n]*\.\n$/);
      expect(readdirSync(disk).filter((name) => !EXPECTED.test(name))).toEqual([]);
      expect(everythingIn(path)).toEqual(before);
      makeRoom();
      expect((await cli(...args(disk))).code).toBe(0);
      if (makes) expect(statSync(join(disk, makes)).size).toBeGreaterThan(1000);
      expect(everythingIn(path)).toBeDefined();
    } finally {
      process.env.CLIENTELE_DATA = usual;
      unmount(disk);
    }
  });
});
