import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { refuseDamage } from './open.ts';

/**
 * Looks for damage of a portfolio in a thread of its own, so that it can be read meanwhile; nothing of it may be shown before.
 * @throws Problem when it is damaged
 */
export const checkApart = async (path: string): Promise<void> => {
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: path });
  const [verdict] = (await once(worker, 'message')) as [string | undefined];
  refuseDamage(path, verdict);
};
