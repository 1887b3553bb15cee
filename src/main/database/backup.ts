import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';

const KEPT = 10;

/**
 * A verified safety copy: written beside its final name, checked, flushed, then renamed, so that a half-written
 * copy never carries the name of a whole one. The newest ten of a portfolio are kept.
 * @returns the path of the copy
 */
export const backUp = (raw: Database.Database, path: string, folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stem = `${basename(path, '.clientele')}-${createHash('sha256').update(resolve(path)).digest('hex').slice(0, 8)}`;
  const final = join(folder, `${stem}-${new Date().toISOString().replace(/[:.]/g, '-')}.clientele`);
  const temporary = `${final}.part`;
  try {
    // SQLite would make it readable for others; it takes an empty file of ours
    closeSync(openSync(temporary, 'wx', 0o600));
    raw.prepare('VACUUM INTO ?').run(temporary);
    const copy = new Database(temporary, { readonly: true });
    const [check] = copy.pragma('integrity_check(1)') as { integrity_check: string }[];
    copy.close();
    if (check?.integrity_check !== 'ok')
      throw new Problem(`The safety copy of ${basename(path)} did not verify; nothing was changed.`);
    flush(temporary);
    renameSync(temporary, final);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  const copies = readdirSync(folder)
    .filter((name) => name.startsWith(`${stem}-`) && name.endsWith('.clientele'))
    .sort();
  for (const old of copies.slice(0, -KEPT)) rmSync(join(folder, old), { force: true });
  return final;
};

/** Forces a file's content to the disk. */
export const flush = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
