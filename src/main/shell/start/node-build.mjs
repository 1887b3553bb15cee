import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT_FROM, fingerprint, folderOf, isBuiltFrom } from './builds.mjs';

/**
 * The builds of one kind that are complete, the newest first.
 * @param {string} folder which holds them
 * @returns {string[]} their folders
 */
const completeIn = (folder) =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, BUILT_FROM)))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/**
 * The folder with what runs, built first where the sources have changed; without sources, the newest build.
 * @param {string} root
 * @param {import('./builds.mjs').BuildName[]} [together] what else is needed soon: built at the same time if anything has to be built
 * @returns {Promise<string>}
 * @throws {Error} with a sentence, if the build fails or there is none; older builds stay as they are
 */
export const nodeBuild = async (root, together = []) => {
  const print = fingerprint(root, 'node');
  if (print === null) {
    const newest = existsSync(join(root, 'dist', 'node')) && completeIn(join(root, 'dist', 'node'))[0];
    if (!newest) throw new Error('This installation is incomplete: neither sources nor a build are there.');
    return newest;
  }
  const folder = folderOf(root, 'node', print);
  if (isBuiltFrom(folder, print)) return folder;
  const { ensureBuilt } = await import('./build.ts');
  await ensureBuilt(root, ['node', ...together]);
  return folder;
};
