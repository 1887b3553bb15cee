import { MessageChannel } from 'node:worker_threads';
import { ORPCError } from '@orpc/client';
import { afterEach, describe, expect, test } from 'vitest';
import { clientOver } from '../../src/main/engine/client.ts';
import { readRequest, servePort } from '../../src/main/engine/serve.ts';
import { engineThread, type Notice, RESTARTED, STOPPED, supervise } from '../../src/main/engine/supervise.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { aLoopback, STAND_IN } from './support/loopback.ts';
import { createEngine } from './support/stand-in-engine.ts';

const OPTIONS = { dataFolder: '/data', portfolioFolder: '/portfolios', version: '1.2.3' };
const PACE = { firstPauseMs: 10, longestPauseMs: 40, mostDeaths: 3, windowMs: 60_000, closeMs: 2_000 };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const anEngine = (options: Partial<typeof OPTIONS & { open: string }> = {}) => {
  let started = 0;
  const notices: Notice[] = [];
  const engine = supervise(
    () => {
      started += 1;
      return engineThread(STAND_IN);
    },
    { ...OPTIONS, ...options },
    PACE,
  );
  engine.onNotice((notice) => notices.push(notice));
  closers.push(engine.close);
  const die = async (): Promise<unknown> =>
    (await engine.client()).portfolio.create({ name: 'die' }).catch((error: unknown) => error);
  return { engine, notices, die, started: () => started };
};

describe('an engine that dies', () => {
  test('is restarted with its portfolio open, and the owner is told', async () => {
    const { engine, notices, die, started } = anEngine();
    await (await engine.client()).portfolio.open({ path: '/portfolios/mine.clientele' });
    expect(await die()).toMatchObject({ name: 'AbortError' });
    const { portfolio } = await (await engine.client()).portfolio.status();
    expect(portfolio?.file).toBe('/portfolios/mine.clientele');
    expect(notices).toEqual([{ type: 'restarted', sentence: RESTARTED }]);
    expect(started()).toBe(2);
  });

  test('does not open again what was closed', async () => {
    const { engine, die } = anEngine({ open: '/portfolios/first.clientele' });
    const client = await engine.client();
    expect((await client.portfolio.status()).portfolio?.file).toBe('/portfolios/first.clientele');
    await client.portfolio.close();
    await die();
    expect((await (await engine.client()).portfolio.status()).portfolio).toBeNull();
  });

  test('closes the ports it was given, and new ones lead to the next engine', async () => {
    const { engine, die } = anEngine();
    const port = await engine.connect();
    const closed = new Promise((resolve) => port.once('close', resolve));
    const before = clientOver(port);
    expect((await before.portfolio.status()).version).toBe('1.2.3');
    await die();
    await closed;
    const after = clientOver(await engine.connect());
    expect((await after.portfolio.status()).version).toBe('1.2.3');
  });

  test('over and over is left alone after a few times', async () => {
    const { engine, notices, die, started } = anEngine();
    for (let at = 0; at <= PACE.mostDeaths; at += 1) await die();
    await expect.poll(() => notices.at(-1)).toEqual({ type: 'stopped', sentence: STOPPED });
    await expect(engine.client()).rejects.toThrow(STOPPED);
    await expect(engine.connect()).rejects.toThrow(STOPPED);
    expect(started()).toBe(PACE.mostDeaths + 1);
  });

  test('with a portfolio that it cannot open again goes on without it', async () => {
    const { engine, die, notices } = anEngine();
    await (await engine.client()).portfolio.open({ path: '/portfolios/broken.clientele' });
    await die();
    expect((await (await engine.client()).portfolio.status()).portfolio).toBeNull();
    expect(notices).toHaveLength(1);
  });

  test('at the very start says why', async () => {
    const { engine } = anEngine({ open: '/portfolios/broken.clientele' });
    await expect(engine.client()).rejects.toThrow('broken.clientele is not a portfolio.');
  });
});

describe('a window over HTTP', () => {
  test('is told in its stream, which goes on; the call under way gets a sentence', async () => {
    const opened = await aLoopback();
    closers.push(opened.close);
    const stream = await opened.client.events.watch();
    const seen: AppEvent[] = [];
    const reading = (async () => {
      for await (const event of stream) {
        seen.push(event);
        if (seen.some(({ type }) => type === 'restarted') && event.type === 'changed') break;
      }
    })();
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    const error = await opened.client.portfolio.create({ name: 'die' }).catch((reason: unknown) => reason);
    expect(error instanceof ORPCError && [error.code, error.status, error.message]).toEqual([
      'ENGINE_RESTARTED',
      503,
      RESTARTED,
    ]);
    await reading;
    expect(seen).toContainEqual({ type: 'restarted', sentence: RESTARTED });
    expect(seen.at(-1)).toEqual({ type: 'changed', dataVersion: 0 });
  });
});

describe('what a window sends over its port', () => {
  const CALL = { i: 1, p: { u: '/portfolio/status' } };

  test('is read when it is a call or its end', () => {
    expect(readRequest(JSON.stringify(CALL))).toEqual({ i: 1, p: { u: '/portfolio/status', b: undefined } });
    expect(readRequest('{"i":"1","t":4}')).toEqual({ i: '1', t: 4 });
  });

  const JUNK: readonly unknown[] = [
    undefined,
    null,
    1,
    {},
    [],
    new Uint8Array([255, 1, 2]),
    new ArrayBuffer(8),
    CALL,
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"i":1}',
    '{"i":{},"p":{"u":"/a"}}',
    '{"i":1,"p":{}}',
    '{"i":1,"p":{"u":1}}',
    '{"i":1,"p":{"u":"http://evil.example/"}}',
    '{"i":1,"p":{"u":"//["}}',
    '{"i":1,"t":3,"p":{"e":"message"}}',
    '{"i":1,"t":9,"p":{"u":"/a"}}',
  ];

  test.each(JUNK.map((junk) => [junk]))('is dropped when it is %j', (junk) => {
    expect(readRequest(junk)).toBeUndefined();
  });

  test('cannot end the engine, whatever it is', async () => {
    const { port1, port2 } = new MessageChannel();
    const engine = createEngine(OPTIONS);
    servePort(port2, engine);
    for (const junk of JUNK) port1.postMessage(junk);
    port1.postMessage('{"i":1,"p":{"u":"/portfolio/create","b":{"json":1,"meta":7}}}');
    port1.postMessage('{"i":2,"p":{"u":"/portfolio/create?data=%","m":"GET","h":{"content-type":7}}}');
    expect((await clientOver(port1).portfolio.status()).version).toBe('1.2.3');
    port1.close();
  });
});
