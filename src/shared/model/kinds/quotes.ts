import { CUSTOMER_KEYS, NEEDS_CUSTOMER, recordKind, words } from './kind.ts';

const FIELDS = {
  'quote.id': {
    label: 'Number of the quote',
    words: words(
      'quote number | quote no | quote id | quote | quotation | quotation number | estimate | estimate number | offer number | proposal | angebotsnummer | angebot | angebot nr | offerte | numero de devis | devis | presupuesto | numero de presupuesto | preventivo | numero preventivo | offertenummer | orcamento',
    ),
  },
  'quote.date': {
    label: 'Day of the quote',
    words: words(
      'quote date | date | day | quoted on | issued | created | estimate date | angebotsdatum | datum | date du devis | date | fecha | data | offertedatum',
    ),
  },
  'quote.validUntil': {
    label: 'Valid until',
    words: words(
      'valid until | expiry date | expires | expiration date | gultig bis | valable jusqu au | valido hasta | valido fino al | geldig tot | valido ate',
    ),
  },
  'quote.status': {
    label: 'State of the quote (open, won, lost)',
    words: words('status | state | quote status | stand | statut | estado | stato'),
  },
  'quote.amount': {
    label: 'Amount of the quote',
    words: words(
      'amount | total | quote amount | value | quote total | net amount | betrag | angebotssumme | summe | montant | total ht | importe | importo | totale | bedrag | totaal | valor',
    ),
  },
} as const;

/** What was offered to whom, and what became of it. */
export const quotes = recordKind({
  kind: 'quotes',
  title: 'Quotes',
  one: 'quote',
  many: 'quotes',
  opens: 'What was offered, what was won, and who has not bought yet.',
  fields: FIELDS,
  groups: { quote: 'The quote' },
  columns: [...CUSTOMER_KEYS, 'quote.id', 'quote.date', 'quote.validUntil', 'quote.status', 'quote.amount'],
  dates: ['quote.date', 'quote.validUntil'],
  numbers: ['quote.amount'],
  money: ['quote.amount'],
  needs: [NEEDS_CUSTOMER, { anyOf: ['quote.date'], sentence: 'No column holds the day of the quote.' }],
  telling: [...FIELDS['quote.id'].words, ...FIELDS['quote.validUntil'].words],
  tables: [{ name: 'quote', namesCustomers: true, days: ['quoted_on'] }],
  template: {
    header: [
      'Quote number',
      'Quote date',
      'Valid until',
      'Customer number',
      'Customer',
      'E-mail',
      'Status',
      'Amount',
    ],
    rows: [
      ['Q-201', '2025-03-18', '2025-04-18', 'K-9', 'Robin Nobody', 'robin@office.example', 'open', '840.00'],
      ['Q-202', '2025-03-19', '2025-04-19', 'K-2', 'Example Café', 'post@cafe.example', 'won', '310.00'],
      [
        'Q-203',
        '2025-03-21',
        '2025-04-21',
        'K-1',
        'Example Bakery',
        'hello@bakery.example',
        'lost',
        '1200.00',
      ],
    ],
  },
});
