import { putInPlace } from '../../report/pdf.ts';
import type { BrowserWindow, Electron } from './electron.ts';

/** A name for a file that means nothing else to any system. */
const plain = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, ' ').trim() || 'Review.pdf';

/**
 * Asks where the PDF is to lie, prints a page into it out of sight, and writes it whole.
 * The page may run nothing and load nothing: it is shown without scripts, in a window without a bridge.
 * @returns its path, or null when the owner closed the dialog
 */
export const savePdf = async (
  electron: Pick<Electron, 'dialog' | 'BrowserWindow'>,
  window: BrowserWindow,
  html: string,
  name: string,
): Promise<string | null> => {
  const { canceled, filePath } = await electron.dialog.showSaveDialog(window, {
    title: 'Save the review as PDF',
    defaultPath: plain(name),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return null;
  const paper = new electron.BrowserWindow({
    show: false,
    webPreferences: {
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await paper.loadURL(`data:text/html;base64,${Buffer.from(html).toString('base64')}`);
    const pdf = await paper.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await putInPlace(pdf, filePath);
    return filePath;
  } finally {
    paper.destroy();
  }
};
