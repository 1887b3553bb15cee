// The file the thread of checkApart is started with. It only reads through the handle of the connection that asks.
import { parentPort, workerData } from 'node:worker_threads';
import { type Comparison, wrongPages } from './verify.ts';

const { compare, path } = workerData as { readonly compare: Comparison; readonly path: string };
parentPort!.postMessage(wrongPages(compare, path));
