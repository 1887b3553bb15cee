import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../../../shared/model/problem.ts';
import { type Unpacked, type UnpackOrder, unpack } from './unpack.ts';

export type UnpackMessage =
  | { readonly kind: 'done'; readonly unpacked: Unpacked }
  | { readonly kind: 'problem'; readonly sentence: string };

/** A workbook is taken apart in a thread of its own: it may take seconds, and its memory is bounded apart. */
try {
  const unpacked = await unpack(workerData as UnpackOrder);
  parentPort?.postMessage({ kind: 'done', unpacked } satisfies UnpackMessage);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  parentPort?.postMessage({ kind: 'problem', sentence: error.message } satisfies UnpackMessage);
}
