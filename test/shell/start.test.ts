import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasDisplay } from '../../src/main/shell/start/browser.ts';
import { CHECKOUT, ensureBuilt } from '../../src/main/shell/start/build.ts';
import { foldersOf } from '../../src/main/shell/start/folders.ts';
import { nodeGuard } from '../../src/main/shell/start/node-guard.mjs';
import { startOptions } from '../../src/main/shell/start/options.ts';
import { fetchFile, fetchRuntime, presentRuntime } from '../../src/main/shell/start/runtime.ts';

const START = resolve(import.meta.dirname, '..', '..', 'src', 'main', 'shell', 'start.mjs');

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe('an old Node', () => {
  const sentence = (version: string): string =>
    `Clientele needs Node 24 or newer; this is ${version}. Run it with "npm start", which brings its own.`;

  test.each(['v20.20.2', 'v22.12.0', 'v23.11.1', 'v18.0.0'])('%s is refused in one sentence', (version) => {
    expect(nodeGuard(version)).toBe(sentence(version));
  });

  test.each(['v24.0.0', 'v24.21.0', 'v25.1.0', 'v100.0.0'])('%s is not old', (version) => {
    expect(nodeGuard(version)).toBeNull();
  });

  const system = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' });
  const version = system.status === 0 ? system.stdout.trim() : null;
  test.skipIf(version === null || nodeGuard(version) === null)(
    'on this machine says the sentence and no more',
    () => {
      const run = spawnSync('/usr/bin/node', [START, '--no-open'], { encoding: 'utf8' });
      expect([run.status, run.stdout, run.stderr]).toEqual([1, '', `${sentence(version ?? '')}\n`]);
    },
  );
});

describe('the folders', () => {
  const none = (): boolean => false;
  const all = (): boolean => true;

  test.each([
    ['linux', '/home/me', {}, none, '/home/me/.local/share/clientele', '/home/me/Clientele'],
    ['linux', '/home/me', {}, all, '/home/me/.local/share/clientele', '/home/me/Documents/Clientele'],
    ['linux', '/home/me', { XDG_DATA_HOME: '/x' }, none, '/x/clientele', '/home/me/Clientele'],
    [
      'linux',
      '/home/me',
      { XDG_DATA_HOME: 'x' },
      none,
      '/home/me/.local/share/clientele',
      '/home/me/Clientele',
    ],
    [
      'darwin',
      '/Users/me',
      {},
      all,
      '/Users/me/Library/Application Support/Clientele',
      '/Users/me/Documents/Clientele',
    ],
    [
      'win32',
      'C:\\Users\\me',
      { APPDATA: 'C:\\R' },
      all,
      'C:\\R\\Clientele',
      'C:\\Users\\me\\Documents\\Clientele',
    ],
    [
      'win32',
      'C:\\Users\\me',
      {},
      none,
      'C:\\Users\\me\\AppData\\Roaming\\Clientele',
      'C:\\Users\\me\\Clientele',
    ],
    ['linux', '/home/me', { CLIENTELE_DATA: '/d', CLIENTELE_PORTFOLIOS: '/p' }, all, '/d', '/p'],
  ] as const)('on %s, home %s, %j', (platform, home, env, exists, data, portfolios) => {
    expect(foldersOf({ platform, home, env }, exists)).toEqual({ data, portfolios });
  });
});

describe('the options', () => {
  test.each([
    [[], { kind: 'start', sample: false, open: true, portfolio: null }],
    [['--sample', '--no-open'], { kind: 'start', sample: true, open: false, portfolio: null }],
    [['mine.clientele'], { kind: 'start', sample: false, open: true, portfolio: 'mine.clientele' }],
    [['--help'], { kind: 'help' }],
  ])('%j', (argv, expected) => expect(startOptions(argv)).toEqual(expected));

  test.each([[['--sampel']], [['a.clientele', 'b.clientele']]])('%j is wrong usage', (argv) => {
    expect(startOptions(argv).kind).toBe('wrong');
    const run = spawnSync(process.execPath, [START, ...argv], { encoding: 'utf8' });
    expect([run.status, run.stdout]).toEqual([2, '']);
  });

  test.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['win32', {}, true],
    ['darwin', {}, true],
  ] as const)('a display on %s with %j: %s', (platform, env, expected) => {
    expect(hasDisplay(platform, env)).toBe(expected);
  });
});

/** A server that answers as `answer` says; closed after the test. */
const aServer = async (answer: Parameters<typeof createServer>[1]): Promise<string> => {
  const server: Server = createServer(answer as never);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

/** An `electron` package as npm leaves it. */
const aPackage = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-electron-'));
  await writeFile(join(folder, 'package.json'), '{"version":"45.4.1"}');
  await writeFile(join(folder, 'checksums.json'), '{}');
  return folder;
};

describe('the desktop runtime', () => {
  test('is there when its program and its version are', async () => {
    const folder = await aPackage();
    expect(presentRuntime(folder)).toBeNull();
    await mkdir(join(folder, 'dist'));
    await writeFile(join(folder, 'path.txt'), 'electron');
    await writeFile(join(folder, 'dist', 'electron'), '');
    expect(presentRuntime(folder)).toBeNull();
    await writeFile(join(folder, 'dist', 'version'), '44.0.0');
    expect(presentRuntime(folder)).toBeNull();
    await writeFile(join(folder, 'dist', 'version'), 'v45.4.1\n');
    expect(presentRuntime(folder)).toBe(join(folder, 'dist', 'electron'));
    expect(presentRuntime(null)).toBeNull();
  });

  test('is fetched with progress', async () => {
    const url = await aServer((_request, response) => {
      response.setHeader('content-length', 4);
      response.write('ab', () => setTimeout(() => response.end('cd'), 20));
    });
    const target = join(await mkdtemp(join(tmpdir(), 'clientele-fetch-')), 'a.zip');
    const said: string[] = [];
    await fetchFile(url, target, (text) => said.push(text));
    expect(await readFile(target, 'utf8')).toBe('abcd');
    expect(said.join('')).toBe(
      '\rFetching the desktop runtime (Electron), once: 50 %\rFetching the desktop runtime (Electron), once: 100 %\n',
    );
  });

  test('is not waited for, and nothing is said, when the answer does not begin', async () => {
    const url = await aServer(() => undefined);
    const said: string[] = [];
    const began = Date.now();
    await expect(fetchFile(url, '/dev/null', (text) => said.push(text), 200)).rejects.toThrow();
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(said).toEqual([]);
  });

  test('is done without, silently, when it cannot be had', async () => {
    const said: string[] = [];
    expect(await fetchRuntime((text) => said.push(text), await aPackage())).toBeNull();
    expect(await fetchRuntime((text) => said.push(text), null)).toBeNull();
    expect(said).toEqual([]);
  });
});

/** `npm start` without npm, in folders of its own and without a screen. */
const aStart = async (...args: readonly string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-start-'));
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const child: ChildProcess = spawn(process.execPath, [START, ...args], {
    env: { ...env, CLIENTELE_DATA: join(folder, 'data'), CLIENTELE_PORTFOLIOS: join(folder, 'portfolios') },
  });
  ends.push(() => child.kill('SIGKILL'));
  const said = { out: '', err: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  return { child, said, ended, folder };
};

describe('npm start', () => {
  beforeAll(() => ensureBuilt(CHECKOUT, ['node', 'renderer']));

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says one line with the address, serves, and ends cleanly on %s',
    async (signal) => {
      const { child, said, ended, folder } = await aStart('--no-open');
      await Promise.race([ended, expect.poll(() => said.out, { timeout: 50_000 }).toMatch(/\n/)]);
      expect([child.exitCode, child.exitCode === null ? '' : said.err]).toEqual([null, '']);
      const line =
        /^[^\n]*Clientele is served to a browser on this machine: (http:\/\/127\.0\.0\.1:\d+\/start\?token=[\w-]{43})\n$/;
      expect(said.out).toMatch(line);
      const url = line.exec(said.out)?.[1] ?? '';
      const entered = await fetch(url, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const page = await fetch(new URL('/', url), { headers: { cookie } });
      expect([entered.status, page.status]).toEqual([303, 200]);
      expect(await page.text()).not.toMatch(/__CSP_NONCE__|__CLIENTELE_TOKEN__/);
      expect(existsSync(join(folder, 'data'))).toBe(true);
      child.kill(signal);
      expect(await ended).toBe(0);
      expect(said.out).toMatch(line);
    },
  );

  test('says in a sentence that a portfolio is none', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'clientele-start-')), 'notes.clientele');
    await writeFile(file, 'not a portfolio');
    const { said, ended } = await aStart('--no-open', file);
    expect(await ended).toBe(1);
    expect(said.out).toBe('');
    expect(said.err).toContain('notes.clientele');
    expect(said.err).not.toContain('    at ');
    expect(await readFile(file, 'utf8')).toBe('not a portfolio');
  });
});
