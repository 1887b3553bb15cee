// What is built from the sources, and whether that has been done. Plain JavaScript: every start reads it, before any build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ config: string, modes: string[], sources: string[], line: string }} Build */

/** In the root of every build: the fingerprint of the sources it was made from. */
export const BUILT_FROM = 'built-from';

const MAIN_SOURCES = ['src/main', 'src/shared', 'vite.main.config.ts', 'package-lock.json'];

/** Paths are relative to the folder with package.json. */
export const BUILDS = {
  /** @type {Build} */
  node: {
    config: 'vite.main.config.ts',
    modes: ['node'],
    sources: MAIN_SOURCES,
    line: 'Building the program, once …',
  },
  /** @type {Build} */
  renderer: {
    config: 'vite.renderer.config.ts',
    modes: ['production'],
    sources: ['src/renderer', 'src/shared', 'vite.renderer.config.ts', 'package-lock.json'],
    line: 'Building the interface, once …',
  },
  /** @type {Build} */
  electron: {
    config: 'vite.main.config.ts',
    modes: ['electron', 'preload'],
    sources: MAIN_SOURCES,
    line: 'Building the desktop shell, once …',
  },
};

/** @typedef {keyof typeof BUILDS} BuildName */

/**
 * @param {string} from a folder of the sources or of a build
 * @returns {string} the folder with package.json above it
 */
export const rootAbove = (from) => {
  const parent = dirname(from);
  return parent === from || existsSync(join(from, 'package.json')) ? from : rootAbove(parent);
};

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path
 */
const addFacts = (hash, root, path) => {
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (facts === undefined) return;
  if (facts.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addFacts(hash, root, `${path}/${name}`);
  } else hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
};

/**
 * Names, sizes and times of the sources in 16 letters; their content is not read, so that a start can afford it.
 * @param {string} root
 * @param {BuildName} name
 * @returns {string | null} null where there are no sources: what has been built is all there is
 */
export const fingerprint = (root, name) => {
  const { config, sources } = BUILDS[name];
  if (!existsSync(join(root, config))) return null;
  const hash = createHash('sha1');
  for (const path of sources) addFacts(hash, root, path);
  return hash.digest('hex').slice(0, 16);
};

/**
 * Builds for Node have a folder each, so that a running app keeps the files that it has not loaded yet.
 * @param {string} root
 * @param {BuildName} name
 * @param {string} print
 */
export const folderOf = (root, name, print) =>
  name === 'node' ? join(root, 'dist', name, print) : join(root, 'dist', name);

/**
 * @param {string} folder
 * @param {string} print
 */
export const isBuiltFrom = (folder, print) => {
  try {
    return readFileSync(join(folder, BUILT_FROM), 'utf8') === print;
  } catch {
    return false;
  }
};
