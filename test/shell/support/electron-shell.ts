import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { createShell, type ShellOptions } from '../../../src/main/shell/electron/shell.ts';
import { anElectron, type StandIn, type StandInContents, type StandInWindow } from '../electron-stand-in.ts';
import { aRendererFolder, STAND_IN } from './loopback.ts';

export type Kind = NonNullable<Parameters<typeof anElectron>[0]>;
export type Started = StandIn & { readonly dataFolder: string };
export type Open = Started & { readonly window: StandInWindow; readonly contents: StandInContents };

/** Against hangs: a loaded machine may take its time. */
const WATCHDOG_MS = 30_000;

/** The desktop shell on the stand-in, before Electron says that it is ready. */
export const aShell = async (options: Partial<ShellOptions> = {}, kind: Kind = {}): Promise<Started> => {
  const standIn = anElectron(kind);
  const dataFolder = await mkdtemp(join(tmpdir(), 'clientele-data-'));
  createShell(standIn.electron, {
    engineOptions: { dataFolder, portfolioFolder: '/portfolios', version: '1.2.3' },
    rendererFolder: await aRendererFolder(),
    preload: '/app/preload.cjs',
    icon: '/app/icon.png',
    engineFile: STAND_IN.href,
    platform: 'linux',
    portfolio: null,
    sample: false,
    ...options,
  });
  return { ...standIn, dataFolder };
};

/** A desktop shell whose window is open. */
export const anOpenShell = async (options: Partial<ShellOptions> = {}, kind: Kind = {}): Promise<Open> => {
  const standIn = await aShell(options, kind);
  standIn.ready();
  const window = await vi.waitFor(() => standIn.windows[0] ?? Promise.reject(new Error('no window')), {
    timeout: WATCHDOG_MS,
  });
  return { ...standIn, window, contents: window.webContents };
};

/** Ends it as the owner does, with the engine closed first. */
export const quit = async ({ electron, calls }: StandIn): Promise<void> => {
  electron.app.quit();
  await vi.waitUntil(() => calls.some(({ name }) => name === 'app.ended'), { timeout: WATCHDOG_MS });
};
