import type { MenuItemConstructorOptions } from 'electron';

/** A key the page itself listens to; choosing the menu item presses it. */
export type Chord = { readonly key: string; readonly shift?: boolean };

type Options = {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly press: (chord: Chord) => void;
};

const accelerator = ({ key, shift }: Chord): string => `CmdOrCtrl+${shift === true ? 'Shift+' : ''}${key}`;

/**
 * The app's menus. What the page can do by a key, the menu does by the same key: there is one implementation, and the
 * menu only shows where it is.
 */
export const menuTemplate = ({
  platform,
  packaged,
  press,
}: Options): readonly MenuItemConstructorOptions[] => {
  const item = (label: string, chord: Chord): MenuItemConstructorOptions => ({
    label,
    accelerator: accelerator(chord),
    // shown with the label, but left to the page, which knows whether the owner is typing
    registerAccelerator: false,
    click: () => press(chord),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const mac: readonly MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...mac,
    {
      label: '&File',
      submenu: [
        item('New portfolio …', { key: 'N' }),
        item('Open portfolio …', { key: 'O' }),
        item('Save a copy …', { key: 'S', shift: true }),
        separator,
        item('Import sales …', { key: 'I' }),
        item('Print review …', { key: 'P' }),
        separator,
        platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', { key: 'Z' }),
        item('Redo', { key: 'Z', shift: true }),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('Find', { key: 'F' }),
        item('All commands', { key: 'K' }),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [separator, { role: 'toggleDevTools' } as const]),
      ],
    },
  ];
};
