import { MessageChannel, type MessagePort as ThreadPort, Worker } from 'node:worker_threads';
import type { Client } from '../../shared/contract/index.ts';
import { clientOver } from './client.ts';
import type { EngineOptions } from './options.ts';
import { type EnginePort, whenClosed } from './port.ts';
import type { FromEngine, ToEngine } from './serve.ts';

export const RESTARTED = 'The engine was restarted; nothing is lost.';
export const STOPPED =
  'The engine stopped several times in a row and rests now. Your data is safe on disk; close Clientele and open it again.';

/** A process or thread that runs `engine/entry.ts`, of either kind. */
export type EngineProcess<Port extends EnginePort> = {
  /** a port is moved to the other side */
  readonly post: (message: ToEngine, port?: Port) => void;
  readonly onMessage: (listener: (message: FromEngine) => void) => void;
  readonly onExit: (listener: () => void) => void;
  /** ends it at once, whatever it does */
  readonly kill: () => void;
  /** the two ends of a new connection */
  readonly channel: () => readonly [mine: Port, engines: Port];
};

export type Notice = { readonly type: 'restarted' | 'stopped'; readonly sentence: string };

export type Supervisor<Port extends EnginePort> = {
  /** a new port to the engine that runs now; waits while it is being started */
  readonly connect: () => Promise<Port>;
  /** the shell's own client to the engine that runs now; ask for it anew for each call */
  readonly client: () => Promise<Client>;
  /** told after each restart, and once when no further restart is tried; returns how to stop listening */
  readonly onNotice: (listener: (notice: Notice) => void) => () => void;
  readonly close: () => Promise<void>;
};

type Pace = {
  /** the first pause before a restart; each further one within the window is twice as long */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** deaths within `windowMs` after which no restart is tried */
  readonly mostDeaths: number;
  readonly windowMs: number;
  /** how long a closing engine may take before it is ended */
  readonly closeMs: number;
};

const PACE: Pace = {
  firstPauseMs: 50,
  longestPauseMs: 5_000,
  mostDeaths: 5,
  windowMs: 60_000,
  closeMs: 5_000,
};

type Running<Port extends EnginePort> = {
  readonly process: EngineProcess<Port>;
  readonly client: Client;
  readonly ended: Promise<void>;
};

/**
 * Starts the engine and keeps one running: when it dies, another is started with the same portfolio open.
 * @throws (from `connect` and `client`) with the engine's own sentence if it cannot be started
 */
export const supervise = <Port extends EnginePort>(
  spawn: () => EngineProcess<Port>,
  options: EngineOptions,
  pace: Pace = PACE,
): Supervisor<Port> => {
  const listeners = new Set<(notice: Notice) => void>();
  let open = options.open ?? null;
  let deaths: readonly number[] = [];
  /** engines in a row that died before they said that the portfolio is open */
  let unopened = 0;
  let closing = false;
  let current: Promise<Running<Port>>;

  const tell = (notice: Notice): void => {
    for (const listener of [...listeners]) listener(notice);
  };
  const recentDeaths = (): readonly number[] => deaths.filter((at) => Date.now() - at < pace.windowMs);

  const start = (portfolio: string | null): Promise<Running<Port>> =>
    new Promise((resolve, reject) => {
      const engine = spawn();
      const ended = new Promise<void>((resolveEnd) => engine.onExit(resolveEnd));
      let gone = false;
      engine.onMessage((message) => {
        if (message.type === 'opened') {
          open = message.path;
          unopened = 0;
        } else if (message.type === 'failed') {
          reject(new Error(message.sentence));
          engine.kill();
        } else {
          const [mine, engines] = engine.channel();
          engine.post({ type: 'port' }, engines);
          // the port closes before the end is reported; a call in between would go nowhere
          whenClosed(mine, () => {
            if (gone || closing) return;
            gone = true;
            engine.kill();
            replace(ended);
          });
          resolve({ process: engine, client: clientOver(mine), ended });
        }
      });
      void ended.then(() => reject(new Error('The engine ended while it was starting.')));
      if (portfolio !== null) unopened += 1;
      const { open: _atFirst, ...rest } = options;
      engine.post({ type: 'start', options: portfolio === null ? rest : { ...rest, open: portfolio } });
    });

  const restart = async (): Promise<Running<Port>> => {
    while (!closing) {
      deaths = [...recentDeaths(), Date.now()];
      if (deaths.length > pace.mostDeaths) break;
      const pause = Math.min(pace.firstPauseMs * 2 ** (deaths.length - 1), pace.longestPauseMs);
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (closing) break;
      try {
        // a portfolio under which the engine dies twice is left closed: the owner can open it by hand
        const running = await start(unopened > 1 ? null : open);
        tell({ type: 'restarted', sentence: RESTARTED });
        return running;
      } catch {
        // the next try has one death more
      }
    }
    if (!closing) tell({ type: 'stopped', sentence: STOPPED });
    throw new Error(STOPPED);
  };

  const replace = (ended: Promise<void>): void => {
    // not before the last one has let go of the portfolio
    current = ended.then(restart);
    // nobody may be waiting for it; whoever asks next is told
    current.catch(() => undefined);
  };

  current = start(open);
  current.catch(() => undefined);

  const running = async (): Promise<Running<Port>> => {
    try {
      return await current;
    } catch (error) {
      const rested = deaths.length > pace.mostDeaths && recentDeaths().length === 0;
      if (closing || !rested) throw error;
      replace(Promise.resolve());
      return current;
    }
  };

  return {
    connect: async () => {
      const { process: engine } = await running();
      const [mine, engines] = engine.channel();
      engine.post({ type: 'port' }, engines);
      return mine;
    },
    client: async () => (await running()).client,
    onNotice: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closing = true;
      listeners.clear();
      const last = await current.catch(() => undefined);
      if (last === undefined) return;
      const late = setTimeout(() => last.process.kill(), pace.closeMs);
      last.process.post({ type: 'close' });
      await last.ended;
      clearTimeout(late);
    },
  };
};

/** The engine in a thread: behind the loopback shell and in tests. `entry` is a file that calls `runEngine`. */
export const engineThread = (
  entry: URL = new URL('./entry.ts', import.meta.url),
): EngineProcess<ThreadPort> => {
  const worker = new Worker(entry, { name: 'clientele engine' });
  // without a listener an error in the engine would end the shell; its end is dealt with in `onExit`
  worker.on('error', (error) => process.stderr.write(`clientele engine: ${String(error)}\n`));
  return {
    post: (message, port) =>
      port === undefined ? worker.postMessage(message) : worker.postMessage({ ...message, port }, [port]),
    onMessage: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.on('exit', listener),
    kill: () => void worker.terminate(),
    channel: () => {
      const { port1, port2 } = new MessageChannel();
      return [port1, port2];
    },
  };
};
