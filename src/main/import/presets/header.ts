import { plainHeader } from '../sniff/columns/header-words.ts';

/** Looks cells up by what their column is called, in any of its translations. */
export class Header {
  readonly #at = new Map<string, number>();

  constructor(names: readonly string[]) {
    names.forEach((name, index) => {
      const plain = plainHeader(name);
      if (!this.#at.has(plain)) this.#at.set(plain, index);
    });
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#at.has(plainHeader(name)));
  }

  /** A reader of the first of these columns that is there; of empty texts where none is. */
  column(...names: readonly string[]): (record: readonly string[]) => string {
    const found = names.map((name) => this.#at.get(plainHeader(name))).find((index) => index !== undefined);
    return found === undefined ? () => '' : (record) => unquoted((record[found] ?? '').trim());
  }
}

/** Spreadsheets guard numbers with an apostrophe that is no part of them; some exports write `--` for nothing. */
const unquoted = (cell: string): string =>
  cell === '--' ? '' : cell.startsWith("'") && /^'[\d+]/.test(cell) ? cell.slice(1) : cell;
