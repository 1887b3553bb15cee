import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../src/main/database/backup/back-up.ts';
import { Shelf } from '../../src/main/database/backup/shelf.ts';
import { createPortfolio } from '../../src/main/database/open.ts';
import { writeSetting } from '../../src/main/database/settings.ts';
import { Session } from '../../src/main/engine/session.ts';
import { ownFolder, sweepLeftovers } from '../../src/main/shell/leftovers.ts';
import { startLoopback } from '../../src/main/shell/loopback/loopback.ts';
import { aFolder } from '../support/folder.ts';
import { aRendererFolder, STAND_IN } from './support/loopback.ts';

const NOW = Date.UTC(2025, 5, 1);
const HOUR = 3_600_000;

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const onUnix = process.platform !== 'win32';

const folders = () => {
  const root = aFolder();
  const all = {
    dataFolder: join(root, 'data'),
    portfolioFolder: join(root, 'mine'),
    temporaryFolder: join(root, 'tmp'),
  };
  for (const folder of [join(all.dataFolder, 'backups'), all.portfolioFolder, all.temporaryFolder])
    mkdirSync(folder, { recursive: true });
  return all;
};

const put = (path: string, age: number, content = 'x'): void => {
  writeFileSync(path, content);
  utimesSync(path, (NOW - age) / 1000, (NOW - age) / 1000);
};

test('a portfolio that was half built when the program ended goes, with its journals', async () => {
  const all = folders();
  const half = join(all.portfolioFolder, 'Corner Bakery.clientele.new');
  createPortfolio(half, true).close();
  put(`${half}-journal`, 0);
  utimesSync(half, (NOW - 2 * HOUR) / 1000, (NOW - 2 * HOUR) / 1000);
  for (const ending of ['new', 'part', 'restoring', 'lock'])
    put(join(all.portfolioFolder, `Empty.clientele.${ending}`), 2 * HOUR, '');
  await sweepLeftovers(all, NOW);
  expect(readdirSync(all.portfolioFolder)).toEqual([]);
});

test('one that may still be built, whole portfolios and files of others stay', async () => {
  const all = folders();
  const building = join(all.portfolioFolder, 'Now.clientele.new');
  createPortfolio(building, true).close();
  utimesSync(building, (NOW - HOUR / 2) / 1000, (NOW - HOUR / 2) / 1000);
  createPortfolio(join(all.portfolioFolder, 'Mine.clientele')).close();
  put(
    join(all.portfolioFolder, 'Other.clientele.new'),
    90 * 24 * HOUR,
    'SQLite format 3\0 of somebody else'.repeat(9),
  );
  put(join(all.portfolioFolder, 'notes.new'), 90 * 24 * HOUR);
  const before = readdirSync(all.portfolioFolder).sort();
  await sweepLeftovers(all, NOW);
  expect(readdirSync(all.portfolioFolder).sort()).toEqual(before);
});

test('half-written safety copies, sample exports and unpacked workbooks go when they are old', async () => {
  const all = folders();
  const backups = join(all.dataFolder, 'backups');
  put(join(backups, 'Mine-0a1b2c3d-2025-05-31T09-00-00-000Z.clientele.part'), 2 * HOUR);
  put(join(backups, 'Mine-0a1b2c3d-2025-05-31T10-00-00-000Z.clientele'), 90 * 24 * HOUR);
  put(join(backups, 'Mine-0a1b2c3d-2025-05-31T23-59-00-000Z.clientele.part'), 60_000);
  put(join(all.dataFolder, 'sample-bakery-1.csv'), 2 * HOUR);
  put(join(all.dataFolder, 'recent.json'), 90 * 24 * HOUR);
  for (const [name, age] of [
    ['clientele-unpacked-aB3dE6', 25 * HOUR],
    ['clientele-unpacked-zZ9yY8', HOUR],
    ['somebody-else-aB3dE6', 90 * 24 * HOUR],
  ] as const) {
    mkdirSync(join(all.temporaryFolder, name));
    writeFileSync(join(all.temporaryFolder, name, 'sheet-0.csv'), 'Anna;12');
    utimesSync(join(all.temporaryFolder, name), (NOW - age) / 1000, (NOW - age) / 1000);
  }
  await sweepLeftovers(all, NOW);
  expect(readdirSync(backups).sort()).toEqual([
    'Mine-0a1b2c3d-2025-05-31T10-00-00-000Z.clientele',
    'Mine-0a1b2c3d-2025-05-31T23-59-00-000Z.clientele.part',
  ]);
  expect(readdirSync(all.dataFolder).sort()).toEqual(['backups', 'recent.json']);
  expect(readdirSync(all.temporaryFolder).sort()).toEqual([
    'clientele-unpacked-zZ9yY8',
    'somebody-else-aB3dE6',
  ]);
});

test('the shell sweeps before it opens', async () => {
  const all = folders();
  const half = join(all.dataFolder, 'backups', 'Mine.clientele.part');
  put(half, 0);
  utimesSync(half, 1, 1);
  const loopback = await startLoopback({
    engineOptions: { ...all, version: '1' },
    rendererFolder: await aRendererFolder(),
    engineEntry: STAND_IN,
  });
  await loopback.close();
  expect(existsSync(half)).toBe(false);
});

test.runIf(onUnix)('portfolios and safety copies are for their owner only, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    const root = aFolder();
    const session = new Session({
      dataFolder: join(root, 'data'),
      portfolioFolder: join(root, 'mine'),
      version: '1',
    });
    expect(modeOf((await session.create('Bakery')).path)).toBe(0o600);
    expect([join(root, 'mine'), join(root, 'data')].map(modeOf)).toEqual([0o700, 0o700]);
    session.end();
    const path = join(root, 'a.clientele');
    const db = createPortfolio(path);
    writeSetting(db, 'businessName', 'Bakery');
    expect(['', '-wal', '-shm'].map((suffix) => modeOf(`${path}${suffix}`))).toEqual([0o600, 0o600, 0o600]);
    const backups = join(root, 'data', 'backups');
    const copy = new Shelf(backups, path).pathOf(backUp(db, backups, 'asked').name);
    db.close();
    expect([modeOf(copy), modeOf(join(root, 'data', 'backups'))]).toEqual([0o600, 0o700]);
  } finally {
    process.umask(before);
  }
});

test.runIf(onUnix)('a data folder that others could read is closed to them', async () => {
  const { dataFolder } = folders();
  expect(modeOf(dataFolder)).not.toBe(0o700);
  await ownFolder(dataFolder);
  expect([dataFolder, join(dataFolder, 'backups')].map(modeOf)).toEqual([0o700, 0o700]);
});
