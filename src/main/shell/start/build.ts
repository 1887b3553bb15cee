import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import {
  BUILDS,
  BUILT_FROM,
  type BuildName,
  fingerprint,
  folderOf,
  isBuiltFrom,
  rootAbove,
} from './builds.mjs';

/** The folder with package.json. */
export const CHECKOUT = rootAbove(import.meta.dirname);
export const RENDERER_FOLDER = join(CHECKOUT, 'dist', 'renderer');

/** Of the older builds for Node so many stay, for apps that still run from them. */
const OLDER_KEPT = 2;
/** No build takes this long: what is older and unfinished was broken off. */
const BROKEN_OFF_MS = 3_600_000;

export const appVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(join(CHECKOUT, 'package.json'), 'utf8'));
  return String((manifest as { readonly version: unknown }).version);
};

/** In a process of its own: the bundler needs memory and threads that the app should not keep. */
const viteBuild = (root: string, config: string, mode: string, outFolder: string): Promise<void> => {
  const manifest = createRequire(join(root, 'package.json')).resolve('vite/package.json');
  const { NODE_ENV: _ofTheCaller, ...env } = process.env;
  const args = [
    join(dirname(manifest), 'bin', 'vite.js'),
    'build',
    ...['--config', join(root, config), '--mode', mode, '--outDir', outFolder, '--logLevel', 'error'],
  ];
  return new Promise((done, failed) => {
    const vite = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    vite.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    vite.on('error', failed);
    vite.on('exit', (code) =>
      code === 0
        ? done()
        : failed(new Error(`The build failed; what was built before is left as it was.\n${said.trimEnd()}`)),
    );
  });
};

/** Apps may still run from the last builds; those before them go, with what was broken off. */
const sweepNodeBuilds = async (current: string): Promise<void> => {
  const kind = dirname(current);
  const others = (await readdir(kind)).map((name) => join(kind, name)).filter((path) => path !== current);
  const dated = await Promise.all(
    others.map(async (path) => ({
      path,
      at: (await stat(path)).mtimeMs,
      whole: existsSync(join(path, BUILT_FROM)),
    })),
  );
  const old = dated.filter(({ whole }) => whole).sort((a, b) => b.at - a.at);
  const broken = dated.filter(({ at, whole }) => !whole && Date.now() - at > BROKEN_OFF_MS);
  await Promise.all(
    [...old.slice(OLDER_KEPT), ...broken].map(({ path }) => rm(path, { recursive: true, force: true })),
  );
};

const ensure = async (root: string, name: BuildName): Promise<void> => {
  const print = fingerprint(root, name);
  if (print === null) return;
  const folder = folderOf(root, name, print);
  if (isBuiltFrom(folder, print)) return;
  const { config, modes, line } = BUILDS[name];
  process.stderr.write(`${line}\n`);
  // built under another name and moved into place, so that two starts at once, or a build that fails, spoil nothing
  const fresh = `${folder}-${process.pid}`;
  const old = `${fresh}-old`;
  try {
    await mkdir(dirname(folder), { recursive: true });
    for (const mode of modes) await viteBuild(root, config, mode, fresh);
    await writeFile(join(fresh, BUILT_FROM), print);
    // another start may have been quicker
    if (isBuiltFrom(folder, print)) return;
    await rename(folder, old).catch(() => undefined);
    await rename(fresh, folder).catch((error: unknown) => {
      if (!isBuiltFrom(folder, print)) throw error;
    });
  } finally {
    await Promise.all([fresh, old].map((path) => rm(path, { recursive: true, force: true })));
  }
  // another start may be sweeping too
  if (name === 'node') await sweepNodeBuilds(folder).catch(() => undefined);
};

/**
 * Builds, at the same time, what is missing or older than its sources; without sources, leaves all as it is.
 * @throws Error with a sentence and what the bundler said
 */
export const ensureBuilt = async (root: string, names: readonly BuildName[]): Promise<void> => {
  // all are waited for: a build that fails must not leave the other one going on unattended
  const made = await Promise.allSettled(names.map((name) => ensure(root, name)));
  for (const { status, ...rest } of made)
    if (status === 'rejected') throw (rest as PromiseRejectedResult).reason;
};

/** In a checkout, builds the interface where it is missing or older than its sources; elsewhere leaves it alone. */
export const ensureRenderer = async (folder: string): Promise<void> => {
  if (resolve(folder) === RENDERER_FOLDER) await ensureBuilt(CHECKOUT, ['renderer']);
};

/** The same for the desktop shell and its engine. */
export const ensureElectronMain = (): Promise<void> => ensureBuilt(CHECKOUT, ['electron']);
