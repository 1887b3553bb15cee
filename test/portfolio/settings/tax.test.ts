import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { readSettings } from '../../../src/main/database/settings.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { redoChange, undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import { exportTable } from '../../../src/main/portfolio/exports/export.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import {
  markProducts,
  productNamed,
  taxProducts,
} from '../../../src/main/portfolio/products/product-marks.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { portfolioInfo, updateSettings } from '../../../src/main/portfolio/settings/info.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { Settings } from '../../../src/shared/model/portfolio.ts';
import { withoutTax } from '../../../src/shared/model/tax.ts';
import { cli } from '../../support/cli.ts';
import { table } from '../../support/csv.ts';
import { aFile, aFolder } from '../../support/folder.ts';
import { aPortfolio, storedSummaries, take } from '../../support/portfolio.ts';
import { readTotals } from '../read-totals.ts';

const HOME = { currency: 'EUR', locale: 'en-GB' };
const GROSS = table(
  ['Order ID', 'Date', 'Customer ID', 'Product', 'Amount'],
  [
    ['1', '2024-01-05', 'A', 'Cup', '11.90'],
    ['1', '2024-01-05', 'A', 'Book', '10.70'],
    ['2', '2024-02-05', 'B', 'Cup', '-11.90'],
    ['3', '2024-03-05', 'B', 'Cup', '0.99'],
  ],
);
/** The tax is in a column of its own: these are net. */
const TOLD = table(
  ['Order ID', 'Date', 'Customer ID', 'Product', 'Net amount', 'Tax'],
  [
    ['8', '2024-03-06', 'C', 'Cup', '100.00', '19.00'],
    ['9', '2024-03-07', 'C', 'Stamp', '50.00', '0.00'],
  ],
);

const state = (db: Writable) => ({
  hash: contentHash(db),
  totals: readTotals(db),
  summaries: storedSummaries(db),
});
const revenue = (db: Writable): number => readTotals(db).revenue;

test('an amount without its tax is rounded half away from zero, exactly (independent: BigInt against decimal fractions)', () => {
  expect([1190, -1190, 99, 1070, 0].map((amount) => withoutTax(amount, 190_000))).toEqual([
    1000, -1000, 83, 899, 0,
  ]);
  // 1.00 at 100 % is 0.50; 0.01 is half a cent and goes away from zero
  expect([100, 1, -1].map((amount) => withoutTax(amount, 1_000_000))).toEqual([50, 1, -1]);
  expect(withoutTax(Number.MAX_SAFE_INTEGER, 0)).toBe(Number.MAX_SAFE_INTEGER);
});

describe('prices that include tax (DEFINITIONS 2): revenue is without it', () => {
  test('at the portfolio’s rate and at a product’s own; no line is changed, and each answer is undone exactly', async () => {
    const db = aPortfolio();
    await take(db, GROSS, HOME);
    const gross = state(db);
    expect(gross.totals.revenue).toBe(1169);
    updateSettings(db, { pricesIncludeTax: 'included' });
    expect(revenue(db)).toBe(1169);
    updateSettings(db, { taxRate: 0.19 });
    // 10.00 + 8.99 − 10.00 + 0.83
    expect(revenue(db)).toBe(982);
    const net = state(db);
    taxProducts(db, [productNamed(db, 'Book')], 0.07);
    // 10.70 ÷ 1.07 = 10.00
    expect(revenue(db)).toBe(1083);
    expect(exportTable(db, 'orders').data.map((row) => row[12])).toEqual([10, 10, -10, 0.83]);
    // what the owner says of a product is part of the content (DEFINITIONS 18)
    expect(contentHash(db)).not.toBe(gross.hash);
    expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
    const own = state(db);
    expect(undoChange(db, UNDOABLES).sentence).toBe('Undone: Book: tax rate 7 %.');
    expect(state(db)).toEqual(net);
    redoChange(db, UNDOABLES);
    expect(state(db)).toEqual(own);
    for (let i = 0; i < 3; i++) undoChange(db, UNDOABLES);
    expect(state(db)).toEqual(gross);
    expect(db.row('SELECT count(*) AS n FROM order_line WHERE counted_minor IS NOT NULL')).toEqual({ n: 0 });
  });

  test('a tax column in the source wins, whatever the owner answers and whichever file came first', async () => {
    for (const files of [
      [GROSS, TOLD],
      [TOLD, GROSS],
    ]) {
      const db = aPortfolio();
      for (const each of files) await take(db, each, HOME);
      updateSettings(db, { pricesIncludeTax: 'included', taxRate: 0.19 });
      expect(revenue(db)).toBe(982 + 15_000);
      undoImport(db, 1);
      expect(revenue(db)).toBe(files[0] === GROSS ? 15_000 : 982);
      expect(examine(db).ok).toBe(true);
    }
  });

  test('a later import counts at once as the answer says, before and after it is written, and its sums add up', async () => {
    const db = aPortfolio();
    await take(db, TOLD, HOME);
    updateSettings(db, { pricesIncludeTax: 'included', taxRate: 0.19 });
    taxProducts(db, [productNamed(db, 'Stamp')], 0);
    const more = `${GROSS}Total,,,,11.69\r\n`;
    for (const dryRun of [true, false])
      expect(await take(db, more, {}, { dryRun })).toMatchObject({
        revenue: { minor: 982 },
        taxTakenOff: { minor: 187 },
        revenueLeftOut: { minor: 0 },
        controlTotals: { agrees: true },
      });
    expect(revenue(db)).toBe(15_982);
  });

  test('together with a product that is no sale', async () => {
    const db = aPortfolio();
    await take(db, GROSS, { ...HOME, pricesIncludeTax: 'included', taxRate: 0.19 });
    const marks = markProducts(db, [productNamed(db, 'Book')], 'not-a-sale');
    expect(marks).toMatchObject({ revenue: 83, notASale: [{ amount: 1070, revenueOtherwise: 982 }] });
    expect(revenue(db)).toBe(83);
  });
});

describe('what is known of tax is said once on each screen', () => {
  const TODAY = isoDay('2024-04-01');
  const saidOf = (db: Writable) => {
    const overview = readOverview(db, TODAY);
    const { id } = makeReview(db, { ownersCopy: true, paper: 'A4' }, TODAY);
    return [
      portfolioInfo(db).tax,
      ('warnings' in overview ? overview.warnings : [])[0] ?? null,
      readReview(db, id).content.warnings[0] ?? null,
    ];
  };

  test.each<[string, Partial<Settings>, string, string | null, string]>([
    ['nobody has said', {}, GROSS, 'It is not known whether these prices include tax.', 'unknown'],
    [
      'at no known rate',
      { pricesIncludeTax: 'included' },
      GROSS,
      'These prices include tax, and so does revenue: its rate is not known.',
      'no-rate',
    ],
    [
      'taken off',
      { pricesIncludeTax: 'included', taxRate: 0.19 },
      GROSS,
      'Revenue is without the tax in these prices, 19% unless a product has a rate of its own.',
      'taken-off',
    ],
    ['not in them', { pricesIncludeTax: 'excluded' }, GROSS, null, 'told'],
    ['told by every file', {}, TOLD, null, 'told'],
  ])('%s', async (_, answer, file, sentence, known) => {
    const db = aPortfolio();
    await take(db, file, HOME);
    updateSettings(db, answer);
    expect(saidOf(db)).toEqual([sentence, sentence, sentence]);
    expect(analyze(db, { customers: false, only: [] }).totals).toMatchObject({ tax: { state: known } });
  });
});

test('on the command line: with an import, and by its own command', async () => {
  const folder = aFolder();
  const portfolio = join(folder, 'p.clientele');
  const args = ['--portfolio', portfolio, '--currency', 'EUR', '--locale', 'en-GB'];
  const ran = await cli(
    'import',
    aFile(GROSS),
    ...args,
    '--prices-include-tax',
    'yes',
    '--tax-rate',
    '19',
    '--json',
  );
  expect(JSON.parse(ran.out)).toMatchObject({ revenue: { minor: 982 }, taxTakenOff: { minor: 187 } });
  const tax = await cli('tax', '--portfolio', portfolio, '--product', 'Book=7', '--json');
  expect(JSON.parse(tax.out)).toEqual({
    state: 'taken-off',
    pricesIncludeTax: 'included',
    rate: 0.19,
    products: [{ code: 'book', name: 'Book', rate: 0.07 }],
  });
  const after = await cli('analyze', '--portfolio', portfolio, '--only', 'growth', '--json');
  expect(JSON.parse(after.out).totals.revenue.minor).toBe(1083);
  const other = await cli('import', aFile(TOLD), ...args, '--prices-include-tax', 'no');
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('is another answer; change it')]);
  expect((await cli('tax', '--portfolio', portfolio, '--tax-rate', 'much')).code).toBe(2);
});

test('settings that have nothing to do with tax count nothing anew', async () => {
  const db = aPortfolio();
  await take(db, GROSS, HOME);
  updateSettings(db, { businessName: 'Shop' });
  expect(readSettings(db)).toMatchObject({
    businessName: 'Shop',
    pricesIncludeTax: 'unknown',
    taxRate: null,
  });
});
