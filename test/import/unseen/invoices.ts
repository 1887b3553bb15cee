import type { UnseenExport } from './unseen-export.ts';

/** Bookkeeping and invoices: headings as these programs have them, as far as is known; rows invented and counted by hand. */
export const INVOICES: readonly UnseenExport[] = [
  {
    title: 'lexoffice rechnungen',
    locale: 'de-DE',
    rows: [
      'Belegtyp;Belegnummer;Belegdatum;Fälligkeitsdatum;Kunde;Kundennummer;Status;Währung;Netto;USt;Brutto;Offen',
      'Rechnung;RE1001;15.01.2026;29.01.2026;Anna Abel GmbH;10001;bezahlt;EUR;100,00;19,00;119,00;0,00',
      'Rechnung;RE1002;16.01.2026;30.01.2026;Bert Berg;10002;offen;EUR;200,00;38,00;238,00;238,00',
      'Rechnungskorrektur;RK1001;17.01.2026;;Anna Abel GmbH;10001;bezahlt;EUR;-50,00;-9,50;-59,50;0,00',
      'Rechnung;RE1003;18.01.2026;30.01.2026;Bert Berg;10002;Entwurf;EUR;70,00;13,30;83,30;83,30',
    ],
    comes: { revenue: 25000, orders: 3, refunds: 1, customers: 2, leftOut: 1 },
  },
  {
    title: 'sevdesk',
    locale: 'de-DE',
    rows: [
      '"Rechnungsnummer";"Rechnungsdatum";"Fälligkeit";"Status";"Kunde";"Kundennummer";"Betreff";"Summe Netto";"Summe Steuern";"Summe Brutto";"Währung";"Bezahlt am"',
      '"RE-1";"15.01.2026";"29.01.2026";"Bezahlt";"Anna Abel";"1001";"Rechnung RE-1";"100,00";"19,00";"119,00";"EUR";"20.01.2026"',
      '"RE-2";"16.01.2026";"29.01.2026";"Fällig";"Bert Berg";"1002";"Rechnung RE-2";"1.200,00";"228,00";"1.428,00";"EUR";""',
    ],
    comes: { revenue: 130000, orders: 2, customers: 2 },
  },
  {
    title: 'freshbooks invoice details',
    rows: [
      'Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency',
      'Ann Abel,0001,2026-01-15,Paid,2026-01-20,Design,Logo,50.00,2,0,100.00,GST,10.00,,0.00,110.00,USD',
      'Bob Berg,0002,2026-01-16,Sent,,Design,Site,80.00,1,0,80.00,GST,8.00,,0.00,88.00,USD',
    ],
    comes: { revenue: 18000, orders: 2, customers: 2, from: '2026-01-15', to: '2026-01-16' },
  },
  {
    title: 'sage invoices',
    locale: 'en-GB',
    rows: [
      'Type,Date,Number,Customer Name,Reference,Net Amount,VAT Amount,Total,Outstanding,Status',
      'Sales Invoice,15/01/2026,SI-1,Ann Abel,,100.00,20.00,120.00,0.00,Paid',
      'Credit Note,16/01/2026,SCN-1,Ann Abel,SI-1,-10.00,-2.00,-12.00,0.00,Paid',
      'Sales Invoice,17/01/2026,SI-2,Bob Berg,,50.00,10.00,60.00,60.00,Void',
    ],
    comes: { revenue: 9000, refunds: 1, customers: 1, leftOut: 1 },
  },
  {
    title: 'myob sales',
    locale: 'en-AU',
    rows: [
      'Co./Last Name\tFirst Name\tInvoice No.\tDate\tCustomer PO\tItem Number\tQuantity\tDescription\tPrice\tDiscount\tTotal\tInc-Tax Total\tTax Code\tTax Amount\tSale Status\tCurrency Code',
      'Abel\tAnn\t00001\t15/01/2026\t\tM1\t2\tMug\t10.00\t0%\t20.00\t22.00\tGST\t2.00\tI\tAUD',
      'Berg\tBob\t00002\t16/01/2026\t\tC1\t1\tCup\t5.00\t0%\t5.00\t5.50\tGST\t0.50\tI\tAUD',
    ],
    comes: { revenue: 2500, orders: 2, customers: 2 },
  },
  {
    title: 'quickbooks invoices list',
    rows: [
      'Date,Transaction type,Num,Name,Memo,Due date,Amount,Open balance',
      '01/15/2026,Invoice,1001,Ann Abel,,02/15/2026,110.00,0.00',
      '01/16/2026,Invoice,1002,Bob Berg,,02/15/2026,220.00,220.00',
      '01/17/2026,Payment,,Ann Abel,,,-110.00,0.00',
    ],
    comes: { revenue: 33000, customers: 2, leftOut: 1 },
  },
  {
    title: 'xero receivable detail',
    locale: 'en-AU',
    rows: [
      'Invoice Number,Contact,Invoice Date,Due Date,Gross,GST,Net,Status',
      'INV-1,Ann Abel,15 Jan 2026,30 Jan 2026,110.00,10.00,100.00,Paid',
      'INV-2,Bob Berg,16 Jan 2026,30 Jan 2026,220.00,20.00,200.00,Awaiting Payment',
    ],
    comes: { revenue: 30000, customers: 2 },
  },
  {
    title: 'holded es',
    locale: 'es-ES',
    rows: [
      'Fecha;Num;Cliente;NIF;Descripción;Subtotal;IVA;Retención;Total;Cobrado;Pendiente;Estado;Vencimiento',
      '15/01/2026;F260001;Ana Abel;;Diseño;100,00;21,00;0,00;121,00;121,00;0,00;Pagado;15/02/2026',
      '16/01/2026;F260002;Bruno Berg;;Web;1.000,00;210,00;0,00;1.210,00;0,00;1.210,00;Pendiente;15/02/2026',
    ],
    comes: { revenue: 110000, customers: 2 },
  },
  {
    title: 'fatture in cloud it',
    locale: 'it-IT',
    rows: [
      'Numero;Data;Cliente;Partita IVA;Oggetto;Imponibile;IVA;Totale;Stato;Scadenza',
      '1;15/01/2026;Anna Abel;;Sito;100,00;22,00;122,00;Saldato;15/02/2026',
      '2;16/01/2026;Bruno Berg;;Logo;200,00;44,00;244,00;Non saldato;15/02/2026',
    ],
    comes: { revenue: 30000, customers: 2, orders: 2 },
  },
  {
    title: 'moneybird nl',
    locale: 'nl-NL',
    rows: [
      'Factuurnummer;Factuurdatum;Vervaldatum;Contact;Referentie;Totaal excl. btw;Btw;Totaal incl. btw;Status;Betaald op',
      '2026-0001;15-01-2026;29-01-2026;Anna Abel;;100,00;21,00;121,00;Betaald;20-01-2026',
      '2026-0002;16-01-2026;29-01-2026;Bert Berg;;200,00;42,00;242,00;Openstaand;',
      '2026-0003;17-01-2026;29-01-2026;Bert Berg;;300,00;63,00;363,00;Concept;',
    ],
    comes: { revenue: 30000, customers: 2, leftOut: 1 },
  },
  {
    title: 'invoicexpress pt',
    locale: 'pt-PT',
    rows: [
      'Tipo;Número;Data;Cliente;NIF;Total s/ IVA;IVA;Total c/ IVA;Estado',
      'Fatura;FT 2026/1;15/01/2026;Ana Abel;123456789;100,00;23,00;123,00;Pago',
      'Fatura;FT 2026/2;16/01/2026;Bruno Berg;123456780;200,00;46,00;246,00;Anulado',
      'Nota de crédito;NC 2026/1;17/01/2026;Ana Abel;123456789;50,00;11,50;61,50;Finalizado',
    ],
    comes: { revenue: 5000, customers: 1, leftOut: 1, refunds: 1 },
  },
  {
    title: 'french invoice prog',
    locale: 'fr-FR',
    rows: [
      "N° de facture;Date d'émission;Date d'échéance;Client;Total HT;TVA;Total TTC;Statut;Reste dû",
      'F-001;15/01/2026;15/02/2026;Anne Abel;100,00;20,00;120,00;Payée;0,00',
      'F-002;16/01/2026;15/02/2026;Bruno Berg;1 200,00;240,00;1 440,00;En attente;1 440,00',
      'A-001;17/01/2026;;Anne Abel;-50,00;-10,00;-60,00;Avoir;0,00',
    ],
    comes: { revenue: 125000, customers: 2, refunds: 1 },
  },
];
