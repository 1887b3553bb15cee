import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { type SafetyCopy, SafetyCopySchema } from '../../../shared/model/safety-copy.ts';
import { localDay, outdated } from './retention.ts';

const ENDING = '.clientele';

/**
 * The safety copies of one portfolio in the app's data folder. What a copy holds is written next to it, so that they are
 * listed without being opened; a portfolio is known by its path.
 */
export class Shelf {
  readonly folder: string;
  readonly #stem: string;

  constructor(folder: string, portfolio: string) {
    const path = resolve(portfolio);
    const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
    this.folder = folder;
    this.#stem = `${basename(path, ENDING)}-${hash}-`;
  }

  /** Newest first. */
  list(): SafetyCopy[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.startsWith(this.#stem) && name.endsWith(ENDING))
      .flatMap((name) => this.#noteOf(name) ?? [])
      .sort((a, b) => b.madeAt - a.madeAt || (a.name < b.name ? 1 : -1));
  }

  /** A name that no copy has yet. */
  freeName(at: Date): string {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const moment = at.toISOString().replace(/[:.]/g, '-');
    for (let n = 1; ; n++) {
      const name = `${this.#stem}${moment}${n === 1 ? '' : `-${n}`}${ENDING}`;
      if (!existsSync(join(this.folder, name))) return name;
    }
  }

  pathOf(name: string): string {
    return join(this.folder, name);
  }

  /** Puts a finished copy on the shelf and takes down those that are not kept. */
  add(temporary: string, copy: SafetyCopy): void {
    const note = `${this.pathOf(copy.name)}.json`;
    writeFileSync(`${note}.part`, JSON.stringify(copy), { mode: 0o600 });
    renameSync(`${note}.part`, note);
    renameSync(temporary, this.pathOf(copy.name));
    const copies = this.list();
    const now = copies.find(({ name }) => name === copy.name) ?? copy;
    for (const { name } of outdated(copies, now, localDay)) this.#remove(name);
  }

  /** Deletes what a copy left behind that was broken off: a file without its note, or a note without its file. */
  sweep(): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      if (!name.startsWith(this.#stem)) continue;
      const orphan = name.endsWith(`${ENDING}.json`) && !existsSync(this.pathOf(name.slice(0, -5)));
      if (/\.part(-journal)?$/.test(name) || orphan) rmSync(this.pathOf(name), { force: true });
    }
  }

  #remove(name: string): void {
    rmSync(this.pathOf(name), { force: true });
    rmSync(`${this.pathOf(name)}.json`, { force: true });
  }

  /** A copy of an earlier version of the app has no note; when it was made is in its name. */
  #noteOf(name: string): SafetyCopy | null {
    try {
      return { ...Note.parse(JSON.parse(readFileSync(`${this.pathOf(name)}.json`, 'utf8'))), name };
    } catch {
      const madeAt = momentIn(name);
      return madeAt === null
        ? null
        : { name, madeAt, reason: 'before-update', bytes: 0, sha256: '', contentHash: null, holds: null };
    }
  }
}

const Note = SafetyCopySchema.extend({ name: z.string() });

const momentIn = (name: string): number | null => {
  const [, day = '', h = '', m = '', s = '', ms = ''] =
    /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z/.exec(name) ?? [];
  const instant = Date.parse(`${day}T${h}:${m}:${s}.${ms}Z`);
  return Number.isNaN(instant) ? null : instant;
};
