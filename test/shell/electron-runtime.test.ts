import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasDisplay } from '../../src/main/shell/start/browser.ts';
import {
  CHECKOUT,
  ensureElectronMain,
  ensureRenderer,
  RENDERER_FOLDER,
} from '../../src/main/shell/start/build.ts';
import { presentRuntime } from '../../src/main/shell/start/runtime.ts';

const runtime = presentRuntime();
const able = runtime !== null && hasDisplay(process.platform, process.env);
if (!able) process.stdout.write("Electron's runtime or a display is absent; the tests in it are skipped.\n");

describe.skipIf(!able)('in the real Electron', () => {
  let app: ElectronApplication;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    await ensureRenderer(RENDERER_FOLDER);
    await ensureElectronMain();
    folder = await mkdtemp(join(tmpdir(), 'clientele-electron-'));
    app = await _electron.launch({
      executablePath: runtime ?? '',
      args: [CHECKOUT],
      env: {
        ...process.env,
        CLIENTELE_DATA: join(folder, 'data'),
        CLIENTELE_PORTFOLIOS: join(folder, 'portfolios'),
      } as Record<string, string>,
    });
    page = await app.firstWindow();
    await page.waitForLoadState();
  }, 120_000);
  afterAll(async () => {
    await app?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('the page comes from the app’s own scheme and has nothing of Node', async () => {
    expect(new URL(page.url()).protocol).toBe('app:');
    expect(await page.evaluate('[typeof require, typeof process, typeof module].join()')).toBe(
      'undefined,undefined,undefined',
    );
    expect(await page.evaluate('Object.keys(window.clientele).sort().join()')).toBe(
      'connect,pickPortfolio,receive',
    );
    expect(await page.evaluate('Object.isFrozen(window.clientele)')).toBe(true);
  });

  test('the engine answers over the port: the first screen is there', async () => {
    await expect
      .poll(() => page.locator('body').textContent(), { timeout: 20_000 })
      .toContain('Import your sales');
  });

  test('a page cannot leave, open a window or reach the network', async () => {
    await page.evaluate('void (location.href = "https://example.com/")');
    expect(await page.evaluate('window.open("https://example.com/") === null')).toBe(true);
    expect(await page.evaluate('fetch("https://example.com/").then(() => "reached", () => "blocked")')).toBe(
      'blocked',
    );
    expect(new URL(page.url()).protocol).toBe('app:');
    expect(app.windows()).toHaveLength(1);
  });
});
