import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '../../../shared/model/problem.ts';
import { asProblem } from '../../system-fault.ts';
import { lookThrough } from '../open.ts';

/** A larger file takes longer to look through than a thread to start. */
export const BYTES_WORTH_A_THREAD = 32 * 2 ** 20;

/** How the thread's look ended; errors lose their class on the way. */
export type Looked =
  | { readonly type: 'sound' }
  | { readonly type: 'problem'; readonly sentence: string; readonly code: ProblemCode | null }
  | { readonly type: 'failed'; readonly stack: string };

/**
 * {@link lookThrough} in a thread where the file is large, so that whoever asks can do other things meanwhile. This process
 * must have no connection to the file.
 * @param signal ends the look
 * @throws Problem as {@link lookThrough}; the signal's reason
 */
export const lookThroughApart = async (path: string, signal: AbortSignal): Promise<void> => {
  signal.throwIfAborted();
  if (sizeOf(path) < BYTES_WORTH_A_THREAD) return lookThrough(path);
  const worker = new Worker(new URL('./look-thread.ts', import.meta.url), {
    name: 'clientele look',
    workerData: path,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const looked = await new Promise<Looked>((resolve, reject) => {
    const abort = (): void => {
      void worker.terminate();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    worker.once('exit', () => {
      signal.removeEventListener('abort', abort);
      reject(new Error('the look at the file ended without an answer'));
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  if (looked.type === 'problem') throw new Problem(looked.sentence, { code: looked.code });
  if (looked.type === 'failed') throw new Error(looked.stack);
};

const sizeOf = (path: string): number => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  } catch (error) {
    throw asProblem(error, path);
  }
};
