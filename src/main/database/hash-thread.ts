// The file the thread of hashApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Readable } from './connection.ts';
import { contentHash } from './content-hash.ts';

const path = workerData as string;
const raw = new Database(path, { readonly: true, timeout: 5000 });
// rows are read once, one after the other
raw.pragma('cache_size = -2000');
const db = new Readable(raw, path);
const hash = db.snapshot(() => contentHash(db));
db.close();
parentPort!.postMessage(hash);
