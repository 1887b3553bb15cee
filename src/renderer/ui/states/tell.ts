import { notifications } from '@mantine/notifications';

const shown = new Map<string, string>();

/**
 * Tells what has happened, in the place of what was told of the same thing before.
 * @param about what it is about, so that two sentences about it never stand side by side
 */
export const tell = (about: string, message: string, failed = false): void => {
  const before = shown.get(about);
  if (before !== undefined) notifications.hide(before);
  // under a name that is still on screen nothing new would be shown
  shown.set(about, notifications.show({ message, ...(failed ? { color: 'red' } : {}) }));
};
