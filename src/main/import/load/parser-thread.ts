import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../../shared/model/problem.ts';
import { type LineChunk, transferList } from '../check/line-chunk.ts';
import { RowCheck } from '../check/row-check.ts';
import type { ReadPlan } from '../plan/read-plan.ts';
import { adapterOf } from '../presets/adapter-of.ts';
import { readRecords } from '../read/records.ts';
import type { ParserMessage } from './parser-message.ts';

/**
 * The parser's thread: reads, cuts and checks a file and hands chunks of checked lines to the inserting loop.
 * `credits` keeps it a few chunks ahead and no more, so that memory does not grow with the file.
 */
const { credits } = workerData as { credits: Int32Array };
const port = parentPort!;

/** Lines handed over at once: each message costs, and what is on its way takes memory. */
const LINES = 4000;

const post = (message: ParserMessage, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer);

const takeCredit = (): void => {
  while (Atomics.load(credits, 0) <= 0) Atomics.wait(credits, 0, Atomics.load(credits, 0), 1000);
  Atomics.sub(credits, 0, 1);
};

const hand = (chunk: LineChunk): void => {
  takeCredit();
  post({ kind: 'chunk', chunk }, transferList(chunk));
};

const parse = (plan: ReadPlan): void => {
  const check = new RowCheck(plan, adapterOf(plan));
  let bytes = 0;
  for (const batch of readRecords(plan.path, plan.dialect)) {
    const lines = check.gather(batch);
    bytes = batch.bytesRead;
    if (lines >= LINES) hand(check.take(bytes));
  }
  hand(check.take(bytes));
  const rest = check.rest(bytes);
  if (rest) hand(rest);
  post({ kind: 'tail', tail: check.tail() });
};

port.once('message', (plan: ReadPlan) => {
  try {
    parse(plan);
  } catch (error) {
    if (error instanceof Problem) post({ kind: 'problem', sentence: error.message });
    else throw error;
  }
});
