import type { UnseenExport } from './unseen-export.ts';

/** Files that look like something they are not; rows invented and counted by hand. */
export const ODDITIES: readonly UnseenExport[] = [
  {
    title: 'zettle de with title rows',
    locale: 'de-DE',
    rows: [
      'Verkaufsrohdaten,,,,,,,,,,,,,',
      'Zeitraum:,01.01.2026–31.01.2026,,,,,,,,,,,,',
      ',,,,,,,,,,,,,',
      'Datum,Quittungsnummer,Name,Variante,Einheit,Barcode,Menge,Währung,Rabatt,Preis,USt.-Satz,USt.,Endpreis (EUR),Verkäufer',
      '"05.01.2026 10:00",17,Kaffee,,,,2,EUR,"0,00","3,00","19,00","0,96","6,00",Jo',
      '"06.01.2026 10:00",18,Kuchen,,,,1,EUR,"0,50","4,00","7,00","0,23","3,50",Jo',
      '"07.01.2026 10:00",19,Kuchen,,,,-1,EUR,"0,00","4,00","7,00","-0,26","-4,00",Jo',
    ],
    comes: { revenue: 457, orders: 3, refunds: 1 },
  },
  {
    title: 'pivot style refunds negative total + status refunded',
    rows: [
      'Order,Date,Customer,Total,Status,Amount refunded',
      '1,2026-01-15,Ann Abel,100.00,paid,0.00',
      '2,2026-01-16,Bob Berg,50.00,partially refunded,20.00',
      '3,2026-01-17,Bob Berg,50.00,refunded,50.00',
    ],
    comes: { revenue: 13000, refunds: 2, customers: 2 },
  },
  {
    title: 'payment type column',
    rows: [
      'Date,Receipt,Customer,Amount,Type',
      '2026-01-15,1,Ann Abel,20.00,Cash',
      '2026-01-16,2,Bob Berg,15.00,Bank transfer',
      '2026-01-17,3,Bob Berg,15.00,Card',
    ],
    comes: { revenue: 5000, customers: 2 },
  },
  {
    title: 'type Bill only',
    rows: [
      'Date,Bill no,Customer,Amount,Type',
      '2026-01-15,1,Ann Abel,20.00,Bill',
      '2026-01-16,2,Bob Berg,15.00,Bill',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'two identical lines in the only big order',
    rows: [
      'Order,Date,Customer,Product,Quantity,Price,Total',
      '1,2026-01-15,Ann Abel,Mug,1,10.00,10.00',
      '1,2026-01-15,Ann Abel,Cup,1,10.00,10.00',
      '2,2026-01-16,Bob Berg,Cup,1,10.00,10.00',
    ],
    comes: { revenue: 3000, orders: 2, lines: 3 },
  },
  {
    title: 'equal line amounts w/o price',
    rows: [
      'Receipt,Date,Customer,Product,Amount',
      '1,2026-01-15,Ann Abel,Mug,10.00',
      '1,2026-01-15,Ann Abel,Cup,10.00',
      '2,2026-01-16,Bob Berg,Cup,5.00',
      '2,2026-01-16,Bob Berg,Tea,5.00',
    ],
    comes: { revenue: 3000, orders: 2, lines: 4 },
  },
  {
    title: 'two currencies',
    rows: [
      'Date,Customer,Total,Total (USD)',
      '2026-01-15,Ann Abel,21.60,20.00',
      '2026-01-16,Bob Berg,10.80,10.00',
      '2026-01-17,Bob Berg,10.80,10.00',
    ],
    comes: { customers: 2 },
  },
  {
    title: 'name is a person',
    rows: ['Name,Date,Quantity,Price', 'Ann Abel,2026-01-15,2,10.00', 'Bob Berg,2026-01-16,1,5.00'],
    comes: { revenue: 2500, customers: 2 },
  },
  {
    title: 'customer status expired',
    rows: [
      'Date,Customer,Membership status,Amount',
      '2026-01-15,Ann Abel,Active,20.00',
      '2026-01-16,Bob Berg,Expired,15.00',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'loyalty card four digits',
    rows: ['Date,Loyalty card,Amount', '2026-01-15,1234,20.00', '2026-01-16,1235,15.00'],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'amount incl shipping single lines',
    rows: [
      'Order,Date,Customer,Product,Quantity,Unit price,Shipping,Order total',
      '1,2026-01-15,Ann Abel,Mug,2,10.00,5.00,25.00',
      '2,2026-01-16,Bob Berg,Cup,1,10.00,0.00,10.00',
    ],
    comes: { revenue: 3500, customers: 2 },
  },
  {
    title: 'tax on top, US',
    rows: [
      'Date,Invoice,Customer,Qty,Price,Subtotal,Sales Tax,Total',
      '1/15/2026,1,Ann Abel,2,10.00,20.00,1.78,21.78',
      '1/16/2026,2,Bob Berg,1,10.00,10.00,0.89,10.89',
    ],
    comes: { revenue: 3000, customers: 2 },
  },
  {
    title: 'tax on top, no subtotal, net total',
    rows: [
      'Date,Invoice,Customer,Qty,Price,Total,Sales Tax',
      '1/15/2026,1,Ann Abel,2,10.00,20.00,1.78',
      '1/16/2026,2,Bob Berg,1,10.00,10.00,0.89',
    ],
    comes: { revenue: 3000, customers: 2 },
  },
  {
    title: 'negative refund rows',
    rows: [
      'Date,Invoice,Customer,Qty,Price,Subtotal,Tax,Total',
      '1/15/2026,1,Ann Abel,2,10.00,20.00,2.00,22.00',
      '1/16/2026,2,Ann Abel,-1,10.00,-10.00,-1.00,-11.00',
    ],
    comes: { revenue: 1000, refunds: 1 },
  },
  {
    title: 'discount given in percent',
    rows: [
      'Date,Invoice,Customer,Product,Qty,Price,Discount %,Total',
      '1/15/2026,1,Ann Abel,Mug,2,10.00,10,18.00',
      '1/16/2026,2,Bob Berg,Cup,1,10.00,0,10.00',
    ],
    comes: { revenue: 2800 },
  },
  {
    title: 'discount before',
    rows: [
      'Date,Invoice,Customer,Product,Qty,Price,Amount,Discount',
      '1/15/2026,1,Ann Abel,Mug,2,10.00,20.00,2.00',
      '1/16/2026,2,Bob Berg,Cup,1,10.00,10.00,0.00',
    ],
    comes: { revenue: 2800 },
  },
  {
    title: 'negative discounts',
    rows: [
      'Date,Invoice,Customer,Gross sales,Discounts,Net sales,Tax,Total collected',
      '1/15/2026,1,Ann Abel,20.00,-2.00,18.00,1.80,19.80',
      '1/16/2026,2,Bob Berg,10.00,0.00,10.00,1.00,11.00',
    ],
    comes: { revenue: 2800 },
  },
  {
    title: 'no tax rows anywhere',
    rows: [
      'Date,Invoice,Customer,Subtotal,Tax,Total',
      '1/15/2026,1,Ann Abel,20.00,0.00,20.00',
      '1/16/2026,2,Bob Berg,10.00,0.00,10.00',
    ],
    comes: { revenue: 3000 },
  },
  {
    title: 'brutto and rabatt',
    locale: 'de-DE',
    rows: [
      'Rechnung;Datum;Kunde;Artikel;Menge;Preis;Rabatt;Brutto;Netto;MwSt',
      '1;15.01.2026;Anna Abel;Tasse;2;11,90;0,00;23,80;20,00;3,80',
      '2;16.01.2026;Bert Berg;Tasse;1;11,90;1,19;10,71;9,00;1,71',
    ],
    comes: { revenue: 2900, customers: 2 },
  },
  {
    title: 'credit card fee col',
    rows: [
      'Date,Order,Customer,Amount,Card fee,Shipping',
      '1/15/2026,1,Ann Abel,20.00,0.60,5.00',
      '1/16/2026,2,Bob Berg,10.00,0.30,0.00',
    ],
    comes: { revenue: 3500 },
  },
  {
    title: 'group rows by customer, own till',
    rows: [
      'Customer,Date,Invoice,Product,Amount',
      'Ann Abel,,,,',
      ',2026-01-15,1,Mug,20.00',
      ',2026-01-16,2,Cup,10.00',
      'Bob Berg,,,,',
      ',2026-01-17,3,Cup,10.00',
      'Total,,,,40.00',
    ],
    comes: { revenue: 4000 },
  },
  {
    title: 'order rows blank after first (carried)',
    rows: [
      'Order,Date,Customer,Product,Qty,Price,Order total',
      '1,2026-01-15,Ann Abel,Mug,2,10.00,30.00',
      ',,,Cup,1,10.00,',
      '2,2026-01-16,Bob Berg,Cup,1,10.00,10.00',
      '3,2026-01-17,Bob Berg,Cup,1,10.00,20.00',
      ',,,Tea,1,10.00,',
    ],
    comes: { revenue: 6000, orders: 3, customers: 2, leftOut: 0, lines: 5 },
  },
  {
    title: 'merged cells: date/customer blank, own amounts',
    rows: [
      'Date,Customer,Product,Amount',
      '2026-01-15,Ann Abel,Mug,20.00',
      ',,Cup,10.00',
      '2026-01-16,Bob Berg,Cup,10.00',
      ',,Tea,5.00',
    ],
    comes: { revenue: 4500, customers: 2 },
  },
];
