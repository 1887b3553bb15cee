import { test as base, expect } from '@playwright/test';
import type { Client } from '../../../src/shared/contract/index.ts';
import { type App, appOf } from '../pages/app.ts';
import { engineOf } from './engine.ts';
import { type Shell, startShell } from './shell.ts';
import { type Watch, watchContext } from './watch.ts';

type Fixtures = {
  /** the running app: a process of its own with empty folders */
  readonly shell: Shell;
  readonly watch: Watch;
  /** the page models, at the app's first screen */
  readonly app: App;
  /** the engine behind the page */
  readonly engine: Client;
};

/** Each test has the whole app to itself, and fails if the page or the process behind it leaves this machine. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from its pattern
  shell: async ({}, use) => {
    const shell = await startShell();
    await use(shell);
    const attempts = shell.guardNotes().filter((note) => note.kind === 'attempt');
    const code = await shell.stop();
    expect(attempts, 'the process asks for nothing outside this machine').toEqual([]);
    expect(code, 'the shell ends without a fault').toBe(0);
  },
  watch: async ({ context, shell }, use) => {
    const watch = watchContext(context, shell.origin);
    await use(watch);
    expect(watch.requests, 'the page asks for nothing outside its own origin').toEqual([]);
    expect(watch.faults, 'no console error, no uncaught error, no breach of the policy').toEqual([]);
  },
  app: async ({ page, shell, watch: _watch }, use) => {
    await page.goto(shell.url);
    await use(appOf(page));
  },
  engine: async ({ page, app: _app }, use) => use(await engineOf(page)),
});

export { expect };
