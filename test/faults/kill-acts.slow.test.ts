import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { backUp, copiesIn } from '../../src/main/database/backup/back-up.ts';
import { Shelf } from '../../src/main/database/backup/shelf.ts';
import type { Readable } from '../../src/main/database/connection.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { SCHEMA_VERSION } from '../../src/main/database/format.ts';
import { examine } from '../../src/main/database/integrity.ts';
import { openPortfolio } from '../../src/main/database/open.ts';
import { aSale, csv } from '../support/csv.ts';
import { aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';
import { CLIENTELE, runKilled } from './killed.ts';
import { Moments } from './moments.ts';
import { tally } from './tally.ts';

/** The long form of QUALITY (`npm run faults`) kills backup, restore and migration 200 times each, the other acts half as often. */
const TIMES = Number(process.env.CLIENTELE_ACT_KILLS ?? 3);
const OFTEN = ['backup', 'restore'];
const timesOf = (act: string): number => (OFTEN.includes(act) ? TIMES : Math.ceil(TIMES / 2));
const HOURS = 3 * 60 * 60_000;
const MIGRATION_CHILD = fileURLToPath(new URL('./migration-child.ts', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../fixtures/portfolios/', import.meta.url));
const fixture = (schema: number): string => join(FIXTURES, `schema-${schema}.clientele`);

/** The content, what is set, and how much there is of everything. */
const stateOf = (db: Readable): string => {
  const tables = db.rows<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const counts = tables.map(({ name }) => [name, db.row(`SELECT count(*) AS n FROM ${name}`)]);
  const settings = db.rows('SELECT name, value FROM setting ORDER BY name');
  return JSON.stringify([contentHash(db), settings, counts]);
};

/** Opens it as the app does the next day, and examines it. */
const opened = <T>(path: string, work: (db: Readable) => T): T => {
  const db = openPortfolio(path, { backupFolder: aFolder() });
  try {
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    return work(db);
  } finally {
    db.close();
  }
};

let base: string;
let copy: string;
/** content hashes that a safety copy may have */
let contents: readonly string[];

beforeAll(async () => {
  const db = aPortfolio();
  const sales = (letter: string, n: number): string =>
    csv(
      ...Array.from({ length: n }, (_, i) =>
        aSale({
          order: `${letter}${i}`,
          date: `202${3 + (i % 2)}-${String(1 + (i % 12)).padStart(2, '0')}-11`,
          customer: `C${i % 90}`,
        }),
      ),
    );
  await take(db, sales('a', 700), { locale: 'en-GB', currency: 'EUR' });
  const first = contentHash(db);
  const copies = aFolder();
  copy = new Shelf(copies, db.path).pathOf(backUp(db, copies, 'asked').name);
  await take(db, sales('b', 700), { locale: 'en-GB' }, { name: 'b.csv' });
  contents = [first, contentHash(db)];
  db.close();
  base = db.path;
});

/** What the owner's terminal is told for each act. */
const ACTS: Readonly<Record<string, (portfolio: string) => readonly string[]>> = {
  undo: (path) => ['undo-import', '2', '--portfolio', path],
  settings: (path) => ['tax', '--portfolio', path, '--prices-include-tax', 'yes', '--tax-rate', '20'],
  segments: (path) => ['segments', '--portfolio', path, '--recipe', 'value-and-rhythm'],
  review: (path) => ['review', '--portfolio', path, '--out', `${path}.html`],
  backup: (path) => ['backup', path],
  restore: (path) => ['restore', copy, '--portfolio', path],
};

/** A journal that was begun and is not needed keeps another name. */
const ALLOWED = /^(data|shop\.clientele(\.html(\.part)?)?|.*-journal-set-aside-.*)$/;

const killAgainAndAgain = async (
  kind: string,
  times: number,
  from: (n: number) => string,
  act: (path: string) => readonly string[],
  sound: (path: string) => string,
): Promise<void> => {
  const moments = new Moments(seededRandom(20_261_130));
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  const trial = async (file: string, at: number | undefined): Promise<void> => {
    const folder = aFolder();
    const path = join(folder, 'shop.clientele');
    const data = join(folder, 'data');
    copyFileSync(file, path);
    const ended = await runKilled([CLIENTELE, ...act(path), '--json'], { after: at, data });
    expect(ended.killed || ended.code === 0, ended.err).toBe(true);
    moments.heard(ended);
    const found = sound(path);
    if (!after.has(file)) after.set(file, found);
    const lost = ended.acknowledged
      ? found !== after.get(file)
      : ![before.get(file), after.get(file)].includes(found);
    tally(`killed: ${kind}`, { survived: !lost, lost });
    expect([kind, lost]).toEqual([kind, false]);
    // every copy that has the name of one is whole
    const shelf = copiesIn(data);
    for (const { name } of new Shelf(shelf, path).list())
      expect(contents).toContain(opened(join(shelf, name), contentHash));
    expect(readdirSync(folder).filter((each) => !ALLOWED.test(each))).toEqual([]);
    rmSync(folder, { recursive: true });
  };
  for (let n = 0; n <= times; n++) {
    const file = from(n);
    // the first of each goes undisturbed, to know what it comes to
    if (!after.has(file)) {
      const untouched = join(aFolder(), 'shop.clientele');
      copyFileSync(file, untouched);
      before.set(file, sound(untouched));
      await trial(file, undefined);
    }
    await trial(file, moments.next());
  }
};

describe('kill -9 during an act: old or new, whole, never neither (QUALITY)', () => {
  test.each(Object.entries(ACTS))('%s', { timeout: HOURS }, (name, act) =>
    killAgainAndAgain(
      name,
      timesOf(name),
      () => base,
      act,
      (path) => opened(path, stateOf),
    ),
  );

  const schemas = Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1);

  test(`migration of every schema, ${TIMES} times`, { timeout: HOURS }, async () => {
    contents = [...contents, ...schemas.map((schema) => contentOf(schema))];
    await killAgainAndAgain(
      'migration',
      TIMES,
      (n) => fixture(schemas[n % schemas.length]!),
      ACTS.backup!,
      (path) => opened(path, contentHash),
    );
  });

  const contentOf = (schema: number): string => {
    const undisturbed = join(aFolder(), 'shop.clientele');
    copyFileSync(fixture(schema), undisturbed);
    return opened(undisturbed, contentHash);
  };

  const steps = schemas.flatMap((schema) =>
    Array.from({ length: SCHEMA_VERSION - schema + 1 }, (_, i) => [schema, schema + i] as const),
  );
  test.each(steps)('from schema %i, before step %i', { timeout: HOURS }, async (schema, step) => {
    const folder = aFolder();
    const path = join(folder, 'shop.clientele');
    copyFileSync(fixture(schema), path);
    const data = join(folder, 'copies');
    const ended = await runKilled([MIGRATION_CHILD, path, data, String(step)], { data });
    expect([ended.killed, ended.acknowledged]).toEqual([true, false]);
    const lost = opened(path, contentHash) !== contentOf(schema);
    tally('killed: step of a migration', { survived: !lost, lost });
    expect(lost).toBe(false);
  });
});
