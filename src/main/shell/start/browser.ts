import { spawn } from 'node:child_process';

/** Whether anything can be shown on this machine's screen. */
export const hasDisplay = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): boolean => platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

const command = (platform: NodeJS.Platform, url: string): readonly [string, ...string[]] => {
  if (platform === 'darwin') return ['open', url];
  // not `cmd /c start`: it would read the & of an address as the end of a command
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
};

/** Opens the owner's own browser; where there is none, the printed address has to do. */
export const openInBrowser = (url: string): void => {
  const [program, ...args] = command(process.platform, url);
  const browser = spawn(program, args, { detached: true, stdio: 'ignore' });
  browser.on('error', () => undefined);
  browser.unref();
};
