import type { ClientContext, ClientLink } from '@orpc/client';
import { DynamicLink } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { Bridge } from './bridge.ts';
import { bridge, runToken } from './bridge.ts';

type Link = ClientLink<ClientContext>;

export type Connection = {
  readonly link: Link;
  /** calls a listener with the shell's sentence when the engine was restarted */
  readonly onRestart: (listener: (sentence: string) => void) => () => void;
};

type PortMessage = { readonly type: 'clientele-port'; readonly sentence?: string | null };

const isPortMessage = (data: unknown): data is PortMessage =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'clientele-port';

// In a browser the server holds the engine's port and reports a restart in the stream of events.
const overHttp = (): Connection => ({
  link: new FetchLink({
    url: `${window.location.origin}/rpc`,
    headers: () => ({ 'x-clientele-token': runToken() }),
  }),
  onRestart: () => () => undefined,
});

/**
 * The engine's port comes by a window message, at the start and again after a restart. Calls wait for it: for the
 * first one, and for the next one once a port was closed.
 */
const overPort = (shell: Bridge): Connection => {
  const listeners = new Set<(sentence: string) => void>();
  let waiting = Promise.withResolvers<Link>();
  let current: MessagePort | null = null;
  const closed = (port: MessagePort): void => {
    if (port !== current) return;
    current = null;
    waiting = Promise.withResolvers<Link>();
  };
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0];
    if (event.source !== window || !isPortMessage(event.data) || !port) return;
    if (current) closed(current);
    port.addEventListener('close', () => closed(port));
    port.start();
    current = port;
    waiting.resolve(new PortLink({ port }));
    const { sentence } = event.data;
    if (sentence) for (const listener of listeners) listener(sentence);
  });
  shell.connect().catch((error: unknown) => {
    if (!current) waiting.reject(error);
  });
  return {
    link: new DynamicLink(() => waiting.promise),
    onRestart: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** The way to the engine: a message port in the desktop shell, HTTP in a browser. */
export const connect = (): Connection => {
  const shell = bridge();
  return shell ? overPort(shell) : overHttp();
};
