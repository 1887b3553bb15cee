import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(import.meta.dirname, '..', '..', '..');
const START = join(ROOT, 'src', 'main', 'shell', 'start.mjs');
const GUARD = new URL('./guard.mjs', import.meta.url).href;
const CLOCK = new URL('./clock.mjs', import.meta.url).href;

/** What the guard inside the shell's process has written down. */
export type GuardNote = {
  readonly thread: number;
  readonly kind: 'loaded' | 'attempt' | 'spawn';
  readonly what?: string;
  readonly target?: string;
};

export type Shell = {
  /** the one-time address */
  readonly url: string;
  readonly origin: string;
  /** a folder of its own for this run, with the portfolios and the app's data in it */
  readonly folder: string;
  readonly portfolios: string;
  readonly guardNotes: () => readonly GuardNote[];
  /** ends it as Ctrl+C does. @returns its exit code */
  readonly stop: () => Promise<number | null>;
  /** ends it as a power cut does; its folders stay for another start */
  readonly kill: () => Promise<void>;
};

const urlFrom = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('exit', (code) => failed(new Error(`The shell ended with ${code}.\n${said}`)));
    child.once('error', failed);
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/.exec(line)?.[0];
      if (url !== undefined) found(url);
    });
  });

export type ShellStart = {
  /** a file to open at the start */
  readonly portfolio?: string;
  /** where its clock stands still, as ISO 8601; it runs if left out */
  readonly now?: string;
  /** the folders of a run that was killed */
  readonly folder?: string;
};

/** The app as `npm start -- --no-open` runs it: a process of its own in folders of its own, kept from the network. */
export const startShell = async ({
  portfolio,
  now,
  folder = mkdtempSync(join(tmpdir(), 'clientele-e2e-')),
}: ShellStart = {}): Promise<Shell> => {
  const portfolios = join(folder, 'portfolios');
  const log = join(folder, 'guard.jsonl');
  const child = spawn(
    process.execPath,
    [
      // as vitest.config.ts has it for the units: V8 of Node 24 ends a process of many threads now and then
      '--no-memory-protection-keys',
      ...['--import', GUARD, ...(now === undefined ? [] : ['--import', CLOCK])],
      ...[START, '--no-open', ...(portfolio === undefined ? [] : [portfolio])],
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        // the machine's language is the browser's, as it is on an owner's computer
        LC_ALL: 'en_GB.UTF-8',
        CLIENTELE_DATA: join(folder, 'data'),
        CLIENTELE_PORTFOLIOS: portfolios,
        CLIENTELE_TEST_GUARD_LOG: log,
        ...(now === undefined ? {} : { CLIENTELE_TEST_NOW: now }),
      },
    },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((done) =>
    child.once('exit', (code, signal) => {
      // a process that was ended from within, by V8 or SQLite, says why on its way out
      if (signal !== null && signal !== 'SIGKILL')
        process.stderr.write(`The shell ended by ${signal}.\n${said}`);
      done(code);
    }),
  );
  const url = await urlFrom(child);
  return {
    url,
    origin: new URL(url).origin,
    folder,
    portfolios,
    guardNotes: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as GuardNote)
        : [],
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGINT');
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
};
