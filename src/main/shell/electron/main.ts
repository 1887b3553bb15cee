// What Electron starts. Built into one file beside the engine and the preload.
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as electron from 'electron';
import { foldersOf } from '../start/folders.ts';
import { createShell, portfolioIn } from './shell.ts';

const built = import.meta.dirname;
const folders = foldersOf({ platform: process.platform, home: homedir(), env: process.env });

createShell(electron, {
  engineOptions: {
    dataFolder: folders.data,
    portfolioFolder: folders.portfolios,
    version: electron.app.getVersion(),
  },
  rendererFolder: join(built, '..', 'renderer'),
  preload: join(built, 'preload.cjs'),
  icon: join(built, '..', '..', 'resources', 'icons', '512x512.png'),
  engineFile: join(built, 'engine.js'),
  platform: process.platform,
  portfolio: portfolioIn(process.argv, process.cwd()),
  sample: process.argv.includes('--sample'),
});
