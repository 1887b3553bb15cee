import { appendFileSync } from 'node:fs';
import { afterEach } from 'vitest';
import type { Outcome } from './tally-table.ts';

/** Counts a fault for the table of `npm run faults`; elsewhere nothing is kept. */
export const tally = (kind: string, { survived, lost = false, undetected = false }: Outcome): void => {
  const file = process.env.CLIENTELE_TALLY;
  if (file) appendFileSync(file, `${JSON.stringify({ kind, survived, lost, undetected })}\n`);
};

/** Counts a fault by whether the work that faces it, with all it expects, comes to its end. */
export const facing = async <T>(kind: string, work: () => T | Promise<T>): Promise<T> => {
  let survived = false;
  try {
    const result = await work();
    survived = true;
    return result;
  } finally {
    tally(kind, { survived });
  }
};

/** Counts each test from here on, in its group or file, as a fault of a class. */
export const tallyTests = (kind: string): void =>
  afterEach(({ task }) => tally(kind, { survived: (task.result?.errors ?? []).length === 0 }));
