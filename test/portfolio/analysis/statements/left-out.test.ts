import { expect, test } from 'vitest';
import { undoImport } from '../../../../src/main/import/undo/undo-import.ts';
import { analysisOf } from '../../../../src/main/portfolio/analysis/analysis.ts';
import { leftOutSentences } from '../../../../src/main/portfolio/analysis/statements/left-out.ts';
import { readOverview } from '../../../../src/main/portfolio/overview/overview.ts';
import { isoDay } from '../../../../src/shared/model/day.ts';
import { aPortfolio, take } from '../../../support/portfolio.ts';

const day = (k: number): string => `2025-03-${String(1 + (k % 28)).padStart(2, '0')}`;
const lines = (n: number, of: (k: number) => string): string =>
  Array.from({ length: n }, (_, k) => of(k)).join('\n');

const said = (db: Parameters<typeof analysisOf>[0]): string[] => leftOutSentences(db, analysisOf(db)!);

test('lines in a currency without a rate are told of with their share and what to do', async () => {
  const db = aPortfolio();
  await take(
    db,
    `date,customer,amount,currency\n${lines(196, (k) => `${day(k)},C${k % 40},10.00,EUR`)}\n${lines(4, (k) => `${day(k)},F${k},25.00,SEK`)}\n`,
    { currency: 'EUR' },
    { name: 'two-currencies.csv' },
  );
  expect(said(db)).toEqual([
    'Of two-currencies.csv, 4 lines (2.0%) are in no figure: 4 in a currency without a rate. Enter the rate under Settings, undo this import and import the file again.',
  ]);
  const overview = readOverview(db, isoDay('2025-04-01'));
  expect('warnings' in overview && overview.warnings).toEqual(expect.arrayContaining(said(db)));
});

test('a line that cannot be read is told of, once though it has two faults; an undone import is not', async () => {
  const db = aPortfolio();
  await take(db, `date,customer,amount\n${lines(60, (k) => `${day(k)},C${k % 20},10.00`)}\n`, {
    currency: 'EUR',
    locale: 'en-GB',
  });
  expect(said(db)).toEqual([]);
  const later = await take(
    db,
    `date,customer,amount\n${lines(38, (k) => `${day(k + 3)},D${k % 20},12.00`)}\n2025-13-45,D1,12.00\n2025-03-40,D2,abc\n`,
    { currency: 'EUR', locale: 'en-GB' },
    { name: 'later.csv' },
  );
  expect(later.rows.leftOut).toBe(2);
  expect(said(db)).toEqual([
    'Of later.csv, 2 lines (5.0%), €12 as far as their amounts can be read and converted, are in no figure: 2 that could not be read. Import lists them under past imports: correct them in the file, undo this import and import it again.',
  ]);
  undoImport(db, later.batch!);
  expect(said(db)).toEqual([]);
});

test('cancelled sales are told of from a fiftieth of the lines or of the amount on', async () => {
  const file = (cancelled: number): string =>
    `date,customer,amount,status\n${lines(100 - cancelled, (k) => `${day(k)},C${k % 30},10.00,paid`)}\n${lines(cancelled, (k) => `${day(k)},C${k},10.00,cancelled`)}\n`;
  const few = aPortfolio();
  await take(few, file(1), { currency: 'EUR' });
  expect(said(few)).toEqual([]);
  const many = aPortfolio();
  await take(many, file(6), { currency: 'EUR' }, { name: 'shop.csv' });
  expect(said(many)).toHaveLength(1);
  expect(said(many)[0]).toMatch(/^Of shop\.csv, 6 lines \(6\.0%\), €60 .* 6 cancelled, failed or unpaid/);
});
