import { expect, test } from 'vitest';
import { identifyPreset } from '../../../src/main/import/presets/index.ts';
import { gist, importLines } from './support.ts';

const shopifyHeader =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Phone,Cancelled at,Refunded Amount,Lineitem discount';

test('Shopify: an order over two records with shipping, tax and discount comes to its total without tax; a refund is a return of its own', async () => {
  const result = await importLines([
    shopifyHeader,
    // 2 × 10 + 1 × 5 − 3 = 22; + 4 shipping + 2 tax = 28
    "#1001,ann@example.com,paid,USD,22.00,4.00,2.00,28.00,3.00,2024-11-02 12:00:00 -0400,2,Mug,10.00,M1,Ann Abel,'+12125550100,,0.00,0.00",
    '#1001,ann@example.com,,,,,,,,2024-11-02 12:00:00 -0400,1,Spoon,5.00,S1,,,,,0.00',
    // 20 + 2 tax, half given back: 11 of 22 is 10 without tax
    '#1002,bob@example.com,partially_refunded,USD,20.00,0.00,2.00,22.00,0.00,2024-11-04 12:00:00 -0500,2,Mug,10.00,M1,Bob Berg,,,11.00,0.00',
    '#1003,cid@example.com,voided,USD,10.00,0.00,1.00,11.00,0.00,2024-11-05 12:00:00 -0500,1,Mug,10.00,M1,Cid Carl,,2024-11-05 13:00:00 -0500,0.00,0.00',
  ]);
  expect(gist(result)).toEqual({
    preset: 'shopify-orders',
    imported: 3,
    leftOut: 1,
    adds: true,
    orders: 2,
    refunds: 1,
    revenue: 2600 + 2000 - 1000,
    customers: 2,
    codes: { 'status-left-out': 1 },
  });
  expect(result.revenueLeftOut.minor).toBe(1000);
});

test('Square items: refunds are negative, gift cards that were sold are no sale', async () => {
  const result = await importLines([
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Customer ID,Customer Name,Itemization Type',
    '2026-05-30,13:03:14,Eastern Time (US & Canada),None,Cake,2.0,Regular,,$14.00,-$1.00,$13.00,$1.14,T1,Payment,C1,Ann Abel,Physical Good',
    '2026-05-30,13:03:14,Eastern Time (US & Canada),None,Tea,1.0,Large,,$4.00,$0.00,$4.00,$0.35,T1,Payment,C1,Ann Abel,Physical Good',
    '2026-05-31,09:00:00,Eastern Time (US & Canada),None,Cake,-1.0,Regular,,-$7.00,$0.00,-$7.00,-$0.62,T2,Refund,C1,Ann Abel,Physical Good',
    '2026-05-31,10:00:00,Eastern Time (US & Canada),None,Gift Card,1.0,Regular,,"$1,050.00",$0.00,"$1,050.00",$0.00,T3,Payment,,,Gift Card',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'square-items',
    imported: 3,
    leftOut: 1,
    adds: true,
    refunds: 1,
    revenue: 1300 + 400 - 700,
    customers: 1,
    codes: { 'not-a-sale': 1 },
  });
});

test('Stripe: failed payments are left out; a refund is taken off on its own day', async () => {
  const result = await importLines([
    'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Description,Fee,Refunded date (UTC),Status,Customer ID,Customer Email',
    'ch_1,2026-04-10 03:48:02,80.00,0.00,usd,true,Plan,2.00,,Paid,cus_1,ann@example.com',
    'ch_2,2026-04-11 12:00:00,50.00,20.00,usd,true,Plan,1.00,2026-05-02 12:00:00,Refunded,cus_1,ann@example.com',
    'ch_3,2026-04-12 12:00:00,50.00,0.00,usd,false,Plan,0.00,,Failed,cus_2,bob@example.com',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'stripe-payments',
    imported: 2,
    leftOut: 1,
    orders: 2,
    refunds: 1,
    revenue: 8000 + 5000 - 2000,
    customers: 1,
  });
  // 03:48 UTC is the evening before in New York
  expect(result.period).toEqual({ from: '2026-04-09', to: '2026-05-02' });
});

test('PayPal: only payments received are sales; memo rows, holds and own purchases are not', async () => {
  const result = await importLines([
    '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Sales Tax","Reference Txn ID","Balance Impact"',
    '"04/18/2026","10:00:00","PDT","Ann Abel","Website Payment","Completed","USD","1,553.53","-45.00","1,508.53","ann@example.com","shop@example.com","A1","53.53","","Credit"',
    '"04/18/2026","11:00:00","PDT","Hardware Shop","General PayPal Debit Card Transaction","Completed","USD","-20.00","0.00","-20.00","shop@example.com","x@example.com","A2","0.00","","Debit"',
    '"04/19/2026","11:00:00","PDT","Bob","Invoice Sent","Paid","USD","99.00","0.00","99.00","","","A3","0.00","","Memo"',
    '"04/19/2026","12:00:00","PDT","Bank","Reversal of General Account Hold","Completed","USD","20.00","0.00","20.00","","","A4","0.00","","Credit"',
    '"04/20/2026","12:00:00","PDT","Ann Abel","Payment Refund","Completed","USD","-500.00","0.00","-500.00","shop@example.com","ann@example.com","A5","0.00","A1","Debit"',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'paypal-activity',
    imported: 2,
    leftOut: 3,
    adds: true,
    refunds: 1,
    revenue: 150_000 - 50_000,
    codes: { 'not-a-sale': 2, 'status-left-out': 1 },
  });
});

test('QuickBooks: the customer stands above the sales, also one whose name begins with "Total"', async () => {
  const result = await importLines([
    'The Company,,,,,,,,,',
    'Sales by Customer Detail,,,,,,,,,',
    '"July 1-August 3, 2026",,,,,,,,,',
    '',
    ',Transaction date,Transaction type,Num,Product/Service full name,Description,Quantity,Sales price,Amount,Balance',
    'Ann Abel,,,,,,,,,',
    ',07/29/2026,Invoice,1,Coat,,2.00,"1,000.00","2,000.00","2,000.00"',
    ',08/01/2026,Credit Memo,2,Coat,,-1.00,"1,000.00","-1,000.00","1,000.00"',
    'Total for Ann Abel,,,,,,1.00,,"$1,000.00",',
    'Total Rewards Ltd,,,,,,,,,',
    ',08/02/2026,Sales Receipt,3,Shirt,,1.00,500.00,500.00,500.00',
    'Total for Total Rewards Ltd,,,,,,1.00,,$500.00,',
    'TOTAL,,,,,,2.00,,"$1,500.00",',
    '',
    '"Cash Basis Monday, August 3, 2026 10:15 AM GMT-07:00",,,,,,,,,',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'quickbooks-sales-by-customer',
    imported: 3,
    adds: true,
    orders: 3,
    refunds: 1,
    revenue: 150_000,
    customers: 2,
  });
});

test('Xero: lines with and without tax in them come to the invoice; a credit note is a return; drafts are left out', async () => {
  const header =
    'ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,Total,TaxTotal,InventoryItemCode,Description,Quantity,UnitAmount,LineAmount,TaxAmount,Currency,Type,Status';
  const result = await importLines([
    header,
    'Kobe Ltd,k@example.com,INV-1,,13/04/2026,115.00,15.00,W,Widget,2,50,100.00,15.00,NZD,Sales invoice,Paid',
    'Lima Ltd,l@example.com,INV-2,,14/04/2026,115.00,15.00,W,Widget,2,57.50,115.00,15.00,NZD,Sales invoice,Awaiting Payment',
    'Kobe Ltd,k@example.com,CN-1,INV-1,15/04/2026,-57.50,-7.50,W,Return,1,-50,-50.00,-7.50,NZD,Sales credit note,Paid',
    'Lima Ltd,l@example.com,INV-3,,16/04/2026,115.00,15.00,W,Widget,2,50,100.00,15.00,NZD,Sales invoice,Draft',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'xero-sales-invoices',
    imported: 3,
    leftOut: 1,
    refunds: 1,
    revenue: 10_000 + 10_000 - 5000,
    customers: 2,
  });
});

test('WooCommerce: articles at list price come to the order without tax, refund taken off', async () => {
  const result = await importLines([
    '"Order Number","Order Status","Order Date","First Name (Billing)","Last Name (Billing)","Email (Billing)","Order Shipping Amount","Order Refund Amount","Order Total Amount","Order Total Tax Amount",SKU,"Item Name","Quantity (- Refund)","Item Cost"',
    '1001,Completed,2026-03-04 10:22,Ana,Abel,ana@example.com,5.00,0.00,35.00,5.83,A,Mug,2,10.00',
    '1001,Completed,2026-03-04 10:22,Ana,Abel,ana@example.com,5.00,0.00,35.00,5.83,B,Plate,1,10.00',
    '1002,Cancelled,2026-03-05 10:22,Bo,Berg,bo@example.com,0.00,0.00,10.00,0.00,A,Mug,1,10.00',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'woocommerce-orders',
    imported: 2,
    leftOut: 1,
    orders: 1,
    revenue: 3500 - 583,
    customers: 1,
  });
});

test('eBay in German: euro signs and month names are read; the summary of a combined order and the footer do not count', async () => {
  const result = await importLines(
    [
      '"Verkaufsprotokollnummer";"Bestellnummer";"Nutzername des Käufers";"Angebotstitel";"Anzahl";"Verkauft für";"Verkauft am"',
      '"1";"23-1";"kaeufer1";"";"2";"216,99 €";"10-Dez-25"',
      '"2";"23-1";"kaeufer1";"Lampe";"1";"116,99 €";"10-Dez-25"',
      '"3";"23-1";"kaeufer1";"Schirm";"1";"100,00 €";"10-Dez-25"',
    ],
    { locale: 'de-DE' },
  );
  expect(gist(result)).toMatchObject({
    preset: 'ebay-orders',
    imported: 2,
    leftOut: 1,
    orders: 1,
    revenue: 21_699,
    customers: 1,
    codes: { 'subtotal-row': 1 },
  });
});

test('Etsy: tab-separated under a .csv name, discounts off, shipping on, tax not counted', async () => {
  const cells = [
    [
      'Sale Date',
      'Order ID',
      'Buyer User ID',
      'Full Name',
      'Number of Items',
      'Currency',
      'Order Value',
      'Discount Amount',
      'Shipping Discount',
      'Shipping',
      'Sales Tax',
      'Order Total',
      'Status',
      'Adjusted Order Total',
    ],
    ['12/31/2023', '900', 'ann1', 'Ann Abel', '1', 'USD', '17.1', '2', '0', '5', '1.5', '21.6', '', ''],
    ['12/30/2023', '901', 'bob1', 'Bob Berg', '1', 'USD', '30', '0', '0', '0', '0', '30', '', '20'],
  ];
  const result = await importLines(cells.map((row) => row.join('\t')));
  expect(gist(result)).toMatchObject({
    preset: 'etsy-orders',
    imported: 2,
    orders: 2,
    refunds: 1,
    revenue: 2010 + 3000 - 1000,
    customers: 2,
  });
});

test('Amazon: no buyers, so anonymous; cancelled orders are left out; the offset decides the day', async () => {
  const cells = [
    [
      'amazon-order-id',
      'purchase-date',
      'order-status',
      'product-name',
      'sku',
      'item-status',
      'quantity',
      'currency',
      'item-price',
      'item-tax',
      'shipping-price',
      'item-promotion-discount',
    ],
    [
      '1-1',
      '2026-01-05T03:00:00+00:00',
      'Shipped',
      'Lamp',
      'L',
      'Shipped',
      '2',
      'USD',
      '40.00',
      '3.00',
      '5.00',
      '4.00',
    ],
    [
      '1-2',
      '2026-01-06T12:00:00+00:00',
      'Cancelled',
      'Lamp',
      'L',
      'Cancelled',
      '1',
      'USD',
      '20.00',
      '',
      '',
      '',
    ],
  ];
  const result = await importLines(cells.map((row) => row.join('\t')));
  expect(gist(result)).toMatchObject({
    preset: 'amazon-orders',
    imported: 1,
    leftOut: 1,
    revenue: 4100,
    customers: 0,
  });
  expect(result.period?.from).toBe('2026-01-04');
});

test('SumUp in German: net prices, refunds negative', async () => {
  const result = await importLines(
    [
      'Datum,Typ,Transaktionsnummer,Zahlungsmethode,Menge,Beschreibung,Category,Sku,Währung,Preis vor Rabatt,Rabatt,Preis (brutto),Preis (netto),Steuer,Steuersatz,Konto',
      '"14.03.2026, 10:15",Verkauf,T1,Karte,2,Brot,,,EUR,"10,70","0,00","10,70","10,00","0,70","7%",k',
      '"15.03.2026, 10:15",Rückerstattung,T1,Karte,1,Brot,,,EUR,"5,35","0,00","5,35","5,00","0,35","7%",k',
    ],
    { locale: 'de-DE', timezone: 'Europe/Berlin' },
  );
  expect(gist(result)).toMatchObject({ preset: 'sumup-sales', imported: 2, refunds: 1, revenue: 1000 - 500 });
});

test('Zoho: drafts are left out, the invoice repeats on every line', async () => {
  const result = await importLines([
    'Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer Name,Customer ID,Currency Code,Item Name,Quantity,Item Price,Discount Amount,Item Tax Amount,Item Total,Total',
    '2026-02-01,1,INV-1,Paid,Kobe,77,USD,Widget,2,50,0,10,100,160',
    '2026-02-01,1,INV-1,Paid,Kobe,77,USD,Gadget,1,50,0,0,50,160',
    '2026-02-02,2,INV-2,Draft,Kobe,77,USD,Gadget,1,50,0,0,50,50',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'zoho-invoices',
    imported: 2,
    leftOut: 1,
    orders: 1,
    revenue: 15_000,
    customers: 1,
  });
});

test('Wave: only the sides on income accounts are sales', async () => {
  const result = await importLines([
    'Transaction ID,Transaction Date,Account Name,Transaction Description,Transaction Line Description,Amount (One column), ,Debit Amount (Two Column Approach),Credit Amount (Two Column Approach),Customer,Invoice Number,Account Group,Account Type',
    '1,2026-01-05,Sales,Invoice 1,Widget,100,,,100,Kobe,1,Income,Income',
    '1,2026-01-05,Accounts Receivable,Invoice 1,Widget,110,,110,,Kobe,1,Asset,System Receivable',
    '1,2026-01-05,VAT,Invoice 1,Widget,10,,,10,Kobe,1,Liability,Sales Tax',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'wave-transactions',
    imported: 1,
    leftOut: 2,
    revenue: 10_000,
    customers: 1,
    codes: { 'not-a-sale': 2 },
  });
});

test('Toast: a check is an order, tax taken off', async () => {
  const result = await importLines([
    'Location Code,Opened Date,Opened Time,Item Description,Server,Tax,Tender,Check Id,Check #,Total,Customer Family,Table Size,Discount,Reason of Discount,Link,Customer Id,Customer,Customer Phone,Customer Email',
    '1,2026-03-01,18:30,"Pizza, Wine",Sam,2.00,Card,chk1,11,32.00,,2,0,,,c1,Ann Abel,,ann@example.com',
  ]);
  expect(gist(result)).toMatchObject({
    preset: 'toast-check-details',
    imported: 1,
    revenue: 3000,
    customers: 1,
  });
});

test('a table of sales that no product wrote is nobody’s export', () => {
  expect(identifyPreset(['Date', 'Customer', 'Amount'])).toBeNull();
  expect(
    identifyPreset([
      'InvoiceNo',
      'StockCode',
      'Description',
      'Quantity',
      'InvoiceDate',
      'UnitPrice',
      'CustomerID',
      'Country',
    ]),
  ).toBeNull();
});
