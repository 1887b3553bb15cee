import { expect, test } from 'vitest';
import { type Random, seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import type { Connection } from '../../../src/main/database/connection.ts';
import { exportTable } from '../../../src/main/portfolio/exports/export.ts';
import { asCsv } from '../../../src/main/portfolio/tables/table-file.ts';
import { tallyTests } from '../../faults/tally.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

/** `npm run faults -- exports` runs the long form. */
const SEEDS = Number(process.env.CLIENTELE_ODD_TEXTS ?? 20);

const HARD = [
  '=SUM(A1)',
  '+Extra',
  '-Discounted loaf',
  '@home',
  "'Quoted'",
  'Bread, sliced',
  '=1"2"',
  'Plain',
];

tallyTests('odd text in an export');

/** What a portfolio says of each line, as a person reads it. */
const lines = (db: Connection): unknown[] =>
  db.rows(
    `SELECT o.number, o.ordered_on, i.value AS customer, p.name AS product, l.quantity_micro, l.amount_minor
     FROM order_line l JOIN sales_order o ON o.id = l.order_id JOIN product p ON p.id = l.product_id
     JOIN customer_identity i ON i.id = o.identity_id ORDER BY o.number, p.name, l.amount_minor`,
  );

/** Of what a till lets one type, much that a spreadsheet or a reader of files takes for something else. */
const PIECES = [
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '\t',
  ' ',
  '|',
  '\n',
  'SUM(A1)',
  '1',
  '007',
  '.5',
  '1/2',
  '%',
  '–',
  'é',
  '€',
  '🥐',
  'Brot',
  'Total',
  'n/a',
  '#',
  '\\',
];

const oddText = (random: Random): string => {
  const one = (): string => PIECES[Math.floor(random() * PIECES.length)]!;
  return Array.from({ length: 1 + Math.floor(random() * 4) }, one).join('');
};

test.each(Array.from({ length: SEEDS }, (_, at) => at + 1))(
  'seed %i: odd texts come back as they were, each cell of them',
  async (seed) => {
    const random = seededRandom(seed);
    const db = aPortfolio();
    const sales = Array.from({ length: 80 }, (_, i) =>
      aSale({
        order: `A${i}${i % 4 === 0 ? oddText(random) : ''}`,
        date: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
        customer: `${oddText(random)}C${i % 7}`,
        product: `${oddText(random)}${i % 3 === 0 ? '' : 'x'}`,
      }),
    );
    await take(db, csv(...sales), { locale: 'en-GB', currency: 'EUR' });
    const text = asCsv(exportTable(db, 'orders'));
    const again = aPortfolio();
    await take(again, text, { locale: 'en-GB', currency: 'EUR' });
    expect(lines(again)).toEqual(lines(db));
    expect(lines(db).length).toBeGreaterThan(40);
  },
);

test('our export of orders imports back cell by cell, also what begins like a formula', async () => {
  const db = aPortfolio();
  const sales = Array.from({ length: 120 }, (_, i) =>
    aSale({
      order: `A${i}`,
      date: `2024-03-${String(1 + (i % 28)).padStart(2, '0')}`,
      customer: i % 3 === 0 ? `-C${i % 7}` : `C${i % 7}`,
      product: HARD[i % HARD.length]!,
    }),
  );
  await take(db, csv(...sales), { locale: 'en-GB', currency: 'EUR' });
  const text = asCsv(exportTable(db, 'orders'));
  expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  const again = aPortfolio();
  await take(again, text, { locale: 'en-GB', currency: 'EUR' });
  expect(lines(again)).toEqual(lines(db));
});
