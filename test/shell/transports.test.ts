import { MessageChannel } from 'node:worker_threads';
import { isDefinedError, ORPCError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientOver } from '../../src/main/engine/client.ts';
import { servePort } from '../../src/main/engine/serve.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { aLoopback, type Opened } from './support/loopback.ts';
import { createEngine } from './support/stand-in-engine.ts';

type Transport = { readonly client: Client; readonly close: () => Promise<void> };

const overPort = (): Transport => {
  const { port1, port2 } = new MessageChannel();
  const engine = createEngine({ dataFolder: '/data', portfolioFolder: '/portfolios', version: '1.2.3' });
  servePort(port2, engine);
  return {
    client: clientOver(port1),
    close: async () => {
      port1.close();
      engine.close();
    },
  };
};

let opened: Opened;
let transports: Readonly<Record<'port' | 'http', Transport>>;
beforeAll(async () => {
  opened = await aLoopback();
  transports = { port: overPort(), http: { client: opened.client, close: opened.close } };
});
afterAll(async () => {
  for (const each of Object.values(transports)) await each.close();
});

const both = async <T>(ask: (client: Client) => Promise<T>): Promise<T> => {
  const [port, http] = await Promise.all([ask(transports.port.client), ask(transports.http.client)]);
  expect(http).toEqual(port);
  return port;
};

const facts = (error: unknown): unknown =>
  error instanceof ORPCError
    ? {
        code: error.code,
        status: error.status,
        message: error.message,
        data: error.data,
        defined: error.defined,
      }
    : { other: String(error) };

describe('message port and HTTP give the same', () => {
  test('result', async () => {
    const status = await both((client) => client.portfolio.status());
    expect(status).toMatchObject({ version: '1.2.3', portfolio: null });
  });

  test('result of a change, with the input trimmed by the contract', async () => {
    const { portfolio } = await both((client) => client.portfolio.create({ name: '  Backstube  ' }));
    expect(portfolio).toMatchObject({ file: '/portfolios/Backstube.clientele', dataVersion: 1 });
  });

  test('typed error with a sentence', async () => {
    const error = await both(async (client) => {
      const result = await safe(client.portfolio.create({ name: 'taken' }));
      expect(result.error !== null && isDefinedError(result.error)).toBe(true);
      return facts(result.error);
    });
    expect(error).toMatchObject({
      code: 'BAD_INPUT',
      status: 422,
      defined: true,
      data: { sentence: 'There is a portfolio of that name.' },
    });
  });

  test('typed error without data', async () => {
    const error = await both(async (client) => facts((await safe(client.changes.undo())).error));
    expect(error).toMatchObject({
      code: 'NO_PORTFOLIO',
      status: 409,
      message: 'No portfolio is open.',
      defined: true,
    });
  });

  test('refusal of a wrong input', async () => {
    const error = await both(async (client) =>
      facts((await safe(client.portfolio.create({ name: '' }))).error),
    );
    expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
  });

  test('error without details where the fault is ours', async () => {
    const error = await both(async (client) =>
      facts((await safe(client.portfolio.create({ name: 'break' }))).error),
    );
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', status: 500 });
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  test('answer to a procedure that does not exist', async () => {
    type Odd = { readonly portfolio: { readonly wipe: () => Promise<unknown> } };
    await both(async (client) => {
      const error = (await safe((client as unknown as Odd).portfolio.wipe())).error;
      return error instanceof ORPCError && error.status;
    });
  });

  test('stream of events, which stops when it is left', async () => {
    const seen = await both(async (client) => {
      const events = [];
      for await (const event of await client.events.watch()) {
        events.push(event);
        if (events.length === 3) break;
      }
      return events;
    });
    expect(seen).toEqual([0, 1, 2].map((dataVersion) => ({ type: 'changed', dataVersion })));
    await expect.poll(() => both(watching)).toBe(0);
  });

  test('end of a call that is aborted, on both sides', async () => {
    const before = await Promise.all(Object.values(transports).map(({ client }) => version(client)));
    await both(async (client) => {
      const controller = new AbortController();
      const call = client.importing.preview(
        { source: { kind: 'pasted', text: 'a' }, options: {}, job: 'j' },
        { signal: controller.signal },
      );
      setTimeout(() => controller.abort(), 100);
      return call.then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'odd'),
      );
    });
    const after = (): Promise<readonly number[]> =>
      Promise.all(Object.values(transports).map(({ client }) => version(client)));
    await expect.poll(after).toEqual(before.map((each) => each + 100));
  });
});

const portfolioOf = async (client: Client) => {
  const { portfolio } = await client.portfolio.status();
  if (portfolio === null) throw new Error('no portfolio is open');
  return portfolio;
};
const watching = async (client: Client): Promise<number> => (await portfolioOf(client)).orderLines;
const version = async (client: Client): Promise<number> => (await portfolioOf(client)).dataVersion;
