import type { UnseenExport } from './unseen-export.ts';

/** Appointments and memberships: headings as these programs have them, as far as is known; rows invented and counted by hand. */
export const APPOINTMENTS: readonly UnseenExport[] = [
  {
    title: 'fresha sales log',
    locale: 'en-GB',
    rows: [
      'Sale date,Sale no.,Location,Channel,Type,Item,Client,Team member,Qty.,Gross sales,Discounts,Refunds,Net sales,Taxes,Total sales',
      '15 Jan 2026,S1,Main,Offline,Service,Haircut,Ann Abel,Jo,1,50.00,5.00,0.00,45.00,9.00,54.00',
      '16 Jan 2026,S2,Main,Offline,Product,Shampoo,Bob Berg,Jo,1,10.00,0.00,0.00,10.00,2.00,12.00',
    ],
    comes: { revenue: 5500, orders: 2, customers: 2 },
  },
  {
    title: 'fresha appointments',
    locale: 'en-GB',
    rows: [
      'Ref #,Client,Service,Created Date,Created By,Scheduled Date,Duration,Location,Team member,Price,Status',
      'A1,Ann Abel,Haircut,10 Jan 2026,Jo,15 Jan 2026,45min,Main,Jo,£50.00,Completed',
      'A2,Bob Berg,Haircut,10 Jan 2026,Jo,16 Jan 2026,45min,Main,Jo,£50.00,Cancelled',
      'A3,Bob Berg,Haircut,10 Jan 2026,Jo,17 Jan 2026,45min,Main,Jo,£50.00,No-show',
    ],
    comes: { revenue: 5000, orders: 1, customers: 1, leftOut: 2, from: '2026-01-15' },
  },
  {
    title: 'mindbody sales',
    rows: [
      'Sale Date,Sale ID,Client ID,Client,Item name,Location,Notes,Color,Size,Item Price,Quantity,Subtotal,Discount %,Discount Amount,Tax,Item Total,Total Paid w/ Payment Method,Payment Method',
      '1/15/2026,1,100001,"Abel, Ann",Class Pass,Main,,,,100.00,1,100.00,0,0.00,8.00,108.00,108.00,Visa',
      '1/16/2026,2,100002,"Berg, Bob",Mat,Main,,,,20.00,2,40.00,10,4.00,2.88,38.88,38.88,Cash',
    ],
    comes: { revenue: 13600, orders: 2, customers: 2 },
  },
  {
    title: 'phorest',
    locale: 'en-GB',
    rows: [
      'Purchase Date,Purchase ID,Client ID,Client First Name,Client Last Name,Client Email,Item Type,Description,Staff,Quantity,Unit Price,Discount Amount,Tax Amount,Total Amount,Payment Type,Voided',
      '15/01/2026,P1,C1,Ann,Abel,ann@example.com,SERVICE,Cut,Jo,1,50.00,0.00,8.33,50.00,CARD,false',
      '16/01/2026,P2,C2,Bob,Berg,bob@example.com,PRODUCT,Shampoo,Jo,2,10.00,2.00,3.00,18.00,CARD,false',
      '17/01/2026,P3,C2,Bob,Berg,bob@example.com,PRODUCT,Shampoo,Jo,1,10.00,0.00,1.67,10.00,CARD,true',
    ],
    comes: { revenue: 5667, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'booksy',
    locale: 'en-GB',
    rows: [
      'Appointment ID,Date,Time,Client,Client phone,Client email,Service,Staffer,Price,Status',
      '1,15/01/2026,10:00,Ann Abel,,ann@example.com,Cut,Jo,£50.00,Finished',
      '2,16/01/2026,10:00,Bob Berg,,bob@example.com,Cut,Jo,£30.00,No show',
      '3,17/01/2026,10:00,Bob Berg,,bob@example.com,Cut,Jo,£30.00,Canceled',
    ],
    comes: { revenue: 5000, orders: 1, customers: 1, leftOut: 2 },
  },
  {
    title: 'treatwell',
    locale: 'en-GB',
    rows: [
      'Order reference,Created,Appointment date,Customer,Service,Employee,Gross price,Commission,Net payout,Booking status',
      'T1,2026-01-10,2026-01-15,Ann Abel,Cut,Jo,50.00,10.00,40.00,Completed',
      'T2,2026-01-11,2026-01-16,Bob Berg,Cut,Jo,60.00,12.00,48.00,Cancelled by customer',
    ],
    comes: { revenue: 5000, customers: 1, leftOut: 1 },
  },
  {
    title: 'membership billing',
    locale: 'en-GB',
    rows: [
      'Member ID,Member name,Plan,Billing date,Amount (£),Payment status',
      'M1,Ann Abel,Gold,01/02/2026,£30.00,Paid',
      'M2,Bob Berg,Silver,13/02/2026,£20.00,Declined',
      'M1,Ann Abel,Gold,01/03/2026,£30.00,Paid',
    ],
    comes: { revenue: 6000, customers: 1, leftOut: 1 },
  },
];
