import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { readCustomer } from '../../../src/main/portfolio/customers/customer-page.ts';
import { listCustomers } from '../../../src/main/portfolio/customers/customers.ts';
import { readOverview } from '../../../src/main/portfolio/overview/overview.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { finiteThroughout } from '../../analytics/value/finite-throughout.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = dayNumber(isoDay('2022-02-27'));

/** A business that may hold anything: one sale, returns only, everybody on one day, nobody twice, nobody known. */
const business = fc
  .record({
    sales: fc.integer({ min: 1, max: 60 }),
    customers: fc.integer({ min: 1, max: 12 }),
    days: fc.constantFrom(1, 2, 40, 400, 900),
    known: fc.constantFrom(0, 0.1, 0.7, 1),
    amounts: fc.constantFrom<readonly string[]>(
      ['10.00'],
      ['0.01', '99999.99'],
      ['5.00', '-5.00'],
      ['7.50', '0.00', '-20.00'],
    ),
  })
  .chain(({ sales, customers, days, known, amounts }) =>
    fc.array(
      fc.record({
        customer: fc.integer({ min: 1, max: customers }),
        day: fc.integer({ min: 0, max: days - 1 }),
        amount: fc.constantFrom(...amounts),
        isKnown: fc.double({ min: 0, max: 1, noNaN: true }).map((share) => share < known),
      }),
      { minLength: sales, maxLength: sales },
    ),
  );

test('whatever a small business holds, every figure is a number or none', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(business, async (sales) => {
      const db = aPortfolio();
      await take(
        db,
        csv(
          ...sales.map(({ customer, day, amount, isKnown }, i) =>
            aSale({
              order: `o${i}`,
              date: dayFromNumber(FIRST + day),
              customer: isKnown ? `C${customer}` : '',
              amount,
            }),
          ),
        ),
        { currency: 'EUR', locale: 'en-GB' },
      );
      if (sales.every(({ amount }) => Number(amount) <= 0)) {
        db.close();
        return;
      }
      finiteThroughout(analyze(db, { customers: true, only: null }));
      finiteThroughout(readOverview(db, isoDay('2025-01-01')));
      const { rows } = listCustomers(db, {
        sort: 'clv',
        direction: 'desc',
        offset: 0,
        limit: 50,
        estimates: true,
      });
      finiteThroughout(rows);
      for (const { id } of rows.slice(0, 3)) finiteThroughout(readCustomer(db, id));
      for (const { estimates } of rows) {
        if (estimates?.clv == null) continue;
        expect(estimates.clvLo).toBeLessThanOrEqual(estimates.clv);
        expect(estimates.clvHi).toBeGreaterThanOrEqual(estimates.clv);
      }
      db.close();
    }),
    { numRuns: 40, seed: 20_250_101 },
  );
});
