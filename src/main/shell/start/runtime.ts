import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';

/** How long the download may take to begin; offline, the owner must not wait for it. */
const BEGIN_MS = 10_000;
/** How long it may then stand still. */
const STALL_MS = 30_000;

const require = createRequire(import.meta.url);

const packageFolder = (): string | null => {
  try {
    return dirname(require.resolve('electron/package.json'));
  } catch {
    return null;
  }
};

const readText = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
};

type Manifest = { readonly version: string };

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest).version;

/**
 * The program of Electron's runtime where it is on this machine, or null. Electron's own package is not asked: it
 * would begin a download.
 */
export const presentRuntime = (folder: string | null = packageFolder()): string | null => {
  if (folder === null) return null;
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const dist = elsewhere ?? join(folder, 'dist');
  const name = readText(join(folder, 'path.txt')) ?? (elsewhere === undefined ? null : 'electron');
  if (name === null) return null;
  const current =
    elsewhere !== undefined || readText(join(dist, 'version'))?.replace(/^v/, '') === versionOf(folder);
  const program = join(dist, name);
  return current && existsSync(program) ? program : null;
};

type Say = (text: string) => void;

/** Fetches one file; gives up where the answer does not begin in time or then stands still. */
export const fetchFile = async (
  url: string,
  target: string,
  say: Say,
  beginMs: number = BEGIN_MS,
): Promise<void> => {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), beginMs);
  try {
    const response = await fetch(url, { signal: controller.signal });
    if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
    const total = Number(response.headers.get('content-length') ?? 0);
    let done = 0;
    let shown = -1;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        clearTimeout(timer);
        timer = setTimeout(() => controller.abort(), STALL_MS);
        done += chunk.length;
        const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
        if (percent > shown) say(`\rFetching the desktop runtime (Electron), once: ${percent} %`);
        shown = Math.max(shown, percent);
        next(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(response.body), counted, createWriteStream(target));
    say('\n');
  } finally {
    clearTimeout(timer);
  }
};

type Artifact = {
  readonly version: string;
  readonly artifactName: string;
  readonly platform: string;
  readonly arch: string;
  readonly checksums: Readonly<Record<string, string>>;
  readonly downloader: { readonly download: (url: string, target: string) => Promise<void> };
};
type ElectronGet = { readonly downloadArtifact: (artifact: Artifact) => Promise<string> };

const unpack = (folder: string): Promise<boolean> =>
  new Promise((resolve) => {
    // Electron's own installer finds the archive in its cache, checks it once more and unpacks it
    const installer = spawn(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore' });
    installer.on('error', () => resolve(false));
    installer.on('exit', (code) => resolve(code === 0));
  });

/** Downloads the runtime that belongs to the installed version and returns its program; null, silently, if it cannot. */
export const fetchRuntime = async (
  say: Say,
  folder: string | null = packageFolder(),
): Promise<string | null> => {
  if (folder === null || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD !== undefined) return null;
  try {
    // resolved from Electron's package, whose dependency it is
    const found = createRequire(join(folder, 'install.js')).resolve('@electron/get');
    const { downloadArtifact } = (await import(pathToFileURL(found).href)) as ElectronGet;
    await downloadArtifact({
      version: versionOf(folder),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')) as Artifact['checksums'],
      downloader: { download: (url, target) => fetchFile(url, target, say) },
    });
    return (await unpack(folder)) ? presentRuntime(folder) : null;
  } catch {
    return null;
  }
};
