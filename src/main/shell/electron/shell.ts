import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EngineOptions } from '../../engine/options.ts';
import { type Supervisor, supervise } from '../../engine/supervise.ts';
import { sentenceOf } from '../../system-fault.ts';
import { ownFolder, sweepLeftovers } from '../leftovers.ts';
import { createInbox, type Inbox } from '../received.ts';
import { appProtocol, SCHEME, SCHEME_PRIVILEGES } from './app-protocol.ts';
import type { BrowserWindow, Electron, MessagePortMain } from './electron.ts';
import { engineUtilityProcess } from './engine-process.ts';
import { guardContents, guardSession } from './guards.ts';
import { type Chord, menuTemplate } from './menu.ts';
import { answerRequests, handOver } from './requests.ts';
import { openWindow } from './window.ts';

export type ShellOptions = {
  readonly engineOptions: EngineOptions;
  readonly rendererFolder: string;
  /** the built preload */
  readonly preload: string;
  /** a PNG picture for the window */
  readonly icon: string;
  /** the built entry of the engine */
  readonly engineFile: string;
  readonly platform: NodeJS.Platform;
  /** the portfolio to open at the start */
  readonly portfolio: string | null;
  /** opens the made-up bakery at the start */
  readonly sample: boolean;
};

/** The portfolio among a program's arguments, e.g. of a double click on a file. */
export const portfolioIn = (argv: readonly string[], folder: string): string | null => {
  const path = argv.slice(1).findLast((each) => !each.startsWith('-') && each.endsWith('.clientele'));
  return path === undefined ? null : resolve(folder, path);
};

const pressIn = (window: BrowserWindow | null, platform: NodeJS.Platform, { key, shift }: Chord): void => {
  const modifiers: ('meta' | 'control' | 'shift')[] = [platform === 'darwin' ? 'meta' : 'control'];
  if (shift === true) modifiers.push('shift');
  for (const type of ['keyDown', 'keyUp'] as const) {
    window?.webContents.sendInputEvent({ type, keyCode: key, modifiers });
  }
};

type Engine = Supervisor<MessagePortMain>;

const setMenu = ({ app, Menu }: Electron, options: ShellOptions, window: () => BrowserWindow | null): void =>
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...menuTemplate({
        platform: options.platform,
        packaged: app.isPackaged,
        press: (chord) => pressIn(window(), options.platform, chord),
      }),
    ]),
  );

/** The engine writes down what it has and lets go of the portfolio, and received files go, before the app ends. */
const closeAtEnd = (app: Electron['app'], engine: Engine, inbox: Inbox): void => {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void Promise.allSettled([engine.close(), inbox.empty()]).then(() => {
      closed = true;
      app.quit();
    });
  });
};

/** What can be asked of the app from outside, by another start of it or by the desktop. */
type Door = { readonly show: () => void; readonly open: (path: string) => void };

/** Whether the page shows why a portfolio was not opened, and what can be done. */
const isSaidByPage = async (engine: Engine): Promise<boolean> => {
  try {
    const { portfolio, unopened } = await (await engine.client()).portfolio.status();
    return portfolio === null && unopened !== null;
  } catch {
    return false; // the engine does not run: a box is all there is
  }
};

const run = async (electron: Electron, options: ShellOptions): Promise<Door> => {
  const { app, dialog, session } = electron;
  const { dataFolder, portfolioFolder } = options.engineOptions;
  let window: BrowserWindow | null = null;
  guardSession(session.defaultSession);
  session.defaultSession.protocol.handle(SCHEME, appProtocol(options.rendererFolder));

  const engine = supervise(() => engineUtilityProcess(electron, options.engineFile), options.engineOptions);
  engine.onNotice(({ type, sentence }) => {
    if (type === 'stopped') dialog.showErrorBox('Clientele', sentence);
    else void engine.connect().then((port) => window !== null && handOver(window, port, sentence));
  });
  const inbox = createInbox(dataFolder);
  closeAtEnd(app, engine, inbox);
  answerRequests(electron, { inbox, portfolioFolder, window: () => window, connect: engine.connect });
  setMenu(electron, options, () => window);

  const show = (): void => {
    if (window !== null) {
      if (window.isMinimized()) window.restore();
      window.focus();
      return;
    }
    window = openWindow(electron, { dataFolder, preload: options.preload, icon: options.icon });
    window.on('closed', () => {
      window = null;
      void inbox.empty();
    });
  };
  const attempt = async (what: (engine: Engine) => Promise<unknown>): Promise<void> => {
    try {
      await what(engine);
    } catch (error) {
      if (!(await isSaidByPage(engine))) dialog.showErrorBox('Clientele', sentenceOf(error));
    }
  };
  const open = (path: string): Promise<void> =>
    attempt(async () => (await engine.client()).portfolio.open({ path }));
  const openLater = async (path: string): Promise<void> => {
    await open(path);
    window?.webContents.reload();
  };

  await ownFolder(dataFolder);
  await sweepLeftovers(options.engineOptions, Date.now());
  if (options.sample)
    await attempt(async () => (await engine.client()).portfolio.openSample({ kind: 'bakery' }));
  // the window does not wait: it says that the file is being checked
  if (options.portfolio !== null) void open(options.portfolio);
  show();
  return { show, open: (path) => void openLater(path) };
};

/**
 * The desktop shell: a window on the ordinary app, and the engine in a process of its own.
 * @returns whether this is the first instance; a second one hands its arguments over and ends
 */
export const createShell = (electron: Electron, options: ShellOptions): boolean => {
  const { app, protocol } = electron;
  // the lock is kept in this folder: one instance for each data folder
  const profile = join(options.engineOptions.dataFolder, 'window');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', profile);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES]);
  app.on('web-contents-created', (_event, contents) => guardContents(electron, contents));
  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  // the desktop may ask for a file before the app is ready
  const door = app.whenReady().then(() => run(electron, options));
  app.on('activate', () => void door.then(({ show }) => show()));
  app.on('second-instance', (_event, argv, folder) => {
    const path = portfolioIn(argv, folder);
    void door.then(({ show, open }) => {
      show();
      if (path !== null) open(path);
    });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void door.then(({ show, open }) => {
      show();
      open(path);
    });
  });
  return true;
};
