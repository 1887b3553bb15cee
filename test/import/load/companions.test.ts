import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { examine } from '../../../src/main/database/integrity.ts';
import { refreshSummaries } from '../../../src/main/database/summaries.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { aPortfolio, storedSummaries, take } from '../../support/portfolio.ts';

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

type Pair = {
  readonly options: { readonly locale: string; readonly currency: string };
  /** the file with the orders' totals */
  readonly totals: string;
  readonly articles: string;
  /** of both together: what the articles come to, and what only the totals tell */
  readonly revenue: number;
  readonly orders: number;
  readonly products: number;
  readonly customers: number;
};

const etsy: Pair = {
  options: { locale: 'en-US', currency: 'USD' },
  totals: table(
    'Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship City,Currency,Order Value,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Adjusted Order Total,Buyer',
    '08/14/25,900,ann88,Ann Abel,2,Leeds,USD,30,3,0,5,1.5,33.5,,,Ann Abel (ann88)',
    '08/15/25,901,bob99,Bob Berg,1,York,USD,20,0,0,0,0,20,,15,Bob Berg (bob99)',
  ),
  articles: table(
    'Sale Date,Item Name,Buyer,Quantity,Price,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Ship Name,Ship City,Order ID,SKU',
    '08/14/25,Mug,Ann Abel (ann88),2,10,2,0,5,1.5,20,USD,7001,Ann Abel,Leeds,900,M',
    '08/14/25,Spoon,Ann Abel (ann88),1,10,1,0,5,1.5,10,USD,7002,Ann Abel,Leeds,900,S',
    '08/15/25,Mug,Bob Berg (bob99),2,10,0,0,0,0,20,USD,7003,Bob Berg,York,901,M',
  ),
  // 20 − 2 + 10 − 1 + 5 shipping; 20; and 5 given back
  revenue: 3200 + 2000 - 500,
  orders: 3,
  products: 3,
  customers: 2,
};

const sumup: Pair = {
  options: { locale: 'de-DE', currency: 'EUR' },
  totals: table(
    'Datum;Transaktions-ID;Transaktionsart;Status;Beschreibung;Betrag inkl. MwSt.;Trinkgeldbetrag;Gebühr',
    '14.03.2026 10:15;T1;Umsatz;Erfolgreich;2 x Brot;12,70;2,00;0,24',
    '15.03.2026 11:15;T2;Umsatz;Erfolgreich;Kuchen;5,35;0,00;0,10',
    '15.03.2026 12:15;T3;Umsatz;Fehlgeschlagen;Kuchen;5,35;0,00;0,00',
    '16.03.2026 00:05;P1;Auszahlung;Erfolgreich;;-17,71;0,00;0,00',
  ),
  articles: table(
    'Datum;Typ;Transaktionsnummer;Zahlungsmethode;Menge;Beschreibung;Category;Sku;Währung;Preis vor Rabatt;Rabatt;Preis (brutto);Preis (netto);Steuer;Steuersatz;Konto',
    '14.03.2026 10:15;Verkauf;T1;Karte;2;Brot;;;EUR;10,70;0,00;10,70;10,00;0,70;7%;k',
    '15.03.2026 11:15;Verkauf;T2;Karte;1;Kuchen;;;EUR;5,35;0,00;5,35;5,00;0,35;7%;k',
  ),
  revenue: 1500,
  orders: 2,
  products: 2,
  customers: 0,
};

const square: Pair = {
  options: { locale: 'en-US', currency: 'USD' },
  totals: table(
    'Date,Time,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Fees,Transaction ID,Description,Event Type,Customer ID,Customer Name,Transaction Status',
    '2026-05-30,13:03:14,$18.00,-$1.00,$17.00,$0.00,$1.49,$3.00,$0.00,$21.49,-$0.60,T1,"2 x Cake, Tea",Payment,C1,Ann Abel,Complete',
    '2026-05-31,09:00:00,$7.00,$0.00,$7.00,$0.00,$0.62,$0.00,$0.00,$7.62,-$0.20,T2,Cake,Payment,,,Complete',
  ),
  // Square leaves the customer of most article rows blank
  articles: table(
    'Date,Time,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer ID,Customer Name,Itemization Type',
    '2026-05-30,13:03:14,None,Cake,2.0,Regular,,$14.00,-$1.00,$13.00,$1.14,T1,Payment,,,Physical Good',
    '2026-05-30,13:03:14,None,Tea,1.0,Regular,,$4.00,$0.00,$4.00,$0.35,T1,Payment,,,Physical Good',
    '2026-05-31,09:00:00,None,Cake,1.0,Regular,,$7.00,$0.00,$7.00,$0.62,T2,Payment,,,Physical Good',
  ),
  revenue: 2400,
  orders: 2,
  products: 2,
  customers: 1,
};

const plain: Pair = {
  options: { locale: 'en-GB', currency: 'GBP' },
  totals: table('Order no,Date,Customer,Order total', 'A1,2025-03-14,Ann,12.00', 'A2,2025-03-15,Bob,4.00'),
  articles: table(
    'Order no,Date,Product,Quantity,Amount',
    'A1,2025-03-14,Bread,2,8.00',
    'A1,2025-03-14,Cake,1,4.00',
    'A2,2025-03-15,Cake,1,4.00',
  ),
  revenue: 1600,
  orders: 2,
  products: 2,
  customers: 2,
};

const PAIRS = [
  ['Etsy', etsy],
  ['SumUp', sumup],
  ['Square', square],
  ['a shop nobody knows', plain],
] as const;

const facts = (db: Writable) => ({
  revenue: db.row<{ n: number }>('SELECT sum(net_minor) AS n FROM sales_order')?.n,
  orders: db.row<{ n: number }>('SELECT count(*) AS n FROM sales_order')?.n,
  products: db.row<{ n: number }>('SELECT count(DISTINCT product_id) AS n FROM order_line')?.n,
  customers: db.row<{ n: number }>('SELECT count(*) AS n FROM customer')?.n,
});

const expectSound = (db: Writable): void => {
  expect(examine(db).checks.filter(({ ok }) => !ok)).toEqual([]);
  const stored = storedSummaries(db);
  refreshSummaries(db, 'all');
  expect(stored).toEqual(storedSummaries(db));
};

describe('orders told by their totals in one file and by their articles in another count once (counted by hand)', () => {
  test.each(PAIRS)('%s, in either order, and undone in either order', async (_, pair) => {
    const { totals, articles, options, revenue, orders, products, customers } = pair;
    const alone = async (...files: readonly string[]): Promise<Writable> => {
      const db = aPortfolio();
      for (const file of files) await take(db, file, options);
      expectSound(db);
      return db;
    };
    const totalsFirst = await alone(totals, articles);
    const articlesFirst = await alone(articles, totals);
    for (const db of [totalsFirst, articlesFirst])
      expect(facts(db)).toEqual({ revenue, orders, products, customers });
    expect(contentHash(articlesFirst)).toBe(contentHash(totalsFirst));
    const [onlyTotals, onlyArticles] = [contentHash(await alone(totals)), contentHash(await alone(articles))];
    expect(undoImport(totalsFirst, 1).contentHash).toBe(onlyArticles);
    expectSound(totalsFirst);
    expect(undoImport(articlesFirst, 1).contentHash).toBe(onlyTotals);
    expectSound(articlesFirst);
    const again = await alone(totals, articles);
    expect(undoImport(again, 2).contentHash).toBe(onlyTotals);
    const third = await alone(articles, totals);
    expect(undoImport(third, 2).contentHash).toBe(onlyArticles);
    expectSound(third);
  });

  test('the result says so: articles join orders that were known, totals of known articles are listed', async () => {
    const db = aPortfolio();
    await take(db, etsy.totals, etsy.options, { name: 'orders.csv' });
    const articles = await take(db, etsy.articles, etsy.options, { name: 'items.csv' });
    expect(articles).toMatchObject({
      rows: { read: 3, imported: 3, leftOut: 0, alreadyThere: 0 },
      orders: 0,
      ordersDetailed: 2,
      // the totals had brought the same
      revenue: { minor: 0 },
      controlTotals: { alreadyThere: { minor: 5200 } },
    });
    const other = aPortfolio();
    await take(other, etsy.articles, etsy.options, { name: 'items.csv' });
    const totals = await take(other, etsy.totals, etsy.options, { name: 'orders.csv' });
    expect(totals).toMatchObject({
      rows: { read: 2, imported: 0, leftOut: 0, alreadyThere: 2 },
      skipped: { byReason: { 'total-of-known-articles': 2 } },
      controlTotals: { alreadyThere: { minor: 3200 + 2000 } },
    });
    expect(totals.skipped.first[0]?.message).toBe(
      'Order 900 came with its articles with import 1 (items.csv); its total does not count once more.',
    );
  });

  test('an order that only has the same number is another part of it, not its total', async () => {
    const db = aPortfolio();
    await take(db, plain.articles, plain.options);
    await take(db, table('Order no,Date,Customer,Order total', 'A2,2025-03-15,Bob,40.00'), plain.options);
    expect(facts(db).revenue).toBe(1600 + 4000);
    expectSound(db);
  });

  test.each([
    [
      'Shopify',
      table(
        'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Phone,Cancelled at,Refunded Amount',
        '#1001,ann@example.com,paid,USD,20.00,0.00,0.00,20.00,0.00,2024-11-02 12:00:00 -0400,2,Mug,10.00,M1,Ann Abel,,,0.00',
      ),
      table(
        'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,City,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders',
        'Ann,Abel,ANN@example.com,yes,,Oak St 1,Leeds,LS1,,no,20.00,1',
        'Bob,Berg,bob@example.com,no,,,York,,,no,0.00,0',
      ),
    ],
    [
      'Square',
      square.articles.replace('T2,Payment,,,', 'T2,Payment,C1,Ann Abel,'),
      table(
        'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,City,Postal Code,Square Customer ID,Creation Source,Email Subscription Status',
        ',Ann,Abel,ann@example.com,,,,Leeds,LS1,C1,Directory,subscribed',
        ',Bob,Berg,bob@example.com,,,,York,,C2,Directory,unsubscribed',
      ),
    ],
  ])('%s orders and customers name the same people, in either order', async (_, orders, customers) => {
    const hashes: string[] = [];
    for (const files of [
      [orders, customers],
      [customers, orders],
    ]) {
      const db = aPortfolio();
      for (const file of files) await take(db, file, { locale: 'en-US', currency: 'USD' });
      expect(db.row<{ n: number }>('SELECT count(*) AS n FROM customer')?.n).toBe(2);
      expect(
        db.rows<{ email: string; orders: number }>(
          `SELECT c.email, count(o.id) AS orders FROM customer c JOIN customer_identity i ON i.customer_id = c.id
           LEFT JOIN sales_order o ON o.identity_id = i.id GROUP BY c.id ORDER BY c.email`,
        ),
      ).toEqual([
        { email: 'ann@example.com', orders: 1 },
        { email: 'bob@example.com', orders: 0 },
      ]);
      expectSound(db);
      hashes.push(contentHash(db));
    }
    expect(hashes[1]).toBe(hashes[0]);
  });
});
