import { digestOfSums } from './page-sums.ts';

/**
 * One line kept in the portfolio: what its pages were when it was last at rest. It has a fixed length, so that it is
 * overwritten in place, and a beginning by which it is found in a write-ahead log without SQLite.
 */
export type SealWord = {
  /** `sealed`: every page of the file has its sum. `open`: something was written since, or is being sealed */
  readonly state: 'sealed' | 'open';
  /** {@link digestOfSums}; dashes where no sums are known */
  readonly digest: string;
  /** the digest that went before, by which a log is known to belong to a file */
  readonly base: string;
  /** pages the sums are of */
  readonly pages: number;
  /** pages that are being written: their sums are not known */
  readonly unknown: number;
};

export const NO_DIGEST = '-'.repeat(64);
export const SEAL_MARK = 'clientele seal ';

const WORD = /clientele seal (sealed|open {2}) ([0-9a-f]{64}|-{64}) ([0-9a-f]{64}|-{64}) (\d{10}) (\d{10})/;

export const sealText = ({ state, digest, base, pages, unknown }: SealWord): string =>
  `${SEAL_MARK}${state.padEnd(6)} ${digest} ${base} ${ten(pages)} ${ten(unknown)}`;

const ten = (n: number): string => String(n).padStart(10, '0');

/** @param text may have other bytes around, as a page of the file has */
export const sealIn = (text: string): SealWord | null => {
  const [, state = '', digest = '', base = '', pages = '', unknown = ''] = WORD.exec(text) ?? [];
  if (state === '') return null;
  return {
    state: state === 'sealed' ? 'sealed' : 'open',
    digest,
    base,
    pages: Number(pages),
    unknown: Number(unknown),
  };
};

/** Nothing is known of the pages. */
export const UNSEALED: SealWord = { state: 'open', digest: NO_DIGEST, base: NO_DIGEST, pages: 0, unknown: 0 };

export const holds = (word: SealWord, sums: Uint32Array, pageSize: number): boolean =>
  word.pages === sums.length && digestOfSums(sums, pageSize) === word.digest;
