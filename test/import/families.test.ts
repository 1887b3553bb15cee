import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli } from '../support/cli.ts';
import { aFolder } from '../support/folder.ts';

/** A file as some program writes it, and what a person counts in it with a pencil. Revenue in cents. */
type Family = {
  readonly title: string;
  readonly text: string;
  readonly read: number;
  readonly leftOut?: number;
  readonly orders?: number;
  readonly customers?: number;
  readonly revenue: number;
  readonly leftOutMinor?: number;
  readonly options?: readonly string[];
};

const days = Array.from({ length: 20 }, (_, i) => `2024-03-${String(i + 1).padStart(2, '0')}`);

const FAMILIES: readonly Family[] = [
  {
    title: 'a first line that says the separator',
    text: 'sep=;\nOrder;Date;Customer;Amount\n1;2024-03-01;Ann Lee;4,20\n2;2024-03-02;Bob Ray;5,30\n',
    read: 2,
    customers: 2,
    revenue: 950,
    options: ['--locale', 'de-DE'],
  },
  {
    title: 'group rows that name the customer, subtotals and a total',
    text: [
      'Harbour Books,,,,,,,,,',
      'Sales by Customer Detail,,,,,,,,,',
      '"April 1-May 3, 2026",,,,,,,,,',
      ',,,,,,,,,',
      ',Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance',
      'Aaron Ash,,,,,,,,,',
      ',04/29/2026,Invoice,2462,Coat,Burgundy,1.00,"1,549.00","1,549.00","1,549.00"',
      ',04/30/2026,Invoice,2463,Hat,,1.00,199.00,199.00,"1,748.00"',
      'Total for Aaron Ash,,,,,,2.00,,"$1,748.00",',
      'Total Wine Ltd,,,,,,,,,',
      ',05/02/2026,Invoice,2464,Scarf,,4.00,549.00,"2,196.00","2,196.00"',
      'Total for Total Wine Ltd,,,,,,4.00,,"$2,196.00",',
      'TOTAL,,,,,,6.00,,"$3,944.00",',
      '',
    ].join('\n'),
    read: 8,
    leftOut: 5,
    orders: 3,
    customers: 2,
    revenue: 394_400,
    options: ['--locale', 'en-US'],
  },
  {
    title: 'entities, no-break spaces and an apostrophe in front of numbers',
    text: "Order,Date,Customer,Phone,Product,Amount\n'97513,2024-03-01,Ann\u00a0Lee,'+46 8 123 45 67,&quot;Big&quot; jar,1\u00a0200.50\n'97514,2024-03-02,Bob &amp; Ray,'07700 900123,Tea,\u00a05.30\n",
    read: 2,
    customers: 2,
    revenue: 120_580,
  },
  {
    title: 'negatives in brackets, with a trailing and with a true minus',
    text: 'Order,Date,Customer,Amount\n1,2024-03-01,Ann,100.00\n2,2024-03-02,Ann,(33.62)\n3,2024-03-03,Ann,12.00-\n4,2024-03-04,Ann,\u22124.38\n5,2024-03-05,Ann,-$1.00\n',
    read: 5,
    customers: 1,
    revenue: 4900,
    options: ['--currency', 'USD'],
  },
  {
    title: 'currency words and signs of every make',
    text: 'Order,Date,Customer,Amount\n1,2024-03-01,Ann,"AU $3,000.00"\n2,2024-03-02,Ann,AU $12.50\n3,2024-03-03,Ann,"AUD 1,000.00"\n4,2024-03-04,Ann,$7.00\n',
    read: 4,
    revenue: 401_950,
    options: ['--currency', 'AUD'],
  },
  {
    title: 'a decimal comma, grouped by spaces, the currency behind',
    text: 'Bestellung;Datum;Kunde;Betrag\n1;01.03.2024;Ann;1 234,50 €\n2;02.03.2024;Bob;EUR 90,00\n3;03.03.2024;Bob;1.000,00 €\n',
    read: 3,
    customers: 2,
    revenue: 232_450,
  },
  {
    title: '-- for what is empty; a sale without an amount is left out',
    text: 'Order,Date,Customer,Product,Quantity,Price,Amount\n1,2024-03-01,--,Tea,2,2.50,5.00\n2,2024-03-02,Ann,--,--,3.00,3.00\n3,2024-03-03,Ann,Tea,--,--,--\n',
    read: 3,
    leftOut: 1,
    customers: 1,
    revenue: 800,
  },
  {
    title: 'ERROR and UNKNOWN where a value should stand',
    text: 'Order,Date,Customer,Product,Quantity,Amount\n1,2024-03-01,UNKNOWN,Tea,2,5.00\n2,2024-03-02,ERROR,Tea,1,2.50\n3,ERROR,Ann,Tea,1,4.00\n4,2024-03-04,Ann,UNKNOWN,1,ERROR\n5,2024-03-05,Ann,Tea,UNKNOWN,7.00\n6,2024-03-06,Ann,Tea,1,1.00\n7,2024-03-07,Ann,Tea,1,\n',
    read: 7,
    leftOut: 3,
    revenue: 1550,
    leftOutMinor: 400,
  },
  {
    title: 'a header named twice and two without a name',
    text: 'Date,Order,,Amount,Customer,Amount,\n2024-03-01,1,x,5.00,Ann,5.00,y\n2024-03-02,2,x,6.00,Bob,6.00,y\n',
    read: 2,
    customers: 2,
    revenue: 1100,
  },
  {
    title: 'lines at the foot that are no records',
    text: `Order,Date,Customer,Amount\n${days.map((day, i) => `${i + 1},${day},Ann,5.00\n`).join('')}\n"20 record(s) downloaded"\nSeller ID: harbour-books\n`,
    read: 20,
    customers: 1,
    revenue: 10_000,
  },
  {
    title: 'one quotation mark that never closes',
    text: `Order,Date,Customer,Product,Amount\n1,2024-03-01,Ann,"12" shelf,5.00\n${Array.from({ length: 40 }, (_, i) => `${i + 2},2024-03-${String(1 + (i % 28)).padStart(2, '0')},Bob,Tea,1.25\n`).join('')}`,
    read: 41,
    customers: 2,
    revenue: 5500,
  },
  {
    title: 'another escape character inside quotation marks',
    text: `Order,Date,Customer,Product,Amount\n${days.map((day, i) => `${i + 1},${day},"Ann ""the tea"" Lee","A 12\\" shelf, small",5.00\n`.replaceAll('""', '\\"')).join('')}`,
    read: 20,
    customers: 1,
    revenue: 10_000,
  },
  {
    title: 'one row with a separator too many, one with a separator too few',
    text: `Order,Date,Customer,Product,Amount\n${days.map((day, i) => (i === 7 ? `8,${day},Ann,,Tea,5.00\n` : i === 11 ? `12${day},Ann,Tea,5.00\n` : `${i + 1},${day},Ann,Tea,5.00\n`)).join('')}`,
    read: 20,
    orders: 20,
    customers: 1,
    revenue: 10_000,
  },
  {
    title: 'the header once more on the next page, comments and a sum at the foot',
    text: `Order,Date,Customer,Product,Amount\n${days.map((day, i) => `${i === 10 ? '# page 2\nOrder,Date,Customer,Product,Amount\n' : ''}${i + 1},${day},Ann,Tea,5.00\n`).join('')}Total,,,,100.00\n`,
    read: 21,
    leftOut: 1,
    customers: 1,
    revenue: 10_000,
  },
  {
    title: 'digits that a spreadsheet has swallowed from a phone number',
    text: 'Order,Date,Customer,Phone,Amount\n1,2024-03-01,Ann,9.19876E+11,5.00\n2,2024-03-02,Bob,9.19876E+11,6.00\n',
    read: 2,
    customers: 2,
    revenue: 1100,
  },
];

test.each(FAMILIES)(
  '$title',
  async ({ text, read, leftOut = 0, orders, customers, revenue, leftOutMinor, options = [] }) => {
    const folder = aFolder();
    const file = join(folder, 'export.csv');
    writeFileSync(file, text);
    const locale = options.includes('--locale') ? [] : ['--locale', 'en-GB'];
    const ran = await cli(
      'import',
      file,
      '--portfolio',
      join(folder, 'p.clientele'),
      '--json',
      ...locale,
      ...options,
    );
    expect([ran.code, ran.err]).toEqual([0, '']);
    const result = JSON.parse(ran.out);
    expect(result.rows).toEqual({ read, imported: read - leftOut, leftOut, alreadyThere: 0 });
    expect(result.revenue.minor).toBe(revenue);
    if (leftOutMinor !== undefined) expect(result.revenueLeftOut.minor).toBe(leftOutMinor);
    if (orders !== undefined) expect(result.orders).toBe(orders);
    if (customers !== undefined) expect(result.customers.created).toBe(customers);
  },
);
