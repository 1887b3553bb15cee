import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../database/problem.ts';
import { transferList } from '../check/line-chunk.ts';
import { RowCheck } from '../check/row-check.ts';
import type { ReadPlan } from '../plan.ts';
import type { ParserMessage } from './parser.ts';
import { readRecords } from './records.ts';

/**
 * The parser's thread: reads, cuts and checks a file and hands chunks of checked lines to the inserting loop.
 * `credits` keeps it a few chunks ahead and no more, so that memory does not grow with the file.
 */
const { plan, credits } = workerData as { plan: ReadPlan; credits: Int32Array };
const port = parentPort!;

const post = (message: ParserMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

const takeCredit = (): void => {
  while (Atomics.load(credits, 0) <= 0) Atomics.wait(credits, 0, Atomics.load(credits, 0), 1000);
  Atomics.sub(credits, 0, 1);
};

try {
  const check = new RowCheck(plan);
  let bytes = 0;
  for (const batch of readRecords(plan.path, plan.dialect)) {
    const chunk = check.check(batch);
    bytes = batch.bytesRead;
    takeCredit();
    post({ kind: 'chunk', chunk }, transferList(chunk));
  }
  const rest = check.rest(bytes);
  if (rest) post({ kind: 'chunk', chunk: rest }, transferList(rest));
  post({ kind: 'tail', tail: check.tail() });
} catch (error) {
  if (error instanceof Problem) post({ kind: 'problem', sentence: error.message });
  else throw error;
}
