import { START_PAGE } from './app-protocol.ts';
import type { BrowserWindow, Electron } from './electron.ts';
import { readBounds, usableBounds, writeBounds } from './window-bounds.ts';

type Options = { readonly dataFolder: string; readonly preload: string; readonly icon: string };

/** The one window, where and as large as it was when it was last closed. */
export const openWindow = (
  { app, BrowserWindow: Window, screen }: Pick<Electron, 'app' | 'BrowserWindow' | 'screen'>,
  { dataFolder, preload, icon }: Options,
): BrowserWindow => {
  const remembered = readBounds(dataFolder);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new Window({
    ...usableBounds(remembered, screens),
    minWidth: 900,
    minHeight: 600,
    title: 'Clientele',
    // Windows and macOS take the program's own; Linux shows this one
    icon,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      // fetches its dictionaries from the internet
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    writeBounds(dataFolder, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  void window.loadURL(START_PAGE);
  return window;
};
