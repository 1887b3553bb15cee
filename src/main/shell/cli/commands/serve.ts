import { homedir } from 'node:os';
import { hasDisplay } from '../../start/browser.ts';
import { foldersOf } from '../../start/folders.ts';
import { runLoopback } from '../../start/start.ts';
import type { Command } from '../command.ts';

export const serveCommand: Command = {
  usage: 'clientele serve [P] [--no-open]',
  positionals: [0, 1],
  options: { 'no-open': { type: 'boolean' } },
  run: async ([portfolio], values) => {
    const open = values['no-open'] !== true;
    await runLoopback(
      'Clientele is served to a browser on this machine:',
      open && hasDisplay(process.platform, process.env),
      { kind: 'start', sample: false, open, portfolio: portfolio ?? null },
      foldersOf({ platform: process.platform, home: homedir(), env: process.env }),
    );
    return null;
  },
};
