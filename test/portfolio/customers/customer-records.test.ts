import { describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { templateCsv } from '../../../src/main/import/records/template.ts';
import { readCustomerRecords } from '../../../src/main/portfolio/customers/customer-records.ts';
import { listProspects } from '../../../src/main/portfolio/customers/prospects.ts';
import { IMPORT_KINDS } from '../../../src/shared/model/import-kind.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

/** All templates of the app as one business: two customers who buy, and one who only got a quote. */
const everything = async (): Promise<Writable> => {
  const db = aPortfolio();
  for (const kind of IMPORT_KINDS)
    await take(db, templateCsv(kind), { locale: 'en-GB', currency: 'EUR' }, { name: `${kind}.csv` });
  return db;
};

const idOf = (db: Writable, name: string): number =>
  db.row<{ id: number }>('SELECT id FROM customer WHERE name = ?', name)!.id;

describe('what is known of a customer besides sales', () => {
  test('stands in one list, newest first, each with the file and row it is from', async () => {
    const db = await everything();
    const records = readCustomerRecords(db, idOf(db, 'Example Café'), 0, 20);
    expect(records).toMatchObject({ hasFigures: true, reason: null, phone: null });
    expect(records.traits).toEqual([
      { name: 'Industry', value: 'Café' },
      { name: 'Company size', value: '3' },
      { name: 'Group', value: 'Trade' },
      { name: 'Acquired through', value: 'Recommended' },
      { name: 'Referred by', value: 'K-1' },
    ]);
    expect(records.consents).toEqual([
      { channel: 'E-mail', granted: false, sentence: 'refused on 14 Mar 2025' },
      { channel: 'Post', granted: true, sentence: 'agreed on 14 Mar 2025' },
    ]);
    expect(records.entries).toEqual([
      {
        kind: 'feedback',
        day: '2025-03-30',
        sentence:
          'After delivery · would recommend: 6 of 10 · satisfied: 3 of 5 · “The parcel was open” · answered',
        file: 'feedback.csv',
        row: 3,
      },
      {
        kind: 'interaction',
        day: '2025-03-28',
        sentence: 'Complaint · replacement sent',
        file: 'interactions.csv',
        row: 4,
      },
      {
        kind: 'cost',
        day: '2025-03-27',
        sentence: 'Replacement · €24.00 · broken in transit',
        file: 'costs.csv',
        row: 5,
      },
      {
        kind: 'interaction',
        day: '2025-03-22',
        sentence: 'Support call · 12 min · solved · grinder',
        file: 'interactions.csv',
        row: 3,
      },
      {
        kind: 'quote',
        day: '2025-03-19',
        sentence: 'Quote Q-202 · €310.00 · won',
        file: 'quotes.csv',
        row: 3,
      },
      {
        kind: 'campaign',
        day: '2025-03-17',
        sentence: 'Spring offer · B · opened',
        file: 'campaigns.csv',
        row: 4,
      },
    ]);
    expect(readCustomerRecords(db, records.id, 4, 1)).toMatchObject({
      total: 6,
      entries: [{ kind: 'quote' }],
    });
  });

  test('of somebody who objects to profiling there are no figures, and it is said', async () => {
    const db = await everything();
    expect(readCustomerRecords(db, idOf(db, 'Robin Nobody'), 0, 20)).toMatchObject({
      hasFigures: false,
      reason: 'Objects to profiling: counts in totals only, and is in no score, list or segment.',
      total: 1,
    });
  });
});

test('prospects: known, and not bought yet; open quotes first, found by name, company, e-mail or town', async () => {
  const db = await everything();
  const robin = {
    id: idOf(db, 'Robin Nobody'),
    name: 'Robin Nobody',
    company: 'Example Office',
    email: 'robin@office.example',
    phone: null,
    city: 'Bristol',
    group: 'Prospect',
    openQuotes: 1,
    contactable: false,
  };
  expect(listProspects(db, { offset: 0, limit: 10 })).toEqual({ total: 1, rows: [robin] });
  expect(listProspects(db, { search: 'brist', offset: 0, limit: 10 }).total).toBe(1);
  expect(listProspects(db, { search: '100%', offset: 0, limit: 10 }).total).toBe(0);
});

test('whoever only gave something back is a customer, no prospect', async () => {
  const db = aPortfolio();
  await take(db, csv(aSale({ customer: 'C1' }), aSale({ order: '2', customer: 'C2', amount: '-4.20' })));
  expect(listProspects(db, { offset: 0, limit: 10 }).total).toBe(0);
});
