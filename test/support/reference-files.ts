import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { aFolder } from './folder.ts';

/** Files for measuring that lie beside the project and are not part of it; tests on them skip, aloud, where they are absent. */
const fileNamed = (name: string): URL => new URL(`../../../shared/data/${name}`, import.meta.url);

export const present = (name: string): boolean => {
  if (existsSync(fileNamed(name))) return true;
  process.stderr.write(
    `SKIPPED: ${name} is not beside the project; the tests that measure on it do not run.\n`,
  );
  return false;
};

/** A copy, unpacked, under the name it has without its .gz. @returns its path */
export const copied = (name: string): string => {
  const bytes = readFileSync(fileNamed(name));
  const path = join(aFolder(), name.replace(/\.gz$/, ''));
  writeFileSync(path, name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return path;
};
