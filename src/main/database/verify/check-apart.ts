import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Readable } from '../connection.ts';
import { damaged, looking } from './check.ts';
import type { Comparison } from './verify.ts';

/**
 * Looks for damage of an open portfolio in a thread of its own, so that it can be read meanwhile; nothing of it may be
 * shown before.
 * @throws Problem when it is damaged
 */
export const checkApart = async (db: Readable): Promise<void> => {
  const steps = looking(db);
  let step = steps.next();
  while (!step.done) step = steps.next(await wrongPagesApart(step.value, db.path));
  if (!step.value) throw damaged(db.path);
};

const wrongPagesApart = async (compare: Comparison, path: string): Promise<readonly number[]> => {
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), {
    workerData: { compare, path },
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  const [wrong] = (await once(worker, 'message')) as [readonly number[]];
  return wrong;
};
