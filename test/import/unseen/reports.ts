import type { UnseenExport } from './unseen-export.ts';

/** Reports and journals; rows invented and counted by hand. */
export const REPORTS: readonly UnseenExport[] = [
  {
    title: 'QuickBooks’ list of transactions by customer',
    rows: [
      'My Company',
      'Transaction List by Customer',
      'January 2026',
      '',
      ',Date,Transaction Type,Num,Posting,Memo/Description,Account,Amount',
      'Ann Abel,,,,,,,',
      ',01/15/2026,Invoice,1001,Yes,,AR,110.00',
      ',01/18/2026,Payment,,Yes,,Bank,110.00',
      'Total for Ann Abel,,,,,,,$220.00',
      'Bob Berg,,,,,,,',
      ',01/16/2026,Invoice,1002,Yes,,AR,220.00',
      'Total for Bob Berg,,,,,,,$220.00',
    ],
    comes: { revenue: 33000, customers: 2 },
  },
  {
    title: 'sales by customer: a row of its own names each',
    rows: [
      'Sales by customer,,,,',
      'Customer,Date,Invoice,Item,Amount',
      'Ann Abel,,,,',
      ',2026-01-15,1,Mug,20.00',
      ',2026-01-16,2,Cup,10.00',
      'Total Ann Abel,,,,30.00',
      'Bob Berg,,,,',
      ',2026-01-17,3,Cup,10.00',
      'Total Bob Berg,,,,10.00',
      'Grand total,,,,40.00',
    ],
    comes: { revenue: 4000, orders: 3, customers: 2 },
  },
  {
    title: 'an order its buyer cancelled',
    rows: [
      'Order,Date,Customer,Total,Order status',
      '1,2026-01-15,Ann Abel,100.00,Delivered',
      '2,2026-01-16,Bob Berg,50.00,Canceled by buyer',
      '3,2026-01-17,Bob Berg,50.00,Processing',
    ],
    comes: { revenue: 15000, customers: 2, leftOut: 1 },
  },
  {
    title: 'multi-payment till: rows per payment',
    rows: [
      'Date,Receipt,Customer,Payment,Amount',
      '2026-01-15,1,Ann Abel,Cash,10.00',
      '2026-01-15,1,Ann Abel,Card,10.00',
      '2026-01-16,2,Bob Berg,Card,10.00',
    ],
    comes: { revenue: 3000, orders: 2, customers: 2 },
  },
  {
    title: 'pos journal with X/Z rows',
    locale: 'de-DE',
    rows: [
      'Belegnr;Datum;Vorgangstyp;Kunde;Artikel;Menge;Betrag brutto;USt Betrag;Betrag netto',
      '1;15.01.2026;Beleg;Anna Abel;Kaffee;1;11,90;1,90;10,00',
      '2;15.01.2026;Anfangsbestand;;;;100,00;0,00;100,00',
      '3;16.01.2026;Beleg;Bert Berg;Kaffee;2;23,80;3,80;20,00',
      '4;16.01.2026;AVBelegstorno;Bert Berg;Kaffee;-2;-23,80;-3,80;-20,00',
    ],
    comes: { revenue: 1000, orders: 3 },
  },
  {
    title: 'amounts as text with currency suffix and thousands',
    locale: 'fr-FR',
    rows: [
      'Facture;Date;Client;Montant TTC;Montant TVA',
      'F1;15/01/2026;Anne Abel;1 200,00 €;200,00 €',
      'F2;16/01/2026;Bruno Berg;120,00 €;20,00 €',
    ],
    comes: { revenue: 110000 },
  },
  {
    title: 'csv with currency column mixed',
    locale: 'en-GB',
    rows: [
      'Order,Date,Customer,Total,Currency',
      '1,2026-01-15,Ann Abel,100.00,GBP',
      '2,2026-01-16,Bob Berg,50.00,EUR',
      '3,2026-01-17,Bob Berg,50.00,GBP',
    ],
    comes: { revenue: 15000, leftOut: 1 },
  },
  {
    title: 'shop with order discount columns',
    rows: [
      'Order ID,Order Date,Customer,Product,Quantity,Unit Price,Line Total,Order Discount,Order Shipping,Order Tax,Order Total',
      '1,2026-01-15,Ann Abel,Mug,2,10.00,20.00,3.00,5.00,3.20,35.20',
      '1,2026-01-15,Ann Abel,Cup,1,10.00,10.00,3.00,5.00,3.20,35.20',
      '2,2026-01-16,Bob Berg,Cup,1,10.00,10.00,0.00,0.00,1.00,11.00',
    ],
    comes: { revenue: 4200, orders: 2 },
  },
  {
    title: 'refunds as separate positive rows with type',
    rows: [
      'Date,Type,Order,Customer,Item,Qty,Total',
      '2026-01-15,Sale,1,Ann Abel,Mug,2,20.00',
      '2026-01-16,Refund,1,Ann Abel,Mug,1,10.00',
    ],
    comes: { revenue: 1000 },
  },
  {
    title: 'all-blank optional columns',
    rows: [
      'Date,Order,Customer,Email,Phone,Total,Discount,Tax,Shipping,Tip,Refund',
      '2026-01-15,1,Ann Abel,,,20.00,,,,,',
      '2026-01-16,2,Bob Berg,,,10.00,,,,,',
    ],
    comes: { revenue: 3000, customers: 2 },
  },
  {
    title: 'service tax & service charge (restaurant)',
    rows: [
      'Bill No,Bill Date,Customer Name,Customer Phone,Sub Total,Discount,Service Charge,CGST,SGST,Round Off,Grand Total,Payment Mode',
      '1,2026-01-15,Ann Abel,,100.00,0.00,10.00,2.75,2.75,0.50,116.00,Cash',
      '2,2026-01-16,Bob Berg,,200.00,20.00,18.00,4.95,4.95,0.10,208.00,Card',
    ],
    comes: { customers: 2, orders: 2 },
  },
];
