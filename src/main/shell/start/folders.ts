import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export type Folders = {
  /** staging, received files, window bounds: what the owner need not see */
  readonly data: string;
  /** where new portfolios are put */
  readonly portfolios: string;
};

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

const dataFolder = ({ platform, home, env }: Surroundings): string => {
  if (platform === 'win32') {
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Clientele');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Clientele');
  const shared = env.XDG_DATA_HOME;
  // the XDG rules ask to ignore a relative path
  const base =
    shared !== undefined && posix.isAbsolute(shared) ? shared : posix.join(home, '.local', 'share');
  return posix.join(base, 'clientele');
};

/** `CLIENTELE_DATA` and `CLIENTELE_PORTFOLIOS` come first: tests and a second owner on one account use them. */
export const foldersOf = (
  surroundings: Surroundings,
  exists: (path: string) => boolean = existsSync,
): Folders => {
  const { join } = surroundings.platform === 'win32' ? win32 : posix;
  const documents = join(surroundings.home, 'Documents');
  return {
    data: surroundings.env.CLIENTELE_DATA || dataFolder(surroundings),
    portfolios:
      surroundings.env.CLIENTELE_PORTFOLIOS ||
      join(exists(documents) ? documents : surroundings.home, 'Clientele'),
  };
};
