import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '../../shared/contract/index.ts';
import { type EnginePort, plainPort } from './port.ts';

const untouched = (message: unknown): unknown => message;

/** What a call fails with when the other side of its port is gone. */
export const portClosed = (): Error => new DOMException('The engine has gone.', 'AbortError');

/** A link over a port on which no call waits for an answer that cannot come any more. */
const linkOver = (port: EnginePort): RPCLink<Record<never, never>> => {
  let closed = false;
  const plain = plainPort(port, untouched);
  plain.on('close', () => {
    closed = true;
  });
  return new RPCLink({
    port: plain,
    interceptors: [
      async ({ next }) => {
        // oRPC ends the calls that are under way when the port closes, but lets later ones wait for ever
        if (closed) throw portClosed();
        return next();
      },
    ],
  });
};

/** The app's client over a port to the engine. Calls fail with an AbortError when the port closes. */
export const clientOver = (port: EnginePort): Client => createORPCClient(linkOver(port));
