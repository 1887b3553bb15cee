import { describe, expect, test } from 'vitest';
import { aPortfolio, planned, take } from '../../support/portfolio.ts';

type Till = readonly [heading: string, means: string | null, first: string, second: string];

/** Invented exports of ordinary tills and invoice programs, headings as such programs write them. */
const EXPORTS: readonly (readonly [language: string, columns: readonly Till[], revenue: number])[] = [
  [
    'a German till',
    [
      ['Beleg-Nr.', 'order.id', '1', '2'],
      ['Datum', 'order.date', '14.03.2025', '15.03.2025'],
      ['Uhrzeit', 'order.time', '08:15', '09:20'],
      ['Kunden-Nr.', 'customer.id', '17', '18'],
      ['Kunde', 'customer.name', 'Anna Abel', 'Bert Berg'],
      ['Art.-Nr.', 'product.code', 'B1', 'B2'],
      ['Bezeichnung', 'product.name', 'Brot', 'Kuchen'],
      ['Warengruppe', 'product.category', 'Backwaren', 'Backwaren'],
      ['Menge', 'line.quantity', '2', '1'],
      ['E-Preis', 'line.unitPrice', '4,20', '3,00'],
      ['Gesamtpreis', 'line.amount', '8,40', '3,00'],
      ['Zahlart', null, 'Bar', 'Karte'],
      ['Bediener', null, 'Eva', 'Eva'],
    ],
    1140,
  ],
  [
    'a German invoice program',
    [
      ['Rechnungs-Nr.', 'order.id', 'R1', 'R2'],
      ['Rechnungsdatum', 'order.date', '14.03.2025', '15.03.2025'],
      ['Firma', 'customer.company', 'Abel GmbH', 'Berg AG'],
      ['Vorname', 'customer.firstName', 'Anna', 'Bert'],
      ['Nachname', 'customer.lastName', 'Abel', 'Berg'],
      ['Straße', 'customer.street', 'Weg 1', 'Weg 2'],
      ['PLZ', 'customer.postcode', '04109', '80331'],
      ['Ort', 'customer.city', 'Leipzig', 'München'],
      ['E-Mail', 'customer.email', 'a@example.com', 'b@example.com'],
      ['Artikel', 'product.name', 'Stuhl', 'Tisch'],
      ['Anz.', 'line.quantity', '2', '1'],
      ['Nettobetrag', 'line.amount', '100,00', '50,00'],
      ['Kostenstelle', null, '1', '1'],
    ],
    15_000,
  ],
  [
    'a French till',
    [
      ['N° ticket', 'order.id', '1', '2'],
      ['Date', 'order.date', '14/03/2025', '15/03/2025'],
      ['Heure', 'order.time', '08:15', '09:20'],
      ['Code client', 'customer.id', 'C17', 'C18'],
      ['Nom du client', 'customer.name', 'Anne Abel', 'Bruno Berg'],
      ['Désignation', 'product.name', 'Pain', 'Gâteau'],
      ['Famille', 'product.category', 'Boulangerie', 'Boulangerie'],
      ['Qté', 'line.quantity', '2', '1'],
      ['P.U. TTC', 'line.unitPrice', '4,20', '3,00'],
      ['Montant TTC', 'line.amount', '8,40', '3,00'],
      ['Mode de règlement', null, 'CB', 'Espèces'],
      ['Vendeur', null, 'Eve', 'Eve'],
    ],
    1140,
  ],
  [
    'a French invoice program',
    [
      ['N° facture', 'order.id', 'F1', 'F2'],
      ['Date facture', 'order.date', '14/03/2025', '15/03/2025'],
      ['Raison sociale', 'customer.company', 'Abel SARL', 'Berg SA'],
      ['Adresse e-mail', 'customer.email', 'a@example.com', 'b@example.com'],
      ['Téléphone', 'customer.phone', '+33123456789', '+33123456780'],
      ['Ville', 'customer.city', 'Lyon', 'Nantes'],
      ['Code postal', 'customer.postcode', '69001', '44000'],
      ['Libellé', 'product.name', 'Chaise', 'Table'],
      ['Quantité', 'line.quantity', '2', '1'],
      ['Prix unitaire HT', 'line.unitPrice', '50,00', '50,00'],
      ['Total HT', 'line.amount', '100,00', '50,00'],
    ],
    15_000,
  ],
  [
    'a Spanish till',
    [
      ['Nº ticket', 'order.id', '1', '2'],
      ['Fecha', 'order.date', '14/03/2025', '15/03/2025'],
      ['Hora', 'order.time', '08:15', '09:20'],
      ['Cód. cliente', 'customer.id', 'C17', 'C18'],
      ['Nombre cliente', 'customer.name', 'Ana Abel', 'Bruno Berg'],
      ['Artículo', 'product.name', 'Pan', 'Tarta'],
      ['Familia', 'product.category', 'Panadería', 'Panadería'],
      ['Uds.', 'line.quantity', '2', '1'],
      ['P.V.P.', 'line.unitPrice', '4,20', '3,00'],
      ['Importe total', 'line.amount', '8,40', '3,00'],
      ['Forma de pago', null, 'Tarjeta', 'Efectivo'],
    ],
    1140,
  ],
  [
    'an Italian till',
    [
      ['N. scontrino', 'order.id', '1', '2'],
      ['Data', 'order.date', '14/03/2025', '15/03/2025'],
      ['Ora', 'order.time', '08:15', '09:20'],
      ['Cod. cliente', 'customer.id', 'C17', 'C18'],
      ['Ragione sociale', 'customer.company', 'Abel Srl', 'Berg Spa'],
      ['Descrizione articolo', 'product.name', 'Pane', 'Torta'],
      ['Reparto', 'product.category', 'Panetteria', 'Panetteria'],
      ['Q.tà', 'line.quantity', '2', '1'],
      ['Prezzo unit.', 'line.unitPrice', '4,20', '3,00'],
      ['Importo totale', 'line.amount', '8,40', '3,00'],
      ['Operatore', null, 'Eva', 'Eva'],
    ],
    1140,
  ],
  [
    'a Dutch till',
    [
      ['Bonnr.', 'order.id', '1', '2'],
      ['Datum', 'order.date', '14-03-2025', '15-03-2025'],
      ['Tijd', 'order.time', '08:15', '09:20'],
      ['Klantnr.', 'customer.id', 'K17', 'K18'],
      ['Klantnaam', 'customer.name', 'Anna Abel', 'Bert Berg'],
      ['Artikelomschrijving', 'product.name', 'Brood', 'Taart'],
      ['Artikelgroep', 'product.category', 'Bakkerij', 'Bakkerij'],
      ['Aantal', 'line.quantity', '2', '1'],
      ['Stukprijs', 'line.unitPrice', '4,20', '3,00'],
      ['Totaalbedrag', 'line.amount', '8,40', '3,00'],
      ['Betaalwijze', null, 'PIN', 'Contant'],
    ],
    1140,
  ],
  [
    'a Portuguese till',
    [
      ['N.º fatura', 'order.id', '1', '2'],
      ['Data', 'order.date', '14/03/2025', '15/03/2025'],
      ['Hora', 'order.time', '08:15', '09:20'],
      ['Cód. cliente', 'customer.id', 'C17', 'C18'],
      ['Nome do cliente', 'customer.name', 'Ana Abel', 'Bruno Berg'],
      ['Artigo', 'product.name', 'Pão', 'Bolo'],
      ['Família', 'product.category', 'Padaria', 'Padaria'],
      ['Qtd.', 'line.quantity', '2', '1'],
      ['Preço unit.', 'line.unitPrice', '4,20', '3,00'],
      ['Valor total', 'line.amount', '8,40', '3,00'],
      ['Forma de pagamento', null, 'MB', 'Dinheiro'],
    ],
    1140,
  ],
];

describe('exports of no known product in other languages need nothing said', () => {
  test.each(EXPORTS)('%s', async (_, columns, revenue) => {
    const rows = [0, 2, 3].map((at) => columns.map((column) => column[at]).join(';'));
    const text = `${rows.join('\r\n')}\r\n`;
    const db = aPortfolio();
    const plan = planned(db, text);
    expect(Object.fromEntries(plan.columns.map(({ header, field }) => [header, field]))).toEqual(
      Object.fromEntries(columns.map(([heading, means]) => [heading, means])),
    );
    const result = await take(db, text, { currency: 'EUR' });
    expect(result).toMatchObject({
      rows: { imported: 2, leftOut: 0 },
      revenue: { minor: revenue },
      period: { from: '2025-03-14', to: '2025-03-15' },
      customers: { created: 2 },
    });
  });
});
