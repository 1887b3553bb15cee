import { EventEmitter } from 'node:events';
import {
  MessageChannel,
  type MessagePort as ThreadPort,
  type Transferable,
  Worker,
} from 'node:worker_threads';
import type { Electron } from '../../src/main/shell/electron/electron.ts';

/**
 * As Electron's: its messages come as events, and only once it is started. It is an object of Electron's own and no
 * Node port, so that a worker thread cannot be given one (electron #33086).
 */
export class StandInPort extends EventEmitter {
  readonly #port: ThreadPort;

  constructor(port: ThreadPort) {
    super();
    this.#port = port;
    port.on('close', () => this.emit('close'));
  }

  start(): void {
    this.#port.on('message', (data) => this.emit('message', { data, ports: [] }));
    this.#port.start();
  }

  postMessage(message: unknown): void {
    this.#port.postMessage(message);
  }

  close(): void {
    this.#port.close();
  }

  /** what is left of it on this side when it was handed to another process */
  static release(port: StandInPort): ThreadPort {
    port.removeAllListeners();
    return port.#port;
  }
}

class StandInChannel {
  readonly port1: StandInPort;
  readonly port2: StandInPort;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new StandInPort(port1);
    this.port2 = new StandInPort(port2);
  }
}

/** A utility process, played by a thread behind a shim. */
class StandInProcess extends EventEmitter {
  readonly worker: Worker;

  constructor(file: string) {
    super();
    this.worker = new Worker(new URL('./support/utility-shim.mjs', import.meta.url), { workerData: file });
    this.worker.on('message', (message) => this.emit('message', message));
    this.worker.on('error', () => undefined);
    this.worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage(data: unknown, ports: readonly StandInPort[] = []): void {
    const released = ports.map((port) => StandInPort.release(port));
    this.worker.postMessage({ data, ports: released }, released as readonly Transferable[]);
  }

  kill(): boolean {
    void this.worker.terminate();
    return true;
  }
}

export type Call = { readonly name: string; readonly args: readonly unknown[] };
type Handler = (...args: readonly unknown[]) => unknown;
type Frame = { readonly url: string; readonly parent: unknown };

let lastId = 0;

export class StandInContents extends EventEmitter {
  readonly id = ++lastId;
  readonly mainFrame: Frame = { url: 'app://clientele/', parent: null };
  readonly posted: {
    readonly channel: string;
    readonly message: unknown;
    readonly ports: readonly StandInPort[];
  }[] = [];
  readonly pressed: unknown[] = [];
  readonly printed: unknown[] = [];
  openHandler: ((details: { readonly url: string }) => unknown) | undefined;
  reloads = 0;

  setWindowOpenHandler(handler: (details: { readonly url: string }) => unknown): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, message: unknown, ports: readonly StandInPort[]): void {
    this.posted.push({ channel, message, ports });
  }
  printToPDF(options: unknown): Promise<Buffer> {
    this.printed.push(options);
    return Promise.resolve(Buffer.from('%PDF-1.7 made by the stand-in'));
  }
  sendInputEvent(event: unknown): void {
    this.pressed.push(event);
  }
  reload(): void {
    this.reloads += 1;
  }
}

export type StandIn = {
  readonly electron: Electron;
  /** what was called, in order */
  readonly calls: readonly Call[];
  readonly app: EventEmitter;
  readonly windows: readonly StandInWindow[];
  readonly processes: readonly StandInProcess[];
  /** functions the shell has given to Electron, by the name of the setter */
  readonly handlers: ReadonlyMap<string, Handler>;
  readonly opened: readonly string[];
  readonly boxes: readonly string[];
  readonly pick: { paths: readonly string[] };
  readonly ready: () => void;
};

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents();
  readonly options: Readonly<Record<string, unknown>>;
  readonly urls: string[] = [];
  bounds = { x: 10, y: 20, width: 1000, height: 700 };
  maximized = false;
  shown = false;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.urls.push(url);
    return Promise.resolve();
  }
  show(): void {
    this.shown = true;
  }
  destroyed = false;
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {
    this.maximized = true;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  getNormalBounds(): unknown {
    return this.bounds;
  }
}

/** Electron as far as the shell uses it, without a window. `firstInstance: false` plays a second start of the app. */
export const anElectron = ({ firstInstance = true, packaged = true } = {}): StandIn => {
  const calls: Call[] = [];
  const windows: StandInWindow[] = [];
  const processes: StandInProcess[] = [];
  const handlers = new Map<string, Handler>();
  const opened: string[] = [];
  const boxes: string[] = [];
  const pick: StandIn['pick'] = { paths: [] };
  const noted =
    <T>(name: string, result: T) =>
    (...args: readonly unknown[]): T => {
      calls.push({ name, args });
      const handler = args.find((arg) => typeof arg === 'function');
      if (handler !== undefined) handlers.set(name, handler as Handler);
      return result;
    };
  const ready = Promise.withResolvers<void>();
  const emitter = new EventEmitter();
  const app = Object.assign(emitter, {
    isPackaged: packaged,
    setPath: noted('app.setPath', undefined),
    requestSingleInstanceLock: noted('app.requestSingleInstanceLock', firstInstance),
    enableSandbox: noted('app.enableSandbox', undefined),
    getVersion: () => '1.2.3',
    whenReady: () => ready.promise,
    quit: () => {
      calls.push({ name: 'app.quit', args: [] });
      let prevented = false;
      emitter.emit('will-quit', {
        preventDefault: () => {
          prevented = true;
        },
      });
      if (!prevented) calls.push({ name: 'app.ended', args: [] });
    },
  });
  class Window extends StandInWindow {
    constructor(options: Readonly<Record<string, unknown>>) {
      super(options);
      calls.push({ name: 'new BrowserWindow', args: [options] });
      windows.push(this);
      emitter.emit('web-contents-created', {}, this.webContents);
    }
  }
  const electron = {
    app,
    BrowserWindow: Window,
    MessageChannelMain: StandInChannel,
    dialog: {
      showErrorBox: (_title: string, text: string) => boxes.push(text),
      showOpenDialog: () => Promise.resolve({ canceled: pick.paths.length === 0, filePaths: pick.paths }),
      showSaveDialog: (window: unknown, options: { readonly defaultPath: string }) => {
        calls.push({ name: 'dialog.showSaveDialog', args: [window, options] });
        const filePath = pick.paths[0] ?? options.defaultPath;
        return Promise.resolve({ canceled: pick.paths.length === 0, filePath });
      },
    },
    ipcMain: { handle: noted('ipcMain.handle', undefined), on: noted('ipcMain.on', undefined) },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: noted('Menu.setApplicationMenu', undefined),
    },
    protocol: { registerSchemesAsPrivileged: noted('protocol.registerSchemesAsPrivileged', undefined) },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
    session: {
      defaultSession: {
        protocol: { handle: noted('protocol.handle', undefined) },
        setPermissionRequestHandler: noted('setPermissionRequestHandler', undefined),
        setPermissionCheckHandler: noted('setPermissionCheckHandler', undefined),
        setDevicePermissionHandler: noted('setDevicePermissionHandler', undefined),
        webRequest: { onBeforeRequest: noted('onBeforeRequest', undefined) },
      },
    },
    shell: {
      openExternal: (url: string) => {
        opened.push(url);
        return Promise.resolve();
      },
    },
    utilityProcess: {
      fork: (file: string, ...rest: readonly unknown[]) => {
        calls.push({ name: 'utilityProcess.fork', args: [file, ...rest] });
        const child = new StandInProcess(file);
        processes.push(child);
        return child;
      },
    },
  };
  return {
    electron: electron as unknown as Electron,
    calls,
    app: emitter,
    windows,
    processes,
    handlers,
    opened,
    boxes,
    pick,
    ready: ready.resolve,
  };
};
