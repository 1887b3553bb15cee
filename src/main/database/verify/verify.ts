import { fstatSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { changedPages, type PageFile } from './page-sums.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import { readSeal } from './seal.ts';
import { holds, NO_DIGEST } from './seal-word.ts';
import { logBytes, readLog } from './write-ahead-log.ts';

/** What is to be compared with the file's bytes; plain data, so that a thread can do it. */
export type Comparison = {
  readonly file: PageFile;
  readonly sums: Uint32Array;
  readonly bytes: number | null;
};

/**
 * What the seal says before any page has been compared.
 * `compare`: the pages with a sum must equal it. `search` as well: of some pages nothing is known, because they were being
 * written when the program was stopped, or the portfolio is of an earlier format; their structure must be examined.
 */
export type Expected =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'known'; readonly compare: Comparison | null; readonly search: boolean };

export const expectedOf = (raw: Database.Database, file: PortfolioFile): Expected => {
  if (!raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'seal'").get())
    return { kind: 'known', compare: null, search: true };
  const seal = readSeal(raw);
  if (!seal) return { kind: 'damaged' };
  const { word, sums } = seal;
  const logged = logBytes(file.path) > 0;
  if (word.digest === NO_DIGEST || (word.state === 'open' && word.unknown === 0 && !logged))
    return { kind: 'known', compare: null, search: true };
  const pageSize = raw.pragma('page_size', { simple: true }) as number;
  if (!holds(word, sums, pageSize)) return { kind: 'damaged' };
  const sealed = word.state === 'sealed';
  return {
    kind: 'known',
    compare: {
      file: { fd: file.fd, pageSize },
      sums,
      bytes: sealed ? sums.length * pageSize : null,
    },
    search: !sealed && word.unknown > 0,
  };
};

/**
 * The pages that are not as they were sealed; where a page is in the log, SQLite does not read it from the file.
 * @returns an empty list for a whole portfolio; page 0 stands for a wrong length
 */
export const wrongPages = ({ file, sums, bytes }: Comparison, path: string): number[] => {
  const changed = changedPages(file, sums);
  if (bytes !== null && fstatSync(file.fd).size !== bytes) changed.unshift(0);
  if (changed.length === 0 || logBytes(path) === 0) return changed;
  const { pages } = readLog(path);
  return changed.filter((page) => !pages.has(page));
};
