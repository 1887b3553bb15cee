import type { UnseenExport } from './unseen-export.ts';

/** Statements with rows that are no sales, and tables with gaps; rows invented and counted by hand. */
export const GAPS: readonly UnseenExport[] = [
  {
    title: 'payouts and fees under the heading of a movement',
    locale: 'sv-SE',
    rows: [
      'Event,Dato,Kund,Belopp',
      'Sale,2026-02-03,Ann Abel,80.00',
      'Avgift,2026-02-03,,-1.20',
      'Utbetalning,2026-02-04,,78.80',
      'Sale,2026-02-05,Bo Ek,20.00',
    ],
    comes: { revenue: 10000, orders: 2, customers: 2, leftOut: 2 },
  },
  {
    title: 'stock that was thrown away or counted',
    rows: [
      'Date,Number,Movement type,Product,Qty,Unit price,Amount,Customer',
      '2026-02-03,M1,Sale,Soap,2,5.00,10.00,Ann Abel',
      '2026-02-04,M2,Spoilage,Soap,-4,5.00,-20.00,',
      '2026-02-05,M3,Stocktake,Soap,-1,5.00,-5.00,',
      '2026-02-06,M4,Write-off,Soap,-1,5.00,-5.00,',
    ],
    comes: { revenue: 1000, orders: 1, refunds: 0, leftOut: 3 },
  },
  {
    title: 'what was captured less what was credited, not what was authorised',
    rows: [
      'Payment,Created,Authorised amount,Captured amount,Credited amount,Shopper',
      'P1,2026-02-03 10:00,90.00,80.00,0.00,Ann Abel',
      'P2,2026-02-04 11:00,50.00,50.00,20.00,Bob Berg',
    ],
    comes: { revenue: 11000, customers: 2 },
  },
  {
    title: 'fees that go back with their refund',
    rows: [
      'Type,Date,Order,Customer,Sale price,Platform fee,Net proceeds',
      'Sale,2026-02-03,1,Ann Abel,30.00,3.00,27.00',
      'Sale,2026-02-04,2,Bob Berg,20.00,2.00,18.00',
      'Refund,2026-02-05,2,Bob Berg,-20.00,-2.00,-18.00',
    ],
    comes: { revenue: 3000, refunds: 1 },
  },
  {
    title: 'words for nothing; a total that is missing, and one that cannot be worked out',
    rows: [
      'Sale ID,Date,Customer,Item,Quantity,Unit price,Total',
      '1,2026-02-03,Ann Abel,Tea,2,3.00,#N/A',
      '2,2026-02-04,Bob Berg,Tea,nil,3.00,9.00',
      '3,2026-02-05,Bob Berg,Tea,missing,3.00,UNKNOWN',
      '4,2026-02-06,n/a,Tea,1,ERROR,3.00',
    ],
    comes: { revenue: 1800, orders: 3, customers: 2, leftOut: 1 },
  },
];
