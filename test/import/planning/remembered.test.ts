import { describe, expect, test } from 'vitest';
import { aPortfolio, planned, take } from '../../support/portfolio.ts';

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

/** No heading says which amount counts, and every date fits two orders. */
const header = 'When,Who,Column A,Column B';
const may = table(header, '03/04/2025,Ann,1.500,10.00', '05/06/2025,Bob,2.500,20.00');
const june = table('who,when,column b,Column A', 'Ann,07/08/2025,30.00,3.500', 'Bob,09/10/2025,40.00,4.500');
const mapping = {
  When: 'order.date',
  Who: 'customer.name',
  'Column B': 'line.amount',
  'Column A': null,
} as const;
const EUR = { currency: 'EUR' };

describe('what was decided for a file is remembered for the next with the same headings', () => {
  test('columns in another order and other case are the same headings; the answer to a question is kept', async () => {
    const db = aPortfolio();
    const open = planned(db, may, { ...EUR, mapping });
    expect(open.questions.map(({ id }) => id)).toEqual(['dateFormat']);
    const first = await take(db, may, { ...EUR, mapping, dateFormat: 'dd/MM/yyyy' });
    expect(first).toMatchObject({ remembered: null, period: { from: '2025-04-03', to: '2025-06-05' } });
    const second = await take(db, june);
    expect(second).toMatchObject({
      remembered: 1,
      period: { from: '2025-08-07', to: '2025-10-09' },
      revenue: { minor: 7000 },
    });
    // the third is read like the second, which says so itself
    const third = planned(db, table(header, '03/12/2025,Cid,1.500,5.00'));
    expect(third.asLastTime?.batch).toBe(2);
    expect(third.columns.map(({ reason }) => reason)).toEqual(Array(4).fill('As last time.'));
  });

  test('an explicit option wins, and "not as last time" forgets nothing', async () => {
    const db = aPortfolio();
    await take(db, may, { ...EUR, mapping, dateFormat: 'dd/MM/yyyy' });
    const told = await take(db, june, { dateFormat: 'MM/dd/yyyy' }, { dryRun: true });
    expect(told.period).toEqual({ from: '2025-07-08', to: '2025-09-10' });
    const byLocale = await take(db, june, { locale: 'en-US' }, { dryRun: true });
    expect(byLocale.period).toEqual({ from: '2025-07-08', to: '2025-09-10' });
    expect(planned(db, june, { asLastTime: false }).plan).toBeNull();
    expect(planned(db, june).plan).not.toBeNull();
  });

  test('what no longer fits the values is asked again, never forced', async () => {
    const db = aPortfolio();
    await take(db, may, { ...EUR, mapping, dateFormat: 'dd/MM/yyyy' });
    // month first for certain
    const american = await take(
      db,
      table(header, '03/24/2025,Ann,1,10.00', '04/25/2025,Bob,2,20.00'),
      {},
      { dryRun: true },
    );
    expect(american.period).toEqual({ from: '2025-03-24', to: '2025-04-25' });
    // the column that held the day holds names now
    const moved = planned(
      db,
      table(header, 'Ann,03/04/2025,1,10.00', 'Bob,05/06/2025,2,20.00', 'Cid,05/06/2025,2,20.00'),
    );
    expect(moved.asLastTime).toBeNull();
    expect(moved.plan).toBeNull();
  });

  test('what the file decides by itself is no decision, and other headings are another file', async () => {
    const db = aPortfolio();
    await take(db, table('Date,Customer,Amount', '2025-04-23,Ann,10.00'), EUR);
    expect(db.rows("SELECT name FROM setting WHERE name LIKE 'reading:%'")).toEqual([]);
    await take(db, may, { mapping, dateFormat: 'dd/MM/yyyy' });
    expect(db.rows("SELECT name FROM setting WHERE name LIKE 'reading:%'")).toHaveLength(1);
    expect(planned(db, table('When,Who,Column A,Column C', '03/04/2025,Ann,1,10.00')).plan).toBeNull();
  });

  test('an export of a known product that was read as a plain table stays one', async () => {
    const db = aPortfolio();
    const square = (id: string): string =>
      table(
        'Date,Time,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer Name',
        `2026-05-30,13:03:14,Cake,2,14.00,0,14.00,1.14,${id},Payment,Ann Abel`,
      );
    const first = await take(db, square('T1'), { ...EUR, preset: 'none' });
    expect(first.source.preset).toBeNull();
    const second = await take(db, square('T2'));
    expect(second).toMatchObject({ remembered: 1, source: { preset: null } });
    const third = planned(db, square('T3'), { preset: 'auto' });
    expect(third).toMatchObject({ asLastTime: null, source: { preset: 'square-items' } });
  });
});
