export type KeyHelp = { readonly keys: readonly string[]; readonly does: string };

const onMac = (): boolean => /mac/i.test(window.navigator.platform);

/** The name of the command key on this computer. */
export const commandKey = (): string => (onMac() ? '⌘' : 'Ctrl');

export const keyHelp = (): readonly KeyHelp[] => {
  const mod = commandKey();
  return [
    { keys: [mod, 'K'], does: 'Go anywhere, find any customer' },
    { keys: [mod, 'F'], does: 'Find on this screen' },
    { keys: [mod, 'I'], does: 'Import sales' },
    { keys: [mod, 'O'], does: 'Open a portfolio' },
    { keys: [mod, 'P'], does: 'Print the review' },
    { keys: [mod, 'Z'], does: 'Undo' },
    { keys: [mod, 'Shift', 'Z'], does: 'Redo' },
  ];
};
