import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { refreshSummaries } from '../../../src/main/database/summaries.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { aSale, csv, table } from '../../support/csv.ts';
import { aPortfolio, copyOf, storedSummaries, take } from '../../support/portfolio.ts';
import { aBusiness, contradictingFiles, overlappingFiles, permutations, type Till } from '../a-business.ts';

const CASES = Number(process.env.CLIENTELE_UNDO_CASES ?? 3);

const LOCALE = { locale: 'en-GB', currency: 'GBP' };

/** A portfolio into which the files at these places were imported, one after the other. */
const importOf = async (files: readonly string[], places: readonly number[]): Promise<Writable> => {
  const db = aPortfolio();
  for (const place of places) await take(db, files[place]!, LOCALE);
  return db;
};

const expectSound = (db: Writable, where: string): void => {
  expect(
    examine(db).checks.filter(({ ok }) => !ok),
    where,
  ).toEqual([]);
  const stored = storedSummaries(db);
  refreshSummaries(db, 'all');
  expect(stored, where).toEqual(storedSummaries(db));
};

const TILLS: readonly (readonly [string, Till])[] = [
  ['order numbers and customer numbers', { orderIds: true, customers: 'id' }],
  ['order numbers, customers by name, e-mail or phone', { orderIds: true, customers: 'contact' }],
  ['no order numbers, customer numbers', { orderIds: false, customers: 'id' }],
  ['no order numbers, no customers', { orderIds: false, customers: 'none' }],
];

/** Imports the files, undoes them in every order, and compares what is left with the import of just those files. */
const expectExact = async (files: readonly string[], seed: number): Promise<number> => {
  let kept = 0;
  const places = files.map((_, place) => place);
  const hashes = new Map<string, string>();
  for (const subset of subsets(places)) {
    const db = await importOf(files, subset);
    hashes.set(String(subset), contentHash(db));
    db.close();
  }
  const all = await importOf(files, places);
  for (const order of permutations(places)) {
    const db = copyOf(all);
    const left = new Set(places);
    for (const place of order) {
      const undone = undoImport(db, place + 1);
      left.delete(place);
      kept += undone.linesKept;
      const where = `seed ${seed}, undone in the order ${order}, now ${[...left]} left`;
      expect(undone.contentHash, where).toBe(hashes.get(String([...left])));
      expectSound(db, where);
    }
    db.close();
  }
  all.close();
  return kept;
};

describe('undo of overlapping imports in any order is exact (DEFINITIONS 17, 18)', () => {
  test.each(TILLS)('%s', async (_, till) => {
    let shared = 0;
    for (let seed = 1; seed <= CASES; seed++)
      shared += await expectExact(overlappingFiles(aBusiness(seed, till), seed), seed);
    // the files did overlap
    expect(shared).toBeGreaterThan(CASES);
  });

  test.each(TILLS.slice(0, 3))('%s, when the files contradict each other', async (_, till) => {
    for (let seed = 1; seed <= Math.ceil(CASES / 2); seed++)
      await expectExact(contradictingFiles(aBusiness(seed, till), seed), seed);
  });
});

/** Every choice among the places, each in their order. */
const subsets = (places: readonly number[]): number[][] =>
  Array.from({ length: 2 ** places.length }, (_, bits) => places.filter((_place, at) => (bits >> at) & 1));

const net = (db: Writable): number[] =>
  db
    .rows<{ net: number }>('SELECT amount_minor AS net FROM order_line ORDER BY amount_minor')
    .map((row) => row.net);

describe('a file once, and again', () => {
  const file = csv(
    aSale(),
    aSale({ order: '1002', amount: '5.00' }),
    aSale({ order: '1002', amount: '5.00' }),
  );

  test('two identical lines of one file are two sales, never a blind DISTINCT (IMPORT 9)', async () => {
    const db = aPortfolio();
    expect((await take(db, file)).rows).toEqual({ read: 3, imported: 3, leftOut: 0, alreadyThere: 0 });
  });

  test('the same bytes a second time are refused under any name, and nothing changes', async () => {
    const db = aPortfolio();
    const first = await take(db, file, {}, { name: 'march.csv' });
    await expect(take(db, file, {}, { name: 'april.csv' })).rejects.toThrow(
      /^april\.csv is in the portfolio already: it was imported on \d{4}-\d\d-\d\d as march\.csv \(import 1\)\./,
    );
    await expect(take(db, file, {}, { dryRun: true })).rejects.toThrow(/in the portfolio already/);
    expect(contentHash(db)).toBe(first.contentHash);
    expect(db.row('SELECT count(*) AS n FROM batch')).toEqual({ n: 1 });
  });

  test('allowed again it claims every line: undoing either import leaves the other whole', async () => {
    for (const undone of [1, 2]) {
      const db = aPortfolio();
      const first = await take(db, file);
      const again = await take(db, file, { allowAgain: true });
      expect(again.rows).toEqual({ read: 3, imported: 0, leftOut: 0, alreadyThere: 3 });
      expect(again.contentHash).toBe(first.contentHash);
      expect(undoImport(db, undone)).toMatchObject({
        linesRemoved: 0,
        linesKept: 3,
        contentHash: first.contentHash,
      });
      expect(undoImport(db, 3 - undone)).toMatchObject({ linesRemoved: 3, linesKept: 0 });
      expect(contentHash(db)).toBe(contentHash(aPortfolio()));
    }
  });

  test('undone, it may be imported again and gives the same', async () => {
    const db = aPortfolio();
    const first = await take(db, file);
    undoImport(db, 1);
    expect((await take(db, file)).contentHash).toBe(first.contentHash);
  });

  test('an import that is not there, and one that is undone already', async () => {
    const db = aPortfolio();
    await take(db, file);
    expect(() => undoImport(db, 7)).toThrow('There is no import 7 in this portfolio.');
    undoImport(db, 1);
    expect(() => undoImport(db, 1)).toThrow('Import 1 is undone already.');
  });

  test('with the last import the currency is free again, with another one it is not', async () => {
    const db = aPortfolio();
    await take(db, file, { currency: 'GBP' });
    await take(db, csv(aSale({ order: '3' })), {});
    undoImport(db, 1);
    await expect(take(db, csv(aSale({ order: '4' })), { currency: 'EUR' })).rejects.toThrow(/kept in GBP/);
    undoImport(db, 2);
    expect((await take(db, csv(aSale({ order: '4' })), { currency: 'EUR' })).revenue.currency).toBe('EUR');
  });
});

describe('an order that a later file tells otherwise', () => {
  const early = csv(aSale({ amount: '4.00' }), aSale({ product: 'Rolls', amount: '3.00' }));
  const late = csv(aSale({ amount: '4.50' }), aSale({ product: 'Rolls', amount: '3.00' }));

  test('keeps its first version, says so, and takes the other when the first import is undone', async () => {
    const db = aPortfolio();
    await take(db, early);
    const second = await take(db, late);
    expect(second.rows).toEqual({ read: 2, imported: 0, leftOut: 0, alreadyThere: 2 });
    expect(second.issues.byCode).toEqual({ 'duplicate-line': 1 });
    expect(net(db)).toEqual([300, 400]);
    const alone = aPortfolio();
    await take(alone, late);
    expect(undoImport(db, 1).contentHash).toBe(contentHash(alone));
    expect(net(db)).toEqual([300, 450]);
    expectSound(db, 'promoted');
  });

  test('forgets what only the later import said when that is undone', async () => {
    const db = aPortfolio();
    const first = await take(db, early);
    await take(db, late);
    expect(undoImport(db, 2).contentHash).toBe(first.contentHash);
    expect(db.rows('SELECT * FROM line_variant')).toEqual([]);
  });

  test('another customer on a known order follows the import that remains', async () => {
    const db = aPortfolio();
    await take(db, csv(aSale({ customer: 'C1' })));
    await take(db, csv(aSale({ customer: 'C2' }), aSale({ order: '9', customer: 'C2' })));
    undoImport(db, 1);
    const owners = db.rows(
      'SELECT i.value FROM sales_order o JOIN customer_identity i ON i.id = o.identity_id ORDER BY o.key',
    );
    expect(owners).toEqual([{ value: 'C2' }, { value: 'C2' }]);
    expectSound(db, 'other customer');
  });

  test('a line more is a line more', async () => {
    const db = aPortfolio();
    await take(db, early);
    const grown = await take(
      db,
      csv(
        aSale({ amount: '4.00' }),
        aSale({ product: 'Rolls', amount: '3.00' }),
        aSale({ product: 'Cake', amount: '9.00' }),
      ),
    );
    expect(grown.rows).toEqual({ read: 3, imported: 1, leftOut: 0, alreadyThere: 2 });
    expect(net(db)).toEqual([300, 400, 900]);
  });
});

describe('without order numbers a line is its content and its count in the file (DEFINITIONS 17)', () => {
  const till = (...amounts: string[]): string =>
    table(
      ['Date', 'Customer ID', 'Product', 'Amount'],
      amounts.map((amount) => ['2024-03-04', 'C1', 'Coffee', amount]),
    );

  test('the afternoon of a day whose morning is there already adds to it', async () => {
    const db = aPortfolio();
    await take(db, till('3.00'));
    const afternoon = await take(db, till('2.50', '4.00'));
    expect(afternoon.rows).toEqual({ read: 2, imported: 2, leftOut: 0, alreadyThere: 0 });
    expect(net(db)).toEqual([250, 300, 400]);
  });

  test('a third coffee of the same price is one more than the two that are there', async () => {
    const db = aPortfolio();
    await take(db, till('3.00', '3.00'));
    const longer = await take(db, till('3.00', '3.00', '3.00'));
    expect(longer.rows).toEqual({ read: 3, imported: 1, leftOut: 0, alreadyThere: 2 });
  });
});
