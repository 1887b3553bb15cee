import { chmodSync, closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Forces a file's content to the disk. */
export const flush = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** Forces the names in a folder to the disk; not every system can. */
export const flushFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows keeps its names by itself
  }
};

/** Gives a finished file its name; unlike a rename it never takes the place of another. @throws EEXIST */
export const moveIntoPlace = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    renameSync(from, to); // a file system without links
  }
  rmSync(from, { force: true });
  flushFolder(dirname(to));
};

/** Only for the owner's eyes. */
export const keepPrivate = (path: string): void => chmodSync(path, 0o600);
