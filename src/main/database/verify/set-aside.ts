import { copyFileSync, existsSync, mkdtempSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { PortfolioFile } from './portfolio-file.ts';
import { NO_DIGEST, SEAL_MARK, type SealWord, sealIn } from './seal-word.ts';
import { expectedOf, wrongPages } from './verify.ts';
import { logBytes, readLog, sealsInLog } from './write-ahead-log.ts';

/**
 * Moves away what lies beside a portfolio and is not its own, before SQLite would write it into the file: a log or a journal
 * of another or an older file of the same name. Nothing is deleted but SQLite's index of the log, which it makes anew.
 * @returns the new names
 */
export const setAsideForeign = (file: PortfolioFile): string[] => {
  const { path } = file;
  const moved: string[] = [];
  if (logBytes(path) > 0 && !ownLog(file)) moved.push(putAside(path, '-wal'));
  if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0 && isWholeAlone(path))
    moved.push(putAside(path, '-journal'));
  return moved;
};

/** Renames a side file of a portfolio to a name that nothing has yet. @returns that name */
export const putAside = (path: string, suffix: '-wal' | '-journal'): string => {
  const day = new Date().toISOString().replace(/[:.]/g, '-');
  let name = `${path}${suffix}-set-aside-${day}`;
  for (let n = 2; existsSync(name); n++) name = `${path}${suffix}-set-aside-${day}-${n}`;
  renameSync(`${path}${suffix}`, name);
  if (suffix === '-wal') rmSync(`${path}-shm`, { force: true });
  return name;
};

/**
 * A log names in its seals the digest of the file it was begun on. One without a seal was written by an earlier version or
 * another program: it is this file's if the two make a whole on a copy.
 */
const ownLog = (file: PortfolioFile): boolean => {
  const { path } = file;
  const { proper, pages } = readLog(path);
  if (!proper) return false;
  const seals = sealsInLog(path);
  const [first] = seals;
  if (!first) return isWholeTogether(path);
  const here = sealOnPage(file, first.page);
  // a file from before there were seals, whose log brings it the first; one that needs nothing of the file proves nothing
  if (!here) return pagesOf(file).some((page) => !pages.has(page)) && isWholeTogether(path);
  if (here.digest === NO_DIGEST) return isWholeTogether(path);
  return seals.some(({ word }) => word.digest === here.digest || word.base === here.digest);
};

const pageSizeOf = (file: PortfolioFile): number => {
  const head = Buffer.alloc(100);
  readSync(file.fd, head, 0, 100, 0);
  const size = head.readUInt16BE(16);
  return size === 1 ? 65_536 : size;
};

const pagesOf = (file: PortfolioFile): number[] =>
  Array.from({ length: Math.floor(file.bytes / pageSizeOf(file)) }, (_, at) => at + 1);

const sealOnPage = (file: PortfolioFile, page: number): SealWord | null => {
  const pageSize = pageSizeOf(file);
  const bytes = Buffer.alloc(pageSize);
  const got = readSync(file.fd, bytes, 0, pageSize, (page - 1) * pageSize);
  const mark = bytes.subarray(0, got).indexOf(SEAL_MARK);
  return mark < 0 ? null : sealIn(bytes.toString('latin1', mark, got));
};

const isWholeTogether = (path: string): boolean =>
  onCopy(path, ['', '-wal'], (raw) => {
    const [check] = raw.pragma('integrity_check(1)') as { integrity_check: string }[];
    return check?.integrity_check === 'ok' && (raw.pragma('foreign_key_check') as unknown[]).length === 0;
  });

/** Whether a file is sealed and as it was sealed: then no journal has anything to take back. */
const isWholeAlone = (path: string): boolean =>
  onCopy(path, [''], (raw, copy) => {
    const expected = expectedOf(raw, copy);
    return (
      expected.kind === 'known' &&
      expected.compare?.bytes != null &&
      wrongPages(expected.compare, copy.path).length === 0
    );
  });

const onCopy = (
  path: string,
  suffixes: readonly string[],
  judge: (raw: Database.Database, copy: PortfolioFile) => boolean,
): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-look-'));
  const copy = join(folder, 'copy');
  try {
    for (const suffix of suffixes) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
    const file = PortfolioFile.open(copy);
    const raw = new Database(copy);
    try {
      return judge(raw, file);
    } finally {
      raw.close();
      file.close();
    }
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
