// The file the thread of checkApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';
import { verdictOf } from './open.ts';

/** What was found: a verdict of SQLite, or that the file could not be looked at. */
export type Looked = { readonly verdict: string | undefined } | { readonly sentence: string };

const look = (path: string): Looked => {
  try {
    const raw = new Database(path, { readonly: true, timeout: 5000 });
    try {
      return { verdict: verdictOf(raw) };
    } finally {
      raw.close();
    }
  } catch (error) {
    const known = asProblem(error, path);
    return known instanceof Problem ? { sentence: known.message } : { verdict: String(error) };
  }
};

parentPort!.postMessage(look(workerData as string));
