import { notifications } from '@mantine/notifications';

const shown = new Map<string, string>();

/**
 * Shows a notification about what has happened; it replaces an earlier one about the same thing.
 * @param about the subject; two notifications with the same subject are never shown at once
 */
export const tell = (about: string, message: string, failed = false): void => {
  const before = shown.get(about);
  if (before !== undefined) notifications.hide(before);
  // under a name that is still on screen nothing new would be shown
  shown.set(about, notifications.show({ message, ...(failed ? { color: 'red' } : {}) }));
};
