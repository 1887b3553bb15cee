import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/model/problem.ts';
import { asProblem } from '../system-fault.ts';
import { backUp } from './backup.ts';
import { Writable } from './connection.ts';
import { type MigrationStep, steps } from './migrations/index.ts';

/** "Clnt" in the header of every portfolio, so that no other SQLite file is taken for one. */
export const APPLICATION_ID = 0x436c6e74;
export const SCHEMA_VERSION = steps.length;

export type OpenOptions = {
  /** where safety copies go; without it (a new file, a read-only look) a migration is refused */
  readonly backupFolder?: string;
  readonly readonly?: boolean;
  /** somebody else looks for damage: another connection that has it open, or a thread beside */
  readonly checked?: boolean;
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
    return new Writable(raw, path);
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
export const openPortfolio = (path: string, options: OpenOptions = {}): Writable => {
  const latest = options.steps?.length ?? SCHEMA_VERSION;
  checkHeader(path, latest);
  const raw = openRaw(path, { readonly: options.readonly ?? false, fileMustExist: true });
  try {
    if (!options.readonly) raw.pragma(`journal_mode = ${journalMode(path)}`);
    // not the version of the header, which stays behind while a migration lies in the write-ahead log
    const version = raw.pragma('user_version', { simple: true }) as number;
    if (version < latest) migrate(raw, path, version, options);
    if (!options.checked) refuseDamage(path, verdictOf(raw));
    return new Writable(raw, path);
  } catch (error) {
    raw.close();
    throw asProblem(error, path);
  }
};

/** What SQLite says of the pages of a file: `ok`, or the first damage. */
export const verdictOf = (raw: Database.Database): string | undefined =>
  (raw.pragma('quick_check(1)') as { quick_check: string }[])[0]?.quick_check;

/** @throws Problem unless the verdict is `ok` */
export const refuseDamage = (path: string, verdict: string | undefined): void => {
  if (verdict === 'ok') return;
  throw new Problem(
    `${basename(path)} is damaged (${verdict ?? 'unreadable'}); nothing was changed. Restore a backup of it.`,
  );
};

/** Folders that a service keeps in step across machines; SQLite's WAL must not be used there. */
export const synchronisedFolder = (path: string): string | null =>
  /(^|[\\/])(OneDrive|Dropbox|iCloud ?Drive|Mobile Documents|Google ?Drive|My Drive)([\\/ -]|$)/i.exec(
    resolve(path),
  )?.[2] ?? null;

const journalMode = (path: string): 'DELETE' | 'WAL' => (synchronisedFolder(path) ? 'DELETE' : 'WAL');

const migrate = (raw: Database.Database, path: string, from: number, options: OpenOptions): void => {
  if (options.readonly || !options.backupFolder) {
    throw new Problem(
      `${basename(path)} was made by an older Clientele; open it in the app once to bring it up to date.`,
    );
  }
  backUp(raw, path, options.backupFolder);
  const all = options.steps ?? steps;
  raw.pragma('foreign_keys = OFF');
  raw
    .transaction(() => {
      for (const step of all.slice(from)) step(raw);
      raw.pragma(`user_version = ${all.length}`);
    })
    .immediate();
  raw.pragma('foreign_keys = ON');
};

/** Reads the 100-byte header itself: SQLite would take an empty file for a new database. */
const checkHeader = (path: string, latest: number): void => {
  const stat = statOf(path);
  const name = basename(path);
  if (!stat) throw new Problem(`There is no portfolio at ${path}.`);
  if (stat.isDirectory()) throw new Problem(`${name} is a folder, not a portfolio.`);
  if (stat.size === 0)
    throw new Problem(`${name} is empty, not a portfolio. Restore a backup of it or choose another file.`);
  const header = readHeader(path);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\0') {
    throw new Problem(`${name} is not a Clientele portfolio.`);
  }
  if (header.readInt32BE(68) !== APPLICATION_ID)
    throw new Problem(`${name} is a database of another program, not a Clientele portfolio.`);
  const version = header.readInt32BE(60);
  if (version > latest) {
    throw new Problem(
      `${name} was made by a newer Clientele (format ${version}, this one knows ${latest}); update the app to open it.`,
    );
  }
};

const readHeader = (path: string): Buffer => {
  try {
    const file = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(100);
      return buffer.subarray(0, readSync(file, buffer, 0, 100, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw asProblem(error, path);
  }
};

const openRaw = (path: string, options: Database.Options): Database.Database => {
  try {
    const raw = new Database(path, { timeout: 5000, ...options });
    raw.pragma('foreign_keys = ON');
    raw.pragma('trusted_schema = OFF');
    raw.pragma('secure_delete = ON');
    raw.pragma('synchronous = FULL');
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
