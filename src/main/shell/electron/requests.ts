import { sentenceOf, systemFault } from '../../system-fault.ts';
import { type Inbox, ReceiveError } from '../received.ts';
import { ORIGIN } from './app-protocol.ts';
import { PORT_CHANNEL, REQUEST_CHANNEL } from './channels.ts';
import type { BrowserWindow, Electron, IpcMainInvokeEvent, MessagePortMain } from './electron.ts';
import { savePdf } from './save-pdf.ts';

/** All that can be asked. */
export type Ask =
  | { readonly type: 'connect' }
  | { readonly type: 'receive'; readonly path: string }
  | { readonly type: 'pick-portfolio' }
  /** where a copy is to be saved; the path is the one proposed */
  | { readonly type: 'pick-copy'; readonly path: string }
  /** a page to be printed into a PDF under the name proposed, where the owner says */
  | { readonly type: 'save-pdf'; readonly html: string; readonly name: string };

export type Reply =
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly sentence: string };

type Parts = {
  readonly inbox: Inbox;
  readonly portfolioFolder: string;
  readonly window: () => BrowserWindow | null;
  readonly connect: () => Promise<MessagePortMain>;
};

const isAsk = (value: unknown): value is Ask => {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'receive' || value.type === 'pick-copy')
    return 'path' in value && typeof value.path === 'string' && value.path !== '';
  if (value.type === 'save-pdf')
    return (
      'html' in value && typeof value.html === 'string' && 'name' in value && typeof value.name === 'string'
    );
  return value.type === 'connect' || value.type === 'pick-portfolio';
};

/** Whether it was our window's own page that asked, not a frame in it, nor a page that got in its place. */
const isOurs = ({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean =>
  window !== null &&
  sender.id === window.webContents.id &&
  senderFrame !== null &&
  senderFrame.parent === null &&
  senderFrame.url.startsWith(`${ORIGIN}/`);

/** Hands a port to the engine over to the window. */
export const handOver = (window: BrowserWindow, port: MessagePortMain, sentence: string | null): void =>
  window.webContents.postMessage(PORT_CHANNEL, { sentence }, [port]);

const pickPortfolio = async (
  electron: Pick<Electron, 'dialog'>,
  window: BrowserWindow,
  folder: string,
): Promise<string | null> => {
  const { canceled, filePaths } = await electron.dialog.showOpenDialog(window, {
    title: 'Open a portfolio',
    defaultPath: folder,
    properties: ['openFile'],
    filters: [{ name: 'Clientele portfolio', extensions: ['clientele'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
};

const pickCopy = async (
  electron: Pick<Electron, 'dialog'>,
  window: BrowserWindow,
  proposed: string,
): Promise<string | null> => {
  const { canceled, filePath } = await electron.dialog.showSaveDialog(window, {
    title: 'Save a copy',
    defaultPath: proposed,
    filters: [{ name: 'Clientele portfolio', extensions: ['clientele'] }],
  });
  return canceled || filePath === '' ? null : filePath;
};

/** The one entry from the page into the main process. */
export const answerRequests = (
  electron: Pick<Electron, 'dialog' | 'ipcMain' | 'BrowserWindow'>,
  parts: Parts,
): void => {
  electron.ipcMain.handle(REQUEST_CHANNEL, async (event, ask: unknown): Promise<Reply> => {
    const window = parts.window();
    if (window === null || !isOurs(event, window) || !isAsk(ask)) {
      return { ok: false, sentence: 'This page may not ask for that.' };
    }
    try {
      if (ask.type === 'connect') {
        handOver(window, await parts.connect(), null);
        return { ok: true, value: null };
      }
      if (ask.type === 'pick-portfolio') {
        return { ok: true, value: await pickPortfolio(electron, window, parts.portfolioFolder) };
      }
      if (ask.type === 'pick-copy') return { ok: true, value: await pickCopy(electron, window, ask.path) };
      if (ask.type === 'save-pdf')
        return { ok: true, value: await savePdf(electron, window, ask.html, ask.name) };
      return { ok: true, value: (await parts.inbox.receiveFile(ask.path)).id };
    } catch (error) {
      const known = error instanceof ReceiveError || ask.type === 'connect' || systemFault(error) !== null;
      if (ask.type === 'save-pdf')
        return {
          ok: false,
          sentence: 'The PDF could not be written there. Close it if it is open, or choose another place.',
        };
      return { ok: false, sentence: known ? sentenceOf(error) : 'That did not work. Nothing was changed.' };
    }
  });
};
