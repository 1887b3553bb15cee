import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';

/*
 * One headless browser for one piece of work, spoken to over a pipe: no port is opened, nothing is written to disk but
 * an empty profile, and the page is handed over as text. `--print-to-pdf` would be shorter, but some builds hang on it
 * (they ship without the resources behind it), and it reads and writes files, which a browser in a snap may not.
 */

export type Page = {
  /** Sends a command of the DevTools protocol to the page. */
  readonly send: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<Reply>;
};

export type Reply = Readonly<Record<string, unknown>>;

/** Why a browser gave nothing: it could not be started, it stopped by itself, it took too long, or it said no. */
export type Trouble = 'not-started' | 'stopped' | 'too-slow' | 'refused';

export class HeadlessError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, message: string) {
    super(message);
    this.name = 'HeadlessError';
    this.trouble = trouble;
  }
}

/** Off the network, off the owner's own browser profile, no questions, no traces. */
const FLAGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-dev-shm-usage',
  '--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  '--font-render-hinting=none',
  '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--metrics-recording-only',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
];

const isRoot = (): boolean => process.getuid?.() === 0;

/** A snap sees neither /tmp nor hidden folders, only its own. */
const profileRoot = async (chromium: string): Promise<string> => {
  const real = await realpath(chromium).catch(() => chromium);
  if (!chromium.startsWith('/snap/') && !real.startsWith('/snap/') && real !== '/usr/bin/snap')
    return tmpdir();
  const own = join(homedir(), 'snap', basename(chromium), 'common');
  await mkdir(own, { recursive: true });
  return own;
};

/** Ends the child and what it started: its own process group, which no other program is in. */
const end = (child: ChildProcess): void => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/PID', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).once(
      'error',
      () => child.kill(),
    );
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
};

type Waiting = { readonly resolve: (answer: Reply) => void; readonly reject: (error: Error) => void };

type Message = {
  readonly id?: number;
  readonly result?: Reply;
  readonly error?: { readonly message: string };
};

const read = (text: string): Message | null => {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
};

/** Commands go down one pipe, answers come up another, each ended by a zero byte. */
const conversation = (down: Writable, up: Readable) => {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let pieces: Buffer[] = [];
  const hear = (text: string): void => {
    const message = read(text);
    if (message === null) {
      for (const { reject } of waiting.values())
        reject(new HeadlessError('refused', 'an answer that is no JSON'));
      waiting.clear();
      return;
    }
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (asked === undefined || message.id === undefined) return;
    waiting.delete(message.id);
    if (message.error === undefined) asked.resolve(message.result ?? {});
    else asked.reject(new HeadlessError('refused', message.error.message));
  };
  up.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let zero = rest.indexOf(0); zero >= 0; zero = rest.indexOf(0)) {
      pieces.push(rest.subarray(0, zero));
      hear(Buffer.concat(pieces).toString('utf8'));
      pieces = [];
      rest = rest.subarray(zero + 1);
    }
    if (rest.length > 0) pieces.push(rest);
  });
  // A pipe that breaks is seen as the browser's exit; it must not end this process.
  up.on('error', () => {});
  down.on('error', () => {});
  return {
    ask: (method: string, params: Reply, sessionId?: string): Promise<Reply> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        down.write(
          `${JSON.stringify({ id: last, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
        );
      }),
  };
};

const text = (answer: Reply, key: string): string => {
  const value = answer[key];
  if (typeof value !== 'string') throw new HeadlessError('refused', `the browser's answer has no ${key}`);
  return value;
};

const openPage = async (pipe: ReturnType<typeof conversation>, html: string): Promise<Page> => {
  const targetId = text(await pipe.ask('Target.createTarget', { url: 'about:blank' }), 'targetId');
  const attached = await pipe.ask('Target.attachToTarget', { targetId, flatten: true });
  const session = text(attached, 'sessionId');
  const send: Page['send'] = (method, params = {}) => pipe.ask(method, params, session);
  await send('Page.enable');
  const tree = (await send('Page.getFrameTree')) as {
    readonly frameTree?: { readonly frame?: { readonly id?: string } };
  };
  await send('Page.setDocumentContent', { frameId: tree.frameTree?.frame?.id, html });
  await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => true)', awaitPromise: true });
  return { send };
};

/**
 * Shows a page in a headless browser, does `work` with it, and ends the browser.
 * @throws HeadlessError when the browser does not play along or `timeoutMs` have passed
 */
export const withHeadlessPage = async <T>(
  chromium: string,
  html: string,
  timeoutMs: number,
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const profile = await mkdtemp(join(await profileRoot(chromium), 'clientele-print-'));
  const args = [...FLAGS, ...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`];
  const child = spawn(chromium, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
    detached: process.platform !== 'win32',
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let watchdog: NodeJS.Timeout | undefined;
  try {
    const failed = new Promise<never>((_, reject) => {
      child.once('error', (e) => reject(new HeadlessError('not-started', e.message)));
      child.once('exit', () => reject(new HeadlessError('stopped', 'the browser stopped by itself')));
      watchdog = setTimeout(
        () => reject(new HeadlessError('too-slow', `no answer in ${timeoutMs} ms`)),
        timeoutMs,
      );
    });
    const pipe = conversation(child.stdio[3] as Writable, child.stdio[4] as Readable);
    return await Promise.race([openPage(pipe, html).then(work), failed]);
  } finally {
    clearTimeout(watchdog);
    end(child);
    if (child.pid !== undefined) await gone;
    // A browser that was just ended may still hold its profile for a moment (Windows).
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
};
