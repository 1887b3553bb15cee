import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The folder with package.json, in a checkout. */
export const CHECKOUT = resolve(import.meta.dirname, '..', '..', '..', '..');
export const RENDERER_FOLDER = join(CHECKOUT, 'dist', 'renderer');
export const ELECTRON_FOLDER = join(CHECKOUT, 'dist', 'electron');

export const appVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
  return String((manifest as { readonly version: unknown }).version);
};

const newest = async (path: string): Promise<number> => {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newest(join(path, name))));
  return Math.max(facts.mtimeMs, ...inside);
};

/** In a process of its own: the bundler needs memory and threads that the app should not keep. */
const viteBuild = (config: string, mode: string, outFolder: string): Promise<void> => {
  const manifest = createRequire(import.meta.url).resolve('vite/package.json');
  const { NODE_ENV: _ofTheCaller, ...env } = process.env;
  const args = [
    join(dirname(manifest), 'bin', 'vite.js'),
    'build',
    ...['--config', config, '--mode', mode, '--outDir', outFolder, '--logLevel', 'error'],
  ];
  return new Promise((done, failed) => {
    const vite = spawn(process.execPath, args, { cwd: CHECKOUT, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    vite.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    vite.on('error', failed);
    vite.on('exit', (code) => (code === 0 ? done() : failed(new Error(`The build failed.\n${said}`))));
  });
};

type Build = {
  readonly folder: string;
  /** a file that every build writes */
  readonly result: string;
  readonly config: string;
  readonly modes: readonly string[];
  readonly sources: readonly string[];
  readonly line: string;
};

const ensure = async (build: Build): Promise<void> => {
  const began = new Date();
  const made = await newest(join(build.folder, build.result));
  const changed = Math.max(...(await Promise.all(build.sources.map((path) => newest(join(CHECKOUT, path))))));
  if (made > 0 && made >= changed) return;
  process.stderr.write(`${build.line}\n`);
  // built beside and moved into place, so that two starts at once, or a build that fails, spoil nothing
  const fresh = `${build.folder}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    await mkdir(dirname(build.folder), { recursive: true });
    for (const mode of build.modes) await viteBuild(join(CHECKOUT, build.config), mode, fresh);
    await utimes(join(fresh, build.result), began, began);
    await rename(build.folder, old).catch(() => undefined);
    await rename(fresh, build.folder).catch((error: unknown) => {
      // another start may have been quicker
      if (!existsSync(join(build.folder, build.result))) throw error;
    });
  } finally {
    await Promise.all([fresh, old].map((path) => rm(path, { recursive: true, force: true })));
  }
};

/** In a checkout, builds the interface where it is missing or older than its sources; elsewhere leaves it alone. */
export const ensureRenderer = async (folder: string): Promise<void> => {
  if (resolve(folder) !== RENDERER_FOLDER || !existsSync(join(CHECKOUT, 'src', 'renderer'))) return;
  await ensure({
    folder: RENDERER_FOLDER,
    result: 'index.html',
    config: 'vite.renderer.config.ts',
    modes: ['production'],
    sources: ['src/renderer', 'src/shared', 'resources', 'vite.renderer.config.ts', 'package-lock.json'],
    line: 'Building the interface, once …',
  });
};

/** The same for the desktop shell and its engine. */
export const ensureElectronMain = (): Promise<void> =>
  ensure({
    folder: ELECTRON_FOLDER,
    result: 'main.js',
    config: 'vite.electron.config.ts',
    modes: ['main', 'preload'],
    sources: ['src/main', 'src/shared', 'vite.electron.config.ts', 'package-lock.json'],
    line: 'Building the desktop shell, once …',
  });
