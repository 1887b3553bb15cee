import type { UnseenExport } from './unseen-export.ts';

/** Shops, marketplaces and payment services: headings as these programs have them, as far as is known; rows invented and counted by hand. */
export const SHOPS: readonly UnseenExport[] = [
  {
    title: 'bigcommerce',
    rows: [
      'Order ID,Customer ID,Customer Name,Customer Email,Customer Phone,Order Date,Order Time,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Ship Method,Handling Cost (inc tax),Handling Cost (ex tax),Store Credit Redeemed,Gift Certificate Redeemed,Coupon Details,Order Total (inc tax),Order Total (ex tax),Customer Group Name,Order Status,Payment Method,Total Quantity,Total Shipped,Date Shipped,Order Currency Code,Exchange Rate,Order Notes,Customer Message,Billing Name,Billing Company',
      '100,5,Ann Abel,ann@example.com,,1/15/2026,10:00:00,110.00,100.00,11.00,11.00,10.00,Flat,0.00,0.00,0.00,0.00,,121.00,110.00,,Completed,Card,2,2,,USD,1.0000000000,,,Ann Abel,',
      '101,6,Bob Berg,bob@example.com,,1/16/2026,10:00:00,22.00,20.00,2.00,0.00,0.00,Flat,0.00,0.00,0.00,0.00,,22.00,20.00,,Cancelled,Card,1,0,,USD,1.0000000000,,,Bob Berg,',
      '102,6,Bob Berg,bob@example.com,,1/17/2026,10:00:00,22.00,20.00,2.00,0.00,0.00,Flat,0.00,0.00,0.00,0.00,,22.00,20.00,,Awaiting Fulfillment,Card,1,0,,USD,1.0000000000,,,Bob Berg,',
    ],
    comes: { revenue: 13000, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'magento grid',
    rows: [
      '"ID","Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)","Status","Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group","Subtotal","Shipping and Handling","Customer Name","Payment Method","Total Refunded","Allocated sources"',
      '"000000001","Main Website","Jan 15, 2026 10:00:00 AM","Ann Abel","Ann Abel","110.00","110.00","complete","1 St","1 St","Flat","ann@example.com","General","100.00","10.00","Ann Abel","checkmo","0.00",""',
      '"000000002","Main Website","Jan 16, 2026 10:00:00 AM","Bob Berg","Bob Berg","55.00","55.00","canceled","1 St","1 St","Flat","bob@example.com","General","50.00","5.00","Bob Berg","checkmo","0.00",""',
      '"000000003","Main Website","Jan 17, 2026 10:00:00 AM","Bob Berg","Bob Berg","55.00","55.00","processing","1 St","1 St","Flat","bob@example.com","General","50.00","5.00","Bob Berg","checkmo","0.00",""',
    ],
    comes: { revenue: 16500, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'prestashop fr',
    locale: 'fr-FR',
    rows: [
      'ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date',
      '1;XKBKNABJK;Oui;France;A. Abel;110,00 €;Chèque;Paiement accepté;2026-01-15 10:00:00',
      '2;XKBKNABJL;Non;France;B. Berg;55,00 €;Carte;Annulé;2026-01-16 10:00:00',
      '3;XKBKNABJM;Non;France;B. Berg;1 055,50 €;Carte;Livré;2026-01-17 10:00:00',
    ],
    comes: { revenue: 116550, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'shopware de',
    locale: 'de-DE',
    rows: [
      'Bestellnummer;Bestellzeit;Kunde;E-Mail;Zahlungsart;Versandart;Bestellstatus;Zahlstatus;Betrag;Betrag (netto);Versandkosten;Versandkosten (netto);Währung',
      '20001;15.01.2026 10:00;Anna Abel;anna@example.com;PayPal;DHL;Komplett abgeschlossen;Komplett bezahlt;119,00;100,00;5,95;5,00;EUR',
      '20002;16.01.2026 10:00;Bert Berg;bert@example.com;PayPal;DHL;Storniert / Abgelehnt;Offen;119,00;100,00;5,95;5,00;EUR',
      '20003;17.01.2026 10:00;Bert Berg;bert@example.com;PayPal;DHL;Offen;Offen;238,00;200,00;0,00;0,00;EUR',
    ],
    comes: { revenue: 30000, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'mollie payments',
    locale: 'nl-NL',
    rows: [
      'Date,Payment method,Currency,Amount,Status,ID,Description,Consumer name,Consumer bank account,Consumer BIC,Settlement currency,Settlement amount,Settlement reference,Amount refunded',
      '2026-01-15 10:00:00,iDEAL,EUR,119.00,paidout,tr_1,Order 1,A Abel,NL00,BIC,EUR,119.00,,0.00',
      '2026-01-16 10:00:00,iDEAL,EUR,50.00,expired,tr_2,Order 2,B Berg,NL00,BIC,EUR,,,0.00',
      '2026-01-17 10:00:00,iDEAL,EUR,80.00,paid,tr_3,Order 3,B Berg,NL00,BIC,EUR,80.00,,30.00',
    ],
    comes: { revenue: 16900, customers: 2, leftOut: 1 },
  },
  {
    title: 'squarespace orders',
    rows: [
      'Order ID,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Currency,Subtotal,Shipping,Taxes,Amount Refunded,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem variant,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Address1,Billing Address2,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Address1,Shipping Address2,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Cancelled at,Private Notes,Channel Type,Channel Name,Channel Order Number,Payment Method,Payment Reference,Notes,Sales Person',
      '00001,ann@example.com,PAID,2026-01-15 10:00:00 -0500,FULFILLED,,USD,30.00,5.00,3.00,0.00,38.00,,0.00,Flat,2026-01-15 10:00:00 -0500,2,Mug,10.00,M1,,TRUE,TRUE,,Ann Abel,1 St,,City,10001,NY,US,,Ann Abel,,,,,,,,,,web,,,card,,,',
      '00001,ann@example.com,,,,,,,,,,,,,,,1,Cup,10.00,C1,,TRUE,TRUE,,,,,,,,,,,,,,,,,,,,,,,,,,',
      '00002,bob@example.com,PAID,2026-01-16 10:00:00 -0500,PENDING,,USD,10.00,0.00,1.00,11.00,11.00,,0.00,Flat,2026-01-16 10:00:00 -0500,1,Cup,10.00,C1,,TRUE,TRUE,,Bob Berg,1 St,,City,10001,NY,US,,,,,,,,,,,,web,,,card,,,',
    ],
    comes: { revenue: 3500, orders: 2, refunds: 1, customers: 2 },
  },
  {
    title: 'wix orders',
    rows: [
      'Order number,Date created,Time,Total order quantity,Contact email,Note from customer,Additional checkout info,Item,Variant,SKU,Qty,Qty refunded,Price,Weight,Custom text,Deposit amount,Delivery method,Delivery time,Recipient name,Recipient phone,Recipient company name,Delivery country,Delivery state,Delivery city,Delivery address,Delivery zip/postal code,Billing name,Billing phone,Billing company name,Billing country,Billing state,Billing city,Billing address,Billing zip/postal code,Payment status,Payment method,Coupon code,Gift card amount,Shipping rate,Total tax,Total,Currency,Refunded amount,Net amount,Additional fees,Fulfillment status,Tracking number,Fulfillment service,Shipping label',
      '10001,Jan 15 2026,10:00,3,ann@example.com,,,Mug,,M1,2,0,10.00,,,,Std,,Ann Abel,,,US,,,,,Ann Abel,,,US,,,,,Paid,Card,,0,5.00,3.00,38.00,USD,0,38.00,0,Fulfilled,,,',
      '10001,Jan 15 2026,10:00,3,ann@example.com,,,Cup,,C1,1,0,10.00,,,,Std,,Ann Abel,,,US,,,,,Ann Abel,,,US,,,,,Paid,Card,,0,5.00,3.00,38.00,USD,0,38.00,0,Fulfilled,,,',
      '10002,Jan 16 2026,10:00,1,bob@example.com,,,Cup,,C1,1,0,10.00,,,,Std,,Bob Berg,,,US,,,,,Bob Berg,,,US,,,,,Paid,Card,,0,0.00,1.00,11.00,USD,0,11.00,0,Fulfilled,,,',
    ],
    comes: { revenue: 4500, orders: 2, customers: 2 },
  },
  {
    title: 'billbee',
    locale: 'de-DE',
    rows: [
      'Bestellnummer;Bestelldatum;Rechnungsnummer;Rechnungsdatum;Kundenname;E-Mail;Kundennummer;Artikelnummer;Artikelbezeichnung;Menge;Einzelpreis;Gesamtpreis;MwSt;Versandkosten;Gesamtsumme;Währung;Bestellstatus;Bezahlt am',
      'B1;15.01.2026;R1;16.01.2026;Anna Abel;anna@example.com;K1;T1;Tasse;2;10,00;20,00;19;4,90;34,90;EUR;Versendet;15.01.2026',
      'B1;15.01.2026;R1;16.01.2026;Anna Abel;anna@example.com;K1;T2;Becher;1;10,00;10,00;19;4,90;34,90;EUR;Versendet;15.01.2026',
      'B2;16.01.2026;R2;17.01.2026;Bert Berg;bert@example.com;K2;T1;Tasse;1;10,00;10,00;19;0,00;10,00;EUR;Storniert;',
    ],
    comes: { revenue: 3490, orders: 1, customers: 1, leftOut: 1 },
  },
  {
    title: 'jtl wawi',
    locale: 'de-DE',
    rows: [
      'Auftragsnummer;Auftragsdatum;Kundennummer;Firma;Vorname;Nachname;Email;Artikelnummer;Artikelname;Anzahl;VK netto;VK brutto;MwSt-Satz;Gesamt netto;Gesamt brutto',
      'AU1;15.01.2026;K1;;Anna;Abel;anna@example.com;T1;Tasse;2;10,00;11,90;19;20,00;23,80',
      'AU2;16.01.2026;K2;;Bert;Berg;bert@example.com;T1;Tasse;1;10,00;11,90;19;10,00;11,90',
    ],
    comes: { revenue: 3000, orders: 2, customers: 2 },
  },
  {
    title: 'adyen payments',
    locale: 'nl-NL',
    rows: [
      'Company Account,Merchant Account,Psp Reference,Merchant Reference,Payment Method,Creation Date,TimeZone,Currency,Amount,Type,Risk Scoring,Shopper Name,Shopper Email',
      'Acme,AcmeNL,881,O-1,visa,2026-01-15 10:00:00,CET,EUR,119.00,Settled,20,Ann Abel,ann@example.com',
      'Acme,AcmeNL,882,O-2,visa,2026-01-16 10:00:00,CET,EUR,50.00,Refused,20,Bob Berg,bob@example.com',
      'Acme,AcmeNL,883,O-3,visa,2026-01-17 10:00:00,CET,EUR,30.00,Settled,20,Bob Berg,bob@example.com',
    ],
    comes: { revenue: 14900, customers: 2 },
  },
  {
    title: 'ecwid',
    rows: [
      'Order number,Order date,Order status,Fulfillment status,Customer email,Customer name,SKU,Product name,Quantity,Price,Subtotal,Tax,Shipping cost,Discount,Total,Refunded amount,Currency',
      '1001,2026-01-15 10:00:00,Paid,Shipped,ann@example.com,Ann Abel,M1,Mug,2,10.00,30.00,3.00,5.00,0.00,38.00,0.00,USD',
      '1001,2026-01-15 10:00:00,Paid,Shipped,ann@example.com,Ann Abel,C1,Cup,1,10.00,30.00,3.00,5.00,0.00,38.00,0.00,USD',
      '1002,2026-01-16 10:00:00,Refunded,Shipped,bob@example.com,Bob Berg,C1,Cup,1,10.00,10.00,1.00,0.00,0.00,11.00,11.00,USD',
      '1003,2026-01-17 10:00:00,Cancelled,,bob@example.com,Bob Berg,C1,Cup,1,10.00,10.00,1.00,0.00,0.00,11.00,0.00,USD',
    ],
    comes: { revenue: 3500, orders: 2, refunds: 1, customers: 2, leftOut: 1 },
  },
  {
    title: 'shopify POS/ sales report',
    rows: [
      'Order name,Day,Customer name,Customer email,Product title,Variant SKU,Net quantity,Gross sales,Discounts,Returns,Net sales,Shipping,Taxes,Total sales',
      '#1001,2026-01-15,Ann Abel,ann@example.com,Mug,M1,2,20.00,-2.00,0.00,18.00,0.00,1.80,19.80',
      '#1002,2026-01-16,Bob Berg,bob@example.com,Cup,C1,1,10.00,0.00,-10.00,0.00,0.00,0.00,0.00',
    ],
    comes: { revenue: 1800, orders: 2, customers: 2 },
  },
  {
    title: 'woo subscription/orders by order-line (WP all export)',
    rows: [
      'Order ID,Order Date,Order Status,Customer User Email,Billing First Name,Billing Last Name,Product Name #1,SKU #1,Quantity #1,Item Cost #1,Order Total,Order Shipping,Order Tax',
      '100,2026-01-15,wc-completed,ann@example.com,Ann,Abel,Mug,M1,2,10.00,27.50,5.00,2.50',
      '101,2026-01-16,wc-failed,bob@example.com,Bob,Berg,Mug,M1,1,10.00,11.00,0.00,1.00',
    ],
    comes: { revenue: 2500, orders: 1, customers: 1, leftOut: 1 },
  },
  {
    title: 'etsy payments',
    rows: [
      'Payment ID,Buyer Username,Buyer Name,Order ID,Gross Amount,Fees,Net Amount,Posted Gross,Posted Fees,Posted Net,Adjusted Gross,Adjusted Fees,Adjusted Net,Currency,Listing Amount,Listing Currency,Exchange Rate,VAT Amount,Gift Card Applied?,Status,Funds Available,Order Date,Buyer,Order Type,Payment Type,Refund Amount',
      '1,ann88,Ann Abel,O1,25.00,1.00,24.00,25.00,1.00,24.00,,,,USD,25.00,USD,1,0.00,No,settled,01/20/2026,01/15/2026,ann88,online,online_cc,0.00',
      '2,bob88,Bob Berg,O2,30.00,1.00,29.00,30.00,1.00,29.00,,,,USD,30.00,USD,1,0.00,No,settled,01/20/2026,01/16/2026,bob88,online,online_cc,10.00',
    ],
    comes: { revenue: 4500, orders: 2, customers: 2, from: '2026-01-15' },
  },
  {
    title: 'stripe balance, kinds written with underscores',
    rows: [
      'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Facing Amount,Customer Facing Currency,Transfer,Transfer Date (UTC)',
      'txn_1,charge,ch_1,40.00,1.46,38.54,usd,2026-02-03 10:00,2026-02-05 00:00,Font pack,,,,',
      'txn_2,charge,ch_2,60.00,2.04,57.96,usd,2026-02-04 10:00,2026-02-06 00:00,Font pack,,,,',
      'txn_3,refund,re_2,-15.00,0.00,-15.00,usd,2026-02-14 10:00,2026-02-16 00:00,REFUND FOR CHARGE (Font pack),,,,',
      'txn_4,payout,po_1,-81.50,0.00,-81.50,usd,2026-02-15 10:00,2026-02-17 00:00,STRIPE PAYOUT,,,,',
      'txn_5,stripe_fee,,-2.00,0.00,-2.00,usd,2026-02-16 10:00,2026-02-17 00:00,Billing,,,,',
    ],
    comes: { revenue: 8500, orders: 3, refunds: 1, leftOut: 2 },
  },
];
