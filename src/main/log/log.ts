import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../shared/model/fault.ts';
import type { ProblemCode } from '../../shared/model/problem.ts';
import { systemFault } from '../system-fault.ts';

/** `refused`: the input, a file or the machine was at fault; `failed`: the program was. */
export type Outcome = 'done' | 'cancelled' | 'refused' | 'failed';

type Ended = {
  readonly ms: number;
  readonly outcome: Outcome;
  readonly code?: string | ProblemCode | null;
  readonly fault?: Fault | null;
};

/**
 * What is written down. Every text in it is a word of the program itself: no name, no path, no sentence, nothing that was
 * typed or that a file holds.
 */
export type LogEntry =
  | {
      readonly event: 'start';
      readonly version: string;
      readonly node: string;
      readonly platform: string;
      readonly arch: string;
      readonly cores: number;
    }
  | { readonly event: 'end' }
  | ({ readonly event: 'open'; readonly bytes: number | null } & Ended)
  | ({
      readonly event: 'job';
      readonly kind: string;
      readonly phase: string | null;
      readonly rows: number;
    } & Ended)
  | ({ readonly event: 'call'; readonly procedure: string } & Ended)
  | { readonly event: 'accepted'; readonly parts: number | null }
  | { readonly event: 'window'; readonly fault: Fault }
  | { readonly event: 'command'; readonly name: string; readonly fault: Fault };

export type Log = {
  readonly write: (entry: LogEntry) => void;
  /** the newest lines, oldest of them first */
  readonly tail: (lines: number) => string[];
};

/** Two files of this size at most. */
const MOST_BYTES = 256 * 1024;

/**
 * The app's log in its own folder, for its owner only: a line of JSON for each entry. It never makes what is logged fail: on a
 * full or read-only disk nothing is written.
 */
export const openLog = (dataFolder: string, now: () => number = Date.now): Log => {
  const folder = join(dataFolder, 'log');
  const [file, older] = [join(folder, 'clientele.log'), join(folder, 'clientele.log.1')];
  const write = (entry: LogEntry): void => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(file, older);
      appendFileSync(file, `${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`, {
        mode: 0o600,
      });
      chmodSync(file, 0o600);
    } catch (error) {
      if (systemFault(error) === null) throw error;
    }
  };
  const linesOf = (path: string): string[] => {
    try {
      return readFileSync(path, 'utf8').split('\n').slice(0, -1);
    } catch {
      return []; // not yet written
    }
  };
  return { write, tail: (lines) => [...linesOf(older), ...linesOf(file)].slice(-lines) };
};
