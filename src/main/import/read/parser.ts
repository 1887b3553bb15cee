import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../database/problem.ts';
import type { LineChunk } from '../check/line-chunk.ts';
import type { FileTail } from '../check/row-check.ts';
import type { ReadPlan } from '../plan.ts';

export type ParserMessage =
  | { readonly kind: 'chunk'; readonly chunk: LineChunk }
  | { readonly kind: 'tail'; readonly tail: FileTail }
  | { readonly kind: 'problem'; readonly sentence: string };

/** How many chunks of about a megabyte the parser may be ahead of the inserting loop. */
const AHEAD = 4;

/**
 * A cell lives no longer than its chunk; left to itself the engine would set 192 MB aside for such garbage, and would
 * let what lives longer grow fourfold before it looks for more.
 */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1500 };

/** Receives what the parser thread has read. Its work runs beside the consumer's. */
export type LineConsumer = {
  readonly chunk: (chunk: LineChunk) => void;
  readonly tail: (tail: FileTail) => void;
};

/**
 * Reads a planned file in a thread of its own and feeds the consumer on this one.
 * @throws Problem when the file turns out to be no table; the consumer's own errors pass through; AbortError when aborted
 */
export const parseFile = async (
  plan: ReadPlan,
  consumer: LineConsumer,
  signal?: AbortSignal,
): Promise<void> => {
  signal?.throwIfAborted();
  const credits = new Int32Array(new SharedArrayBuffer(4));
  Atomics.store(credits, 0, AHEAD);
  const worker = new Worker(new URL('./parser-thread.ts', import.meta.url), {
    workerData: { plan, credits },
    resourceLimits: LIMITS,
  });
  let failure: unknown = null;
  let done = false;
  const stop = (error: unknown): void => {
    failure ??= error;
    void worker.terminate();
  };
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
  worker.on('error', stop);
  await once(worker, 'exit').catch(() => undefined);
  signal?.removeEventListener('abort', abort);
  if (failure) throw failure;
  if (!done) throw new Error('the parser thread ended before the end of the file');
};
