import { parentPort, type MessagePort as ThreadPort } from 'node:worker_threads';
import { ORPCError } from '@orpc/client';
import { RPCHandler } from '@orpc/server/message-port';
import { Problem } from '../../shared/model/problem.ts';
import type { Log } from '../log/log.ts';
import { sentenceOf } from '../system-fault.ts';
import type { Engine } from './engine.ts';
import { faultOf } from './failure.ts';
import type { EngineOptions } from './options.ts';
import { type EnginePort, plainPort } from './port.ts';

/** What the supervisor says to the engine's process; a port travels beside `port`. */
export type ToEngine =
  | { readonly type: 'start'; readonly options: EngineOptions }
  | { readonly type: 'port' }
  | { readonly type: 'close' };

/** What the engine's process says to its supervisor. */
export type FromEngine =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly sentence: string }
  /** the portfolio that is open now, so that a restarted engine opens it again */
  | { readonly type: 'opened'; readonly path: string | null };

type Watch = {
  /** told of every failure that is ours and not the owner's */
  readonly failed?: (error: unknown) => void;
  readonly log?: Log;
};

/** A call that takes longer is written down though it succeeds. */
const SLOW_MS = 5000;

/** Writes down how a call ended: by the name of its procedure and a code, without what was asked or answered. */
const logCall = (log: Log | undefined, path: readonly string[], since: number, error?: unknown): void => {
  const ms = Math.round(performance.now() - since);
  const procedure = path.join('.');
  if (error === undefined) {
    if (ms > SLOW_MS && procedure !== 'events.watch')
      log?.write({ event: 'call', procedure, ms, outcome: 'done' });
    return;
  }
  const typed = error instanceof ORPCError && error.status < 500;
  // said to the owner at once, and no use to anybody else
  if (typed && (error.code === 'NO_PORTFOLIO' || error.code === 'BUSY')) return;
  const problem = error instanceof ORPCError && error.cause instanceof Problem ? error.cause.code : null;
  log?.write({
    event: 'call',
    procedure,
    ms,
    outcome: typed ? 'refused' : 'failed',
    code: problem ?? (error instanceof ORPCError ? error.code : null),
    fault: faultOf(error),
  });
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A message of the window as oRPC's request, or undefined. oRPC lets a message it cannot read end the whole
 * process as an unhandled rejection; a window must not be able to do that.
 */
export const readRequest = (message: unknown): unknown => {
  if (typeof message !== 'string') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(message);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed) || !['string', 'number'].includes(typeof parsed.i)) return undefined;
  if (parsed.t === 4) return { i: parsed.i, t: 4 };
  const payload = parsed.p;
  // no procedure takes a stream of events, so the only other message is a call
  if ((parsed.t !== undefined && parsed.t !== 1) || !isRecord(payload)) return undefined;
  const url = payload.u;
  if (typeof url !== 'string' || !/^\/\w/.test(url) || !URL.canParse(`http://orpc${url}`)) return undefined;
  return { i: parsed.i, p: { u: url, b: payload.b } };
};

/** Answers every call that comes over `port` until the port closes. */
export const servePort = (port: EnginePort, engine: Pick<Engine, 'router'>, watch: Watch = {}): void => {
  const handler = new RPCHandler(engine.router, {
    clientInterceptors: [
      async ({ path, next, signal }) => {
        const since = performance.now();
        try {
          const answer = await next();
          logCall(watch.log, path, since);
          return answer;
        } catch (error) {
          if (signal?.aborted !== true) logCall(watch.log, path, since, error);
          // a call that was broken off fails in many ways, none of them a fault
          const ours = !(error instanceof ORPCError) || error.status >= 500;
          if (ours && signal?.aborted !== true) watch.failed?.(error);
          throw error;
        }
      },
    ],
  });
  handler.upgrade(plainPort(port, readRequest));
};

/** The parent of this process or thread: a worker's parentPort, or Electron's in a utility process. */
type Parent = {
  readonly post: (message: FromEngine) => void;
  readonly listen: (listener: (message: ToEngine, port: EnginePort | undefined) => void) => void;
};

type UtilityParent = {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: ToEngine; readonly ports: readonly EnginePort[] }) => void,
  ) => unknown;
  readonly postMessage: (message: FromEngine) => void;
};

const utilityParent = (): UtilityParent | undefined =>
  // Electron adds it to `process` in a utility process only; Node's types do not know it
  (process as unknown as { readonly parentPort?: UtilityParent }).parentPort;

const parentOf = (): Parent => {
  const utility = utilityParent();
  if (utility !== undefined) {
    return {
      post: (message) => utility.postMessage(message),
      listen: (listener) => utility.on('message', ({ data, ports }) => listener(data, ports[0])),
    };
  }
  const thread = parentPort;
  if (thread === null) throw new Error('The engine runs in a thread or a process of its own.');
  return {
    post: (message) => thread.postMessage(message),
    listen: (listener) =>
      thread.on('message', (message: ToEngine & { readonly port?: ThreadPort }) =>
        listener(message, message.port),
      ),
  };
};

const report = (error: unknown): void => {
  process.stderr.write(
    `clientele engine: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
};

/** The life of the engine's process: start when told, serve each port handed over, close when told. */
export const runEngine = (
  create: (options: EngineOptions, told: (open: string | null) => void) => Engine,
): void => {
  const parent = parentOf();
  let engine: Engine | undefined;
  parent.listen((message, port) => {
    if (message.type === 'start') {
      try {
        engine = create(message.options, (path) => parent.post({ type: 'opened', path }));
        parent.post({ type: 'ready' });
      } catch (error) {
        parent.post({ type: 'failed', sentence: sentenceOf(error) });
      }
    } else if (message.type === 'port' && engine !== undefined && port !== undefined) {
      servePort(port, engine, { failed: report, log: engine.log });
    } else if (message.type === 'close') {
      engine?.close();
      process.exit(0);
    }
  });
};
