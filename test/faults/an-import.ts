import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, storedSummaries, take } from '../support/portfolio.ts';
import { tally } from './tally.ts';

/** The import in a process of its own: file, portfolio, folder of copies, where it kills itself. */
export const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url));
const ROWS = 3000;
const OPTIONS = { locale: 'en-GB', currency: 'GBP' };

/** A file, a portfolio it overlaps, and the content hashes before and after its import: what every fault is judged by. */
export class AnImport {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** of a portfolio that the import makes */
  readonly afterNew: string;
  readonly #base: string;

  private constructor(file: string, base: string, before: string, after: string, afterNew: string) {
    this.file = file;
    this.#base = base;
    this.before = before;
    this.after = after;
    this.afterNew = afterNew;
  }

  static async prepare(): Promise<AnImport> {
    const file = join(aFolder(), 'many.csv');
    const rows = Array.from(
      { length: ROWS },
      (_, i) => `${i},2024-03-${String(1 + (i % 28)).padStart(2, '0')},C${i % 700},P${i % 40},1,4.20\r\n`,
    );
    writeFileSync(file, csv() + rows.join(''));
    const db = aPortfolio();
    await take(
      db,
      csv(
        aSale({ order: '17', date: '2024-03-18', customer: 'C17', product: 'P17' }),
        aSale({ order: 'own', customer: 'Z' }),
      ),
      OPTIONS,
    );
    const before = contentHash(db);
    db.raw.pragma('wal_checkpoint(TRUNCATE)');
    const base = join(aFolder(), 'base.clientele');
    copyFileSync(db.path, base);
    const after = (await take(db, readFileSync(file), OPTIONS)).contentHash ?? '';
    const afterNew = (await take(aPortfolio(), readFileSync(file), OPTIONS)).contentHash ?? '';
    expect(new Set([before, after, afterNew, '']).size).toBe(4);
    return new AnImport(file, base, before, after, afterNew);
  }

  /** The portfolio the file overlaps, in this folder. @returns its path */
  known(folder = aFolder()): string {
    const path = join(folder, 'shop.clientele');
    copyFileSync(this.#base, path);
    return path;
  }

  /** Opens it as the app does the next day, and examines it. @returns its content hash */
  opened(path: string): string {
    const db = openPortfolio(path);
    try {
      expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
      const hash = contentHash(db);
      const { n } = db.row<{ n: number }>('SELECT count(*) AS n FROM batch')!;
      expect(n).toBe(hash === this.after ? 2 : 1);
      expect(storedSummaries(db).months?.length).toBeGreaterThan(0);
      return hash;
    } finally {
      db.close();
    }
  }

  /** The owner tries again, undisturbed. @returns the content hash */
  again = async (portfolio: string): Promise<string | null> => {
    const run = { file: this.file, portfolio, options: OPTIONS, dryRun: false, backupFolder: aFolder() };
    return (await importUnattended(run)).contentHash;
  };

  /** All or nothing, and trying again completes it. @param acknowledged the import said that it was done  @param kind of the fault */
  async judgeKnown(path: string, acknowledged: boolean, kind: string): Promise<void> {
    const found = this.opened(path);
    const lost = acknowledged ? found !== this.after : ![this.before, this.after].includes(found);
    tally(`${kind} into a known portfolio`, { survived: !lost, lost });
    expect([this.before, this.after]).toContain(found);
    if (acknowledged) expect(found).toBe(this.after);
    if (found === this.before) expect(await this.again(path)).toBe(this.after);
    else await expect(this.again(path)).rejects.toThrow(/in the portfolio already/);
    expect(this.opened(path)).toBe(this.after);
    expect(beside(path)).toEqual([]);
  }

  /** The same of a portfolio that the import makes. */
  async judgeNew(path: string, acknowledged: boolean, kind: string): Promise<void> {
    const lost = acknowledged && !existsSync(path);
    tally(`${kind} into a new portfolio`, { survived: !lost, lost });
    if (!existsSync(path)) {
      expect(acknowledged).toBe(false);
      expect(await this.again(path)).toBe(this.afterNew);
    }
    expect(this.opened(path)).toBe(this.afterNew);
    expect(beside(path)).toEqual([]);
  }
}

/** What lies in a portfolio's folder that nobody put there. */
export const beside = (portfolio: string): string[] =>
  readdirSync(dirname(portfolio)).filter(
    (name) => !['copies', 'shop.clientele', 'new.clientele'].includes(name),
  );
