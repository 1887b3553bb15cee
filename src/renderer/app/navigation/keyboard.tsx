import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { SHORTCUTS } from './shortcuts.ts';
import { useCommands } from './use-commands.ts';

/** The keys people have in their fingers. Undo stays with the browser while they type in a field. */
export const Keyboard = (): null => {
  const navigate = useNavigate();
  const run = useCommands();
  const hotkeys = (whileTyping: boolean): HotkeyItem[] =>
    SHORTCUTS.filter((shortcut) => shortcut.whileTyping === whileTyping).flatMap(({ keys, target }) =>
      keys.map(
        (combination): HotkeyItem => [
          combination,
          () => (target.kind === 'go' ? void navigate(target.to) : run[target.what]()),
        ],
      ),
    );
  useHotkeys(hotkeys(true), []);
  useHotkeys(hotkeys(false));
  return null;
};
