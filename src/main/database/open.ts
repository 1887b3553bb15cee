import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';
import { backUp } from './backup/back-up.ts';
import { Readable, Writable } from './connection.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from './format.ts';
import { type MigrationStep, steps } from './migrations/index.ts';
import { sweepHalfMade } from './target-lock.ts';
import { damaged, isSound } from './verify/check.ts';
import { PortfolioFile, type SharedFile } from './verify/portfolio-file.ts';
import { setAsideForeign } from './verify/set-aside.ts';
import { logBytes } from './verify/write-ahead-log.ts';

export type OpenOptions = {
  /** where safety copies go; without it (a new file, a read-only look) a migration is refused */
  readonly backupFolder?: string;
  readonly readonly?: boolean;
  /** to be looked at and not changed; unlike `readonly` every check holds, because SQLite skips some on such a connection */
  readonly examining?: boolean;
  /** the caller looks for damage, or another connection that has it open has done so */
  readonly checked?: boolean;
  /** the handle of another connection of this process, which has the portfolio open longer */
  readonly shared?: SharedFile;
  /** the steps of the schema, where they are to be others than this version's */
  readonly steps?: readonly MigrationStep[];
};

/**
 * Makes a new portfolio at a path where nothing is yet.
 * `building` is for a file that is renamed into place only when it is complete and flushed: until then a crash
 * costs nothing, so SQLite need not keep a journal.
 * @throws Problem when something lies there already, the folder cannot be written or the disk is full; nothing is left
 */
export const createPortfolio = (path: string, building = false): Writable => {
  if (path === MEMORY) return build(path, building);
  claim(path);
  try {
    return build(path, building);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
    throw asProblem(error, path);
  }
};

const build = (path: string, building: boolean): Writable => {
  const raw = openRaw(path, {});
  try {
    raw.pragma('page_size = 8192');
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    raw.transaction(() => {
      for (const step of steps) step(raw);
      raw.pragma(`user_version = ${SCHEMA_VERSION}`);
    })();
    if (building) {
      raw.pragma('journal_mode = OFF');
      raw.pragma('synchronous = OFF');
    } else {
      raw.pragma(`journal_mode = ${journalMode(path)}`);
    }
    return new Writable(raw, path, path === MEMORY ? null : PortfolioFile.open(path));
  } catch (error) {
    raw.close();
    throw error;
  }
};

const MEMORY = ':memory:';

/** Nobody else can make a file here any more, so that what is left of a failure is surely ours to remove. */
const claim = (path: string): void => {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Problem(`${basename(path)} is there already; choose another name or open it.`);
    throw asProblem(error, path);
  }
};

/**
 * Opens a portfolio and brings its schema up to date.
 * @throws Problem for a missing file, a folder, an empty file, another program's file, a newer version; the file
 * is then left byte-identical, because nothing but its header has been read.
 */
export const openPortfolio: {
  (path: string, options?: OpenOptions & { readonly readonly?: false }): Writable;
  (path: string, options: OpenOptions): Readable;
} = (path: string, options: OpenOptions = {}) => {
  const { raw, file } = opened(path, options);
  // an overload promises a Writable only where the option is not given
  return options.readonly ? (new Readable(raw, path, file) as Writable) : new Writable(raw, path, file);
};

/**
 * Opens a portfolio for work that is to change nothing of it but needs temporary tables: SQLite refuses every other write.
 * @throws Problem as {@link openPortfolio}
 */
export const openForDryRun = (path: string, shared?: SharedFile): Writable => {
  const { raw, file } = opened(path, { readonly: true, ...(shared ? { shared } : {}) });
  return new Writable(raw, path, file);
};

/** @throws Problem for what is no portfolio of a version this one knows; only the head of the file is read */
export const refuseOther = (path: string): void => {
  const file = handleOf(path, {});
  try {
    checkHeader(file, SCHEMA_VERSION);
  } finally {
    file.close();
  }
};

/**
 * Looks through a portfolio without changing it or leaving anything open: whether it is one, and as it was saved. A log that is
 * not its own is set aside first.
 * @throws Problem as {@link openPortfolio}, and for a damaged one
 */
export const lookThrough = (path: string): void => {
  const file = handleOf(path, {});
  try {
    checkHeader(file, SCHEMA_VERSION);
    setAsideForeign(file);
    sweepHalfMade(path);
    refuseUnsound(file);
  } catch (error) {
    throw asProblem(error, path);
  } finally {
    file.close();
  }
};

type Opened = { readonly raw: Database.Database; readonly file: PortfolioFile };

const opened = (path: string, options: OpenOptions): Opened => {
  const latest = options.steps?.length ?? SCHEMA_VERSION;
  const file = handleOf(path, options);
  let raw: Database.Database | null = null;
  try {
    if (!options.shared) {
      checkHeader(file, latest);
      setAsideForeign(file);
      sweepHalfMade(path);
    }
    if (!options.checked && logBytes(path) > 0) refuseUnsound(file);
    raw = openRaw(path, { readonly: options.readonly ?? false, fileMustExist: true });
    if (!options.checked && !isSound(new Readable(raw, path, file))) throw damaged(path);
    if (options.examining) raw.pragma('query_only = ON');
    else if (!options.readonly) raw.pragma(`journal_mode = ${journalMode(path)}`);
    // not the version of the header, which stays behind while a migration lies in the write-ahead log
    const version = raw.pragma('user_version', { simple: true }) as number;
    if (version < latest) migrate(new Writable(raw, path, file), version, options);
    return { raw, file };
  } catch (error) {
    // not settled: a file that is refused is not changed
    raw?.close();
    file.close();
    throw asProblem(error, path);
  }
};

const handleOf = (path: string, { shared }: OpenOptions): PortfolioFile => {
  if (shared) return PortfolioFile.borrow(path, shared);
  const stat = statOf(path);
  const name = basename(path);
  if (!stat) throw new Problem(`There is no portfolio at ${path}.`, { code: 'missing' });
  if (stat.isDirectory())
    throw new Problem(`${name} is a folder, not a portfolio.`, { code: 'not-a-portfolio' });
  if (stat.size === 0)
    throw new Problem(
      `${name} is empty, not a portfolio. Restore a safety copy of it or choose another file.`,
      { code: 'not-a-portfolio' },
    );
  try {
    return PortfolioFile.open(path);
  } catch (error) {
    throw asProblem(error, path);
  }
};

/** SQLite moves a log into the file when its last writing connection closes, also where the file is then refused. */
const refuseUnsound = (file: PortfolioFile): void => {
  const raw = openRaw(file.path, { readonly: logBytes(file.path) > 0, fileMustExist: true });
  try {
    if (!isSound(new Readable(raw, file.path, file))) throw damaged(file.path);
  } finally {
    raw.close();
  }
};

/** Folders that a service keeps synchronised across machines; SQLite's WAL must not be used there. */
export const synchronisedFolder = (path: string): string | null =>
  /(^|[\\/])(OneDrive|Dropbox|iCloud ?Drive|Mobile Documents|Google ?Drive|My Drive)([\\/ -]|$)/i.exec(
    resolve(path),
  )?.[2] ?? null;

const journalMode = (path: string): 'DELETE' | 'WAL' => (synchronisedFolder(path) ? 'DELETE' : 'WAL');

const migrate = (db: Writable, from: number, options: OpenOptions): void => {
  const { raw, path } = db;
  if (options.readonly || options.examining || !options.backupFolder) {
    throw new Problem(
      `${basename(path)} was made by an older Clientele; open it in the app once to bring it up to date.`,
      { code: 'older' },
    );
  }
  backUp(db, options.backupFolder, 'before-update');
  const all = options.steps ?? steps;
  raw.pragma('foreign_keys = OFF');
  raw
    .transaction(() => {
      for (const step of all.slice(from)) step(raw);
      raw.pragma(`user_version = ${all.length}`);
    })
    .immediate();
  raw.pragma('foreign_keys = ON');
  // what comes next is then logged upon a file that has a seal
  db.settle();
};

/** Reads the 100-byte header itself: SQLite would take a file of anything for a new or a broken database. */
const checkHeader = (file: PortfolioFile, latest: number): void => {
  const name = basename(file.path);
  const header = Buffer.alloc(100);
  const got = readSync(file.fd, header, 0, 100, 0);
  if (got < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new Problem(`${name} is not a Clientele portfolio.`, { code: 'not-a-portfolio' });
  }
  if (header.readInt32BE(68) !== APPLICATION_ID)
    throw new Problem(`${name} is a database of another program, not a Clientele portfolio.`, {
      code: 'not-a-portfolio',
    });
  const version = header.readInt32BE(60);
  if (version > latest) {
    throw new Problem(
      `${name} was made by a newer Clientele (format ${version}, this one knows ${latest}); update the app to open it.`,
      { code: 'newer' },
    );
  }
};

const openRaw = (path: string, options: Database.Options): Database.Database => {
  try {
    const raw = new Database(path, { timeout: 5000, ...options });
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('secure_delete = ON');
    raw.pragma('synchronous = FULL');
    // the log is moved into the file by Connection.settle alone
    raw.pragma('wal_autocheckpoint = 0');
    if (process.platform === 'darwin') raw.pragma('fullfsync = ON');
    return raw;
  } catch (error) {
    throw asProblem(error, path);
  }
};

const statOf = (path: string) => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw asProblem(error, path);
  }
};
