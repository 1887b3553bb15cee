import { useNavigate } from 'react-router';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { dialogs } from '../../ui/dialogs.ts';
import { palette } from '../palette/store.ts';
import { useUndoRedo } from '../session/use-undo-redo.ts';
import type { CommandName } from './commands.ts';

/** A screen marks its own search field with `data-find` and its print button with `data-print`. */
const onScreen = (mark: 'find' | 'print'): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-${mark}]`);

/** What each command of the window does, for the keyboard and the palette. */
export const useCommands = (): Readonly<Record<CommandName, () => void>> => {
  const navigate = useNavigate();
  const portfolio = useMaybePortfolio();
  const { next, undo, redo } = useUndoRedo();
  return {
    palette: palette.open,
    open: dialogs.open,
    create: dialogs.create,
    saveCopy: () => {
      if (portfolio) dialogs.saveCopy();
    },
    find: () => {
      const field = onScreen('find');
      if (field) field.focus();
      else if (portfolio) palette.open();
    },
    print: () => {
      const button = onScreen('print');
      if (button) button.click();
      else if (portfolio) void navigate('/reviews');
    },
    undo: () => {
      if (next?.undo) undo();
    },
    redo: () => {
      if (next?.redo) redo();
    },
  };
};
