import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { CHECKOUT, ensureBuilt } from '../../src/main/shell/start/build.ts';

/** The program as it is built, to be started as the owner's terminal starts it. */
export const CLIENTELE = fileURLToPath(new URL('../../src/main/shell/cli/clientele.mjs', import.meta.url));

let building: Promise<void> | undefined;

/** What runs is built once; a program that had to be built first would be killed while it is. */
export const built = (): Promise<void> => {
  building ??= ensureBuilt(CHECKOUT, ['node']);
  return building;
};

export type Ended = {
  readonly killed: boolean;
  /** it said that it was done */
  readonly acknowledged: boolean;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** milliseconds */
  readonly took: number;
};

export type Killing = {
  /** milliseconds after the start; never where left out */
  readonly after?: number | undefined;
  /** the app's own folder, with the safety copies */
  readonly data: string;
};

/**
 * Runs a file of Node in a process of its own, and kills it with -9 where it is told to.
 * It says on its standard output, and only when all is done, that it is done.
 */
export const runKilled = async (args: readonly string[], { after, data }: Killing): Promise<Ended> => {
  await built();
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CLIENTELE_DATA: data, NODE_COMPILE_CACHE: COMPILED },
    });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const took = performance.now() - began;
      resolve({ killed: signal === 'SIGKILL', acknowledged: out.trim() !== '', code, out, err, took });
    });
  });
};

/** What is compiled once for all the processes of a run. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/faults', import.meta.url));
