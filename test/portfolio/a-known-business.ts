import type { Writable } from '../../src/main/database/connection.ts';
import { table } from '../support/csv.ts';
import { aPortfolio, take } from '../support/portfolio.ts';

const HEADER = ['Order ID', 'Date', 'Customer ID', 'Customer', 'E-mail', 'Product', 'Quantity', 'Amount'];

const dayFrom = (start: string, days: number): string =>
  new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

export const FIRST = '2023-01-02';
/** 1,000 days after the first sale; the last day with one. */
export const LAST = dayFrom(FIRST, 1000);

/** A day of the business by its number. */
export const dayOf = (n: number): string => dayFrom(FIRST, n);

/**
 * A small business whose customers are what their names say:
 * C1 to C12 come every 20 days; Gone (C13) did so for much money until day 800 and Faded (C14) for little until day 900;
 * Once (C15) bought once, on day 700, for much; Fresh (C16) began on day 950, for much; Objector (C17) fell silent as Gone did,
 * but must not be profiled.
 */
const salesOf = (): string[][] => {
  const rows: string[][] = [];
  const sale = (customer: string, name: string, day: number, amount: string): void => {
    const key = customer.toLowerCase();
    const product = amount === '10.00' ? 'Bread' : 'Wedding cake';
    rows.push([`${customer}-${day}`, dayOf(day), customer, name, `${key}@example.org`, product, '1', amount]);
  };
  for (let c = 1; c <= 12; c++)
    for (let day = c; day <= 1000; day += 20) sale(`C${c}`, `Regular ${c}`, day, '10.00');
  for (let day = 0; day <= 800; day += 20) {
    sale('C13', 'Gone', day, '90.00');
    sale('C17', 'Objector', day, '90.00');
  }
  for (let day = 0; day <= 900; day += 20) sale('C14', 'Faded', day, '10.00');
  sale('C15', 'Once', 700, '400.00');
  sale('C16', 'Fresh', 950, '400.00');
  sale('C12', 'Regular 12', 1000, '10.00');
  return rows;
};

export const aKnownBusiness = async (): Promise<Writable> => {
  const db = aPortfolio();
  await take(db, table(HEADER, salesOf()), { currency: 'GBP', locale: 'en-GB' });
  await say(db, 'customers', ['Customer ID', 'No profiling'], [['C17', 'yes']]);
  return db;
};

type OtherKind =
  | 'customers'
  | 'products'
  | 'interactions'
  | 'acquisition'
  | 'campaigns'
  | 'feedback'
  | 'consent';

/** Imports a table of another kind than sales. */
export const say = async (
  db: Writable,
  kind: OtherKind,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<void> => {
  const result = await take(db, table(header, rows), { kind, currency: 'GBP', locale: 'en-GB' });
  if (result.rows.imported !== rows.length)
    throw new Error(`${kind}: ${JSON.stringify(result.rows)} ${JSON.stringify(result.issues)}`);
};
