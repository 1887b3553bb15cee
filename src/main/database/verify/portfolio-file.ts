import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** What another thread of the same process needs to use the handle of an open portfolio; plain data. */
export type SharedFile = { readonly fd: number; readonly dev: number; readonly ino: number };

/** Whether the file that was opened is still the one at its path. */
export type Standing = 'there' | 'gone' | 'replaced';

/**
 * The handle of a portfolio's bytes, open as long as its connection. On POSIX systems closing any handle of a file drops
 * all locks the process holds on it, SQLite's too, so nothing else may open the file while a connection is open.
 */
export class PortfolioFile {
  readonly path: string;
  readonly shared: SharedFile;
  readonly #owned: boolean;
  #open = true;

  private constructor(path: string, shared: SharedFile, owned: boolean) {
    this.path = path;
    this.shared = shared;
    this.#owned = owned;
  }

  static open(path: string): PortfolioFile {
    const fd = openSync(path, 'r');
    const { dev, ino } = fstatSync(fd);
    return new PortfolioFile(path, { fd, dev, ino }, true);
  }

  /** The handle of another connection of this process, which must stay open longer. */
  static borrow(path: string, shared: SharedFile): PortfolioFile {
    return new PortfolioFile(path, shared, false);
  }

  get fd(): number {
    return this.shared.fd;
  }

  get bytes(): number {
    return fstatSync(this.fd).size;
  }

  standing(): Standing {
    const now = statSync(this.path, { throwIfNoEntry: false });
    if (!now) return 'gone';
    return now.ino === this.shared.ino && now.dev === this.shared.dev ? 'there' : 'replaced';
  }

  close(): void {
    if (this.#owned && this.#open) closeSync(this.fd);
    this.#open = false;
  }
}
