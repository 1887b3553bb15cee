import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { sentenceOf } from '../../system-fault.ts';
import { type Loopback, startLoopback } from '../loopback/loopback.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import { appVersion, CHECKOUT, ensureElectronMain, ensureRenderer, RENDERER_FOLDER } from './build.ts';
import { type Folders, foldersOf } from './folders.ts';
import { type StartOptions, startOptions, USAGE } from './options.ts';
import { fetchRuntime, presentRuntime } from './runtime.ts';

export type Wish = Extract<StartOptions, { readonly kind: 'start' }>;

/** A window that closes with a failure this soon was never there. */
const SOON_MS = 10_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const say = (text: string): void => void process.stderr.write(text);

/** Opens the desktop window and waits for its end; null if it could not be opened. */
const runElectron = async (program: string, wish: Wish, folders: Folders): Promise<number | null> => {
  await ensureRenderer(RENDERER_FOLDER);
  await ensureElectronMain();
  const args = [
    CHECKOUT,
    ...(wish.sample ? ['--sample'] : []),
    ...(wish.portfolio === null ? [] : [resolve(wish.portfolio)]),
  ];
  const env = { ...process.env, CLIENTELE_DATA: folders.data, CLIENTELE_PORTFOLIOS: folders.portfolios };
  const began = Date.now();
  return new Promise((done) => {
    const window = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    let stopped = false;
    const stop = (): void => {
      stopped = true;
      window.kill();
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    const end = (code: number | null): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      done(code);
    };
    window.once('error', () => end(null));
    window.once('exit', (code) => {
      if (stopped || code === 0) end(0);
      else end(Date.now() - began < SOON_MS ? null : (code ?? 3));
    });
  });
};

const stopAsked = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of SIGNALS) process.once(signal, () => done());
  });

const openSample = async (loopback: Loopback): Promise<void> => {
  try {
    await (await loopback.client()).portfolio.openSample({ kind: 'bakery' });
  } catch (error) {
    say(`The sample could not be opened: ${sentenceOf(error)}\n`);
  }
};

export const runLoopback = async (
  because: string,
  browser: boolean,
  wish: Wish,
  folders: Folders,
): Promise<number> => {
  const asked = stopAsked();
  const loopback = await startLoopback({
    engineOptions: {
      dataFolder: folders.data,
      portfolioFolder: folders.portfolios,
      version: appVersion(),
      ...(wish.portfolio === null ? {} : { open: resolve(wish.portfolio) }),
    },
    rendererFolder: RENDERER_FOLDER,
  });
  loopback.onNotice(({ sentence }) => say(`${sentence}\n`));
  if (wish.sample) await openSample(loopback);
  process.stdout.write(`${because} ${loopback.url}\n`);
  if (browser) openInBrowser(loopback.url);
  await asked;
  await loopback.close();
  return 0;
};

const run = async (wish: Wish): Promise<number> => {
  const folders = foldersOf({ platform: process.platform, home: homedir(), env: process.env });
  const display = hasDisplay(process.platform, process.env);
  const served = 'Clientele is served to a browser on this machine:';
  let runtime = presentRuntime();
  let because = runtime === null ? `The desktop window (Electron) is not available here. ${served}` : served;
  if (display && wish.open) {
    runtime ??= await fetchRuntime(say);
    if (runtime !== null) {
      const code = await runElectron(runtime, wish, folders);
      if (code !== null) return code;
      because = `The desktop window (Electron) could not be opened here. ${served}`;
    }
  } else if (runtime !== null && !display) because = `There is no display for the desktop window. ${served}`;
  return runLoopback(because, display && wish.open, wish, folders);
};

/** `npm start`. @returns the exit code: 0 done, 1 a fault with one sentence on standard error, 2 wrong usage */
export const main = async (argv: readonly string[]): Promise<number> => {
  const options = startOptions(argv);
  if (options.kind === 'help') {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (options.kind === 'wrong') {
    say(`${options.sentence}\n${USAGE}\n`);
    return 2;
  }
  try {
    return await run(options);
  } catch (error) {
    say(`${sentenceOf(error)}\n`);
    return 1;
  }
};
