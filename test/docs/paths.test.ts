import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..', '..');

/** Folders of the project whose content is written by hand. */
const FOLDERS = ['docs', 'resources', 'scripts', 'src', 'test'];

const paths = [
  ...readdirSync(project),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map(
      (path) => `${folder}/${path}`,
    ),
  ),
].map((path) => path.split(sep).join('/'));

/** What a text names in `code` as a file or folder: it has a slash, or an ending of a file, and nothing a command would have. */
const named = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)]
    .map(([, code = '']) => code.replace(/\/$/, ''))
    .filter((code) => !/[\s(){}=…]/.test(code) && !code.startsWith('dist/'))
    .filter((code) => !/^\.[\w.]+$/.test(code)) // an ending alone
    .filter((code) => code.includes('/') || /\.(tsx?|mjs|jsonc?|md)$/.test(code));

/** Whether it is there, as written or below some folder; `<name>` stands for any name. */
const exists = (name: string): boolean => {
  if (name.startsWith('.')) return existsSync(join(project, name));
  const pattern = name.replaceAll(/[.+*?^$[\]\\|]/g, '\\$&').replaceAll(/<[^>]+>/g, '[^/]+');
  const wanted = new RegExp(`(^|/)${pattern}$`);
  return paths.some((path) => wanted.test(path));
};

test.each([
  ['CONTRIBUTING.md', 30],
  ['architecture.md', 30],
])('every path that docs/%s names is there', (document, atLeast) => {
  const names = named(readFileSync(join(project, 'docs', document), 'utf8'));
  expect(names.length).toBeGreaterThanOrEqual(atLeast);
  expect(names.filter((name) => !exists(name))).toEqual([]);
});

test('a file that is not there would be noticed', () => {
  expect(named('see `src/main/nowhere.ts`, `npm test` and `part`')).toEqual(['src/main/nowhere.ts']);
  expect(exists('src/main/nowhere.ts')).toBe(false);
  expect(exists('src/main/<folder>/open.ts')).toBe(true);
});
