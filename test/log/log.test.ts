import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { clientOver } from '../../src/main/engine/client.ts';
import { createEngine } from '../../src/main/engine/engine.ts';
import { errorOf, failureOf, faultOf } from '../../src/main/engine/failure.ts';
import { servePort } from '../../src/main/engine/serve.ts';
import { openLog } from '../../src/main/log/log.ts';
import { plainFault } from '../../src/shared/model/fault.ts';
import { Problem } from '../../src/shared/model/problem.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';

const onUnix = process.platform !== 'win32';
const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers.splice(0)) close();
});

/** The engine over a port, as a window has it: calls are logged there. */
const aWindow = () => {
  const root = aFolder();
  const dataFolder = join(root, 'data');
  const engine = createEngine({ dataFolder, portfolioFolder: join(root, 'Zwetschgenhof'), version: '9.8.7' });
  const { port1, port2 } = new MessageChannel();
  servePort(port2, engine, { log: engine.log });
  closers.push(() => {
    port1.close();
    engine.close();
  });
  return { client: clientOver(port1), dataFolder, log: engine.log, root };
};

const written = (dataFolder: string): string =>
  readdirSync(join(dataFolder, 'log'))
    .map((name) => readFileSync(join(dataFolder, 'log', name), 'utf8'))
    .join('');

/** Words that stand for everything personal: names, addresses, sums, files, folders, what is typed. */
const PERSONAL = [
  'Quastenflosser',
  'Hyazinthe',
  'hyazinthe@blumen.example',
  '0171 5550',
  'Geheimprodukt',
  '4711.13',
  'kundenliste-privat',
  'Zwetschgenhof',
  'Suchwort',
];
const NAME = 'Hyazinthe Quastenflosser';

test('names, addresses and sums that go through failing imports, searches and calls are nowhere in the log or the details', async () => {
  const { client, dataFolder, root } = aWindow();
  const paste = (text: string) => ({ kind: 'pasted', text }) as const;
  const options = { locale: 'de-DE', currency: 'EUR' } as const;
  const person = `${NAME};hyazinthe@blumen.example;0171 5550 12;Geheimprodukt;4711,13`;
  const failing = [
    `Name;E-Mail;Telefon;Artikel;Betrag\n${person}`,
    `\0\0${person}`,
    `"${person}`,
    csv(aSale({ customer: NAME, date: 'Quastenflosser' })),
  ];
  const calls: (() => Promise<unknown>)[] = [
    ...failing.map(
      (text, at) => () => client.importing.preview({ source: paste(text), options, job: `a${at}` }),
    ),
    // an unknown currency, zone and mapping are sentences that quote what was typed
    ...[
      { timezone: 'Suchwort/Hyazinthe' },
      { locale: NAME },
      { mapping: { Quastenflosser: 'order.date' } },
    ].map(
      (odd) => () =>
        client.importing.preview({
          source: paste(csv(aSale({ customer: NAME }))),
          options: { ...options, ...odd } as never,
          job: 'odd',
        }),
    ),
    () => client.portfolio.open({ path: join(root, 'kundenliste-privat.clientele') }),
    () => client.portfolio.updateSettings({ businessName: NAME, locale: 'Suchwort' }),
    () => client.copies.saveTo({ path: 'kundenliste-privat.clientele' }),
    () => client.copies.restore({ copy: 'kundenliste-privat' }),
    () => client.customers.list({ search: 'Suchwort' }),
    () => client.importing.preview({ source: { kind: 'received', id: NAME }, options, job: 'b' }),
    () => client.importing.commit({ preview: NAME, options, job: 'c' } as never),
    () => client.importing.undo({ batch: 99, job: 'd' }),
    () => client.products.mark({ products: [471113], role: 'not-a-sale' } as never),
  ];
  const ask = async (some = calls): Promise<number> => {
    const answers = await Promise.allSettled(some.map((call) => call()));
    return answers.filter(({ status }) => status === 'rejected').length;
  };
  expect(await ask()).toBeGreaterThan(6);
  const damaged = join(root, 'kundenliste-privat.clientele');
  writeFileSync(damaged, `SQLite format 3\0${NAME}`.padEnd(8192, 'x'));
  await expect(client.portfolio.open({ path: damaged })).rejects.toThrow();
  await client.portfolio.create({ name: 'Zwetschgenhof' });
  const { preview } = await client.importing.preview({
    source: paste(csv(aSale({ customer: NAME }), aSale({ order: '2', customer: NAME }))),
    options,
    job: 'good',
  });
  await client.importing.commit({ preview, options, job: 'good' });
  // what needs no thread again, now that a portfolio is open
  await ask(calls.slice(failing.length + 3));
  const log = written(dataFolder);
  const { text } = await client.support.details();
  expect(log).toMatch(/"event":"job","kind":"preview".*"outcome":"refused"/);
  expect(log).toMatch(/"event":"call","procedure":"importing.preview".*"code":/);
  expect(log).toMatch(/"event":"job","kind":"commit","phase":"saving","rows":2,.*"outcome":"done"/);
  expect(text).toMatch(/Clientele 9\.8\.7, format \d+, SQLite 3\.[\s\S]*1 customers, 2 orders/);
  for (const each of [...PERSONAL, root, dataFolder]) {
    expect(log).not.toContain(each);
    expect(text).not.toContain(each);
  }
});

describe('the log', () => {
  test('is for its owner only, and bounded', () => {
    const folder = join(aFolder(), 'data');
    const log = openLog(folder, () => 0);
    for (let n = 0; n < 9000; n++)
      log.write({ event: 'call', procedure: 'overview.read', ms: n, outcome: 'failed', code: 'SQLITE_FULL' });
    const files = readdirSync(join(folder, 'log')).map((name) => statSync(join(folder, 'log', name)));
    expect(files).toHaveLength(2);
    for (const { size, mode } of files) {
      expect(size).toBeLessThan(300_000);
      if (onUnix) expect(mode & 0o777).toBe(0o600);
    }
    expect(JSON.parse(log.tail(3).at(-1)!)).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      event: 'call',
      procedure: 'overview.read',
      ms: 8999,
      outcome: 'failed',
      code: 'SQLITE_FULL',
    });
    expect(log.tail(9000).length).toBeGreaterThan(2500);
  });

  test.runIf(onUnix && process.getuid?.() !== 0)('fails nobody where it cannot be written', () => {
    const folder = aFolder();
    chmodSync(folder, 0o500);
    openLog(join(folder, 'data')).write({ event: 'end' });
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('what is told of an error', () => {
  const secret = `${NAME}\n    at ${NAME} (/home/hyazinthe/src/Quastenflosser.ts:1:1)`;

  test('is its kind, its code and its places, never its message, however that is written', () => {
    const error = Object.assign(new TypeError(secret), { code: 'ENOENT' });
    const fault = plainFault(error);
    expect(fault).toMatchObject({ name: 'TypeError', code: 'ENOENT' });
    expect(JSON.stringify(fault)).not.toMatch(/yazinth|Quasten/);
    expect(plainFault(NAME)).toEqual({ name: 'Thrown', code: null, at: [] });
    expect(plainFault(Object.assign(new Error('x'), { code: NAME })).code).toBeNull();
  });

  test('comes from a thread and through a Problem with the places where it began', () => {
    const fault = { name: 'Problem', code: null, at: ['import/check/amount-reader.ts:3'] };
    for (const type of ['problem', 'failed'] as const)
      expect(faultOf(errorOf({ type, sentence: NAME, code: null, stack: secret, fault } as never))).toEqual(
        fault,
      );
    const failure = failureOf(
      new Problem(NAME, { cause: Object.assign(new Error(secret), { code: 'EIO' }) }),
      null,
    );
    expect(JSON.stringify(failure.fault)).not.toMatch(/yazinth/);
  });
});
