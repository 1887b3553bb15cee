import { describe, expect, test } from 'vitest';
import { isGrandTotal, sumRowKind } from '../../../src/main/import/values/total-rows.ts';
import { pastImports } from '../../../src/main/portfolio/imports/past-imports.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const GB = { locale: 'en-GB', currency: 'GBP' };
const DE = { locale: 'de-DE', currency: 'EUR' };

describe('the words for a total', () => {
  test.each([
    'Total',
    'TOTAL:',
    'Grand total',
    'Gesamt',
    'Gesamtsumme EUR',
    'Summe',
    'Insgesamt:',
    'Total général',
    'Totale',
    'Totaal',
    'Total geral',
    'Total (12)',
  ])('%s sums up the whole file', (word) => {
    expect(isGrandTotal(word)).toBe(true);
  });

  test.each(['Total Energies', 'Totally Tea', 'Summer cake', 'Sum of parts Ltd', ''])(
    '%s does not',
    (word) => {
      expect(isGrandTotal(word)).toBe(false);
    },
  );

  test.each([
    [['', 'Zwischensumme', '10,00'], 'subtotal-row'],
    [['Total Ann Abel', '', '10.00'], 'subtotal-row'],
    [['', '', 'Sous-total', '10,00'], 'subtotal-row'],
    [['', 'Summe', '', '10,00'], 'footer-row'],
    [['Total Energies', 'Diesel for the van', '10.00'], null],
  ] as const)('%j is %s', (record, kind) => {
    expect(sumRowKind(record)).toBe(kind);
  });
});

describe('control totals (counted by hand)', () => {
  test('the total of a till equals what is imported plus what is left out', async () => {
    const db = aPortfolio();
    const { controlTotals, rows, issues } = await take(
      db,
      table(
        'Date,Receipt,Customer,Amount',
        '2025-03-14,1,Ann,12.50',
        '2025-03-15,2,Bob,7.50',
        '2025-02-31,3,Bob,5.00',
        'Total,,,25.00',
      ),
      GB,
    );
    expect(rows).toEqual({ read: 4, imported: 2, leftOut: 2, alreadyThere: 0 });
    expect(issues.byCode).toEqual({ 'date-unreadable': 1, 'footer-row': 1 });
    expect(controlTotals).toMatchObject({
      own: { minor: 2500, currency: 'GBP' },
      ownRow: 5,
      imported: { minor: 2000 },
      leftOut: { minor: 500 },
      sum: { minor: 2500 },
      difference: { minor: 0 },
      agrees: true,
      sentence: "The file's own total is £25.00; what is imported plus what is left out comes to the same.",
    });
    expect(pastImports(db)[0]?.controlSentence).toBe(controlTotals?.sentence);
  });

  test('a total of prices with tax is no disagreement', async () => {
    const { controlTotals, revenue } = await take(
      aPortfolio(),
      table(
        'Datum;Beleg;Kunde;Betrag inkl. MwSt;MwSt',
        '14.03.2025;1;Anna;119,00;19,00',
        '15.03.2025;2;Bert;59,50;9,50',
        ';;Zwischensumme;178,50;28,50',
        'Gesamt;;;178,50;28,50',
      ),
      DE,
    );
    expect(revenue.minor).toBe(15_000);
    expect(controlTotals).toMatchObject({
      own: { minor: 17_850 },
      difference: { minor: 2850 },
      agrees: true,
    });
    expect(controlTotals?.sentence).toMatch(/28,50\s€ of it is tax or a discount/);
  });

  test('a total that is not reached says by how much, and the likely reason', async () => {
    const { controlTotals } = await take(
      aPortfolio(),
      table(
        'Date,Receipt,Customer,Amount',
        '2025-03-14,1,Ann,12.50',
        '2025-03-15,2,Bob,ERROR',
        ',,Grand total,20.00',
      ),
      GB,
    );
    expect(controlTotals).toMatchObject({ difference: { minor: 750 }, agrees: false });
    expect(controlTotals?.sentence).toBe(
      "The file's own total is £20.00; what is imported plus what is left out comes to £12.50, £7.50 less. The likely reason: 1 row has an amount that cannot be read.",
    );
  });

  test('the sum a spreadsheet wrote below its column, without a word, is a total and no sale', async () => {
    const { controlTotals, issues } = await take(
      aPortfolio(),
      table('Date,Receipt,Customer,Amount', '2025-03-14,1,Ann,12.50', '2025-03-15,2,Bob,7.50', ',,,20.00'),
      GB,
    );
    expect(issues.byCode).toEqual({ 'footer-row': 1 });
    expect(controlTotals).toMatchObject({ own: { minor: 2000 }, agrees: true });
  });

  test('an overlapping file compares with what is there already too', async () => {
    const db = aPortfolio();
    const rows = ['Date,Receipt,Customer,Amount', '2025-03-14,1,Ann,12.50', '2025-03-15,2,Bob,7.50'];
    await take(db, table(...rows), GB, { name: 'march.csv' });
    const { controlTotals, skipped } = await take(
      db,
      table(...rows, '2025-03-16,3,Bob,5.00', 'TOTAL,,,25.00'),
      GB,
      { name: 'april.csv' },
    );
    expect(controlTotals).toMatchObject({
      imported: { minor: 500 },
      alreadyThere: { minor: 2000 },
      agrees: true,
    });
    expect(skipped.byReason).toEqual({ 'same-line': 2 });
    expect(skipped.first).toEqual([
      {
        row: 2,
        order: '1',
        reason: 'same-line',
        message: 'Order 1: the same line came with import 1 (march.csv).',
      },
      {
        row: 3,
        order: '2',
        reason: 'same-line',
        message: 'Order 2: the same line came with import 1 (march.csv).',
      },
    ]);
  });

  test('the total of a QuickBooks report, and a file without any total', async () => {
    const quickbooks = await take(
      aPortfolio(),
      table(
        'The Company,,,,,,,,,',
        'Sales by Customer Detail,,,,,,,,,',
        '',
        ',Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance',
        'Ann Abel,,,,,,,,,',
        ',07/29/2026,Invoice,1,Coat,,2.00,"1,000.00","2,000.00","2,000.00"',
        ',08/13/2026,Credit Memo,2,Coat,,-1.00,"1,000.00","-1,000.00","1,000.00"',
        'Total for Ann Abel,,,,,,1.00,,"$1,000.00",',
        'TOTAL,,,,,,1.00,,"$1,000.00",',
      ),
      { locale: 'en-US', currency: 'USD' },
    );
    expect(quickbooks.controlTotals).toMatchObject({ own: { minor: 100_000 }, agrees: true });
    const none = await take(
      aPortfolio(),
      table('Date,Customer,Amount', '2025-03-14,Ann,12.50', '2025-03-15,Total,7.50', '2025-03-16,Bob,1.00'),
      GB,
    );
    expect(none.rows.imported).toBe(3);
    expect(none.controlTotals).toMatchObject({ own: null, agrees: null, sentence: '' });
  });
});
