// The file the thread of checkApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { verdictOf } from './open.ts';

const look = (path: string): string | undefined => {
  try {
    const raw = new Database(path, { readonly: true, timeout: 5000 });
    try {
      return verdictOf(raw);
    } finally {
      raw.close();
    }
  } catch (error) {
    return (error as Error).message;
  }
};

parentPort!.postMessage(look(workerData as string));
