import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { aFolder } from './folder.ts';

const mounted: string[] = [];

afterAll(() => {
  for (const folder of [...mounted]) unmount(folder);
});

/** A disk of its own in memory, where this may be made. @returns its folder, or null where it may not */
export const aDisk = (bytes: number): string | null => {
  const folder = join(aFolder(), 'disk');
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  if (status !== 0) {
    process.stderr.write('SKIPPED: a disk of its own cannot be made here.\n');
    return null;
  }
  mounted.push(folder);
  return folder;
};

export const resize = (folder: string, bytes: number): void => {
  spawnSync('mount', ['-o', `remount,size=${bytes}`, folder]);
};

export const unmount = (folder: string): void => {
  spawnSync('umount', ['-l', folder]);
  mounted.splice(mounted.indexOf(folder), 1);
};

/** Fills a disk to the last byte. @returns how to make room again */
export const fill = (folder: string): (() => void) => {
  const path = join(folder, 'filler');
  const file = openSync(path, 'w');
  const block = Buffer.alloc(4096, 1);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
};
