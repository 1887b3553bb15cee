import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../shared/model/problem.ts';
import type { Looked } from './check-thread.ts';
import { refuseDamage } from './open.ts';

/**
 * Looks for damage of a portfolio in a thread of its own, so that it can be read meanwhile; nothing of it may be shown before.
 * @throws Problem when it is damaged or cannot be looked at
 */
export const checkApart = async (path: string): Promise<void> => {
  const worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: path });
  const [looked] = (await once(worker, 'message')) as [Looked];
  if ('sentence' in looked) throw new Problem(looked.sentence);
  refuseDamage(path, looked.verdict);
};
