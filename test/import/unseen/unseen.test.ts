import { describe, expect, test } from 'vitest';
import { aPortfolio, take } from '../../support/portfolio.ts';
import { APPOINTMENTS } from './appointments.ts';
import { GAPS } from './gaps.ts';
import { INVOICES } from './invoices.ts';
import { LISTS } from './lists.ts';
import { NORTH_AND_EAST } from './north-and-east.ts';
import { ODDITIES } from './oddities.ts';
import { REPORTS } from './reports.ts';
import { SERVICES } from './services.ts';
import { SHOPS } from './shops.ts';
import { STATES } from './states.ts';
import { SUMS } from './sums.ts';
import { TILLS } from './tills.ts';
import type { UnseenExport } from './unseen-export.ts';

const read = async ({ rows, locale = 'en-US' }: UnseenExport): Promise<Required<UnseenExport['comes']>> => {
  const result = await take(aPortfolio(), `${rows.join('\n')}\n`, { locale, timezone: 'Europe/Berlin' });
  expect(result.source.preset).toBeNull();
  expect(result.rows.read).toBe(result.rows.imported + result.rows.leftOut + result.rows.alreadyThere);
  return {
    revenue: result.revenue.minor,
    orders: result.orders,
    lines: result.orderLines,
    refunds: result.refunds,
    customers: result.customers.created,
    leftOut: result.rows.leftOut,
    currency: result.revenue.currency,
    from: result.period?.from ?? '',
    to: result.period?.to ?? '',
  };
};

/** Revenue is net of tax, tips, fees and what was voided or given back, shipping in it, each once (DEFINITIONS 1). */
describe.each([
  ['tills', TILLS],
  ['shops and payment services', SHOPS],
  ['appointments', APPOINTMENTS],
  ['invoices', INVOICES],
  ['services and bookings', SERVICES],
  ['reports and journals', REPORTS],
  ['own lists', LISTS],
  ['northern and eastern headings', NORTH_AND_EAST],
  ['sums among the rows', SUMS],
  ['words for states', STATES],
  ['gaps and rows that are no sales', GAPS],
  ['what looks like something else', ODDITIES],
])('an export of no known product comes to what its owner would count: %s', (_, exports) => {
  test.each(exports.map((each) => [each.title, each] as const))('%s', async (_title, each) => {
    expect(await read(each)).toMatchObject(each.comes);
  });
});

test('what the beginning of a file does not show yet is told all the same: voids and refunds after 20,000 sales', async () => {
  const sales = Array.from(
    { length: 20_000 },
    (_, i) => `R${i},2024-03-${String(1 + (i % 28)).padStart(2, '0')},Sale,C${i % 50},Tea,2.00,0.00`,
  );
  const { revenue, orders, refunds, leftOut } = await read({
    title: '',
    rows: [
      'Receipt number,Date,Type,Customer ID,Item,Amount,Refunded amount',
      ...sales,
      'R20000,2024-03-28,Voided,C1,Tea,2.00,0.00',
      'R20001,2024-03-28,Sale,C1,Tea,2.00,0.50',
      'R20002,2024-03-28,Payout,,,-999.00,0.00',
    ],
    comes: {},
  });
  expect({ revenue, orders, refunds, leftOut }).toEqual({
    revenue: 20_001 * 200 - 50,
    orders: 20_001,
    refunds: 1,
    leftOut: 2,
  });
});
