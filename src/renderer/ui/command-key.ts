const onMac = (): boolean => /mac/i.test(window.navigator.platform);

/** The name of the command key on this computer. */
export const commandKey = (): string => (onMac() ? '⌘' : 'Ctrl');
