// What a package would hold and how its fuses would be set, found without Electron's runtime: electron-builder packs
// the app around a stub of it. Run it with `node scripts/package-stub.ts`; it prints what it found as JSON.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CHECKOUT,
  ensureElectronMain,
  ensureRenderer,
  RENDERER_FOLDER,
} from '../src/main/shell/start/build.ts';

/** What stands before the fuses in Electron's program, the wire's version 1 and its eight fuses, all switched on. */
const FUSE_WIRE = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('1'.repeat(8)),
]);

export type Package = {
  /** the files in app.asar, as paths from its root */
  readonly packed: readonly string[];
  /** the files beside it */
  readonly unpacked: readonly string[];
  /** e.g. `RunAsNode: 'Disabled'` */
  readonly fuses: Readonly<Record<string, string>>;
};

const run = (program: string, args: readonly string[]): string => {
  const ran = spawnSync(process.execPath, [join(CHECKOUT, 'node_modules', program), ...args], {
    cwd: CHECKOUT,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (ran.status !== 0) throw new Error(`${program} failed.\n${ran.stdout}${ran.stderr}`);
  return ran.stdout;
};

/** The files of a runtime that electron-builder moves about, of which only the program has any content. */
const writeStub = async (folder: string): Promise<void> => {
  for (const inner of ['locales', 'resources']) await mkdir(join(folder, inner), { recursive: true });
  const empty = ['LICENSE', 'LICENSES.chromium.html', 'version', join('locales', 'en-US.pak')];
  for (const name of empty) await writeFile(join(folder, name), '');
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), FUSE_WIRE, Buffer.alloc(64)]), {
    mode: 0o755,
  });
};

const filesUnder = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));

/** Packs the app for Linux around a stub, into `folder`. */
export const packageStub = async (folder: string): Promise<Package> => {
  await ensureRenderer(RENDERER_FOLDER);
  await ensureElectronMain();
  const stub = join(folder, 'stub');
  const output = join(folder, 'packages');
  await writeStub(stub);
  run('electron-builder/cli.js', [
    ...['--linux', '--x64', '--dir', '--publish', 'never'],
    ...[`-c.electronDist=${stub}`, `-c.directories.output=${output}`],
  ]);
  const app = join(output, 'linux-unpacked');
  const resources = join(app, 'resources');
  const fuses = run('@electron/fuses/dist/bin.js', ['read', '--app', join(app, 'clientele')]);
  return {
    packed: run('@electron/asar/bin/asar.js', ['list', join(resources, 'app.asar')])
      .split('\n')
      .filter((path) => path !== ''),
    unpacked: await filesUnder(join(resources, 'app.asar.unpacked')),
    fuses: Object.fromEntries([...fuses.matchAll(/(\w+) is (\w+)/g)].map(([, name, state]) => [name, state])),
  };
};

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'clientele-package-'));
  try {
    process.stdout.write(`${JSON.stringify(await packageStub(folder), null, 2)}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
