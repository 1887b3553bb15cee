import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { rootAbove } from './builds.mjs';
import { keepCompiledCode } from './compile-cache.mjs';
import { nodeBuild } from './node-build.mjs';

/**
 * Runs an entry of what is built for Node with the arguments of this process; builds it first where it is stale.
 * @param {'clientele' | 'start'} entry a file that exports `main`
 * @param {import('./builds.mjs').BuildName[]} [together] what else this entry will need
 * @returns {Promise<number>} the exit code
 */
export const runBuilt = async (entry, together) => {
  const root = rootAbove(import.meta.dirname);
  keepCompiledCode(root);
  /** @type {string} */
  let folder;
  try {
    folder = await nodeBuild(root, together);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const { main } = await import(pathToFileURL(join(folder, `${entry}.js`)).href);
  return main(process.argv.slice(2));
};
