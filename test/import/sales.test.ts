import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Writable } from '../../src/main/database/connection.ts';
import { contentHash } from '../../src/main/database/content-hash.ts';
import { importUnattended } from '../../src/main/import/import-path.ts';
import { undoImport } from '../../src/main/import/undo/undo-import.ts';
import { analysisOf } from '../../src/main/portfolio/analysis/analysis.ts';
import { listCustomers } from '../../src/main/portfolio/customers/customers.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { aSale, csv, table } from '../support/csv.ts';
import { aFile, aFolder } from '../support/folder.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

const GERMANY = { locale: 'de-DE', currency: 'EUR' };

type Row = Readonly<Record<string, string>>;

/** A file with just these columns; every row may leave some of them blank. */
const file = (...rows: readonly Row[]): string => {
  const header = [...new Set(['Order ID', 'Date', ...rows.flatMap((row) => Object.keys(row)), 'Amount'])];
  return table(
    header,
    rows.map((row, i) => {
      const cells: Row = { 'Order ID': String(100 + i), Date: '2024-03-04', Amount: '10.00', ...row };
      return header.map((name) => cells[name] ?? '');
    }),
  );
};

const customers = (
  db: Writable,
): { name: string; email: string | null; phone: string | null; orders: number }[] =>
  db.rows(
    `SELECT c.name, c.email, c.phone, s.orders FROM customer c JOIN customer_summary s ON s.customer_id = c.id ORDER BY c.name`,
  );

describe('customers are recognised by number, else e-mail, else phone, else exact name', () => {
  test('a number is one customer, whatever the name says', async () => {
    const db = aPortfolio();
    const result = await take(
      db,
      file(
        { 'Customer ID': '7', Customer: 'Anna Berg' },
        { 'Customer ID': '7', Customer: 'A. Berg' },
        { 'Customer ID': '8', Customer: 'Anna Berg' },
      ),
    );
    expect(result.customers).toMatchObject({ created: 2, matched: 0, anonymousOrders: 0 });
    expect(customers(db).map(({ name, orders }) => [name, orders])).toEqual([
      ['A. Berg', 2],
      ['Anna Berg', 1],
    ]);
  });

  test('an e-mail is one customer in any case and with blanks around it, but never without its dots and plus', async () => {
    const db = aPortfolio();
    await take(
      db,
      file(
        { Customer: 'Anna', 'E-mail': 'Anna.Berg@Example.com' },
        { Customer: 'A. Berg', 'E-mail': ' anna.berg@example.com ' },
        { Customer: 'B', 'E-mail': 'annaberg@example.com' },
        { Customer: 'C', 'E-mail': 'anna.berg+shop@example.com' },
      ),
    );
    expect(customers(db).map(({ email, orders }) => [email, orders])).toEqual([
      ['anna.berg@example.com', 2],
      ['annaberg@example.com', 1],
      ['anna.berg+shop@example.com', 1],
    ]);
  });

  test('a phone is one customer however it is written in the country of the business', async () => {
    const db = aPortfolio();
    const ways = ['0170 1234567', '+49 170 1234567', '0049 170 123 45 67', "'+491701234567"];
    await take(db, file(...ways.map((Phone) => ({ Phone }))), GERMANY);
    expect(customers(db)).toEqual([
      { name: '+491701234567', email: null, phone: '+491701234567', orders: 4 },
    ]);
  });

  test('digits that a spreadsheet lost make no phone', async () => {
    const db = aPortfolio();
    await take(
      db,
      file({ Customer: 'Anna', Phone: '4.91702E+11' }, { Customer: 'Bert', Phone: '4.91702E+11' }),
      GERMANY,
    );
    expect(customers(db).length).toBe(2);
  });

  test('what stands in place of a phone makes no customer of two', async () => {
    const db = aPortfolio();
    await take(
      db,
      file({ Customer: 'Anna Berg', Phone: '+49' }, { Customer: 'Anna Kahn', Phone: '+49' }),
      GERMANY,
    );
    expect(customers(db).length).toBe(2);
  });

  test('a name is one customer in any case and spacing', async () => {
    const db = aPortfolio();
    await take(db, file({ Customer: 'Anna  Berg' }, { Customer: 'ANNA BERG' }, { Customer: 'Anna Bergh' }));
    expect(
      customers(db)
        .map(({ orders }) => orders)
        .sort(),
    ).toEqual([1, 2]);
  });

  test('what one file says by number another may say by e-mail or by name', async () => {
    const db = aPortfolio();
    await take(db, file({ 'Customer ID': '7', Customer: 'Anna Berg', 'E-mail': 'anna@example.com' }));
    const shop = await take(
      db,
      file(
        { 'Order ID': 'W1', 'E-mail': 'ANNA@example.com' },
        { 'Order ID': 'W2', Customer: 'anna berg' },
        { 'Order ID': 'W3', Customer: 'Bert' },
      ),
    );
    expect(shop.customers).toMatchObject({ created: 1, matched: 1 });
    expect(customers(db).map(({ name, orders }) => [name, orders])).toEqual([
      ['Anna Berg', 3],
      ['Bert', 1],
    ]);
  });

  test('a later link between two customers makes them one, and goes with the import that made it', async () => {
    const db = aPortfolio();
    await take(db, file({ 'Customer ID': '7' }, { 'E-mail': 'anna@example.com' }));
    const apart = contentHash(db);
    expect(customers(db).length).toBe(2);
    await take(db, file({ 'Order ID': 'L', 'Customer ID': '7', 'E-mail': 'anna@example.com' }));
    expect(customers(db)).toEqual([
      { name: 'Customer 7', email: 'anna@example.com', phone: null, orders: 3 },
    ]);
    expect(undoImport(db, 2).contentHash).toBe(apart);
    expect(customers(db).length).toBe(2);
  });
});

describe('anonymous sales count in totals and never in customers (DEFINITIONS 8)', () => {
  test.each([
    '',
    '-',
    'Guest',
    'GUEST',
    'Walk-in',
    'Walk-in customer',
    'Cash',
    'Counter',
    'Laufkunde',
    'Laufkundschaft',
    'Barverkauf',
    'Diverse',
    'Comptoir',
    'Client de passage',
    'Mostrador',
    'Público en general',
    'Consumidor final',
    'N/A',
    'Anonymous',
  ])('%j is nobody', async (Customer) => {
    const db = aPortfolio();
    const result = await take(db, file({ Customer }, { Customer: 'Anna' }));
    expect(result.customers).toMatchObject({ created: 1, anonymousOrders: 1 });
    expect(result.revenue.minor).toBe(2000);
    expect(analysisOf(db)?.totals).toMatchObject({ revenue: 2000, identified: 1000, coverage: 0.5 });
    expect(
      listCustomers(db, { sort: 'name', direction: 'asc', offset: 0, limit: 9 }).rows.map(({ name }) => name),
    ).toEqual(['Anna']);
  });

  test('a customer who is called like a word of the till all the same', async () => {
    const db = aPortfolio();
    expect(
      (await take(db, file({ Customer: 'Johnny Cash' }, { Customer: 'Counter & Sons' }))).customers.created,
    ).toBe(2);
  });

  test('two anonymous lines of one order are one anonymous order; of a day without numbers, one each', async () => {
    const two = [aSale({ customer: '' }), aSale({ customer: '', product: 'Rolls' })];
    expect((await take(aPortfolio(), csv(...two))).customers.anonymousOrders).toBe(1);
    const without = table(
      ['Date', 'Product', 'Amount'],
      two.map(({ date, product, amount }) => [date, product, amount]),
    );
    expect((await take(aPortfolio(), without)).customers.anonymousOrders).toBe(2);
  });

  test('an order whose first line is anonymous and a later one is not belongs to the customer', async () => {
    const result = await take(aPortfolio(), csv(aSale({ customer: '' }), aSale({ product: 'Rolls' })));
    expect(result).toMatchObject({ orders: 1, customers: { created: 1, anonymousOrders: 0 } });
  });
});

describe('returns count on the day of the order they name, and are known from their own (DEFINITIONS 5)', () => {
  const sales = (refersTo: string): string =>
    file(
      { 'Order ID': 'A', Date: '2024-03-01', 'Customer ID': '7', 'Refund of': '', Amount: '100.00' },
      { 'Order ID': 'B', Date: '2024-03-20', 'Customer ID': '7', 'Refund of': '', Amount: '40.00' },
      { 'Order ID': 'R', Date: '2024-03-10', 'Customer ID': '7', 'Refund of': refersTo, Amount: '-100.00' },
    );
  const asOf = (db: Writable, day: string) => {
    const { history } = analysisOf(db, isoDay(day))!;
    return [...history.net].map((net, i) => [history.day[i]! - 19_783, net]);
  };

  test('linked: the purchase of 1 March is no more from 10 March on, and still there the day before', async () => {
    const db = aPortfolio();
    expect((await take(db, sales('A'))).refunds).toBe(1);
    expect(asOf(db, '2024-03-09')).toEqual([[0, 10_000]]);
    expect(asOf(db, '2024-03-10')).toEqual([[0, 0]]);
    expect(asOf(db, '2024-03-20')).toEqual([
      [0, 0],
      [19, 4000],
    ]);
  });

  test.each(['', 'no such order'])('unlinked (%j): it stands on its own day', async (refersTo) => {
    const db = aPortfolio();
    await take(db, sales(refersTo));
    expect(asOf(db, '2024-03-20')).toEqual([
      [0, 10_000],
      [9, -10_000],
      [19, 4000],
    ]);
  });

  test('a positive amount of the type "Refund" is a refund, a negative one is not turned round', async () => {
    const result = await take(
      aPortfolio(),
      file({ Type: 'Sale' }, { Type: 'Refund' }, { Type: 'Gutschrift', Amount: '-3.00' }),
    );
    expect(result.revenue.minor).toBe(1000 - 1000 - 300);
  });
});

describe('what a status or a currency says of a sale', () => {
  test.each([
    'Cancelled',
    'canceled',
    'VOID',
    'Voided',
    'Failed',
    'storniert',
    'Annulé',
    'Anulado',
    'annullato',
    'geannuleerd',
    'cancelado',
  ])('%s is left out, named and summed', async (Status) => {
    const result = await take(aPortfolio(), file({ Status: 'Paid' }, { Status }));
    expect(result.rows).toEqual({ read: 2, imported: 1, leftOut: 1, alreadyThere: 0 });
    expect([result.revenue.minor, result.revenueLeftOut.minor]).toEqual([1000, 1000]);
    expect(result.issues.first).toMatchObject([
      { row: 3, column: 'Status', code: 'status-left-out', value: Status, leftOut: true },
    ]);
  });

  test.each([
    'Pending',
    'authorized',
    'Unpaid',
    'offen',
    'en attente',
    'pendiente',
    'in attesa',
    'in behandeling',
  ])('%s is in and flagged (DEFINITIONS 1)', async (Status) => {
    const db = aPortfolio();
    const result = await take(db, file({ Status: 'Paid' }, { Status }));
    expect(result.rows.imported).toBe(2);
    expect(db.rows('SELECT key, pending FROM sales_order WHERE pending = 1')).toEqual([
      { key: '101|2024-03-04', pending: 1 },
    ]);
  });

  test('lines in another currency are left out with the reason (DEFINITIONS 4)', async () => {
    const db = aPortfolio();
    const result = await take(db, file({ Currency: 'EUR' }, { Currency: 'USD' }, { Currency: 'eur' }));
    expect(result.revenue).toEqual({ minor: 2000, currency: 'EUR' });
    expect(result.issues.byCode).toEqual({ 'currency-without-rate': 1 });
    expect(result.issues.first[0]?.message).toBe('The sale is in USD; there is no rate to EUR for it.');
  });

  test.each([
    ['the option', file({}), { currency: 'CHF', locale: 'de-DE' }, 'CHF'],
    ['a column', file({ Currency: 'GBP' }), { locale: 'de-DE' }, 'GBP'],
    ['a sign in the amounts', file({ Amount: '£10.00' }), { locale: 'de-DE' }, 'GBP'],
    ['the header', file({}).replace('Amount', 'Amount (SEK)'), { locale: 'de-DE' }, 'SEK'],
    ['the locale', file({}), { locale: 'de-CH' }, 'CHF'],
  ])('the home currency comes from %s', async (_, text, options, currency) => {
    expect((await take(aPortfolio(), text, options)).revenue.currency).toBe(currency);
  });

  test('minor units are those of the currency', async () => {
    expect((await take(aPortfolio(), file({ Amount: '1500' }), { currency: 'JPY' })).revenue.minor).toBe(
      1500,
    );
    expect(
      (await take(aPortfolio(), file({ Amount: '1.250' }), { currency: 'KWD', decimal: '.' })).revenue.minor,
    ).toBe(1250);
  });
});

describe('what an amount is (DEFINITIONS 1–3)', () => {
  test('quantity × price, rounded line by line, where no amount is given', async () => {
    const rows = [
      ['3', '0.385'],
      ['-3', '0.385'],
      ['2', '1.005'],
      ['', '4.20'],
    ];
    const text = table(
      ['Date', 'Quantity', 'Unit price'],
      rows.map(([q = '', p = '']) => ['2024-03-04', q, p]),
    );
    const db = aPortfolio();
    await take(db, text);
    expect(db.rows('SELECT amount_minor AS a FROM order_line ORDER BY source_row')).toEqual([
      { a: 116 },
      { a: -116 },
      { a: 201 },
      { a: 420 },
    ]);
  });

  test('an amount given by the source wins over quantity × price', async () => {
    const text = table(['Date', 'Quantity', 'Unit price', 'Amount'], [['2024-03-04', '3', '1.00', '2.90']]);
    expect((await take(aPortfolio(), text)).revenue.minor).toBe(290);
  });

  test('without tax, minus discounts, plus shipping charged', async () => {
    const text = table(
      ['Date', 'Quantity', 'Unit price', 'Discount', 'Shipping', 'Amount incl. VAT', 'VAT'],
      [['2024-03-04', '2', '10.00', '2.00', '4.90', '21.42', '3.42']],
    );
    expect((await take(aPortfolio(), text)).revenue.minor).toBe(2142 - 342 + 490);
  });

  test('an amount that cannot be read is a problem, never 0', async () => {
    const result = await take(aPortfolio(), file({}, { Amount: 'ERROR' }, { Amount: '' }));
    expect(result.rows).toMatchObject({ imported: 1, leftOut: 2 });
    expect(result.issues.byCode).toEqual({ 'amount-unreadable': 2 });
  });

  test('an amount too large to be one is left out and said so', async () => {
    const result = await take(aPortfolio(), file({}, { Amount: '999999999999999' }));
    expect(result.issues.byCode).toEqual({ 'value-out-of-range': 1 });
  });
});

describe('days of the portfolio (DEFINITIONS 14)', () => {
  test('a time with an offset falls on the local day, one without is taken as written', async () => {
    const db = aPortfolio();
    await take(
      db,
      file(
        { 'Order ID': 'a', Date: '2024-03-04 23:30:00 +0000' },
        { 'Order ID': 'b', Date: '2024-03-04 23:30:00' },
      ),
      { timezone: 'Europe/Berlin' },
    );
    expect(db.rows('SELECT number, ordered_on FROM sales_order ORDER BY number')).toEqual([
      { number: 'a', ordered_on: '2024-03-05' },
      { number: 'b', ordered_on: '2024-03-04' },
    ]);
  });

  test('the time zone is fixed by the first import', async () => {
    const db = aPortfolio();
    await take(db, file({ 'Order ID': 'a' }), { timezone: 'Europe/Berlin' });
    await take(db, file({ 'Order ID': 'b', Date: '2024-03-04T23:30:00Z' }), { timezone: 'America/New_York' });
    expect(db.row("SELECT ordered_on FROM sales_order WHERE number = 'b'")).toEqual({
      ordered_on: '2024-03-05',
    });
  });
});

describe('bad rows, and an end before the end', () => {
  const bad = file({}, { Amount: 'ERROR' }, { Date: '2024-02-30' });

  test('stop: nothing is imported, and the first problem is named', async () => {
    const db = aPortfolio();
    await expect(take(db, bad, { badRows: 'stop' })).rejects.toThrow(
      'sales.csv has 2 problems; nothing was imported. The first is row 3, column "Amount": "ERROR" is not a number.',
    );
    expect(contentHash(db)).toBe(contentHash(aPortfolio()));
    expect(db.row('SELECT count(*) AS n FROM batch')).toEqual({ n: 0 });
  });

  test('stop lets pass what is left out for an expected reason', async () => {
    const expected = file(
      { Status: 'Paid' },
      { Status: 'Cancelled' },
      { Date: '', 'Order ID': 'TOTAL', Amount: '20.00' },
    );
    expect((await take(aPortfolio(), expected, { badRows: 'stop' })).rows).toEqual({
      read: 3,
      imported: 1,
      leftOut: 2,
      alreadyThere: 0,
    });
  });

  test('a dry run counts the same and writes nothing', async () => {
    const db = aPortfolio();
    const looked = await take(db, bad, {}, { dryRun: true });
    expect(looked).toMatchObject({
      batch: null,
      contentHash: null,
      rows: { read: 3, imported: 1, leftOut: 2 },
    });
    for (const name of ['batch', 'order_line', 'customer', 'import_issue', 'change_log'])
      expect(db.row(`SELECT count(*) AS n FROM ${name}`), name).toEqual({ n: 0 });
  });

  test('broken off amid the reading: nothing is in the portfolio, nothing beside it', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => aSale({ order: `${i}`, customer: `C${i % 900}` }));
    const path = aFile(csv(...rows));
    const folder = aFolder();
    for (const phase of ['reading', 'recognising', 'summarising', 'saving'] as const) {
      const stop = new AbortController();
      const portfolio = join(folder, `${phase}.clientele`);
      const run = importUnattended({
        file: path,
        portfolio,
        options: { currency: 'EUR' },
        dryRun: false,
        backupFolder: folder,
        signal: stop.signal,
        progress: (now) => now === phase && stop.abort(new Error('stopped by the owner')),
      });
      // once the saving has begun it is finished
      if (phase === 'saving') expect((await run).rows.imported).toBe(20_000);
      else await expect(run).rejects.toThrow('stopped by the owner');
      expect(existsSync(portfolio), phase).toBe(phase === 'saving');
      expect(existsSync(`${portfolio}.new`), phase).toBe(false);
    }
  });
});

test('a zone by its usual name is followed; a name of several zones is not, and that is said once', async () => {
  const db = aPortfolio();
  const result = await take(
    db,
    file(
      { Date: '2024-03-04 23:30:00 PST' },
      { Date: '2024-03-04 23:30:00 CST' },
      { Date: '2024-03-05 23:30:00 CST' },
    ),
    { timezone: 'Europe/Berlin', currency: 'EUR' },
  );
  expect(db.rows('SELECT ordered_on FROM sales_order ORDER BY id')).toEqual([
    { ordered_on: '2024-03-05' },
    { ordered_on: '2024-03-04' },
    { ordered_on: '2024-03-05' },
  ]);
  expect(result.rows).toMatchObject({ imported: 3, leftOut: 0 });
  expect(result.issues).toMatchObject({
    count: 1,
    first: [{ row: 3, code: 'date-ambiguous', value: 'CST', leftOut: false }],
  });
});
