import type { IconName } from '../../ui/icons.tsx';
import type { PaletteText } from './places.ts';
import type { Shortcut } from './shortcut.ts';

export type CommandName = 'palette' | 'find' | 'open' | 'create' | 'saveCopy' | 'print' | 'undo' | 'redo';

export type Command = {
  readonly shortcut: Shortcut;
  /** how the palette offers it; absent where it can be had by its keys and on the screen only */
  readonly palette?: Omit<PaletteText, 'about'> & {
    readonly icon: IconName;
    /** absent where only the moment can say, as with what would be undone */
    readonly about?: string;
    /** offered only while a portfolio is open */
    readonly ofPortfolio?: true;
  };
};

/** What can be done anywhere in the window besides going to a place; palette, shortcuts and help read it. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  palette: { shortcut: { keys: ['mod+K'], does: 'Go anywhere, find any customer', whileTyping: true } },
  find: { shortcut: { keys: ['mod+F'], does: 'Find on this screen', whileTyping: true } },
  open: {
    shortcut: { keys: ['mod+O'], does: 'Open a portfolio', whileTyping: true },
    palette: {
      title: 'Open a portfolio',
      about: 'One you had open before, or a file',
      icon: 'folder',
      words: 'file switch sample',
    },
  },
  create: {
    shortcut: { keys: ['mod+N'], does: 'New portfolio', whileTyping: true },
    palette: {
      title: 'New portfolio',
      about: 'For another business, in a file of its own',
      icon: 'file',
      words: 'create business',
    },
  },
  saveCopy: {
    shortcut: { keys: ['mod+shift+S'], does: 'Save a copy', whileTyping: true },
    palette: {
      title: 'Save a copy',
      about: 'Another disk or folder: a checked copy of the whole portfolio',
      icon: 'copy',
      words: 'backup usb drive safety archive',
      ofPortfolio: true,
    },
  },
  print: { shortcut: { keys: ['mod+P'], does: 'Print the review', whileTyping: true } },
  // in a field these keys undo what was typed there
  undo: {
    shortcut: { keys: ['mod+Z'], does: 'Undo', whileTyping: false },
    palette: { title: 'Undo', icon: 'undo', words: 'back' },
  },
  redo: {
    shortcut: { keys: ['mod+shift+Z', 'mod+Y'], does: 'Redo', whileTyping: false },
    palette: { title: 'Redo', icon: 'redo', words: 'again' },
  },
};

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[]; // the keys of a closed record
