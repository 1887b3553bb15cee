// The file the thread of lookThroughApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../../shared/model/problem.ts';
import { lookThrough } from '../open.ts';
import type { Looked } from './look-apart.ts';

const looked = (): Looked => {
  try {
    lookThrough(workerData as string);
    return { type: 'sound' };
  } catch (error) {
    if (error instanceof Problem) return { type: 'problem', sentence: error.message, code: error.code };
    return { type: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

parentPort!.postMessage(looked());
