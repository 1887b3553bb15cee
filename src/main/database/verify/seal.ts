import type Database from 'better-sqlite3';
import {
  bytesOf,
  digestOfSums,
  type PageFile,
  resumPages,
  sumPages,
  sumsFrom,
  UNKNOWN,
} from './page-sums.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import { NO_DIGEST, type SealWord, sealIn, sealText, UNSEALED } from './seal-word.ts';
import { logBytes, readLog } from './write-ahead-log.ts';

/**
 * How damage of any table, index or heading is found, in this order of events:
 *
 * 1. A portfolio at rest is *sealed*: `page_sum` holds a sum of every page but its own, `seal` the digest of these sums.
 * 2. The first transaction that writes also says *open* in `seal`; what is written waits in the write-ahead log, which
 *    SQLite guards by sums of its own. The file itself stays as it was sealed, because only {@link settle} moves the log into it.
 * 3. {@link settle} marks the pages in the log unknown, moves it, sums these pages alone and seals again. So damage of
 *    other pages is never taken for their content, and a crash in between leaves only what was just written unknown.
 *
 * Where SQLite keeps no log (synchronised folders) the pages are summed anew as a whole.
 */
export type Seal = { readonly word: SealWord; readonly sums: Uint32Array };

/** @returns null in a portfolio of an earlier format, or where the seal is unreadable */
export const readWord = (raw: Database.Database): SealWord | null => {
  const text = raw.prepare('SELECT word FROM seal WHERE one = 1').pluck().get();
  return typeof text === 'string' ? sealIn(text) : null;
};

export const readSeal = (raw: Database.Database): Seal | null => {
  const word = readWord(raw);
  if (!word) return null;
  const bytes = raw.prepare('SELECT sums FROM page_sum WHERE one = 1').pluck().get();
  if (!Buffer.isBuffer(bytes) || bytes.length < word.pages * 4) return null;
  return { word, sums: sumsFrom(bytes, word.pages) };
};

const writeWord = (raw: Database.Database, word: SealWord): void => {
  raw.prepare('UPDATE seal SET word = ? WHERE one = 1').run(sealText(word));
};

/** Forgets the sums of a file whose pages were laid out anew. */
export const resetSeal = (raw: Database.Database): void => writeWord(raw, UNSEALED);

/** Says inside a transaction that the portfolio is no longer as it was sealed. */
export const breakSeal = (raw: Database.Database): void => {
  const word = readWord(raw);
  if (word?.state === 'sealed') writeWord(raw, { ...word, state: 'open', unknown: 0 });
};

const numberOf = (raw: Database.Database, pragma: string): number =>
  raw.pragma(pragma, { simple: true }) as number;

const ownPages = (raw: Database.Database): ReadonlySet<number> =>
  new Set(
    raw.prepare("SELECT pageno FROM dbstat WHERE name IN ('seal', 'page_sum')").pluck().all() as number[],
  );

/** Whether nothing has been written since the seal. */
export const isSettled = (raw: Database.Database, path: string): boolean =>
  readWord(raw)?.state === 'sealed' && logBytes(path) === 0;

/**
 * Moves the log into the file and seals it. It is left undone while somebody else reads or writes; whatever was written is
 * then as safe as before, in the log.
 * @param patienceMs how long to wait for others
 * @returns whether the portfolio is sealed
 */
export const settle = (raw: Database.Database, file: PortfolioFile, patienceMs: number): boolean => {
  if (raw.inTransaction) return false;
  const usual = numberOf(raw, 'busy_timeout');
  raw.pragma(`busy_timeout = ${patienceMs}`);
  try {
    if (isSettled(raw, file.path)) return true;
    if (raw.pragma('journal_mode', { simple: true }) !== 'wal') return sealWhole(raw, file);
    prepare(raw, file.path);
    return emptyLog(raw, file.path) && seal(raw, file) && emptyLog(raw, file.path);
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    raw.pragma(`busy_timeout = ${usual}`);
  }
};

const isBusy = (error: unknown): boolean =>
  /^SQLITE_(BUSY|LOCKED)/.test((error as { code?: string }).code ?? '');

const emptyLog = (raw: Database.Database, path: string): boolean => {
  const [result] = raw.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return result?.busy === 0 && logBytes(path) === 0;
};

/** Room is made in steps, so that the sums are mostly overwritten in place. */
const STEP = 1024;

/** Makes room for the sums of all pages, and marks those unknown that are about to be written. */
const prepare = (raw: Database.Database, path: string): void => {
  raw
    .transaction(() => {
      const before = readSeal(raw);
      // a log that SQLite has moved already, in a file that another program has closed
      const trusted = before !== null && before.word.digest !== NO_DIGEST && logBytes(path) > 0;
      const sums = makeRoom(raw, trusted ? before.sums : new Uint32Array());
      const own = ownPages(raw);
      if (trusted) for (const page of readLog(path).pages) if (page <= sums.length) sums[page - 1] = UNKNOWN;
      write(raw, sums, own, 'open', before?.word.digest ?? NO_DIGEST);
    })
    .immediate();
};

/** @returns the sums, as many as there are pages; those of new pages are unknown */
const makeRoom = (raw: Database.Database, known: Uint32Array): Uint32Array => {
  for (;;) {
    const pages = numberOf(raw, 'page_count');
    const room = (raw.prepare('SELECT length(sums) FROM page_sum').pluck().get() as number) / 4;
    if (room >= pages) {
      const sums = new Uint32Array(pages);
      sums.set(known.subarray(0, pages));
      return sums;
    }
    const steps = pages < STEP ? Math.ceil((pages + 16) / 64) * 64 : Math.ceil((pages + 64) / STEP) * STEP;
    raw.prepare('UPDATE page_sum SET sums = zeroblob(?) WHERE one = 1').run(steps * 4);
  }
};

const write = (
  raw: Database.Database,
  sums: Uint32Array,
  own: ReadonlySet<number>,
  state: SealWord['state'],
  base: string,
): void => {
  for (const page of own) if (page <= sums.length) sums[page - 1] = UNKNOWN;
  const room = raw.prepare('SELECT length(sums) FROM page_sum').pluck().get() as number;
  const bytes = Buffer.alloc(room);
  bytesOf(sums).copy(bytes);
  raw.prepare('UPDATE page_sum SET sums = ? WHERE one = 1').run(bytes);
  const unknown = state === 'sealed' ? 0 : sums.reduce((n, sum) => (sum === UNKNOWN ? n + 1 : n), 0);
  writeWord(raw, {
    state,
    digest: digestOfSums(sums, numberOf(raw, 'page_size')),
    base,
    pages: sums.length,
    unknown,
  });
};

/** Sums what is unknown; nobody can write meanwhile, and the log is empty, so the file holds everything. */
const seal = (raw: Database.Database, file: PortfolioFile): boolean => {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const known = readSeal(raw);
    const pages = numberOf(raw, 'page_count');
    // somebody was quicker, and has written again
    if (!known || logBytes(file.path) > 0 || pages !== known.word.pages) {
      raw.exec('ROLLBACK');
      return false;
    }
    const own = ownPages(raw);
    const unknown: number[] = [];
    known.sums.forEach((sum, at) => {
      if (sum === UNKNOWN && !own.has(at + 1)) unknown.push(at + 1);
    });
    const pageFile: PageFile = { fd: file.fd, pageSize: numberOf(raw, 'page_size') };
    if (unknown.length * 4 > pages) takeFrom(sumPages(pageFile, pages), unknown, known.sums);
    else resumPages(pageFile, unknown, known.sums);
    write(raw, known.sums, own, 'sealed', known.word.digest);
    raw.exec('COMMIT');
    return true;
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
};

/** One reading of the whole file is faster than many of single pages. */
const takeFrom = (all: Uint32Array, pages: readonly number[], sums: Uint32Array): void => {
  for (const page of pages) sums[page - 1] = all[page - 1]!;
};

const sealWhole = (raw: Database.Database, file: PortfolioFile): boolean => {
  raw
    .transaction(() => {
      const sums = makeRoom(raw, new Uint32Array());
      write(raw, sums, ownPages(raw), 'open', NO_DIGEST);
    })
    .immediate();
  return seal(raw, file);
};
