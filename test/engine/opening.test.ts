import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { openPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { BYTES_WORTH_A_THREAD } from '../../src/main/database/verify/look-apart.ts';
import { createEngine } from '../../src/main/engine/engine.ts';
import { aSale, csv } from '../support/csv.ts';
import { aShop, listen } from '../support/engine.ts';

const SALES = csv(aSale(), aSale({ order: '2', customer: 'C2', date: '2024-05-01' }));

/** A closed portfolio that is looked through in a thread of its own. */
const aLargeShop = async () => {
  const shop = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
  await shop.client.portfolio.close();
  const db = openPortfolio(shop.path);
  writeSetting(db, 'padding', 'x'.repeat(BYTES_WORTH_A_THREAD + 2 ** 20));
  db.close();
  return shop;
};

/** Turns one bit of a page that holds nothing but padding: only a sum tells. */
const damage = (path: string): Buffer => {
  const bytes = readFileSync(path);
  bytes[bytes.length - 5 * 8192] = bytes[bytes.length - 5 * 8192]! ^ 1;
  writeFileSync(path, bytes);
  return bytes;
};

/** Every way in to a figure, a print, an export or a copy. */
const waysIn = (client: Awaited<ReturnType<typeof aShop>>['client']): readonly (() => Promise<unknown>)[] => [
  () => client.overview.read(),
  () => client.customers.list({}),
  () => client.matrix.read({ subject: 'customers' }),
  () => client.questions.read({}),
  () => client.value.read({}),
  () => client.reviews.make({ ownersCopy: false, paper: 'A4' }),
  () => client.actions.export({ format: 'csv', customers: null, everyone: true } as never),
  () => client.copies.make(),
  () => client.copies.saveTo({ path: '/nowhere/a.clientele' }),
  () => client.changes.undo(),
];

describe('a portfolio that is being looked through', () => {
  test('is named as such; nothing of it is told, computed, printed, exported or copied before that has ended', async () => {
    const { client, path } = await aLargeShop();
    const heard = await listen(client);
    const opening = client.portfolio.open({ path });
    await heard.until(({ type }) => type === 'portfolio');
    const status = await client.portfolio.status();
    expect([status.portfolio, status.checking]).toEqual([
      null,
      { path, file: basename(path), folder: dirname(path) },
    ]);
    const answers = await Promise.allSettled(waysIn(client).map((ask) => ask()));
    for (const answer of answers)
      expect(answer.status === 'rejected' && answer.reason.code).toMatch(/NO_PORTFOLIO|BAD_REQUEST/);
    expect((await opening).portfolio.customers).toBe(2);
    await expect.poll(() => heard.events.filter(({ type }) => type === 'portfolio')).toHaveLength(2);
    expect(await client.portfolio.status()).toMatchObject({ checking: null, portfolio: { customers: 2 } });
    await heard.stop();
  });

  test('does not keep the engine from starting or from answering', async () => {
    const { client, path, dataFolder, portfolioFolder } = await aLargeShop();
    await client.portfolio.close();
    const told: (string | null)[] = [];
    const engine = createEngine({ dataFolder, portfolioFolder, version: '1', open: path }, (open) =>
      told.push(open),
    );
    expect(told).toEqual([]);
    expect(await call(engine.router.portfolio.status, undefined)).toMatchObject({
      portfolio: null,
      checking: { path },
    });
    await expect.poll(() => told).toEqual([path]);
    engine.close();
  });

  test('gives way to another that is opened meanwhile, and to closing', async () => {
    const { client, path, portfolioFolder } = await aLargeShop();
    const other = join(portfolioFolder, 'Other.clientele');
    const first = client.portfolio.open({ path });
    await expect.poll(async () => (await client.portfolio.status()).checking?.path).toBe(path);
    const { portfolio } = await client.portfolio.create({ name: 'Other' });
    await expect(first).rejects.toThrow('Another portfolio was opened meanwhile.');
    expect(join(portfolio.folder, portfolio.file)).toBe(other);
    const second = client.portfolio.open({ path });
    await expect.poll(async () => (await client.portfolio.status()).checking?.path).toBe(path);
    await client.portfolio.close();
    await expect(second).rejects.toThrow('The portfolio was closed meanwhile.');
    expect(await client.portfolio.status()).toMatchObject({
      portfolio: null,
      checking: null,
      unopened: null,
    });
  });
});

describe('a portfolio that could not be opened', () => {
  test.each(['large', 'small'])(
    'because it is damaged: not a figure of a %s one is told, the file is byte-identical',
    async (size) => {
      const { client, path, portfolioFolder } =
        size === 'large'
          ? await aLargeShop()
          : await aShop(csv(...Array.from({ length: 900 }, (_, at) => aSale({ order: `o${at}` }))), {
              locale: 'en-GB',
              currency: 'EUR',
            });
      await client.portfolio.close();
      const bytes = damage(path);
      await expect(client.portfolio.open({ path })).rejects.toThrow(/is damaged/);
      expect(await client.portfolio.status()).toMatchObject({
        portfolio: null,
        checking: null,
        unopened: { path, code: 'damaged', sentence: expect.stringMatching(/Restore a safety copy/) },
      });
      const answers = await Promise.allSettled(waysIn(client).map((ask) => ask()));
      expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(readdirSync(portfolioFolder)).toEqual([basename(path)]);
      expect(await client.portfolio.leaveUnopened()).toEqual({ left: true });
      expect((await client.portfolio.status()).unopened).toBeNull();
    },
  );

  test('at the start of the engine is told to the first screen', async () => {
    const { client, path, dataFolder, portfolioFolder } = await aLargeShop();
    damage(path);
    await client.portfolio.close();
    const engine = createEngine({ dataFolder, portfolioFolder, version: '1', open: path });
    await expect
      .poll(async () => (await call(engine.router.portfolio.status, undefined)).unopened?.code)
      .toBe('damaged');
    engine.close();
  });

  test('because it was moved is told where the app knows it; a mistyped path is only refused', async () => {
    const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    await client.copies.make();
    await client.portfolio.close();
    renameSync(path, `${path}.moved`);
    await expect(client.portfolio.open({ path })).rejects.toThrow(/There is no portfolio/);
    expect((await client.portfolio.status()).unopened).toMatchObject({ code: 'missing', path });
    const { copies } = await client.copies.list({ portfolio: path });
    await client.copies.restore({ portfolio: path, copy: copies[0]!.name });
    expect(await client.portfolio.status()).toMatchObject({ unopened: null, portfolio: { customers: 2 } });
    await client.portfolio.close();
    await expect(client.portfolio.open({ path: `${path}.typo` })).rejects.toThrow(/There is no portfolio/);
    expect((await client.portfolio.status()).unopened).toBeNull();
  });

  test('a file that is moved under the app is told of as such, whoever works with it', async () => {
    const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    renameSync(path, `${path}.moved`);
    for (const work of [
      () => client.importing.undo({ batch: 1, job: 'undo' }),
      () => client.copies.make(),
      () => client.portfolio.updateSettings({ businessName: 'Another' }),
    ])
      await expect(work()).rejects.toThrow(/was moved, renamed or deleted while it was open/);
  });

  test('because it is newer is told and left as it is', async () => {
    const { client, path } = await aShop(SALES, { locale: 'en-GB', currency: 'EUR' });
    await client.portfolio.close();
    const bytes = readFileSync(path);
    bytes.writeInt32BE(999, 60);
    writeFileSync(path, bytes);
    const before = statSync(path).mtimeMs;
    await expect(client.portfolio.open({ path })).rejects.toThrow(/newer Clientele/);
    expect((await client.portfolio.status()).unopened?.code).toBe('newer');
    expect([readFileSync(path).equals(bytes), statSync(path).mtimeMs]).toEqual([true, before]);
  });
});
