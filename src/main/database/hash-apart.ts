import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A content hash that is being worked out. */
export type Hashing = { readonly hash: Promise<string>; readonly stop: () => Promise<unknown> };

/**
 * {@link contentHash} of what is committed to a file, in a thread of its own with its own connection, so that the
 * caller can go on meanwhile. Until it has the hash, or has stopped it, the caller's own commits wait.
 */
export const hashApart = (path: string): Hashing => {
  const worker = new Worker(new URL('./hash-thread.ts', import.meta.url), {
    workerData: path,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const hash = once(worker, 'message').then(([found]) => found as string);
  // whoever does not wait for it has met another failure first
  hash.catch(() => undefined);
  return { hash, stop: () => worker.terminate() };
};
