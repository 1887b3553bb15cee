import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { useMaybePortfolio } from '../../client/portfolio.ts';
import { dialogs } from '../../features/start/dialogs.ts';
import { openPalette } from '../palette/palette.tsx';
import { useUndoRedo } from '../session/use-undo-redo.ts';

/** A screen marks its own search field with `data-find` and its print button with `data-print`. */
const onScreen = (mark: 'find' | 'print'): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-${mark}]`);

/** The keys people have in their fingers. Undo stays with the browser while they type in a field. */
export const Keyboard = (): null => {
  const navigate = useNavigate();
  const portfolio = useMaybePortfolio();
  const { next, undo, redo } = useUndoRedo();
  useHotkeys(
    [
      ['mod+O', dialogs.open],
      ['mod+N', dialogs.create],
      ['mod+I', () => void navigate('/import')],
      [
        'mod+F',
        () => {
          const field = onScreen('find');
          if (field) field.focus();
          else if (portfolio) openPalette();
        },
      ],
      [
        'mod+P',
        () => {
          const button = onScreen('print');
          if (button) button.click();
          else if (portfolio) void navigate('/reviews');
        },
      ],
    ],
    [],
  );
  useHotkeys([
    ['mod+Z', () => next?.undo && undo()],
    ['mod+shift+Z', () => next?.redo && redo()],
    ['mod+Y', () => next?.redo && redo()],
  ]);
  return null;
};
