import type { Electron } from './electron.ts';

const ALLOWED: readonly string[] = ['https:', 'mailto:'];

/** Whether an address may be handed to the owner's browser or mail program; any other scheme may start a program. */
export const mayOpen = (url: string): boolean => {
  if (url.length > 2048 || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return ALLOWED.includes(protocol) && username === '' && password === '';
};

/** The one way out of the app. */
export const openExternal = async (
  shell: Pick<Electron['shell'], 'openExternal'>,
  url: string,
): Promise<boolean> => {
  if (!mayOpen(url)) return false;
  await shell.openExternal(new URL(url).href).catch(() => undefined);
  return true;
};
