// Runs in the sandbox before the page, and is built as CommonJS: a sandboxed preload can be nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { createBridge } from './bridge.ts';

// the project of the main process has no DOM
declare const window: {
  postMessage: (message: unknown, targetOrigin: string, ports: readonly unknown[]) => void;
};

contextBridge.exposeInMainWorld(
  'clientele',
  createBridge({
    ipc: ipcRenderer,
    pathOf: (file) => webUtils.getPathForFile(file),
    post: (message, ports) => window.postMessage(message, '*', ports),
  }),
);
