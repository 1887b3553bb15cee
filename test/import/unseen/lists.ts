import type { UnseenExport } from './unseen-export.ts';

/** Lists of an owner and of smaller programs: headings as these programs have them, as far as is known; rows invented and counted by hand. */
export const LISTS: readonly UnseenExport[] = [
  {
    title: 'own list de',
    locale: 'de-DE',
    rows: ['Kunde;Datum;Betrag', 'Anna Abel;15.01.2026;100,00 €', 'Bert Berg;16.01.2026;1.200,50 €'],
    comes: { revenue: 130050, customers: 2 },
  },
  {
    title: 'own list en, month first',
    rows: [
      'Client,Service,Date of service,Hours,Rate,Amount due,Paid?',
      'Ann Abel,Consulting,1/15/2026,2,100,200,yes',
      'Bob Berg,Consulting,1/16/2026,3,100,300,no',
    ],
    comes: { revenue: 50000, customers: 2 },
  },
  {
    title: 'net after fees must not win',
    rows: [
      'Date,Customer,Description,Gross,Fee,Net',
      '2026-01-15,Ann Abel,Sale,100.00,3.00,97.00',
      '2026-01-16,Bob Berg,Sale,50.00,1.50,48.50',
    ],
    comes: { revenue: 15000, customers: 2 },
  },
  {
    title: 'paypal-like generic fees',
    rows: [
      'Transaction date,Buyer,Order total,Marketplace fee,Payout',
      '2026-01-15,Ann Abel,100.00,10.00,90.00',
      '2026-01-16,Bob Berg,50.00,5.00,45.00',
    ],
    comes: { revenue: 15000, customers: 2 },
  },
  {
    title: 'costs beside sales',
    rows: [
      'Invoice,Invoice Date,Customer,Item,Qty,Unit Cost,Unit Price,Cost,Total,Profit',
      '1,2026-01-15,Ann Abel,Mug,2,4.00,10.00,8.00,20.00,12.00',
      '2,2026-01-16,Bob Berg,Cup,3,2.00,5.00,6.00,15.00,9.00',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'cumulative balance',
    rows: [
      'Date,Customer,Amount,Running total',
      '2026-01-15,Ann Abel,20.00,20.00',
      '2026-01-16,Bob Berg,15.00,35.00',
      '2026-01-17,Bob Berg,15.00,50.00',
    ],
    comes: { revenue: 5000, customers: 2 },
  },
  {
    title: 'gross weight',
    rows: [
      'Order no,Order date,Customer,Article,Qty,Net weight,Gross weight,Price,Line value',
      '1,2026-01-15,Ann Abel,Mug,2,0.8,1.0,10.00,20.00',
      '2,2026-01-16,Bob Berg,Cup,3,0.6,0.7,5.00,15.00',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'invoice list with paid date first',
    rows: [
      'Paid date,Invoice date,Invoice no,Customer,Total',
      '2026-02-15,2026-01-15,1,Ann Abel,20.00',
      '2026-02-16,2026-01-16,2,Bob Berg,15.00',
    ],
    comes: { revenue: 3500, customers: 2, from: '2026-01-15', to: '2026-01-16' },
  },
  {
    title: 'one-time fields: tip in amount',
    rows: [
      'Date,Receipt,Customer,Subtotal,Tip,Total',
      '2026-01-15,1,Ann Abel,20.00,3.00,23.00',
      '2026-01-16,2,Bob Berg,15.00,0.00,15.00',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'total with tip, tax, no subtotal',
    rows: [
      'Date,Receipt,Customer,Tax,Tip,Total',
      '2026-01-15,1,Ann Abel,2.00,3.00,25.00',
      '2026-01-16,2,Bob Berg,1.50,0.00,16.50',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'deposit/retainer statuses',
    rows: [
      'Date,Customer,Amount,Status',
      '2026-01-15,Ann Abel,20.00,Succeeded',
      '2026-01-16,Bob Berg,15.00,Payment failed',
      '2026-01-17,Bob Berg,15.00,Blocked',
    ],
    comes: { revenue: 2000, customers: 1 },
  },
  {
    title: 'unnamed date column',
    rows: [
      ',Customer,Product,Sum',
      '2026-01-15,Ann Abel,Mug,20.00',
      '2026-01-16,Bob Berg,Cup,15.00',
      '2026-01-17,Bob Berg,Cup,15.00',
    ],
    comes: { revenue: 5000, customers: 2 },
  },
];
