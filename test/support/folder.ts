import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of its own, gone when the test file is through. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-test-'));
  made.push(folder);
  return folder;
};

/** A file with this content in a folder of its own. @returns its path */
export const aFile = (content: string | Uint8Array, name = 'sales.csv'): string => {
  const path = join(aFolder(), name);
  writeFileSync(path, content);
  return path;
};
