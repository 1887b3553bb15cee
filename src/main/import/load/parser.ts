import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../../shared/model/problem.ts';
import type { LineChunk } from '../check/line-chunk.ts';
import type { FileTail } from '../check/row-check.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import type { ParserMessage } from './parser-message.ts';

/** How many chunks of about a megabyte the parser may be ahead of the inserting loop. */
const AHEAD = 4;

/**
 * A cell lives no longer than its chunk; left to itself the engine would set 192 MB aside for such garbage, and would
 * let what lives longer grow fourfold before it looks for more.
 */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1500 };

/** Receives what the parser thread has read. Its work runs beside the consumer's. */
type LineConsumer = {
  readonly chunk: (chunk: LineChunk) => void;
  readonly tail: (tail: FileTail) => void;
};

/** A parser's thread, which loads what it needs while the file is still being looked at. */
export type Parser = {
  /**
   * Reads a planned file there and feeds the consumer here, once.
   * @throws Problem when the file turns out to be no table; the consumer's own errors pass through; AbortError when aborted
   */
  readonly parse: (plan: ReadPlan, consumer: LineConsumer, signal?: AbortSignal) => Promise<void>;
  readonly close: () => Promise<unknown>;
};

export const startParser = (): Parser => {
  const credits = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(credits, 0, AHEAD);
  const worker = new Worker(new URL('./parser-thread.ts', import.meta.url), {
    workerData: { credits },
    resourceLimits: LIMITS,
  });
  let failure: unknown = null;
  const stop = (error: unknown): void => {
    failure ??= error;
    void worker.terminate();
  };
  worker.on('error', stop);
  const exit = once(worker, 'exit').catch(() => undefined);
  const parse: Parser['parse'] = async (plan, consumer, signal) => {
    signal?.throwIfAborted();
    let done = false;
    const abort = (): void => stop(signal?.reason);
    signal?.addEventListener('abort', abort);
    worker.on('message', (message: ParserMessage) => {
      if (failure) return;
      try {
        if (message.kind === 'problem') return stop(new Problem(message.sentence));
        if (message.kind === 'tail') {
          consumer.tail(message.tail);
          done = true;
          return;
        }
        consumer.chunk(message.chunk);
        Atomics.add(credits, 0, 1);
        Atomics.notify(credits, 0);
      } catch (error) {
        stop(error);
      }
    });
    worker.postMessage(plan);
    await exit;
    signal?.removeEventListener('abort', abort);
    if (failure) throw failure;
    if (!done) throw new Error('the parser thread ended before the end of the file');
  };
  return { parse, close: () => worker.terminate() };
};

/** {@link Parser.parse} of a thread that is started for it. */
export const parseFile: Parser['parse'] = async (plan, consumer, signal) => {
  signal?.throwIfAborted();
  await startParser().parse(plan, consumer, signal);
};
