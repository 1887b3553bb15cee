import type { UnseenExport } from './unseen-export.ts';

/** Services, bookings and bookkeepers' files; rows invented and counted by hand. */
export const SERVICES: readonly UnseenExport[] = [
  {
    title: 'umsatzsteuer column',
    locale: 'de-DE',
    rows: [
      'Rechnung;Datum;Kunde;Umsatz netto;Umsatzsteuer;Umsatz brutto',
      '1;15.01.2026;Anna Abel;100,00;19,00;119,00',
      '2;16.01.2026;Bert Berg;200,00;38,00;238,00',
    ],
    comes: { revenue: 30000 },
  },
  {
    title: 'total items column',
    rows: [
      'Order,Date,Customer,Total items,Total quantity,Total price',
      '1,2026-01-15,Ann Abel,2,3,30.00',
      '2,2026-01-16,Bob Berg,1,1,10.00',
    ],
    comes: { revenue: 4000 },
  },
  {
    title: 'lightspeed restaurant (L)',
    rows: [
      'Receipt ID,Receipt Name,Receipt Type,Open Date,Close Date,Item ID,Item Name,Item Category,Price without Tax,Tax,Price with Tax,Quantity,Discount,Payment Type,Customer Name,Void',
      'R1,#1,Sale,2026-01-15 18:00,2026-01-15 19:00,I1,Burger,Mains,10.00,1.00,11.00,1,0.00,Card,Ann Abel,No',
      'R1,#1,Sale,2026-01-15 18:00,2026-01-15 19:00,I2,Cola,Drinks,4.00,0.40,4.40,2,0.00,Card,Ann Abel,No',
      'R2,#2,Refund,2026-01-16 18:00,2026-01-16 19:00,I2,Cola,Drinks,-2.00,-0.20,-2.20,-1,0.00,Card,Ann Abel,No',
    ],
    comes: { revenue: 1200, orders: 2 },
  },
  {
    title: 'a shop with the order’s money on each line, no quantities',
    rows: [
      'Order Number,Order Date,Customer Email,Product,Line Price,Order Subtotal,Order Tax,Order Shipping,Order Total',
      '1,2026-01-15,ann@example.com,Mug,20.00,30.00,3.00,5.00,38.00',
      '1,2026-01-15,ann@example.com,Cup,10.00,30.00,3.00,5.00,38.00',
      '2,2026-01-16,bob@example.com,Cup,10.00,10.00,1.00,0.00,11.00',
    ],
    comes: { revenue: 4500, orders: 2, customers: 2 },
  },
  {
    title: 'order totals only, on each product line',
    rows: [
      'Order Number,Order Date,Customer Email,Product,Order Total',
      '1,2026-01-15,ann@example.com,Mug,38.00',
      '1,2026-01-15,ann@example.com,Cup,38.00',
      '2,2026-01-16,bob@example.com,Cup,11.00',
    ],
    comes: { revenue: 4900, orders: 2, customers: 2 },
  },
  {
    title: 'treatments with VAT in their prices',
    locale: 'en-GB',
    rows: [
      'Sale ref,Sale date,Client name,Treatment,Price (inc VAT),VAT,Practitioner',
      'S1,15/01/2026,Ann Abel,Massage,60.00,10.00,Jo',
      'S2,16/01/2026,Bob Berg,Massage,60.00,10.00,Jo',
    ],
    comes: { revenue: 10000, customers: 2 },
  },
  {
    title: 'a booking portal',
    rows: [
      'Book number;Booked by;Guest name(s);Check-in;Check-out;Booked on;Status;Rooms;Persons;Price;Commission %;Commission Amount;Payment status',
      '1001;Ann Abel;Ann Abel;2026-02-01;2026-02-03;2026-01-15 10:00:00;ok;1;2;200.00 USD;15;30.00 USD;paid',
      '1002;Bob Berg;Bob Berg;2026-02-05;2026-02-06;2026-01-16 10:00:00;cancelled_by_guest;1;2;100.00 USD;15;15.00 USD;paid',
    ],
    comes: { revenue: 20000, customers: 1, leftOut: 1 },
  },
  {
    title: 'tickets of events',
    rows: [
      'Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Ticket Price,Buyer Service Fee,Ticket Revenue,Payment Processing Fee,Event Name,Payment Type,Payment Status,Refund Amount',
      '1,2026-01-15 10:00:00,Ann,Abel,ann@example.com,2,,Adult,10.00,1.00,20.00,0.50,Show,Card,Completed,0.00',
      '2,2026-01-16 10:00:00,Bob,Berg,bob@example.com,1,,Adult,10.00,1.00,10.00,0.50,Show,Card,Refunded,10.00',
    ],
    comes: { revenue: 2000, customers: 2 },
  },
  {
    title: 'jobs of a craftsman',
    rows: [
      'Job #,Client name,Client email,Title,Created date,Scheduled start date,Completed date,Total revenue ($),Total costs ($),Profit ($),Job status',
      '1,Ann Abel,ann@example.com,Gutter,2026-01-10,2026-01-15,2026-01-15,100.00,40.00,60.00,Completed',
      '2,Bob Berg,bob@example.com,Roof,2026-01-11,2026-01-16,2026-01-16,300.00,140.00,160.00,Completed',
    ],
    comes: { revenue: 40000, customers: 2 },
  },
];
