import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isContractProcedure } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forwardingRouter } from '../../src/main/shell/loopback/forward.ts';
import { contract } from '../../src/shared/contract/index.ts';

const pathsOf = (node: unknown, path: readonly string[] = []): readonly string[] =>
  isContractProcedure(node)
    ? [path.join('/')]
    : Object.entries(node as object).flatMap(([name, inner]) => pathsOf(inner, [...path, name]));

const PATHS = pathsOf(contract);

/** Calls that are under way, each with what tells that it was broken off. */
const calls = new Map<string, { readonly began: () => void; readonly cancelled: () => void }>();
const handler = new RPCHandler(
  forwardingRouter(
    contract,
    (path, _input, { signal }) =>
      new Promise((_resolve, reject) => {
        const call = calls.get(path.join('/'));
        signal?.addEventListener('abort', () => {
          call?.cancelled();
          reject(new Error('broken off'));
        });
        call?.began();
      }),
  ),
);
const server = createServer(
  (incoming, response) => void handler.handle(incoming, response, { prefix: '/rpc', context: {} }),
);
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test.each(PATHS)('%s is cancelled when its request is given up', async (path) => {
  const began = Promise.withResolvers<void>();
  const cancelled = Promise.withResolvers<void>();
  calls.set(path, { began: began.resolve, cancelled: cancelled.resolve });
  const { port } = server.address() as AddressInfo;
  const headers = { 'content-type': 'application/json' };
  const sent = request({ host: '127.0.0.1', port, path: `/rpc/${path}`, method: 'POST', headers });
  sent.on('error', () => undefined);
  sent.end('{}');
  await began.promise;
  sent.destroy();
  await expect(cancelled.promise).resolves.toBeUndefined();
});
