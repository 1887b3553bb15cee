import type { UnseenExport } from './unseen-export.ts';

/** Tills and their reports: headings as these programs have them, as far as is known; rows invented and counted by hand. */
export const TILLS: readonly UnseenExport[] = [
  {
    title: 'clover orders',
    rows: [
      'Order ID,Order Number,Order Date,Order Employee Name,Customer Name,Note,Currency,Tax Amount,Tip,Service Charge,Discount,Order Total,Payments Total,Payment Note,Refunds Total,Manual Refunds Total,Credit Card Auth Code,Credit Card Transaction ID,Tender,Order Date,Order Payment State',
      'A1,1001,05-Jan-2026 10:03 AM EST,Joe,Ann Abel,,USD,1.00,2.00,0.00,0.00,11.00,13.00,,0.00,0.00,,,Cash,,Paid',
      'A2,1002,06-Jan-2026 10:03 AM EST,Joe,Bob Berg,,USD,2.00,0.00,0.00,0.00,22.00,22.00,,0.00,0.00,,,Credit Card,,Paid',
    ],
    comes: { revenue: 3000, orders: 2, customers: 2 },
  },
  {
    title: 'clover payments',
    rows: [
      'Payment Date,Payment ID,Transaction #,Note,Tender,Result,Order ID,Order Date,External Payment ID,Invoice Number,Card Auth Code,Card Brand,Card Number,Amount,Tax Amount,Tip Amount,Service Charge Amount,Refund Amount,Customer Name',
      '05-Jan-2026 10:03 AM EST,P1,1,,Cash,SUCCESS,O1,05-Jan-2026 10:02 AM EST,,,,,,11.00,1.00,2.00,0.00,0.00,Ann Abel',
      '06-Jan-2026 10:03 AM EST,P2,2,,Cash,FAIL,O2,06-Jan-2026 10:02 AM EST,,,,,,22.00,2.00,0.00,0.00,0.00,Bob Berg',
      '07-Jan-2026 10:03 AM EST,P3,3,,Cash,SUCCESS,O3,07-Jan-2026 10:02 AM EST,,,,,,33.00,3.00,0.00,0.00,0.00,Bob Berg',
    ],
    comes: { revenue: 4000, customers: 2, leftOut: 1 },
  },
  {
    title: 'lightspeed R transactions',
    rows: [
      'ID,Date,Source,Customer,Employee,Register,Shop,Total,Subtotal,Discounts,Tax',
      '1,1/15/2026 10:00,POS,Ann Abel,Jo,R1,Main,$11.00,$10.00,$0.00,$1.00',
      '2,1/16/2026 10:00,POS,Bob Berg,Jo,R1,Main,$22.00,$20.00,$0.00,$2.00',
    ],
    comes: { revenue: 3000, orders: 2, customers: 2 },
  },
  {
    title: 'lightspeed R lines',
    rows: [
      'Date,Sale ID,Description,Customer,Employee,Shop,Retail,Subtotal,Discounts,Qty,Subtotal w/ Discounts,Total,Cost,Profit,Margin',
      '1/15/2026,1,Mug,Ann Abel,Jo,Main,10.00,20.00,2.00,2,18.00,19.80,8.00,10.00,55.56%',
      '1/16/2026,2,Cup,Bob Berg,Jo,Main,5.00,5.00,0.00,1,5.00,5.50,2.00,3.00,60%',
    ],
    comes: { revenue: 2300, orders: 2, customers: 2 },
  },
  {
    title: 'zettle raw de',
    locale: 'de-DE',
    rows: [
      'Datum;Uhrzeit;Quittungsnummer;Name;Variante;Einheit;Barcode;Menge;Währung;Rabatt;Preis;USt.-Satz;USt.;Endpreis (EUR);Verkäufer',
      '2026-01-05;10:00;17;Kaffee;groß;;;2;EUR;0,00;3,00;19,00 %;0,96;6,00;Jo',
      '2026-01-05;10:05;18;Kuchen;;;;1;EUR;0,50;4,00;7,00 %;0,23;3,50;Jo',
    ],
    comes: { revenue: 831, orders: 2, customers: 0 },
  },
  {
    title: 'zettle en',
    locale: 'en-GB',
    rows: [
      'Date,Time,Receipt number,Name,Variant,Unit,Barcode,SKU,Quantity,Currency,Discount,Price,VAT rate,VAT,Final price (GBP),Cost price,Staff',
      '2026-01-05,10:00,17,Coffee,large,,,,2,GBP,0.00,3.00,20%,1.00,6.00,,Jo',
      '2026-01-05,10:05,18,Cake,,,,,1,GBP,0.50,4.00,0%,0.00,3.50,,Jo',
    ],
    comes: { revenue: 850, orders: 2, currency: 'GBP' },
  },
  {
    title: 'loyverse receipts',
    rows: [
      'Date,Receipt number,Receipt type,Gross sales,Discounts,Net sales,Taxes,Tips,Total collected,Cost of goods,Gross profit,Payment type,Description,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Status',
      '1/15/26 10:00 AM,1-1001,Sale,10.00,0.00,10.00,1.00,0.50,11.50,4.00,6.00,Cash,1 x Mug,,POS 1,Main,Jo,Ann Abel,ann@example.com,Closed',
      '1/16/26 10:00 AM,1-1002,Sale,20.00,2.00,18.00,1.80,0.00,19.80,8.00,10.00,Card,2 x Mug,,POS 1,Main,Jo,Bob Berg,,Closed',
      '1/17/26 10:00 AM,1-1003,Refund,-10.00,0.00,-10.00,-1.00,0.00,-11.00,-4.00,-6.00,Card,1 x Mug,,POS 1,Main,Jo,Bob Berg,,Closed',
      '1/18/26 10:00 AM,1-1004,Sale,20.00,0.00,20.00,2.00,0.00,22.00,8.00,12.00,Card,2 x Mug,,POS 1,Main,Jo,Bob Berg,,Cancelled',
    ],
    comes: { revenue: 1800, orders: 3, refunds: 1, customers: 2, leftOut: 1 },
  },
  {
    title: 'loyverse by item',
    rows: [
      'Date,Receipt number,Receipt type,Category,SKU,Item,Variant,Modifiers applied,Quantity,Gross sales,Discounts,Net sales,Cost of goods,Gross profit,Taxes,Dining option,POS,Store,Cashier name,Customer name,Customer contacts,Comment,Status',
      '1/15/26 10:00 AM,1-1001,Sale,Mugs,10000,Mug,,,1,10.00,0.00,10.00,4.00,6.00,1.00,,POS 1,Main,Jo,Ann Abel,,,Closed',
      '1/15/26 10:00 AM,1-1001,Sale,Mugs,10001,Cup,,,2,10.00,1.00,9.00,4.00,5.00,0.90,,POS 1,Main,Jo,Ann Abel,,,Closed',
    ],
    comes: { revenue: 1900, orders: 1, lines: 2, customers: 1 },
  },
  {
    title: 'orderbird',
    locale: 'de-DE',
    rows: [
      'Datum;Uhrzeit;Belegnummer;Tisch;Artikel;Warengruppe;Menge;Einzelpreis;Gesamtpreis;USt %;USt-Betrag;Netto;Zahlart;Bediener;Trinkgeld',
      '15.01.2026;12:00:00;1001;5;Espresso;Heißgetränke;2;2,50;5,00;19;0,80;4,20;Bar;Jo;0,50',
      '15.01.2026;12:00:00;1001;5;Wasser;Getränke;1;3,00;3,00;19;0,48;2,52;Bar;Jo;0,50',
    ],
    comes: { revenue: 672, orders: 1, lines: 2 },
  },
  {
    title: 'ready2order',
    locale: 'de-DE',
    rows: [
      'Rechnungsnummer;Datum;Uhrzeit;Kunde;Produkt;Produktgruppe;Anzahl;Preis/Einheit;Summe Netto;Steuersatz;Summe Steuer;Summe Brutto;Zahlungsart;Mitarbeiter',
      '2026-1;15.01.2026;12:00;Anna Abel;Haarschnitt;Dienste;1;50,00;42,02;19%;7,98;50,00;Bar;Jo',
      '2026-2;16.01.2026;12:00;Bert Berg;Shampoo;Waren;2;10,00;16,81;19%;3,19;20,00;Bar;Jo',
    ],
    comes: { revenue: 5883, orders: 2, customers: 2 },
  },
  {
    title: 'hellocash',
    locale: 'de-DE',
    rows: [
      'Rechnungsnummer;Rechnungsdatum;Kunde;Mitarbeiter;Zahlungsart;Artikel;Menge;Einzelpreis brutto;Rabatt;Gesamt brutto;Gesamt netto;MwSt;Storniert',
      'R1;15.01.2026 12:00;Anna Abel;Jo;Bar;Schnitt;1;50,00;0,00;50,00;42,02;7,98;Nein',
      'R2;16.01.2026 12:00;Bert Berg;Jo;Bar;Schnitt;1;50,00;0,00;50,00;42,02;7,98;Ja',
    ],
    comes: { revenue: 4202, orders: 1, customers: 1, leftOut: 1 },
  },
  {
    title: 'revel',
    rows: [
      'Order ID,Created Date,Customer,Subtotal,Discount,Tax,Gratuity,Service Fee,Final Total,Payment Type,Is Void',
      '1,01/15/2026 10:00,Ann Abel,20.00,2.00,1.80,3.00,0.00,22.80,Visa,False',
      '2,01/16/2026 10:00,Bob Berg,30.00,0.00,3.00,0.00,0.00,33.00,Cash,False',
      '3,01/17/2026 10:00,Bob Berg,30.00,0.00,3.00,0.00,0.00,33.00,Cash,True',
    ],
    comes: { revenue: 4800, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'toast order details',
    rows: [
      'Location,Order Id,Order #,Checks,Opened,# of Guests,Tab Names,Server,Table,Revenue Center,Dining Area,Service,Dining Options,Discount Amount,Amount,Tax,Tip,Gratuity,Total,Voided,Paid,Closed,Duration (Opened to Paid),Order Source',
      'Main,1,1,1,1/15/26 10:00 AM,2,,Jo,5,Main,Hall,Lunch,Dine In,0.00,20.00,1.60,4.00,0.00,25.60,false,1/15/26 11:00 AM,1/15/26 11:00 AM,1:00,POS',
      'Main,2,2,1,1/16/26 10:00 AM,2,,Jo,5,Main,Hall,Lunch,Dine In,1.00,9.00,0.72,0.00,0.00,9.72,false,1/16/26 11:00 AM,1/16/26 11:00 AM,1:00,POS',
      'Main,3,3,1,1/17/26 10:00 AM,2,,Jo,5,Main,Hall,Lunch,Dine In,0.00,10.00,0.80,0.00,0.00,10.80,true,1/17/26 11:00 AM,1/17/26 11:00 AM,1:00,POS',
    ],
    comes: { revenue: 2900, orders: 2, leftOut: 1 },
  },
  {
    title: 'swiss till',
    locale: 'de-CH',
    rows: [
      'Datum;Belegnr;Artikel;Menge;Preis;Betrag CHF;MWST %;MWST Betrag;Kunde',
      '15.01.2026;1;Brot;2;4.50;9.00;2.6;0.23;Anna Abel',
      "15.01.2026;1;Kuchen;1;1'050.00;1'050.00;8.1;78.68;Anna Abel",
    ],
    comes: { revenue: 98009, orders: 1, customers: 1, currency: 'CHF' },
  },
  {
    title: 'german till brutto with rate col',
    locale: 'de-DE',
    rows: [
      'Datum;Bon-Nr;Artikel;Anzahl;Einzelpreis;Gesamt;MwSt %;MwSt',
      '15.01.2026;1;Brot;2;4,50;9,00;7;0,59',
      '15.01.2026;2;Kaffee;1;3,00;3,00;19;0,48',
    ],
    comes: { revenue: 1093, orders: 2 },
  },
  {
    title: 'sumup items weird order',
    locale: 'it-IT',
    rows: [
      'Data,Ora,Numero transazione,Prodotto,Quantità,Prezzo unitario,Sconto,Totale lordo,IVA,Totale netto,Metodo di pagamento',
      '15/01/2026,10:00,T1,Caffè,2,"1,22",0,"2,44","0,44","2,00",Carta',
    ],
    comes: { revenue: 200, orders: 1 },
  },
  {
    title: 'hospitality with covers',
    rows: [
      'Business Date,Check Number,Guest Count,Server,Item Name,Menu Group,Quantity,Gross Amount,Discount Amount,Net Amount,Tax Amount,Void',
      '2026-01-15,1001,2,Jo,Burger,Mains,1,15.00,0.00,15.00,1.20,No',
      '2026-01-15,1001,2,Jo,Fries,Sides,2,8.00,1.00,7.00,0.56,No',
      '2026-01-15,1002,2,Jo,Burger,Mains,1,15.00,0.00,15.00,1.20,Yes',
    ],
    comes: { revenue: 2200, orders: 1, lines: 2, leftOut: 1 },
  },
  {
    title: 'the head row of an order knows the customer, the void and a discount of the whole',
    rows: [
      'Order,Date,Row,Client,State,Article,Qty,Amount,Tender',
      'A1,2026-02-03,Order,Ann Abel,Done,,3,27.00,',
      'A1,2026-02-03,Item,,,Tea,2,20.00,',
      'A1,2026-02-03,Item,,,Cup,1,10.00,',
      'A1,2026-02-03,Payment,,,,,27.00,Card',
      'A2,2026-02-04,Order,Bob Berg,Cancelled,,1,10.00,',
      'A2,2026-02-04,Item,,,Cup,1,10.00,',
      'A3,2026-02-05,Order,Ann Abel,Done,,-1,-10.00,',
      'A3,2026-02-05,Item,,,Cup,-1,-10.00,',
      'A3,2026-02-05,Payment,,,,,-10.00,Card',
    ],
    comes: { revenue: 1700, orders: 2, customers: 1, refunds: 1 },
  },
  {
    title: 'number, day and customer on the head row alone',
    rows: [
      'Beleg;Datum;Art;Kunde;Artikel;Menge;Betrag',
      '501;03.02.2026;Beleg;Anna Abel;;;',
      ';;Position;;Tee;2;20,00',
      ';;Position;;Tasse;1;10,00',
      '502;24.02.2026;Beleg;Bodo Berg;;;',
      ';;Position;;Tee;1;10,00',
    ],
    comes: { revenue: 4000, orders: 2, lines: 3, customers: 2, from: '2026-02-03', to: '2026-02-24' },
  },
];
