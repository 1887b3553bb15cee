import { basename, dirname } from 'node:path';
import { Problem, type ProblemCode } from '../shared/model/problem.ts';

/** What the machine refuses, whichever of its codes says so. */
export type SystemFault = Exclude<ProblemCode, 'newer' | 'older'>;

/**
 * Codes of SQLite and of the operating system; extended codes of SQLite begin with that of their kind.
 * Source: https://www.sqlite.org/rescode.html and errno(3). The first that fits decides.
 */
const CODES: readonly (readonly [code: string, fault: SystemFault])[] = [
  ['SQLITE_FULL', 'full'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_PROTOCOL', 'in-use'],
  ['EBUSY', 'in-use'],
  ['ETXTBSY', 'in-use'],
  // moved or deleted under an open connection
  ['SQLITE_READONLY_DBMOVED', 'unwritable'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_IOERR_NOMEM', 'no-memory'],
  ['SQLITE_IOERR', 'unwritable'],
  ['EIO', 'unwritable'],
  ['EFBIG', 'unwritable'],
  ['SQLITE_CANTOPEN', 'missing'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'not-a-portfolio'],
  ['ENAMETOOLONG', 'impossible-path'],
  ['EMFILE', 'too-many-open'],
  ['ENFILE', 'too-many-open'],
  ['SQLITE_NOMEM', 'no-memory'],
  ['ENOMEM', 'no-memory'],
  ['ERR_WORKER_OUT_OF_MEMORY', 'no-memory'],
];

/** What happened, what is safe, what to do; `name` begins a sentence or stands within one. */
const SENTENCES: Readonly<Record<SystemFault, (file: FileName) => string>> = {
  full: ({ within }) =>
    `There is no room left on the disk for ${within}; nothing was changed. Make room and try again.`,
  'in-use': ({ first }) =>
    `${first} is in use by another program; nothing was changed. Close it there and try again.`,
  'read-only': ({ first }) =>
    `${first} cannot be written: it or its folder is read-only. Nothing was changed; allow writing there, or choose another folder.`,
  unwritable: ({ first }) =>
    `${first} cannot be written: its disk is full, broken or no longer there; nothing was changed. Check the disk and try again.`,
  missing: ({ first, place }) =>
    `${first} cannot be opened${place}: the folder is missing or may not be read. Nothing was changed; put it back, or choose another.`,
  damaged: ({ first }) => `${first} is damaged; nothing was changed. Restore a safety copy of it.`,
  'not-a-portfolio': ({ first }) =>
    `${first} is not a Clientele portfolio; nothing was changed. Choose another file.`,
  'impossible-path': () => 'No file can lie at such a path; choose the portfolio again.',
  'too-many-open': () =>
    'Too many files are open on this computer; nothing was changed. Close other programs and try again.',
  'no-memory': () =>
    'There is not enough memory for this; nothing was changed. Close other programs and try again.',
};

type FileName = { readonly first: string; readonly within: string; readonly place: string };

const nameOf = (path: string | undefined): FileName => {
  if (path === undefined) return { first: 'The portfolio', within: 'the portfolio', place: '' };
  // a portfolio is built as NAME.new; the owner knows it by its own name
  const name = basename(path, '.new');
  return { first: name, within: name, place: ` in ${dirname(path)}` };
};

const field = (error: unknown, name: 'code' | 'path'): string | undefined => {
  const value: unknown = error instanceof Error && name in error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** @returns null for an error that is no refusal of the machine, and so our own fault */
export const systemFault = (error: unknown): SystemFault | null => {
  const code = field(error, 'code') ?? '';
  const found = CODES.find(([each]) => code === each || code.startsWith(`${each}_`));
  if (found) return found[1];
  // better-sqlite3 looks for the folder itself and gives this no code
  if (error instanceof TypeError && /directory does not exist/.test(error.message)) return 'missing';
  return null;
};

/**
 * An error as it is answered: a refusal of the machine becomes a Problem, whatever else it is stays as it is.
 * @param path the file the owner knows of; else the one the error names, else the portfolio
 */
export const asProblem = (error: unknown, path?: string): unknown => {
  // Node refuses a path with a null byte by this code, which without a path would be a mistake of ours
  const impossible = path !== undefined && field(error, 'code') === 'ERR_INVALID_ARG_VALUE';
  const fault = impossible ? 'impossible-path' : systemFault(error);
  return fault === null || error instanceof Problem
    ? error
    : new Problem(SENTENCES[fault](nameOf(path ?? field(error, 'path'))), { cause: error, code: fault });
};

/** The same for a file that is to be written at a path the owner has typed in. */
export const asWriteProblem = (error: unknown, path: string): unknown => {
  const fault = systemFault(error);
  return fault === 'missing' || fault === 'read-only'
    ? new Problem(`${path} cannot be written; its folder is missing or read-only.`, {
        cause: error,
        code: fault,
      })
    : asProblem(error, path);
};

/** What is said where an error ends a start or an act of the shell. */
export const sentenceOf = (error: unknown): string => {
  const known = asProblem(error);
  return known instanceof Error ? known.message : String(known);
};
