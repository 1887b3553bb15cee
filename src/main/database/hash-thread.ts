// The file the thread of hashApart is started with.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Writable } from './connection.ts';
import { contentHash } from './content-hash.ts';

const path = workerData as string;
const db = new Writable(new Database(path, { readonly: true, timeout: 5000 }), path);
// rows are read once, one after the other
db.raw.pragma('cache_size = -2000');
db.raw.exec('BEGIN');
const hash = contentHash(db);
db.close();
parentPort!.postMessage(hash);
