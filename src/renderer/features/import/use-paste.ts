import { useEffect } from 'react';
import { textOfClipboard } from './pasted-text.ts';
import type { ImportActions } from './use-import.ts';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/** Cells or a file pasted anywhere on the screen, unless they are meant for a field. */
export const usePaste = (
  active: boolean,
  { takeFile, takeText }: Pick<ImportActions, 'takeFile' | 'takeText'>,
): void => {
  useEffect(() => {
    if (!active) return;
    const onPaste = (event: ClipboardEvent): void => {
      if (isField(event.target) || !event.clipboardData) return;
      const file = event.clipboardData.files[0];
      const text = textOfClipboard(
        event.clipboardData.getData('text/plain'),
        event.clipboardData.getData('text/html'),
      );
      // A spreadsheet copies a picture of the cells along with their text: the text is meant.
      if (text.includes('\n') || text.includes('\t')) void takeText(text);
      else if (file) void takeFile(file);
      else return;
      event.preventDefault();
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, [active, takeFile, takeText]);
};
