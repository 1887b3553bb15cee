import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/shared/contract/index.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { aSale, csv } from '../support/csv.ts';
import { anEngine, aShop, everythingIn, listen, type Running } from '../support/engine.ts';
import { hashOf } from '../support/portfolio.ts';

/** What a call fails with: its code, and the sentence for the owner. */
const failure = async (call: Promise<unknown>): Promise<readonly [string, string]> => {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    return [error.code, (error.data as { sentence?: string } | undefined)?.sentence ?? error.message];
  }
  throw new Error('the call did not fail');
};

const MORE = csv(...['m1', 'm2', 'm3'].map((order) => aSale({ order, customer: order })));
const FEW = csv(
  ...Array.from({ length: 40 }, (_, i) =>
    aSale({ order: `few${i}`, customer: `C${i % 6}`, date: `202${3 + (i % 2)}-0${1 + (i % 9)}-11` }),
  ),
);

const OPTIONS = { locale: 'en-GB', currency: 'GBP' };

describe('NO_PORTFOLIO', () => {
  const calls: readonly (readonly [string, (client: Client) => Promise<unknown>])[] = [
    ['overview.read', (client) => client.overview.read()],
    ['customers.list', (client) => client.customers.list({})],
    ['customers.read', (client) => client.customers.read({ id: 1 })],
    ['customers.orders', (client) => client.customers.orders({ id: 1, offset: 0, limit: 10 })],
    ['questions.read', (client) => client.questions.read({})],
    ['value.read', (client) => client.value.read({})],
    ['value.acquisition', (client) => client.value.acquisition({})],
    ['listening.read', (client) => client.listening.read({})],
    ['listening.inbox', (client) => client.listening.inbox({})],
    ['listening.move', (client) => client.listening.move({ key: 'a', state: 'told' })],
    ['actions.list', (client) => client.actions.list({})],
    ['actions.export', (client) => client.actions.export({ format: 'csv', everyone: true })],
    ['matrix.read', (client) => client.matrix.read({ subject: 'segments' })],
    [
      'matrix.setThresholds',
      (client) => client.matrix.setThresholds({ subject: 'segments', value: null, growth: null }),
    ],
    ['matrix.comparisons', (client) => client.matrix.comparisons()],
    ['matrix.movement', (client) => client.matrix.movement({ since: isoDay('2024-01-01') })],
    ['riskValue.read', (client) => client.riskValue.read({})],
    ['segments.read', (client) => client.segments.read()],
    ['segments.preview', (client) => client.segments.preview({ recipe: 'quick-start' })],
    ['segments.apply', (client) => client.segments.apply({ recipe: 'quick-start' })],
    ['segments.snapshots', (client) => client.segments.snapshots()],
    ['segments.migration', (client) => client.segments.migration({})],
    ['reviews.list', (client) => client.reviews.list()],
    ['reviews.make', (client) => client.reviews.make({ ownersCopy: false, paper: 'A4' })],
    ['reviews.page', (client) => client.reviews.page({ id: 1 })],
    ['importing.past', (client) => client.importing.past()],
    ['importing.issues', (client) => client.importing.issues({ batch: 1, offset: 0, limit: 1 })],
    ['importing.undo', (client) => client.importing.undo({ batch: 1, job: 'undo' })],
    ['changes.next', (client) => client.changes.next()],
    ['changes.undo', (client) => client.changes.undo()],
    ['changes.redo', (client) => client.changes.redo()],
    ['changes.recent', (client) => client.changes.recent()],
    ['portfolio.updateSettings', (client) => client.portfolio.updateSettings({ businessName: 'x' })],
    ['portfolio.markStep', (client) => client.portfolio.markStep({ step: 'check' })],
  ];
  const { client } = anEngine();
  test.each(calls)('%s', async (_, call) => {
    expect(await failure(call(client))).toEqual(['NO_PORTFOLIO', 'No portfolio is open.']);
  });

  test('a commit without one and without a name for a new one', async () => {
    const engine = anEngine();
    const { preview, result } = await engine.client.importing.preview({
      source: engine.receive(FEW),
      options: OPTIONS,
      job: 'a',
    });
    expect(result?.rows.imported).toBe(40);
    expect(await failure(engine.client.importing.commit({ preview, options: OPTIONS, job: 'b' }))).toEqual([
      'NO_PORTFOLIO',
      'No portfolio is open.',
    ]);
  });
});

describe('BAD_INPUT carries one plain sentence', () => {
  const bad: readonly (readonly [string, (shop: Running) => Promise<unknown>, RegExp])[] = [
    [
      'a portfolio that is not there',
      ({ client, portfolioFolder }) =>
        client.portfolio.open({ path: join(portfolioFolder, 'none.clientele') }),
      /^There is no portfolio at/,
    ],
    [
      'a folder',
      ({ client, portfolioFolder }) => client.portfolio.open({ path: portfolioFolder }),
      /is a folder/,
    ],
    ['a path no system knows', ({ client }) => client.portfolio.open({ path: 'a\0b' }), /./],
    ['a path longer than any', ({ client }) => client.portfolio.open({ path: `/${'x'.repeat(9000)}` }), /./],
    [
      'a name that is taken',
      ({ client }) => client.portfolio.create({ name: 'Shop' }),
      /called "Shop" already/,
    ],
    [
      'a name of nothing but signs',
      ({ client }) => client.portfolio.create({ name: '../..' }),
      /at least one letter/,
    ],
    [
      'a file that was never received',
      ({ client }) =>
        client.importing.preview({
          source: { kind: 'received', id: '../../etc/passwd' },
          options: {},
          job: 'j',
        }),
      /was not received/,
    ],
    [
      'a file that is gone',
      ({ client }) =>
        client.importing.preview({ source: { kind: 'received', id: 'a'.repeat(32) }, options: {}, job: 'j' }),
      /no longer there/,
    ],
    [
      'pasted cells that are no table',
      ({ client }) =>
        client.importing.preview({ source: { kind: 'pasted', text: 'hello' }, options: {}, job: 'j' }),
      /no table/,
    ],
    [
      'the file that is in already',
      (shop) => shop.client.importing.preview({ source: shop.receive(FEW), options: OPTIONS, job: 'j' }),
      /in the portfolio already/,
    ],
    [
      'a preview nobody made',
      ({ client }) => client.importing.commit({ preview: 'x', options: {}, job: 'j' }),
      /preview is no longer there/,
    ],
    [
      'an import that is not there',
      ({ client }) => client.importing.undo({ batch: 99, job: 'j' }),
      /no import 99/,
    ],
    [
      'a customer who is not there',
      ({ client }) => client.customers.read({ id: 999 }),
      /not in the portfolio any more/,
    ],
    ['a review that is not there', ({ client }) => client.reviews.page({ id: 999 }), /no review 999/],
    [
      'a recipe nobody knows',
      ({ client }) => client.segments.apply({ recipe: 'horoscope' }),
      /no recipe "horoscope"/,
    ],
    [
      'another currency',
      ({ client }) => client.portfolio.updateSettings({ currency: 'USD' }),
      /currency is fixed by the first import \(GBP\)/,
    ],
    [
      'another time zone',
      ({ client }) => client.portfolio.updateSettings({ timezone: 'Asia/Tokyo' }),
      /time zone is fixed/,
    ],
    [
      'a locale that is none',
      ({ client }) => client.portfolio.updateSettings({ locale: 'not a locale' }),
      /is no locale/,
    ],
  ];

  test('in every case, and the portfolio stays as it was', async () => {
    const shop = await aShop(FEW, OPTIONS);
    const before = everythingIn(shop.path);
    for (const [what, call, sentence] of bad) {
      const [code, said] = await failure(call(shop));
      expect(code, what).toBe('BAD_INPUT');
      expect(said, what).toMatch(sentence);
      expect(said, what).toMatch(/^[^\n]+\.$/);
      expect(everythingIn(shop.path), what).toEqual(before);
    }
    expect(readdirSync(shop.portfolioFolder).filter((name) => name.endsWith('.clientele'))).toEqual([
      'Shop.clientele',
    ]);
    expect((await shop.client.portfolio.status()).portfolio?.file).toBe('Shop.clientele');
  });
});

describe('a preview changes nothing, and what it promises is what the import does (ARCHITECTURE, the way of a row)', () => {
  test('into an open portfolio', async () => {
    const shop = await aShop(FEW, OPTIONS);
    const before = [hashOf(shop.path), everythingIn(shop.path)];
    const more = csv(
      ...FEW.split('\r\n')
        .slice(1, 9)
        .map((line) =>
          aSale({ order: line.split(',')[0]!, date: line.split(',')[1]!, customer: line.split(',')[2]! }),
        ),
      aSale({ order: 'new', customer: 'N1' }),
      aSale({ order: 'bad', amount: 'x' }),
    );
    const looked = await shop.client.importing.preview({
      source: shop.receive(more, 'more.csv'),
      options: OPTIONS,
      job: 'look',
    });
    expect([hashOf(shop.path), everythingIn(shop.path)]).toEqual(before);
    expect(looked.result?.rows).toEqual({ read: 10, imported: 1, leftOut: 1, alreadyThere: 8 });
    expect(looked.sentence).toMatch(
      /^Adds 1 order .*1 row is left out\. 8 rows are in the portfolio already\.$/,
    );

    const taken = await shop.client.importing.commit({
      preview: looked.preview,
      options: OPTIONS,
      job: 'take',
    });
    const { batch, contentHash, elapsedMs, peakRssBytes, ...same } = taken;
    expect(looked.result).toMatchObject(same);
    expect(batch).toBe(2);
    // the received file holds personal data and has done its service
    expect(readdirSync(join(shop.dataFolder, 'received'))).toEqual([]);
  });

  test('where no portfolio is open, one comes into being with the import and not before', async () => {
    const { client, portfolioFolder, receive } = anEngine();
    const { preview } = await client.importing.preview({
      source: receive(FEW),
      options: OPTIONS,
      job: 'look',
    });
    expect(existsSync(portfolioFolder)).toBe(false);
    await client.importing.commit({
      preview,
      options: OPTIONS,
      job: 'take',
      newPortfolio: { name: 'Bäckerei', pricesIncludeTax: 'included', locale: 'de-DE' },
    });
    const { portfolio } = await client.portfolio.status();
    expect(portfolio).toMatchObject({
      file: 'Bäckerei.clientele',
      orders: 40,
      settings: { businessName: 'Bäckerei', pricesIncludeTax: 'included', locale: 'de-DE' },
    });
    expect(readdirSync(portfolioFolder).filter((name) => name.endsWith('.clientele'))).toEqual([
      'Bäckerei.clientele',
    ]);
  });

  test('what cannot be set of a new portfolio is refused before there is one', async () => {
    const { client, portfolioFolder, receive } = anEngine();
    const { preview } = await client.importing.preview({
      source: receive(FEW),
      options: OPTIONS,
      job: 'look',
    });
    const newPortfolio = { name: 'Shop', pricesIncludeTax: 'unknown' as const, locale: 'not a locale' };
    const [code, said] = await failure(
      client.importing.commit({ preview, options: OPTIONS, job: 'take', newPortfolio }),
    );
    expect([code, said]).toEqual(['BAD_INPUT', expect.stringMatching(/is no locale/)]);
    expect((await client.portfolio.status()).portfolio).toBeNull();
    expect(existsSync(join(portfolioFolder, 'Shop.clientele'))).toBe(false);
  });

  test('an open question has both readings and no result', async () => {
    const { client } = anEngine();
    const text = csv(aSale({ date: '03/04/2024' }), aSale({ order: '2', date: '05/06/2024' }));
    const asked = await client.importing.preview({ source: { kind: 'pasted', text }, options: {}, job: 'j' });
    expect(asked.result).toBeNull();
    expect(asked.questions).toMatchObject([
      { id: 'dateFormat', column: 'Date' },
      { id: 'currency', column: 'Amount' },
    ]);
    expect(asked.questions[0]?.choices.map(({ value }) => value)).toEqual(['dd/MM/yyyy', 'MM/dd/yyyy']);
    for (const { value } of asked.questions[0]!.choices) {
      const answered = await client.importing.preview({
        source: { kind: 'pasted', text },
        options: { dateFormat: value, currency: 'EUR' },
        job: 'j',
      });
      expect(answered.result?.period?.from).toBe(value.startsWith('d') ? '2024-04-03' : '2024-03-04');
    }
  });
});

/** Keeps an import from its first write, as another program does that is just writing; reading goes on. */
const holding = (path: string): { readonly release: () => void } => {
  const raw = new Database(path);
  raw.exec('BEGIN IMMEDIATE');
  return {
    release: () => {
      raw.exec('ROLLBACK');
      raw.close();
    },
  };
};

describe('while an import runs', () => {
  test('edits are refused as BUSY, reading goes on, and cancelling leaves everything as it was', async () => {
    const shop = await aShop(FEW, OPTIONS);
    const { client } = shop;
    expect((await client.customers.list({})).total).toBe(6);
    const { preview } = await client.importing.preview({
      source: shop.receive(MORE, 'more.csv'),
      options: OPTIONS,
      job: 'look',
    });
    const before = everythingIn(shop.path);
    const held = holding(shop.path);
    const running = failure(client.importing.commit({ preview, options: OPTIONS, job: 'big' }));
    const busy = ['BUSY', 'An import is running; wait for it to finish or cancel it.'];
    // a change of nothing, until the import has begun
    await expect.poll(() => failure(client.portfolio.updateSettings({}))).toEqual(busy);
    for (const call of [
      () => client.portfolio.updateSettings({ businessName: 'Other' }),
      () => client.portfolio.markStep({ step: 'check' }),
      () => client.segments.apply({ recipe: 'quick-start' }),
      () => client.matrix.setThresholds({ subject: 'customers', value: null, growth: 0.1 }),
      () => client.reviews.make({ ownersCopy: false, paper: 'A4' }),
      () => client.changes.undo(),
      () => client.changes.redo(),
      () => client.importing.undo({ batch: 1, job: 'undo' }),
      () => client.importing.commit({ preview, options: OPTIONS, job: 'again' }),
      () => client.portfolio.close(),
      () => client.portfolio.create({ name: 'Second' }),
      () => client.portfolio.open({ path: shop.path }),
    ])
      expect(await failure(call())).toEqual(busy);
    expect((await client.customers.list({})).total).toBe(6);
    expect((await client.importing.past()).length).toBe(1);

    expect(await client.importing.cancel({ job: 'big' })).toEqual({ cancelled: true });
    held.release();
    expect(await running).toEqual(['BAD_INPUT', 'Cancelled; everything is as it was.']);
    expect(everythingIn(shop.path)).toEqual(before);
    expect(await client.importing.cancel({ job: 'big' })).toEqual({ cancelled: false });

    // and now small edits are taken again, and the same preview may be taken
    await client.portfolio.updateSettings({ businessName: 'Other' });
    expect((await client.portfolio.status()).portfolio?.settings.businessName).toBe('Other');
    expect((await client.importing.commit({ preview, options: OPTIONS, job: 'big' })).rows.imported).toBe(3);
  });

  test('its progress arrives, phase after phase, and then that data has changed', async () => {
    const shop = await aShop(FEW, OPTIONS);
    const { client } = shop;
    const { preview } = await client.importing.preview({
      source: shop.receive(MORE, 'more.csv'),
      options: OPTIONS,
      job: 'look',
    });
    const heard = await listen(client);
    await client.importing.commit({ preview, options: OPTIONS, job: 'take' });
    await heard.until((event) => event.type === 'changed');
    const said = heard.events.map((event) => (event.type === 'progress' ? event.phase : event.type));
    expect([...new Set(said)]).toEqual(['reading', 'recognising', 'summarising', 'saving', 'changed']);
    for (const event of heard.events)
      if (event.type === 'progress') expect([event.job, event.done <= event.total]).toEqual(['take', true]);
    await heard.stop();
  });

  test('an import that is undone tells every window, and gives back what was there', async () => {
    const shop = await aShop(FEW, OPTIONS);
    const heard = await listen(shop.client);
    const undone = await shop.client.importing.undo({ batch: 1, job: 'undo' });
    expect(undone).toMatchObject({ batch: 1, linesRemoved: 40, linesKept: 0 });
    await heard.until((event) => event.type === 'changed');
    expect(await shop.client.overview.read()).toMatchObject({ grade: 'D', needed: expect.any(String) });
    expect((await shop.client.importing.past())[0]).toMatchObject({ batch: 1, undoneAt: expect.any(Number) });
    await heard.stop();
  });
});

describe('portfolios', () => {
  test('what was opened lately comes first, and what is gone is not listed', async () => {
    const { client, portfolioFolder } = anEngine();
    for (const name of ['One', 'Two']) await client.portfolio.create({ name });
    writeFileSync(join(portfolioFolder, 'Found.clientele'), 'x');
    const { recent } = await client.portfolio.status();
    expect(recent.map(({ name }) => name)).toEqual(['Two', 'One', 'Found']);
    expect((await client.portfolio.close()).closed).toBe(true);
    expect((await client.portfolio.status()).portfolio).toBeNull();
  });

  test.each([
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
    ['  ..Shop.. ', 'Shop'],
    ['Bäckerei „Zum Korn“', 'Bäckerei „Zum Korn“'],
    ['a\u0000b\u202ec', 'a b c'],
  ])('a business called %j gets a file that any system can keep', async (name, file) => {
    const { client } = anEngine();
    expect((await client.portfolio.create({ name })).portfolio.file).toBe(`${file}.clientele`);
  });

  test.each([
    ['🥐', 60],
    ['ä', 120],
    ['面包店', 40],
  ])('however long the name is in bytes: %s, %i times', async (word, times) => {
    const name = word.repeat(times);
    const { client, portfolioFolder } = anEngine();
    const { portfolio } = await client.portfolio.create({ name });
    expect(Buffer.byteLength(portfolio.file)).toBeLessThanOrEqual(255);
    expect(portfolio.file.isWellFormed()).toBe(true);
    expect(readdirSync(portfolioFolder)).toContain(portfolio.file);
  });

  test('a failed opening leaves the open portfolio open', async () => {
    const shop = await aShop(FEW, OPTIONS);
    await failure(shop.client.portfolio.open({ path: join(shop.portfolioFolder, 'none.clientele') }));
    expect((await shop.client.customers.list({})).total).toBe(6);
  });
});
