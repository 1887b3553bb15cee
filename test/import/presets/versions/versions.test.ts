import { describe, expect, test } from 'vitest';
import { aPortfolio, take } from '../../../support/portfolio.ts';
import { BOOKS } from './books.ts';
import { PAYMENTS } from './payments.ts';
import { PLATFORMS } from './platforms.ts';
import { SHOPS } from './shops.ts';
import { TILLS } from './tills.ts';
import type { Version } from './version.ts';

const read = async ({ rows, locale = 'en-US' }: Version) => {
  const result = await take(aPortfolio(), `${rows.join('\n')}\n`, { locale, timezone: 'Europe/Berlin' });
  expect(result.rows.read).toBe(result.rows.imported + result.rows.leftOut + result.rows.alreadyThere);
  return {
    preset: result.source.preset,
    revenue: result.revenue.minor,
    orders: result.orders,
    lines: result.orderLines,
    refunds: result.refunds,
    customers: result.customers.created,
    anonymous: result.customers.anonymousOrders,
    leftOut: result.rows.leftOut,
    currency: result.revenue.currency,
    from: result.period?.from ?? '',
    to: result.period?.to ?? '',
  };
};

/** Revenue is net of tax, tips, fees and what was voided or given back, shipping in it, each once (DEFINITIONS 1). */
describe.each([
  ['tills', TILLS],
  ['payment services', PAYMENTS],
  ['shops and marketplaces', SHOPS],
  ['bookkeeping', BOOKS],
  ['platforms and chosen columns', PLATFORMS],
])('a version of a known export comes to what its owner would count: %s', (_, versions) => {
  test.each(versions.map((each) => [each.title, each] as const))('%s', async (_title, each) => {
    expect(await read(each)).toMatchObject({ preset: each.preset, ...each.comes });
  });
});
