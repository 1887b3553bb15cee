import { homedir } from 'node:os';
import { join } from 'node:path';
import { foldersOf } from '../start/folders.ts';

/** Where safety copies go, the same place as the app's. */
export const backupFolder = (): string =>
  join(foldersOf({ platform: process.platform, home: homedir(), env: process.env }).data, 'backups');
