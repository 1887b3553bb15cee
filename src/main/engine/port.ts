import type { MessagePort as ThreadPort } from 'node:worker_threads';

/** Electron's MessagePortMain, as far as it is used: it hands over events where Node hands over values. */
export type MainPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
};

/** One end of a connection to the engine: between threads, or between Electron's processes. */
export type EnginePort = ThreadPort | MainPort;

/** What oRPC's message-port adapters ask of a port, the same for both kinds. */
export type PlainPort = {
  readonly on: (event: string, listener: (event?: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

const isThreadPort = (port: EnginePort): port is ThreadPort => 'addEventListener' in port;

export const whenClosed = (port: EnginePort, listener: () => void): void => {
  if (isThreadPort(port)) port.on('close', listener);
  else port.on('close', listener);
};

/**
 * Wraps a port of either kind.
 * @param accept turns what arrives into what is passed on; undefined drops it
 */
export const plainPort = (port: EnginePort, accept: (message: unknown) => unknown): PlainPort => ({
  on: (event, listener) => {
    if (event !== 'message') {
      whenClosed(port, () => listener());
      return;
    }
    const pass = (message: unknown): void => {
      const data = accept(message);
      if (data !== undefined) listener({ data });
    };
    if (isThreadPort(port)) port.on('message', pass);
    else port.on('message', (received) => pass(received.data));
    port.start();
  },
  postMessage: (message) => port.postMessage(message),
});
