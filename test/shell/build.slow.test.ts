import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CHECKOUT } from '../../src/main/shell/start/build.ts';
import { nodeBuild } from '../../src/main/shell/start/node-build.mjs';
import { aFolder } from '../support/folder.ts';

/** A program of two files and a thread, with the launchers, the checks and the bundler's settings of the real one. */
const SOURCES = {
  'package.json': '{ "type": "module", "version": "1.2.3" }',
  'package-lock.json': '{}',
  'src/shared/word.ts': "export const word: string = 'first';",
  'src/main/shell/start/start.ts': 'export const main = async (): Promise<number> => 0;',
  'src/main/shell/cli/main.ts': `
    import { once } from 'node:events';
    import { Worker } from 'node:worker_threads';
    export const main = async (args: readonly string[]): Promise<number> => {
      const [said] = await once(new Worker(new URL('./echo.ts', import.meta.url), { workerData: args }), 'message');
      process.stdout.write(said);
      return args.length;
    };`,
  'src/main/shell/cli/echo.ts': `
    import { parentPort, workerData } from 'node:worker_threads';
    import { word } from '../../../shared/word.ts';
    parentPort?.postMessage([word, ...workerData].join(' '));`,
} as const;

const LAUNCHERS = [
  'cli/clientele.mjs',
  'start/builds.mjs',
  'start/build.ts',
  'start/compile-cache.mjs',
].concat(['start/node-build.mjs', 'start/node-guard.mjs', 'start/run-built.mjs']);

let root: string;

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = aFolder();
  for (const [path, text] of Object.entries(SOURCES)) write(path, text);
  for (const path of ['vite.main.config.ts', ...LAUNCHERS.map((name) => join('src/main/shell', name))])
    cpSync(join(CHECKOUT, path), join(root, path));
  symlinkSync(join(CHECKOUT, 'node_modules'), join(root, 'node_modules'));
});

type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

const clientele = (...args: readonly string[]): Promise<Ran> =>
  new Promise((done) => {
    const child: ChildProcess = spawn(process.execPath, [
      join(root, 'src/main/shell/cli/clientele.mjs'),
      ...args,
    ]);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    child.once('close', (code) => done({ code, out, err }));
  });

const BUILDING = 'Building the program, once …\n';
const builds = (): readonly string[] => readdirSync(join(root, 'dist', 'node')).sort();

describe('what runs is built from the sources', () => {
  test('once, with its threads; then again only when a source changes, and the older build stays for who runs it', async () => {
    expect(await clientele('a', 'b')).toEqual({ code: 2, out: 'first a b', err: BUILDING });
    const before = builds();
    expect(before).toHaveLength(1);
    expect(await clientele()).toEqual({ code: 0, out: 'first', err: '' });
    write('src/shared/word.ts', "export const word: string = 'second';");
    expect(await clientele()).toEqual({ code: 0, out: 'second', err: BUILDING });
    expect(builds()).toHaveLength(2);
    expect(builds()).toEqual(expect.arrayContaining([...before]));
  });

  test('also when a source is put back that is older than the build', async () => {
    await clientele();
    write('src/shared/word.ts', "export const word: string = 'older';");
    utimesSync(join(root, 'src/shared/word.ts'), 1, 1);
    expect((await clientele()).out).toBe('older');
  });

  test('by two first starts at once, which both run', async () => {
    const ran = await Promise.all([clientele('x'), clientele('y')]);
    expect(ran.map(({ code, out }) => [code, out])).toEqual([
      [1, 'first x'],
      [1, 'first y'],
    ]);
    expect(builds()).toHaveLength(1);
    expect(await clientele()).toEqual({ code: 0, out: 'first', err: '' });
  });

  test('or, where that fails, not: a sentence, exit code 1, and the older build as it was', async () => {
    await clientele();
    const [build = ''] = builds();
    const content = (): readonly string[] =>
      readdirSync(join(root, 'dist', 'node', build)).map((name) =>
        readFileSync(join(root, 'dist', 'node', build, name), 'utf8'),
      );
    const before = content();
    write('src/shared/word.ts', 'export const word = (;');
    const failed = await clientele();
    expect([failed.code, failed.out]).toEqual([1, '']);
    expect(failed.err.split('\n').slice(0, 2)).toEqual([
      BUILDING.trim(),
      'The build failed; what was built before is left as it was.',
    ]);
    expect(failed.err).toContain('word.ts');
    expect(builds()).toEqual([build]);
    expect(content()).toEqual(before);
    write('src/shared/word.ts', "export const word: string = 'mended';");
    expect((await clientele()).out).toBe('mended');
  });

  test('three builds are kept at most', async () => {
    for (const word of ['1', '22', '333', '4444']) {
      write('src/shared/word.ts', `export const word: string = '${word}';`);
      expect((await clientele()).out).toBe(word);
    }
    expect(builds()).toHaveLength(3);
  });
});

describe('an installation without sources', () => {
  test('runs what was built, and builds nothing', async () => {
    await clientele();
    const before = builds();
    for (const path of [
      'vite.main.config.ts',
      'package-lock.json',
      'src/shared',
      'src/main/shell/cli/main.ts',
    ])
      rmSync(join(root, path), { recursive: true });
    expect(await clientele('c')).toEqual({ code: 1, out: 'first c', err: '' });
    expect(builds()).toEqual(before);
  });

  test('says so if there is no build either', async () => {
    rmSync(join(root, 'vite.main.config.ts'));
    expect(await clientele()).toEqual({
      code: 1,
      out: '',
      err: 'This installation is incomplete: neither sources nor a build are there.\n',
    });
  });
});

describe('the build of this program', () => {
  let files: readonly string[];
  let folder: string;
  beforeAll(async () => {
    folder = await nodeBuild(CHECKOUT);
    files = readdirSync(folder);
  });

  test('has every thread as an entry, and no address of a source', () => {
    const texts = files
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(texts.filter((text) => /new URL\([^)]*\.ts["'],/.test(text))).toEqual([]);
    const named = texts.flatMap((text) =>
      [...text.matchAll(/new URL\(["']\.\/(thread-[\w-]+\.js)["']/g)].map(([, name]) => name),
    );
    expect(new Set(named).size).toBeGreaterThan(5);
    expect(named.filter((name) => !files.includes(name ?? ''))).toEqual([]);
  });
});
