import { describe, expect, test } from 'vitest';
import { plainHeader } from '../../../src/main/import/sniff/columns/header-words.ts';
import { matchColumns } from '../../../src/main/import/sniff/columns/match-columns.ts';
import type { AnyField } from '../../../src/shared/model/importing.ts';
import type { Field } from '../../../src/shared/model/sale-field.ts';

/** A value that looks like its field, for each of them. */
const LOOKS: Readonly<Record<Field, string>> = {
  'order.id': 'R-1001',
  'order.date': '2024-03-04',
  'order.time': '08:26',
  'order.status': 'Paid',
  'order.type': 'Sale',
  'order.currency': 'EUR',
  'order.refersTo': 'R-1000',
  'customer.id': '4711',
  'customer.name': 'Anna Berg',
  'customer.firstName': 'Anna',
  'customer.lastName': 'Berg',
  'customer.email': 'anna@example.com',
  'customer.phone': '+49 170 1234567',
  'customer.company': 'Berg GmbH',
  'customer.street': 'Hauptstr. 1',
  'customer.city': 'Ulm',
  'customer.postcode': '89073',
  'customer.country': 'DE',
  'product.code': 'B-12',
  'product.name': 'Bread',
  'product.category': 'Bakery',
  'line.quantity': '2',
  'line.unitPrice': '2.10',
  'line.amount': '4.20',
  'line.discount': '0.10',
  'line.tax': '0.27',
  'line.shipping': '4.90',
};

type Columns = readonly (readonly [header: string, field: Field | null])[];

const match = (columns: Columns): Record<string, AnyField | null> => {
  const row = columns.map(([, field]) => (field ? LOOKS[field] : 'whatever'));
  return Object.fromEntries(
    matchColumns(
      columns.map(([header]) => header),
      [row, row, row],
    ).map(({ header, field }) => [header, field]),
  );
};

const TABLES: readonly (readonly [string, Columns])[] = [
  [
    'English, a till',
    [
      ['Receipt No.', 'order.id'],
      ['Date', 'order.date'],
      ['Time', 'order.time'],
      ['Customer No.', 'customer.id'],
      ['Customer', 'customer.name'],
      ['E-mail', 'customer.email'],
      ['Phone', 'customer.phone'],
      ['SKU', 'product.code'],
      ['Item', 'product.name'],
      ['Category', 'product.category'],
      ['Qty', 'line.quantity'],
      ['Price', 'line.unitPrice'],
      ['Discount', 'line.discount'],
      ['Total', 'line.amount'],
      ['VAT', 'line.tax'],
      ['Currency', 'order.currency'],
      ['Status', 'order.status'],
      ['Cashier', null],
    ],
  ],
  [
    'English, the retail file of the literature',
    [
      ['InvoiceNo', 'order.id'],
      ['StockCode', 'product.code'],
      ['Description', 'product.name'],
      ['Quantity', 'line.quantity'],
      ['InvoiceDate', 'order.date'],
      ['UnitPrice', 'line.unitPrice'],
      ['CustomerID', 'customer.id'],
      ['Country', 'customer.country'],
    ],
  ],
  [
    'English, a starred invoice template',
    [
      ['*ContactName', 'customer.name'],
      ['EmailAddress', 'customer.email'],
      ['*InvoiceNumber', 'order.id'],
      ['*InvoiceDate', 'order.date'],
      ['*Quantity', 'line.quantity'],
    ],
  ],
  [
    'German',
    [
      ['Bestellnummer', 'order.id'],
      ['Rechnungsdatum', 'order.date'],
      ['Uhrzeit', 'order.time'],
      ['Kundennummer', 'customer.id'],
      ['Vorname', 'customer.firstName'],
      ['Nachname', 'customer.lastName'],
      ['E-Mail-Adresse', 'customer.email'],
      ['Telefon', 'customer.phone'],
      ['Straße', 'customer.street'],
      ['PLZ', 'customer.postcode'],
      ['Ort', 'customer.city'],
      ['Artikelnummer', 'product.code'],
      ['Artikelbezeichnung', 'product.name'],
      ['Warengruppe', 'product.category'],
      ['Menge', 'line.quantity'],
      ['Einzelpreis', 'line.unitPrice'],
      ['Rabatt', 'line.discount'],
      ['Betrag', 'line.amount'],
      ['MwSt.', 'line.tax'],
      ['Währung', 'order.currency'],
      ['Versandkosten', 'line.shipping'],
    ],
  ],
  [
    'German, in brackets and with its currency',
    [
      ['Beleg-Nr.', 'order.id'],
      ['Datum', 'order.date'],
      ['Kunde', 'customer.name'],
      ['Stück', 'line.quantity'],
      ['Betrag inkl. MwSt. (EUR)', 'line.amount'],
      ['MwSt.-Betrag', 'line.tax'],
    ],
  ],
  [
    'French',
    [
      ['Numéro de commande', 'order.id'],
      ['Date de commande', 'order.date'],
      ['Heure', 'order.time'],
      ['Nom du client', 'customer.name'],
      ['Courriel', 'customer.email'],
      ['Téléphone', 'customer.phone'],
      ['Ville', 'customer.city'],
      ['Code postal', 'customer.postcode'],
      ['Désignation', 'product.name'],
      ['Quantité', 'line.quantity'],
      ['Prix unitaire', 'line.unitPrice'],
      ['Remise', 'line.discount'],
      ['Montant TTC', 'line.amount'],
      ['TVA', 'line.tax'],
      ['Devise', 'order.currency'],
    ],
  ],
  [
    'Spanish',
    [
      ['Número de pedido', 'order.id'],
      ['Fecha', 'order.date'],
      ['Hora', 'order.time'],
      ['Cliente', 'customer.name'],
      ['Correo electrónico', 'customer.email'],
      ['Teléfono', 'customer.phone'],
      ['Artículo', 'product.name'],
      ['Cantidad', 'line.quantity'],
      ['Precio unitario', 'line.unitPrice'],
      ['Descuento', 'line.discount'],
      ['Importe', 'line.amount'],
      ['IVA', 'line.tax'],
      ['Estado', 'order.status'],
    ],
  ],
  [
    'Italian',
    [
      ['Numero ordine', 'order.id'],
      ['Data ordine', 'order.date'],
      ['Ora', 'order.time'],
      ['Cliente', 'customer.name'],
      ['Cognome', 'customer.lastName'],
      ['Codice articolo', 'product.code'],
      ['Prodotto', 'product.name'],
      ['Quantità', 'line.quantity'],
      ['Prezzo', 'line.unitPrice'],
      ['Sconto', 'line.discount'],
      ['Totale', 'line.amount'],
      ['IVA', 'line.tax'],
      ['Città', 'customer.city'],
    ],
  ],
  [
    'Dutch',
    [
      ['Bestelnummer', 'order.id'],
      ['Besteldatum', 'order.date'],
      ['Tijd', 'order.time'],
      ['Klantnummer', 'customer.id'],
      ['Klant', 'customer.name'],
      ['E-mailadres', 'customer.email'],
      ['Telefoon', 'customer.phone'],
      ['Omschrijving', 'product.name'],
      ['Aantal', 'line.quantity'],
      ['Stukprijs', 'line.unitPrice'],
      ['Korting', 'line.discount'],
      ['Bedrag', 'line.amount'],
      ['BTW', 'line.tax'],
    ],
  ],
  [
    'Portuguese',
    [
      ['Número do pedido', 'order.id'],
      ['Data do pedido', 'order.date'],
      ['Hora', 'order.time'],
      ['Nome do cliente', 'customer.name'],
      ['Telefone', 'customer.phone'],
      ['Produto', 'product.name'],
      ['Quantidade', 'line.quantity'],
      ['Preço unitário', 'line.unitPrice'],
      ['Desconto', 'line.discount'],
      ['Valor total', 'line.amount'],
      ['Imposto', 'line.tax'],
      ['Moeda', 'order.currency'],
    ],
  ],
];

describe('columns are matched by their name', () => {
  test.each(TABLES)('%s', (_, columns) => {
    expect(match(columns)).toEqual(Object.fromEntries(columns));
  });

  test('in any order', () => {
    for (const [, columns] of TABLES)
      expect(match([...columns].reverse())).toEqual(Object.fromEntries(columns));
  });
});

describe('and by what their values look like', () => {
  const fields = (header: string[], ...rows: string[][]): (AnyField | null)[] =>
    matchColumns(header, rows).map(({ field }) => field);

  test('a column called amount that holds words is none', () => {
    expect(fields(['Date', 'Amount'], ['2024-03-04', 'much'], ['2024-03-05', 'little'])).toEqual([
      'order.date',
      null,
    ]);
  });

  test('a customer column of numbers holds ids, one of words names', () => {
    expect(fields(['customer'], ['00004'], ['00021'])).toEqual(['customer.id']);
    expect(fields(['customer'], ['Anna Berg'], ['00021'])).toEqual(['customer.name']);
  });

  test('a till that leaves some cells unreadable is still understood', () => {
    const rows = ['4.20', 'ERROR', '5.10', 'UNKNOWN', '3.00'].map((amount) => ['2024-03-04', amount]);
    expect(fields(['Date', 'Total'], ...rows)).toEqual(['order.date', 'line.amount']);
  });

  test('two columns that say the same: the plainer word wins and the other says why not', () => {
    const [gross, total] = matchColumns(
      ['Gross sales', 'Amount'],
      [
        ['4.20', '4.00'],
        ['5.20', '5.00'],
      ],
    );
    expect([gross?.field, total?.field]).toEqual([null, 'line.amount']);
    expect(gross).toMatchObject({ confident: false, reason: expect.stringContaining('column 2') });
  });

  test('an e-mail column under a strange name is taken, doubtfully', () => {
    const rows = ['a@b.de', 'c@d.de', 'e@f.de'].map((each) => [each]);
    expect(matchColumns(['Feld 7'], rows)[0]).toMatchObject({ field: 'customer.email', confident: false });
  });

  test('each field goes to one column at most', () => {
    const header = [
      'Total',
      'Amount',
      'Sum',
      'Price',
      'Unit price',
      'Date',
      'Order date',
      'Customer',
      'Client',
    ];
    const row = ['1', '2', '3', '4', '5', '2024-03-04', '2024-03-05', 'Anna', 'Bert'];
    const found = fields(header, row, row).filter((field) => field !== null);
    expect(new Set(found).size).toBe(found.length);
  });
});

describe('a mapping overrules', () => {
  const rows = [
    ['2024-03-04', '4.20', 'Anna'],
    ['2024-03-05', '5.20', 'Bert'],
  ];

  test('what a header seems to say', () => {
    const [, amount, who] = matchColumns(['Date', 'Amount', 'Customer'], rows, {
      Amount: 'line.unitPrice',
      Customer: null,
    });
    expect(amount).toMatchObject({ field: 'line.unitPrice', confident: true, reason: 'You decided this.' });
    expect(who).toMatchObject({ field: null, confident: true });
  });

  test('and frees the field for no other column', () => {
    const [a, b] = matchColumns(['Amount', 'Total'], [['4.20', '5.20']], { Total: 'line.amount' });
    expect([a?.field, b?.field]).toEqual([null, 'line.amount']);
  });
});

test.each([
  ['InvoiceNo', 'invoice no'],
  ['*Invoice no.', 'invoice no'],
  ['Order #', 'order no'],
  ['  E-Mail  ', 'e mail'],
  ['Straße', 'strasse'],
  ['Numéro de commande', 'numero de commande'],
  ['Line total (EUR)', 'line total eur'],
  ['Betrag inkl. MwSt.', 'betrag inkl mwst'],
])('header %j is looked up as %j', (header, plain) => {
  expect(plainHeader(header)).toBe(plain);
});
