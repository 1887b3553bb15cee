import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../../src/shared/contract/index.ts';
import { minor } from '../../src/shared/model/money.ts';
import { cli } from '../support/cli.ts';
import { aSale, csv } from '../support/csv.ts';
import { aDisk, fill, unmount } from '../support/disk.ts';
import { anEngine, aShop, everythingIn } from '../support/engine.ts';

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
beforeAll(async () => {
  const { client, path, close } = await aShop(SALES, { locale: 'en-GB', currency: 'GBP' });
  await client.segments.apply({ recipe: 'quick-start' });
  close();
  whole = path;
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

  test('on the command line, with exit code 1', async () => {
    const disk = aDisk(statSync(whole).size * 3 + ROOM);
    if (disk === null) return;
    const path = join(disk, 'Full.clientele');
    copyFileSync(whole, path);
    const makeRoom = fill(disk);
    const command = ['segments', '--portfolio', path, '--recipe', 'value-and-rhythm'];
    const ran = await cli(...command);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err.trimEnd()).toMatch(SENTENCE);
    makeRoom();
    expect((await cli(...command)).code).toBe(0);
    unmount(disk);
  });
});
