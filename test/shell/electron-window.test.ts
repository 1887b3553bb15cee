import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBounds, usableBounds } from '../../src/main/shell/electron/window-bounds.ts';
import type { StandIn, StandInContents } from './electron-stand-in.ts';
import { anOpenShell, aShell, type Open, quit } from './support/electron-shell.ts';

let shell: Open;
beforeAll(async () => {
  shell = await anOpenShell();
});
afterAll(() => quit(shell));

const called = ({ calls }: StandIn): readonly string[] => calls.map(({ name }) => name);

describe('before anything is opened', () => {
  test('the single-instance lock is taken, the sandbox is switched on, the scheme is registered', async () => {
    const standIn = await aShell();
    expect(called(standIn)).toEqual([
      'app.setPath',
      'app.requestSingleInstanceLock',
      'app.enableSandbox',
      'protocol.registerSchemesAsPrivileged',
    ]);
    expect(standIn.calls.at(-1)?.args).toEqual([
      [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
    ]);
  });

  test('a second instance ends without an engine or a window', async () => {
    const standIn = await aShell({}, { firstInstance: false });
    standIn.ready();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(called(standIn)).toEqual([
      'app.setPath',
      'app.requestSingleInstanceLock',
      'app.quit',
      'app.ended',
    ]);
    expect([standIn.windows.length, standIn.processes.length]).toEqual([0, 0]);
  });

  test('the session is guarded before the window is made', () => {
    const names = called(shell);
    const window = names.indexOf('new BrowserWindow');
    for (const name of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'onBeforeRequest',
      'protocol.handle',
    ]) {
      expect([name, names.indexOf(name) >= 0 && names.indexOf(name) < window]).toEqual([name, true]);
    }
  });
});

describe('the window', () => {
  test('has a sandboxed, isolated page of the app’s own scheme', () => {
    const { window } = shell;
    expect(window.options.webPreferences).toEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
    expect(window.options.icon).toBe('/app/icon.png');
    expect(window.urls).toEqual(['app://clientele/']);
    expect(window.shown).toBe(false);
    window.emit('ready-to-show');
    expect(window.shown).toBe(true);
  });

  test.each([
    ['will-navigate', [{ url: 'https://evil.example/' }]],
    ['will-navigate', [{ url: 'app://clientele/other.html' }]],
    ['will-redirect', [{ url: 'https://evil.example/' }]],
    ['will-attach-webview', [{}, {}]],
    ['will-frame-navigate', [{ url: 'https://evil.example/', isMainFrame: false }]],
    ['will-frame-navigate', [{ url: 'about:srcdoc', isMainFrame: true }]],
    ['will-frame-navigate', [{ url: 'file:///etc/passwd', isMainFrame: false }]],
  ] as const)('prevents %s (%j)', (event, [details, ...rest]) => {
    const { contents } = shell;
    expect(prevented(contents, event, details, ...rest)).toBe(true);
  });

  test('shows the printed review in a frame', () => {
    const { contents } = shell;
    expect(prevented(contents, 'will-frame-navigate', { url: 'about:srcdoc', isMainFrame: false })).toBe(
      false,
    );
  });

  test('opens no further window; a web address goes to the owner’s browser', () => {
    const { contents, opened } = shell;
    expect(contents.openHandler?.({ url: 'https://doi.org/10.1287/mksc' })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://doi.org/10.1287/mksc']);
  });

  test('remembers where it was', async () => {
    const { window, dataFolder } = shell;
    window.maximized = true;
    window.emit('close');
    expect(JSON.parse(await readFile(join(dataFolder, 'window.json'), 'utf8'))).toEqual({
      bounds: window.bounds,
      maximized: true,
    });
    expect(readBounds(dataFolder)).toEqual({ bounds: window.bounds, maximized: true });
    await writeFile(join(dataFolder, 'window.json'), '{"bounds":{"x":"1"}}');
    expect(readBounds(dataFolder)).toBeNull();
  });

  test.each([
    ['on the screen', { x: 100, y: 50, width: 900, height: 600 }, true],
    ['on a screen that is gone', { x: 3000, y: 50, width: 900, height: 600 }, false],
    ['almost out of sight', { x: 1300, y: 700, width: 900, height: 600 }, false],
  ])('comes back where it can be seen: %s', (_name, bounds, kept) => {
    const screens = [{ x: 0, y: 0, width: 1366, height: 728 }];
    const used = usableBounds({ bounds, maximized: false }, screens);
    expect(used).toEqual(kept ? bounds : { width: 1280, height: 800 });
  });
});

const prevented = (
  contents: StandInContents,
  event: string,
  details: object,
  ...rest: readonly unknown[]
): boolean => {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  contents.emit(event, { ...details, preventDefault: stop }, ...rest);
  return stopped;
};

describe('the session', () => {
  test('gives no permission', () => {
    const { handlers } = shell;
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'fileSystem',
      'openExternal',
      'usb',
    ]) {
      const answers: unknown[] = [];
      handlers.get('setPermissionRequestHandler')?.(null, permission, (granted: boolean) =>
        answers.push(granted),
      );
      expect(answers).toEqual([false]);
      expect(handlers.get('setPermissionCheckHandler')?.(null, permission, 'app://clientele', {})).toBe(
        false,
      );
    }
    expect(handlers.get('setDevicePermissionHandler')?.({})).toBe(false);
  });

  test.each([
    ['app://clientele/', false],
    ['app://clientele/assets/app.js', false],
    ['data:image/png;base64,AA', false],
    ['blob:app://clientele/1-2', false],
    ['app://elsewhere/', true],
    ['app://clientele.evil.example/', true],
    ['https://evil.example/app://clientele/', true],
    ['http://127.0.0.1:80/', true],
    ['file:///etc/passwd', true],
    ['ws://evil.example/', true],
  ])('lets a request for %s be cancelled: %s', (url, cancel) => {
    const { handlers } = shell;
    const answers: unknown[] = [];
    handlers.get('onBeforeRequest')?.({ url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  });
});
