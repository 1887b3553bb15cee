import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

const SLOW = ['test/**/*.slow.test.ts'];

/** `fast` runs with `npm test`, `slow` with `npm run test:slow`; `vitest run` runs both. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // a watchdog, as those above: the second of the default would be a bar for the machine
    expect: { poll: { timeout: 30_000 } },
    // V8 of Node 24 ends a process of many threads now and then in its bookkeeping of write-protected code pages
    // ("Check failed: jit_page.has_value()"); without protection keys it keeps none
    execArgv: ['--no-memory-protection-keys'],
    // one less than there are cores, as usual, would leave one of two idle
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...configDefaults.exclude, 'test/e2e/**', ...SLOW],
        },
      },
      { extends: true, test: { name: 'slow', include: SLOW } },
    ],
  },
});
