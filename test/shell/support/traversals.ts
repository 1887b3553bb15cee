const UP = [
  '..',
  '%2e%2e',
  '%2E%2E',
  '.%2e',
  '%2e.',
  '..%00',
  '%252e%252e',
  '..;',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '%ef%bc%8e%ef%bc%8e',
  '.+.',
  '..%20',
  '....',
  '%%32%65%%32%65',
] as const;
const SLASH = ['/', '%2f', '%5c', '\\', '%252f', '%c0%af', '//'] as const;
const TARGETS = ['secret.txt', 'etc/passwd'] as const;

const climbing = UP.flatMap((up) =>
  SLASH.flatMap((slash) => TARGETS.map((target) => `/assets${slash}${up}${slash}${up}${slash}${target}`)),
);

const others = [
  '/%00',
  '/index.html%00.js',
  '/assets/app.js%00',
  '/assets/app.js%20',
  '/assets/app.js/',
  '/assets//app.js',
  '//etc/passwd',
  '//127.0.0.1/secret.txt',
  '/./assets/app.js',
  '/assets/./app.js',
  '/assets/.hidden',
  '/.env',
  '/.git/config',
  '/~root/.ssh/id_rsa',
  '/C:/Windows/win.ini',
  '/c%3a/windows/win.ini',
  '/C:%5cWindows%5cwin.ini',
  '/file:///etc/passwd',
  '/file:%2f%2f%2fetc/passwd',
  '/assets/app.js::$DATA',
  '/assets/app.js%3a%3a$DATA',
  '/proc/self/environ',
  '/dev/stdin',
  '/etc/passwd',
  '/assets/link.txt',
  '/assets/folder-link/secret.txt',
  '/assets',
  '/assets/',
  '/secret.txt',
  '/renderer/index.html',
  '/package.json',
  '/node_modules/vite/package.json',
  `/${'a/'.repeat(40)}b`,
  `/${'a'.repeat(4000)}`,
  '/assets/app.js#/../secret.txt',
] as const;

/** Ways out of the folder; `/assets/link.txt` and `/assets/folder-link` are links that lead out of it. */
export const TRAVERSALS: readonly string[] = [...climbing, ...others];
