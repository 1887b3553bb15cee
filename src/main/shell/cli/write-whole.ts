import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from '../../database/problem.ts';

/** Writes a file that is there whole or not at all. @throws Problem when its folder is missing or read-only */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  try {
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  } catch {
    rmSync(`${path}.part`, { force: true });
    throw new Problem(`${path} cannot be written; its folder is missing or read-only.`);
  }
};
