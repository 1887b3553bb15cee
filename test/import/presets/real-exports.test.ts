import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gist, importAt } from './support.ts';

/** Real exports (pseudonymised) that lie beside the project and are not part of it. */
const fileNamed = (name: string): string =>
  fileURLToPath(new URL(`../../../../shared/data/exports/${name}`, import.meta.url));
const present = existsSync(fileNamed('paypal-activity.csv'));
if (!present)
  process.stderr.write(
    'SKIPPED: the real exports are not beside the project; the tests on them do not run.\n',
  );

/**
 * Counted independently with a spreadsheet-like script over the same files:
 * Shopify Σ (Total − Taxes) − Refunded × (Total − Taxes) ÷ Total over orders that are not voided or cancelled unpaid,
 * in the first file without the one that sold a gift card (order #1065, 100.00);
 * Square Σ Net Sales; Stripe Σ Amount − Amount Refunded of what was captured; PayPal Σ Gross − Sales Tax of the 69
 * completed "Website", "PayPal Here" and "Mobile" payments received.
 */
test.skipIf(!present).each([
  ['shopify-orders-a.csv', 'shopify-orders', { orders: 400, refunds: 69, revenue: 6_204_528 }],
  ['shopify-orders-b.csv', 'shopify-orders', { orders: 38, refunds: 0, revenue: 6_944_000 }],
  ['square-items.csv', 'square-items', { orders: 163, refunds: 1, revenue: 173_900 }],
  [
    'square-transactions-through-excel.csv',
    'square-transactions',
    { orders: 4, refunds: 0, revenue: 243_400 },
  ],
  ['stripe-payments.csv', 'stripe-payments', { orders: 255, refunds: 29, revenue: 346_740 }],
  ['paypal-activity.csv', 'paypal-activity', { orders: 69, refunds: 0, revenue: 1_406_141 }],
  [
    'quickbooks-sales-by-customer-detail.csv',
    'quickbooks-sales-by-customer',
    { orders: 3, refunds: 1, revenue: 204_900, customers: 2 },
  ],
  ['woocommerce-orders.csv', 'woocommerce-orders', { orders: 1, refunds: 0, revenue: 2917, customers: 1 }],
  ['xero-sales-invoices.csv', 'xero-sales-invoices', { orders: 2, refunds: 1, revenue: 5000, customers: 1 }],
  ['ebay-orders-de.csv', 'ebay-orders', { orders: 1, refunds: 0, revenue: 11_699, customers: 1 }],
])('%s is recognised and comes to the independent count', async (name, preset, expected) => {
  expect(gist(await importAt(fileNamed(name)))).toMatchObject({ preset, adds: true, ...expected });
});

/** Counted independently: 1,483 rows with an e-mail, 1,482 of them different; the other 28 have a phone, all different. */
test.skipIf(!present)(
  'shopify-customers.csv: every row is a customer, with what they agreed to',
  async () => {
    const result = await importAt(fileNamed('shopify-customers.csv'));
    expect(result.source).toMatchObject({ preset: 'shopify-customers', kind: 'customers' });
    expect(result.rows).toEqual({ read: 1511, imported: 1511, leftOut: 0, alreadyThere: 0 });
    const { created, matched } = result.customers;
    // fewer than 1,482 + 28: some share a phone, and no names speak against their being one
    expect(created + matched).toBe(1503);
    expect(result.issues.count).toBe(0);
  },
);
