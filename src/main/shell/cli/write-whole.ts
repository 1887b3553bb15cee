import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { asWriteProblem } from '../../system-fault.ts';

/** Writes a file that is there whole or not at all. @throws Problem when its folder is missing or read-only, or the disk full */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  try {
    writeFileSync(`${path}.part`, content);
    renameSync(`${path}.part`, path);
  } catch (error) {
    rmSync(`${path}.part`, { force: true });
    throw asWriteProblem(error, path);
  }
};
