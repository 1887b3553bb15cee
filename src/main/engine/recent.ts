import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { systemFault } from '../system-fault.ts';

export const ENDING = '.clientele';
const KEPT = 12;

export type RecentPortfolio = {
  readonly path: string;
  readonly name: string;
  readonly openedAt: number | null;
};

type Opened = { readonly path: string; readonly openedAt: number };

/** Which portfolios were opened lately, kept in the app's own folder. */
export class Recent {
  readonly #folder: string;
  readonly #file: string;

  constructor(dataFolder: string) {
    this.#folder = dataFolder;
    this.#file = join(dataFolder, 'recent.json');
  }

  /** Portfolios opened lately and those in the portfolio folder, newest first. */
  list(portfolioFolder: string): RecentPortfolio[] {
    const opened = this.#read().filter(({ path }) => existsSync(path));
    const known = new Set(opened.map(({ path }) => path));
    const lying = (existsSync(portfolioFolder) ? readdirSync(portfolioFolder) : [])
      .filter((name) => name.endsWith(ENDING))
      .map((name) => join(portfolioFolder, name))
      .filter((path) => !known.has(path) && statSync(path).isFile());
    return [...opened, ...lying.map((path) => ({ path, openedAt: null }))].map((each) => ({
      ...each,
      name: basename(each.path, ENDING),
    }));
  }

  knows(path: string): boolean {
    return this.#read().some((each) => each.path === path);
  }

  remember(path: string): void {
    const list = [{ path, openedAt: Date.now() }, ...this.#read().filter((each) => each.path !== path)].slice(
      0,
      KEPT,
    );
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      writeFileSync(this.#file, JSON.stringify(list), { mode: 0o600 });
    } catch (error) {
      // the list is a convenience: a full or read-only disk must not keep a portfolio from being opened
      if (systemFault(error) === null) throw error;
    }
  }

  #read(): readonly Opened[] {
    try {
      const list = JSON.parse(readFileSync(this.#file, 'utf8')) as unknown;
      return Array.isArray(list)
        ? list.filter(
            (each): each is Opened => typeof each?.path === 'string' && typeof each.openedAt === 'number',
          )
        : [];
    } catch {
      return []; // no list yet, or one that cannot be read: it is only a convenience
    }
  }
}
