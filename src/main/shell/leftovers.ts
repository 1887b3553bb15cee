import type { Stats } from 'node:fs';
import { chmod, lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APPLICATION_ID } from '../database/format.ts';
import { sweepReceived } from './received.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

type Folders = {
  readonly dataFolder: string;
  readonly portfolioFolder: string;
  readonly temporaryFolder?: string;
};

type Rule = {
  readonly folder: string;
  readonly name: RegExp;
  /** nothing that another program of ours is still writing is this old */
  readonly ageMs: number;
  readonly ours?: (path: string, facts: Stats) => Promise<boolean>;
};

/** Whether a file is empty or begins as a portfolio does: a name alone does not make it ours. */
const isPortfolioBegun = async (path: string, facts: Stats): Promise<boolean> => {
  if (!facts.isFile()) return false;
  if (facts.size === 0) return true;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    return (
      bytesRead === 100 &&
      buffer.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
      buffer.readInt32BE(68) === APPLICATION_ID
    );
  } finally {
    await file.close();
  }
};

const isFile = async (_path: string, facts: Stats): Promise<boolean> => facts.isFile();
const isOwnFolder = async (_path: string, facts: Stats): Promise<boolean> =>
  facts.isDirectory() && (process.getuid === undefined || facts.uid === process.getuid());

const rulesOf = ({ dataFolder, portfolioFolder, temporaryFolder = tmpdir() }: Folders): readonly Rule[] => [
  {
    folder: portfolioFolder,
    name: /\.clientele\.(?:new|part|restoring|lock)$/,
    ageMs: HOUR_MS,
    ours: isPortfolioBegun,
  },
  { folder: join(dataFolder, 'backups'), name: /\.clientele\.part(?:-journal)?$/, ageMs: HOUR_MS },
  { folder: dataFolder, name: /^sample-[\w-]+\.csv$/, ageMs: HOUR_MS },
  { folder: temporaryFolder, name: /^clientele-unpacked-\w{6}$/, ageMs: DAY_MS, ours: isOwnFolder },
];

const sweep = async ({ folder, name, ageMs, ours = isFile }: Rule, now: number): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  for (const each of names.filter((one) => name.test(one))) {
    const path = join(folder, each);
    try {
      const facts = await lstat(path);
      if (now - facts.mtimeMs <= ageMs || !(await ours(path, facts))) continue;
      const beside = ['', '-wal', '-shm', '-journal'].map((suffix) => `${path}${suffix}`);
      for (const one of beside) await rm(one, { force: true, recursive: facts.isDirectory() });
    } catch {
      // gone meanwhile, or not to be removed: the next start tries again
    }
  }
};

/**
 * Removes what a program of ours that was ended half-way has left: portfolios half built, safety copies half written,
 * sample exports, unpacked workbooks, received files of yesterday. Nothing else is touched.
 * @param now milliseconds since 1970
 */
export const sweepLeftovers = async (folders: Folders, now: number): Promise<void> => {
  for (const rule of rulesOf(folders)) await sweep(rule, now);
  await sweepReceived(folders.dataFolder, now);
};

/** The app's own folder, for its owner only, also where an earlier version made it readable for others. */
export const ownFolder = async (dataFolder: string): Promise<void> => {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  for (const folder of [dataFolder, join(dataFolder, 'received'), join(dataFolder, 'backups')])
    await chmod(folder, 0o700).catch(() => undefined);
};
