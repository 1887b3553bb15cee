import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Keeps compiled code for the next start, in this thread and in every further one. Where the folder cannot be written
 * nothing is kept and nothing else changes.
 * @param {string} root the folder with package.json
 */
export const keepCompiledCode = (root) => {
  const folder = join(root, 'node_modules', '.cache', 'compiled');
  if (enableCompileCache(folder).directory) process.env.NODE_COMPILE_CACHE ??= folder;
};
