import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { asWriteProblem } from '../../system-fault.ts';

/** Writes a file for its owner only, which is there whole or not at all. @throws Problem when its folder is missing or read-only, or the disk full */
export const writeWhole = (path: string, content: string | Uint8Array): void => {
  try {
    // one that was left open to others would keep its mode
    rmSync(`${path}.part`, { force: true });
    writeFileSync(`${path}.part`, content, { mode: 0o600 });
    renameSync(`${path}.part`, path);
  } catch (error) {
    rmSync(`${path}.part`, { force: true });
    throw asWriteProblem(error, path);
  }
};
