/**
 * What the shell uses of Electron. It is handed in, so that tests run the shell on a stand-in; only `main.ts` and
 * `preload.ts` import the real one.
 */
export type Electron = Pick<
  typeof import('electron'),
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

export type { BrowserWindow, IpcMainInvokeEvent, MessagePortMain, Session, WebContents } from 'electron';
