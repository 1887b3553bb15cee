import { defineConfig } from '@playwright/test';
import { findChromium } from './src/main/report/chromium.ts';

const chromium = await findChromium();

/** Watchdogs against hangs, not bars: a loaded machine may take its time. */
const TEST_MS = 900_000;
const EXPECT_MS = 60_000;

/** The whole path from an empty start to a printed review. */
const FAST = 'whole-path.spec.ts';

/** Nothing but the app's own address resolves, and the browser does nothing of its own. */
const OFF_THE_NETWORK = [
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
];

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/support/build.ts',
  // `fast` runs with `npm test`, `slow` with `npm run test:slow`
  projects: [
    { name: 'fast', testMatch: FAST },
    { name: 'slow', testIgnore: FAST },
  ],
  outputDir: 'test-results',
  // each file in a worker; each test has a shell, folders and a port of its own
  workers: 2,
  retries: 0,
  fullyParallel: false,
  forbidOnly: true,
  timeout: TEST_MS,
  expect: { timeout: EXPECT_MS },
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: EXPECT_MS,
    navigationTimeout: EXPECT_MS,
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', ...OFF_THE_NETWORK],
    },
  },
});
