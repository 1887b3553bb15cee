import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFile, aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { beside } from './an-import.ts';
import { CLIENTELE, runKilled } from './killed.ts';
import { tally } from './tally.ts';

/** The long form of QUALITY (`npm run faults`) is 50. */
const TIMES = Number(process.env.CLIENTELE_TWO ?? 4);
const HOURS = 3 * 60 * 60_000;
const OPTIONS = { locale: 'en-GB', currency: 'EUR' };

const sales = (letter: string): string =>
  csv(...Array.from({ length: 900 }, (_, i) => aSale({ order: `${letter}${i}`, customer: `C${i % 50}` })));
const FILES = ['a', 'b'] as const;

/** What a second writer may be told; it says what to do, and that nothing was changed. */
const WAIT =
  /^(shop|new)\.clientele is (in use by another program; nothing was changed\. Close it there and try again|being made or restored by another program just now; nothing was changed\. Wait until that has finished and try again|there already; choose another name or open it)\.\n$/;

/** What some of the files give, in the order in which they were taken. */
const contentOf = async (letters: readonly string[]): Promise<string> => {
  const db = aPortfolio();
  for (const letter of letters) await take(db, sales(letter), OPTIONS, { name: `${letter}.csv` });
  return contentHash(db);
};

test(`two imports at once into one portfolio, ${TIMES} times: both are in it, or the second was told to wait`, {
  timeout: HOURS,
}, async () => {
  const files = Object.fromEntries(FILES.map((letter) => [letter, aFile(sales(letter), `${letter}.csv`)]));
  const contents = new Map<string, string>();
  for (const letters of [[], ['a'], ['b'], ['a', 'b']])
    contents.set(letters.join(''), await contentOf(letters));
  for (let n = 0; n < TIMES; n++) {
    const folder = aFolder();
    // one that is there already, and one that both want to make
    const path = join(folder, n % 2 === 0 ? 'shop.clientele' : 'new.clientele');
    if (n % 2 === 0) aPortfolio(path).close();
    const ended = await Promise.all(
      FILES.map((letter) =>
        runKilled(
          [
            CLIENTELE,
            ...[
              'import',
              files[letter]!,
              '--portfolio',
              path,
              '--locale',
              'en-GB',
              '--currency',
              'EUR',
              '--json',
            ],
          ],
          { data: join(folder, 'copies') },
        ),
      ),
    );
    const done = FILES.filter((_, at) => ended[at]!.code === 0);
    const told = ended.every(({ code, err }) => code === 0 || (code === 1 && WAIT.test(lastLine(err))));
    const found = existsSync(path) ? contentIn(path) : '';
    const lost = found !== contents.get(done.join(''));
    tally('two processes on one file', { survived: told && !lost, lost });
    expect([n, ended.map(({ err }) => err), told, lost, beside(path)]).toEqual([
      n,
      expect.anything(),
      true,
      false,
      [],
    ]);
  }
});

/** What is said before is of progress. */
const lastLine = (text: string): string => `${text.trimEnd().split('\n').at(-1)}\n`;

const contentIn = (path: string): string => {
  const db = openPortfolio(path);
  try {
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    return contentHash(db);
  } finally {
    db.close();
  }
};
