type Which = 'open' | 'new' | 'copy' | null;

let shown: Which = null;
const listeners = new Set<() => void>();

const show = (which: Which): void => {
  shown = which;
  for (const listener of listeners) listener();
};

/** Which of the dialogs is open; they are opened from the menu, the palette and the keyboard alike. */
export const dialogs = {
  open: () => show('open'),
  create: () => show('new'),
  saveCopy: () => show('copy'),
  close: () => show(null),
  shown: () => shown,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
} as const;
