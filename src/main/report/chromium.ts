import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { packedChromium } from './packed-chromium.ts';

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const MAC_APPS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const set = (values: readonly (string | undefined)[]): readonly string[] =>
  values.filter((v): v is string => v !== undefined && v !== '');

const usualPlaces = (): readonly string[] => {
  const env = process.env;
  switch (process.platform) {
    case 'win32':
      return set([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]).flatMap((folder) =>
        WINDOWS_PROGRAMS.map((parts) => join(folder, ...parts)),
      );
    case 'darwin':
      return ['/Applications', ...set([env.HOME]).map((home) => join(home, 'Applications'))].flatMap(
        (folder) => MAC_APPS.map((app) => join(folder, app)),
      );
    default:
      return [
        ...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
        '/usr/bin',
        '/usr/local/bin',
        '/opt/google/chrome',
        '/snap/bin',
      ].flatMap((folder) => LINUX_NAMES.map((name) => join(folder, name)));
  }
};

const isProgram = async (file: string): Promise<boolean> => {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
};

const broughtAlong = async (): Promise<string | null> => {
  try {
    const file = await packedChromium();
    return (await isProgram(file)) ? file : null;
  } catch {
    return null;
  }
};

/**
 * A Chromium that can print: the one CLIENTELE_CHROMIUM names (and then no other), else Chrome, Chromium or Edge as
 * installed, else the one of the development tools. Null when there is none.
 */
export const findChromium = async (): Promise<string | null> => {
  const named = process.env.CLIENTELE_CHROMIUM;
  if (named !== undefined && named !== '') return (await isProgram(named)) ? named : null;
  for (const place of usualPlaces()) if (await isProgram(place)) return place;
  return broughtAlong();
};
