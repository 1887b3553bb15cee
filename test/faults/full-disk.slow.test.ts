import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aDisk, resize, unmount } from '../support/disk.ts';
import { aFolder } from '../support/folder.ts';
import { AnImport, beside, CHILD } from './an-import.ts';

/** The long form of QUALITY (`npm run faults`) tries 60 sizes. */
const SIZES = Number(process.env.CLIENTELE_FULL_DISKS ?? 4);
const HOURS = 3 * 60 * 60_000;
const ONE_SENTENCE = /^[^\n]*\b(room left|cannot be written)\b[^\n]*\.\n$/;

/** SQLite's index of the write-ahead log, and the pages it writes while it begins one. */
const OPENING = 65_536;

let shop: AnImport;
/** of the portfolio that the import makes */
let whole: number;

beforeAll(async () => {
  shop = await AnImport.prepare();
  const path = join(aFolder(), 'new.clientele');
  await shop.again(path);
  whole = statSync(path).size;
});

type Ended = { readonly code: number | null; readonly err: string };

/** @param blocks of 512 bytes, as large as any file may get */
const limited = (portfolio: string, blocks: number): Ended => {
  const command = `ulimit -f ${blocks} && exec "$0" "$@"`;
  const args = ['-c', command, process.execPath, CHILD, shop.file, portfolio, join(aFolder(), 'copies'), ''];
  const { status, stderr } = spawnSync('sh', args, { encoding: 'utf8' });
  return { code: status, err: stderr };
};

const onDisk = (portfolio: string): Ended => {
  const args = [CHILD, shop.file, portfolio, join(aFolder(), 'copies'), ''];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { code: status, err: stderr };
};

const judge = async (known: boolean, path: string, { code, err }: Ended): Promise<void> => {
  // what is committed may wait beside the portfolio until there is room for it inside
  if (code === 0) return expect(shop.opened(path)).toBe(known ? shop.after : shop.afterNew);
  expect([code, err]).toEqual([1, expect.stringMatching(ONE_SENTENCE)]);
  if (known) expect(shop.opened(path)).toBe(shop.before);
  else expect(existsSync(path)).toBe(false);
  expect(beside(path)).toEqual([]);
};

const sizes = Array.from({ length: SIZES }, (_, i) => (i + 0.5) / SIZES);

describe.skipIf(process.platform === 'win32')(
  'no file may grow beyond a size: one sentence, nothing changed',
  () => {
    test.each(sizes)('at %f of what a new portfolio needs', { timeout: HOURS }, async (share) => {
      const path = join(aFolder(), 'new.clientele');
      const ended = limited(path, Math.floor((whole * share) / 512));
      expect(ended.code).toBe(1);
      await judge(false, path, ended);
      await shop.judgeNew(path, false, 'full disk: import');
    });

    test.each(sizes)('at %f of what a known portfolio grows to', { timeout: HOURS }, async (share) => {
      const path = shop.known();
      const least = statSync(path).size;
      await judge(true, path, limited(path, Math.floor((least + (whole - least) * share) / 512)));
      await shop.judgeKnown(path, false, 'full disk: import');
    });
  },
);

describe('a disk that fills up: one sentence, nothing changed, and with room again the import completes', () => {
  test.each(sizes)('with %f of the room a portfolio needs', { timeout: HOURS }, async (share) => {
    for (const known of [false, true]) {
      // what is there already has room, and its opening has it; what the import adds may have none
      const there = known ? statSync(shop.known()).size + OPENING : 0;
      const disk = aDisk(Math.ceil((there + whole * (0.1 + 2.4 * share)) / 4096) * 4096);
      if (disk === null) return;
      const path = known ? shop.known(disk) : join(disk, 'new.clientele');
      await judge(known, path, onDisk(path));
      resize(disk, whole * 8);
      await (known
        ? shop.judgeKnown(path, false, 'full disk: import')
        : shop.judgeNew(path, false, 'full disk: import'));
      unmount(disk);
      rmSync(dirname(disk), { recursive: true });
    }
  });
});
