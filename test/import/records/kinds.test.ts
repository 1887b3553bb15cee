import { describe, expect, test } from 'vitest';
import { contactability } from '../../../src/main/database/consent.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { templateCsv } from '../../../src/main/import/records/template.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { IMPORT_KINDS } from '../../../src/shared/model/import-kind.ts';
import { table } from '../../support/csv.ts';
import { aPortfolio, planned, take } from '../../support/portfolio.ts';

describe('the template of every kind', () => {
  test.each(IMPORT_KINDS)(
    '%s: is told by itself, imports as it stands, and is undone exactly',
    async (kind) => {
      const db = aPortfolio();
      const empty = contentHash(db);
      const text = templateCsv(kind);
      const result = await take(db, text);
      const records = text.trim().split('\r\n').length - 1;
      expect(result.source.kind).toBe(kind);
      expect(result.rows).toEqual({ read: records, imported: records, leftOut: 0, alreadyThere: 0 });
      expect(result.issues).toEqual({ count: 0, byCode: {}, first: [] });
      expect(result.contentHash).not.toBe(empty);
      expect(db.raw.pragma('foreign_key_check')).toEqual([]);

      await expect(take(db, text)).rejects.toThrow(/in the portfolio already/);
      const again = await take(db, text, { allowAgain: true });
      expect(again.rows).toEqual({ read: records, imported: 0, leftOut: 0, alreadyThere: records });
      expect(again.contentHash).toBe(result.contentHash);

      expect(undoImport(db, 1).contentHash).toBe(result.contentHash);
      expect(undoImport(db, 2).contentHash).toBe(empty);
      expect(db.rows('SELECT * FROM customer')).toEqual([]);
    },
  );

  test('all of them together are one portfolio, whatever the order, and the same customer is one', async () => {
    const there = aPortfolio();
    for (const kind of IMPORT_KINDS) await take(there, templateCsv(kind));
    const back = aPortfolio();
    for (const kind of [...IMPORT_KINDS].reverse()) await take(back, templateCsv(kind));
    expect(contentHash(there)).toBe(contentHash(back));
    expect(there.rows<{ name: string }>('SELECT name FROM customer ORDER BY name')).toHaveLength(3);
  });
});

describe('what a record says', () => {
  const imported = async (text: string, options = {}) => {
    const db = aPortfolio();
    const result = await take(db, text, options);
    return { db, result };
  };

  test('customers: contacts, traits, an objection to profiling, consents; a prospect without sales is a customer', async () => {
    const { db } = await imported(templateCsv('customers'));
    expect(db.rows('SELECT name, company, city, no_profiling FROM customer ORDER BY name')).toEqual([
      { name: 'Alex Example', company: 'Example Bakery', city: 'Bath', no_profiling: 0 },
      { name: 'Robin Nobody', company: 'Example Office', city: 'Bristol', no_profiling: 1 },
      { name: 'Sam Sample', company: 'Example Café', city: 'Bath', no_profiling: 0 },
    ]);
    expect(
      db.rows(
        'SELECT industry, size, customer_group, acquired_by, referred_by FROM customer_trait ORDER BY identity_id',
      ),
    ).toEqual([
      { industry: 'Bakery', size: '5', customer_group: 'Trade', acquired_by: 'Fair', referred_by: null },
      {
        industry: 'Café',
        size: '3',
        customer_group: 'Trade',
        acquired_by: 'Recommended',
        referred_by: 'K-1',
      },
      {
        industry: 'Office',
        size: '40',
        customer_group: 'Prospect',
        acquired_by: 'Website',
        referred_by: null,
      },
    ]);
    const alex = db.row<{ id: number }>("SELECT id FROM customer WHERE name = 'Alex Example'")!;
    expect(contactability(db).get(alex.id)).toEqual({ email: true, phone: false, post: true });
  });

  test('products: exact unit costs; the latest import says what one costs, the earliest what it is called', async () => {
    const { db } = await imported(
      table(
        ['SKU', 'Name', 'Cost'],
        [
          ['A', 'Bread', '1.2345'],
          ['B', 'Rolls', '0,40'],
        ],
      ),
      {
        decimal: '.',
      },
    );
    expect(db.rows('SELECT value, name, unit_cost_micro FROM product ORDER BY value')).toEqual([
      { value: 'A', name: 'Bread', unit_cost_micro: 1_234_500 },
    ]);
    await take(db, table(['SKU', 'Name', 'Cost'], [['A', 'Wheat bread', '1.30']]));
    expect(db.rows('SELECT name, unit_cost_micro FROM product')).toEqual([
      { name: 'Bread', unit_cost_micro: 1_300_000 },
    ]);
    undoImport(db, 2);
    expect(db.rows('SELECT name, unit_cost_micro FROM product')).toEqual([
      { name: 'Bread', unit_cost_micro: 1_234_500 },
    ]);
  });

  test('costs: a rate, a quantity at that day, an amount for one customer, one for all', async () => {
    const { db } = await imported(templateCsv('costs'));
    expect(db.rows('SELECT activity, unit, rate_micro FROM cost_rate_now ORDER BY key')).toEqual([
      { activity: 'Delivery', unit: 'each', rate_micro: 9_500_000 },
      { activity: 'Support minute', unit: 'minute', rate_micro: 800_000 },
    ]);
    expect(
      db.rows(
        'SELECT day, activity, quantity_micro, amount_minor, identity_id IS NULL AS everyone FROM cost_entry_now ORDER BY day',
      ),
    ).toEqual([
      { day: '2025-03-25', activity: 'Delivery', quantity_micro: 1_000_000, amount_minor: null, everyone: 0 },
      { day: '2025-03-27', activity: 'Replacement', quantity_micro: null, amount_minor: 2400, everyone: 0 },
      {
        day: '2025-03-31',
        activity: 'Rent of the store',
        quantity_micro: null,
        amount_minor: 45_000,
        everyone: 1,
      },
    ]);
  });

  test('a record that is left out leaves no trace: nobody and nothing is made of it', async () => {
    const db = aPortfolio();
    const result = await take(
      db,
      table(
        ['Date', 'Customer', 'Contact type'],
        [
          ['2025-03-20', 'Ann', 'Visit'],
          ['some day', 'Bob', 'Visit'],
        ],
      ),
    );
    expect(result.rows).toEqual({ read: 2, imported: 1, leftOut: 1, alreadyThere: 0 });
    expect(result.customers.created).toBe(1);
    expect(db.rows('SELECT name FROM customer')).toEqual([{ name: 'Ann' }]);
  });

  test('costs: quantity × cost per unit, rounded half away from zero', async () => {
    const { db } = await imported(
      table(
        ['Date', 'Customer', 'Activity', 'Quantity', 'Cost per unit'],
        [['2025-03-25', 'Ann', 'Packing', '2.5', '0.333']],
      ),
    );
    expect(db.rows('SELECT amount_minor FROM cost_entry_now')).toEqual([{ amount_minor: 83 }]);
  });

  test('interactions: kinds by their words, minutes and clock times', async () => {
    const { db } = await imported(
      table(
        ['Date', 'Customer', 'Contact type', 'Duration'],
        [
          ['2025-03-20', 'Ann', 'Store visit', '12.5'],
          ['2025-03-21', 'Ann', 'Inbound call', '0:45'],
          ['2025-03-22', 'Bob', 'Reklamation', ''],
          ['2025-03-23', 'Bob', 'Newsletter opened', ''],
          ['2025-03-24', 'Bob', 'Something', ''],
        ],
      ),
    );
    expect(db.rows('SELECT type, duration_seconds FROM interaction_now ORDER BY day')).toEqual([
      { type: 'visit', duration_seconds: 750 },
      { type: 'call', duration_seconds: 2700 },
      { type: 'complaint', duration_seconds: null },
      { type: 'open', duration_seconds: null },
      { type: 'other', duration_seconds: null },
    ]);
  });

  test('acquisition: a month is all its days', async () => {
    const { db, result } = await imported(
      table(
        ['Month', 'Channel', 'Ad spend'],
        [
          ['2024-02', 'Search', '100'],
          ['03/2025', 'Search', '90'],
          ['December 2024', 'Fair', '80.50'],
        ],
      ),
    );
    expect(
      db.rows('SELECT first_day, last_day, amount_minor FROM acquisition_spend_now ORDER BY first_day'),
    ).toEqual([
      { first_day: '2024-02-01', last_day: '2024-02-29', amount_minor: 10_000 },
      { first_day: '2024-12-01', last_day: '2024-12-31', amount_minor: 8050 },
      { first_day: '2025-03-01', last_day: '2025-03-31', amount_minor: 9000 },
    ]);
    expect(result.period).toEqual({ from: '2024-02-01', to: '2025-03-31' });
  });

  test('campaigns: what is known of one campaign is gathered, each recipient kept with what they did', async () => {
    const { db } = await imported(templateCsv('campaigns'));
    expect(db.rows('SELECT name, channel, day, target_segment, cost_minor FROM campaign_now')).toEqual([
      {
        name: 'Spring offer',
        channel: 'E-mail',
        day: '2025-03-17',
        target_segment: 'Cafés',
        cost_minor: 3500,
      },
    ]);
    expect(
      db.rows('SELECT variant, opened, clicked, answered FROM campaign_recipient_now ORDER BY variant'),
    ).toEqual([
      { variant: 'A', opened: 1, clicked: 1, answered: 0 },
      { variant: 'B', opened: 1, clicked: 0, answered: 0 },
    ]);
  });

  test('feedback: scores, marks of any name, anonymous answers, and the answer that was given', async () => {
    const { db } = await imported(templateCsv('feedback'));
    expect(
      db.rows(
        'SELECT received_second, recommend, satisfaction, ratings, state, answered_on, answered_second, identity_id IS NULL AS anonymous FROM feedback_now ORDER BY received_on',
      ),
    ).toEqual([
      {
        received_second: 36_720,
        recommend: 9,
        satisfaction: 5,
        ratings: '{"Quality":5,"Delivery":4,"Advice":5}',
        state: 'new',
        answered_on: null,
        answered_second: null,
        anonymous: 0,
      },
      {
        received_second: 67_200,
        recommend: 6,
        satisfaction: 3,
        ratings: '{"Quality":4,"Delivery":2,"Advice":4}',
        state: 'answered',
        answered_on: '2025-03-31',
        answered_second: 32_100,
        anonymous: 0,
      },
      {
        received_second: 43_200,
        recommend: 8,
        satisfaction: 4,
        ratings: '{"Quality":4,"Delivery":4,"Advice":3}',
        state: 'new',
        answered_on: null,
        answered_second: null,
        anonymous: 1,
      },
    ]);
  });

  test('feedback: a score that is none leaves the answer out and says so; never 0', async () => {
    const db = aPortfolio();
    const result = await take(
      db,
      table(
        ['Date', 'Customer', 'NPS'],
        [
          ['2025-03-20', 'Ann', '11'],
          ['2025-03-20', 'Bob', 'great'],
          ['2025-03-20', 'Cat', '0'],
          ['2025-03-20', 'Dan', ''],
        ],
      ),
    );
    expect(result.rows).toEqual({ read: 4, imported: 1, leftOut: 3, alreadyThere: 0 });
    expect(result.issues.byCode).toEqual({ 'value-out-of-range': 2, 'key-blank': 1 });
    expect(result.issues.first[0]).toMatchObject({ row: 2, column: 'NPS', value: '11', leftOut: true });
    expect(db.rows('SELECT recommend FROM feedback_now')).toEqual([{ recommend: 0 }]);
  });

  test('quotes: what became of them, by their words', async () => {
    const { db } = await imported(
      table(
        ['Angebot Nr.', 'Angebotsdatum', 'Kunde', 'Status', 'Betrag'],
        [
          ['A1', '20.03.2025', 'Ann', 'angenommen', '1.200,50'],
          ['A2', '21.03.2025', 'Bob', 'abgelehnt', '80,00'],
          ['A3', '22.03.2025', 'Cat', 'versandt', '70,00'],
        ],
      ),
    );
    expect(db.rows('SELECT number, quoted_on, status, amount_minor FROM quote_now ORDER BY key')).toEqual([
      { number: 'A1', quoted_on: '2025-03-20', status: 'won', amount_minor: 120_050 },
      { number: 'A2', quoted_on: '2025-03-21', status: 'lost', amount_minor: 8000 },
      { number: 'A3', quoted_on: '2025-03-22', status: 'open', amount_minor: 7000 },
    ]);
  });
});

describe('what a file holds is told from its columns', () => {
  test.each([
    ['orders', ['Order ID', 'Date', 'Customer', 'Amount', 'Comment', 'Channel', 'Campaign']],
    ['orders', ['Date', 'Customer', 'Product', 'Quantity', 'Unit price', 'Unit cost']],
    ['orders', ['Datum', 'Kunde', 'Betrag']],
    ['customers', ['Kundennummer', 'Name', 'E-Mail', 'Telefon', 'PLZ', 'Ort', 'Branche']],
    ['customers', ['Name', 'Phone', 'City']],
    ['products', ['Artikelnummer', 'Bezeichnung', 'Einkaufspreis']],
    ['interactions', ['Datum', 'Kunde', 'Kontaktart', 'Dauer']],
    ['costs', ['Date', 'Customer', 'Activity', 'Cost']],
    ['acquisition', ['Mois', 'Canal', 'Dépenses']],
    ['campaigns', ['Kampagne', 'Kunde', 'Gesendet am', 'Geöffnet', 'Geklickt']],
    ['feedback', ['Timestamp', 'Email', 'How likely are you to recommend us?', 'Comment']],
    ['feedback', ['Date', 'Client', 'Satisfacción', 'Comentario']],
    ['quotes', ['Numéro de devis', 'Date', 'Client', 'Montant', 'Statut']],
    ['consent', ['E-mail', 'Channel', 'Consent', 'Date']],
  ])('%s: %j', (kind, header) => {
    const row = header.map((name) => VALUES.find(([pattern]) => pattern.test(name))?.[1] ?? 'x');
    expect(planned(aPortfolio(), table(header, [row, row, row])).source.kind).toBe(kind);
  });

  const VALUES: readonly (readonly [RegExp, string])[] = [
    [/date|datum|timestamp|gesendet/i, '2025-03-20'],
    [/mois/i, '2025-03'],
    [/mail/i, 'a@b.example'],
    [/recommend|satisf/i, '5'],
    [/amount|betrag|price|preis|cost|montant|dépenses|quantity|dauer/i, '12.50'],
    [/geöffnet|geklickt|consent/i, 'yes'],
    [/channel/i, 'e-mail'],
  ];
});

describe('consent (DEFINITIONS 22)', () => {
  const decided = async (...files: readonly (readonly [string, string])[]) => {
    const db = aPortfolio();
    for (const [granted, day] of files)
      await take(
        db,
        table(['E-mail', 'Channel', 'Consent', 'Date'], [['a@b.example', 'e-mail', granted, day]]),
        { kind: 'consent', allowAgain: true },
      );
    return contactability(db).get(db.row<{ id: number }>('SELECT id FROM customer')!.id);
  };

  test.each([
    [
      'a dated opt-out beats a later undated opt-in',
      [
        ['no', '2025-03-14'],
        ['yes', ''],
      ],
      false,
    ],
    [
      'and an earlier one',
      [
        ['yes', ''],
        ['no', '2025-03-14'],
      ],
      false,
    ],
    [
      'the latest dated decision holds',
      [
        ['no', '2025-03-14'],
        ['yes', '2025-03-20'],
      ],
      true,
    ],
    [
      'in whichever order it comes',
      [
        ['yes', '2025-03-20'],
        ['no', '2025-03-14'],
      ],
      true,
    ],
    [
      'an opt-out where both are of one day',
      [
        ['yes', '2025-03-20'],
        ['no', '2025-03-20'],
      ],
      false,
    ],
    [
      'a later undated opt-out beats a dated opt-in',
      [
        ['yes', '2025-03-20'],
        ['no', ''],
      ],
      false,
    ],
    [
      'an earlier undated opt-out does not',
      [
        ['no', ''],
        ['yes', '2025-03-20'],
      ],
      true,
    ],
    [
      'without dates the latest import',
      [
        ['no', ''],
        ['yes', ''],
      ],
      true,
    ],
  ] as const)('%s', async (_, files, granted) => {
    expect(await decided(...files)).toEqual({ email: granted });
  });

  test('a refusal under one name of a customer holds for all of them', async () => {
    const db = aPortfolio();
    const header = ['Customer number', 'Customer', 'E-mail', 'Consent e-mail'];
    await take(db, table(header, [['7', 'Ann Berg', 'ann@berg.example', 'yes']]));
    await take(db, table(header, [['', 'Ann Berg', 'ann@berg.example', 'no']]));
    const customers = db.rows<{ id: number }>('SELECT id FROM customer');
    expect(customers).toHaveLength(1);
    expect(contactability(db).get(customers[0]!.id)).toEqual({ email: false });
  });
});
