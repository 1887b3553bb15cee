import type { UnseenExport } from './unseen-export.ts';

/** Sales with words for how far they have come; rows invented and counted by hand. */
export const STATES: readonly UnseenExport[] = [
  {
    title: 'given back, in several languages',
    rows: [
      'Order,Date,Status,Customer,Amount',
      '1,2026-02-03,Paid,Ann Abel,10.00',
      '2,2026-02-04,Remboursé,Bob Berg,20.00',
      '3,2026-02-05,Vollständig zurückerstattet,Bob Berg,20.00',
      '4,2026-02-06,Reembolsado,Bob Berg,20.00',
      '5,2026-02-07,refunderad,Bob Berg,20.00',
      '6,2026-02-08,zwrócone,Bob Berg,20.00',
      '7,2026-02-09,返金済み,Bob Berg,20.00',
      '8,2026-02-10,Reversed,Bob Berg,20.00',
      '9,2026-02-11,Annulleret,Bob Berg,20.00',
      '10,2026-02-12,iptal edildi,Bob Berg,20.00',
      '11,2026-02-13,epäonnistui,Bob Berg,20.00',
    ],
    comes: { revenue: 1000, orders: 1, customers: 1, leftOut: 10 },
  },
  {
    title: 'the word takes nothing off where a row of its own does',
    rows: [
      'Order,Date,Status,Customer,Amount',
      '1,2026-02-03,Paid,Ann Abel,10.00',
      '2,2026-02-04,Refunded,Bob Berg,20.00',
      '3,2026-02-09,Refund,Bob Berg,-20.00',
    ],
    comes: { revenue: 1000, leftOut: 0 },
  },
  {
    title: 'partly given back counts in full',
    locale: 'de-DE',
    rows: [
      'Bestellung;Datum;Status;Kunde;Betrag',
      '1;03.02.2026;bezahlt;Anna Abel;10,00',
      '2;04.02.2026;teilweise erstattet;Bert Berg;20,00',
    ],
    comes: { revenue: 3000, orders: 2, leftOut: 0 },
  },
  {
    title: 'paid and never delivered is paid; neither is no sale',
    rows: [
      'Order,Date,Payment status,Shipping status,Customer,Amount',
      '1,2026-02-03,Paid,Cancelled,Ann Abel,10.00',
      '2,2026-02-04,Pending,Cancelled,Bob Berg,20.00',
      '3,2026-02-05,Paid,Not shipped,Bob Berg,5.00',
    ],
    comes: { revenue: 1500, orders: 2, leftOut: 1 },
  },
  {
    title: 'a refund with tax off a sale without',
    rows: [
      'Order,Date,Customer,Subtotal,Sales tax,Total,Refunded',
      '1,2026-02-03,Ann Abel,50.00,5.00,55.00,0.00',
      '2,2026-02-04,Bob Berg,20.00,2.00,22.00,11.00',
      '3,2026-02-05,Cat Cole,30.00,3.00,33.00,33.00',
    ],
    comes: { revenue: 6000, orders: 3, refunds: 2 },
  },
  {
    title: 'Spanish words for payments that failed',
    rows: [
      'Pedido,Fecha,Cliente,Total,Estado',
      '1,2026-03-14,Ana,100.00,Completado',
      '2,2026-03-15,Beto,50.00,Pago fallido',
      '3,2026-03-16,Caro,30.00,Pago rechazado',
    ],
    comes: { revenue: 10_000, orders: 1, leftOut: 2 },
  },
  {
    title: 'Turkish words with the dotted capital',
    rows: [
      'Sipariş No;Tarih;Müşteri;Tutar;Durum',
      '1;14.03.2026;Ann;100,00;Tamamlandı',
      '2;15.03.2026;Bob;50,00;İptal edildi',
      '3;16.03.2026;Bob;30,00;İade edildi',
    ],
    comes: { revenue: 10_000, orders: 1, leftOut: 2 },
  },
];
