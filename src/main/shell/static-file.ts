import { realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export type StaticFile = { readonly path: string; readonly type: string };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * The build names its files in plain characters, so an escape, a backslash, a drive or a dot at the start of a
 * segment can only be an attempt to leave the folder.
 */
const PLAIN = /^(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}){1,16}$/;

export const isPlainPath = (pathname: string): boolean => PLAIN.test(pathname);

/** The file of `folder` that `pathname` (as it came, not decoded) names, or null; never one outside the folder. */
export const findStaticFile = async (folder: string, pathname: string): Promise<StaticFile | null> => {
  if (!isPlainPath(pathname)) return null;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, ...pathname.split('/')));
    // a link inside the folder may lead out of it
    if (!path.startsWith(root + sep) || !(await stat(path)).isFile()) return null;
    return { path, type: TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' };
  } catch {
    return null;
  }
};
