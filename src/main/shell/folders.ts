import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the app keeps what is not the owner's document: received files, safety copies, window places. */
export const dataFolder = (): string => {
  const told = process.env.CLIENTELE_DATA;
  if (told) return told;
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Clientele');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Clientele');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'clientele');
};

/** Where the owner's portfolios lie unless they choose another place. */
export const portfolioFolder = (): string => {
  const told = process.env.CLIENTELE_PORTFOLIOS;
  if (told) return told;
  const documents = join(homedir(), 'Documents');
  return existsSync(documents) ? join(documents, 'Clientele') : join(homedir(), 'Clientele');
};

export const backupFolder = (): string => join(dataFolder(), 'backups');
