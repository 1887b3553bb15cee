import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientOver } from '../../src/main/engine/client.ts';
import { createEngine } from '../../src/main/engine/engine.ts';
import { servePort } from '../../src/main/engine/serve.ts';
import { importSample } from '../../src/main/portfolio/imports/sample-portfolio.ts';
import type { Client } from '../../src/shared/contract/index.ts';
import { unpackMatrix } from '../../src/shared/model/matrix-points.ts';
import { aFolder } from '../support/folder.ts';
import { aLoopback, type Opened } from './support/loopback.ts';

// The real engine on two copies of one portfolio: once over a message port, once over HTTP through the loopback shell.
let http: Opened;
let port: Client;
let close: () => void;

beforeAll(async () => {
  const folder = aFolder();
  const [one, two] = [join(folder, 'one.clientele'), join(folder, 'two.clientele')];
  await importSample({
    portfolio: one,
    kind: 'bakery',
    until: '2025-09-30',
    customers: 60,
    scratch: join(folder, 's.csv'),
    backupFolder: folder,
  });
  copyFileSync(one, two);
  http = await aLoopback(one);
  const engine = createEngine({
    dataFolder: join(folder, 'data'),
    portfolioFolder: folder,
    version: '1.2.3',
    open: two,
  });
  const { port1, port2 } = new MessageChannel();
  servePort(port2, engine);
  port = clientOver(port1);
  close = () => {
    port1.close();
    engine.close();
  };
});
afterAll(async () => {
  close();
  await http.close();
});

const READS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  'overview.read': (client) => client.overview.read(),
  'customers.list': (client) =>
    client.customers.list({ sort: 'name', direction: 'asc', offset: 0, limit: 50 }),
  'customers.read': (client) => client.customers.read({ id: 1 }),
  'customers.orders': (client) => client.customers.orders({ id: 1, offset: 0, limit: 20 }),
  'matrix.read of customers': async (client) =>
    unpackMatrix(await client.matrix.read({ subject: 'customers' })),
  'matrix.read of segments': (client) => client.matrix.read({ subject: 'segments' }),
  'segments.read': (client) => client.segments.read(),
  'segments.preview': (client) => client.segments.preview({ recipe: 'rfm' }),
  'reviews.list': (client) => client.reviews.list(),
  'importing.past': (client) => client.importing.past(),
  'importing.issues': (client) => client.importing.issues({ batch: 1, offset: 0, limit: 100 }),
  'changes.next': (client) => client.changes.next(),
};

test.each(Object.entries(READS))('%s gives the same over a message port and over HTTP', async (_, read) => {
  const [overPort, overHttp] = await Promise.all([read(port), read(http.client)]);
  expect(overPort).not.toBeUndefined();
  expect(overHttp).toEqual(overPort);
});

test('a problem of the owner’s input is the same typed error over both', async () => {
  const fail = (client: Client) =>
    client.customers.read({ id: 999_999 }).then(
      () => null,
      (error: { code: string; data: unknown }) => ({ code: error.code, data: error.data }),
    );
  const [overPort, overHttp] = await Promise.all([fail(port), fail(http.client)]);
  expect(overPort?.code).toBe('BAD_INPUT');
  expect(overHttp).toEqual(overPort);
});
