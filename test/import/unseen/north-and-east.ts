import type { UnseenExport } from './unseen-export.ts';

/** Sales under headings of the north, the east and Japan, and sales of makers to shops; rows invented and counted by hand. */
export const NORTH_AND_EAST: readonly UnseenExport[] = [
  {
    title: 'norwegian till with tax named by its rate and a card fee',
    locale: 'nb-NO',
    rows: [
      'Dato;Kvitteringsnummer;Kunde;MVA (15 %);Totalt;Gebyr;Netto utbetalt',
      '03.02.2026;71;Kari Moen;3,00;23,00;0,40;22,60',
      '04.02.2026;72;Ola Dal;30,00;230,00;4,00;226,00',
    ],
    comes: { revenue: 22000, orders: 2, customers: 2, currency: 'NOK' },
  },
  {
    title: 'finnish orders',
    locale: 'fi-FI',
    rows: [
      'Tilausnumero;Tilauspäivä;Asiakas;Sähköposti;Tuote;Määrä;Hinta;Yhteensä',
      'T1;3.2.2026;Aino Salo;aino@example.fi;Matto;2;40,00;80,00',
      'T2;4.2.2026;Eero Aho;eero@example.fi;Lamppu;1;15,50;15,50',
    ],
    comes: { revenue: 9550, orders: 2, customers: 2 },
  },
  {
    title: 'polish invoices',
    locale: 'pl-PL',
    rows: [
      'Numer faktury;Data sprzedaży;Nabywca;Towar;Ilość;Cena;Wartość',
      'FV/1;3 lutego 2026;Olga Maj;Miska;3;20,00;60,00',
      'FV/2;4 lutego 2026;Adam Wilk;Kubek;1;12,50;12,50',
    ],
    comes: { revenue: 7250, orders: 2, customers: 2, currency: 'PLN' },
  },
  {
    title: 'czech orders',
    locale: 'cs-CZ',
    rows: [
      'Číslo objednávky;Datum;Zákazník;Zboží;Množství;Cena celkem',
      '11;3. února 2026;Eva Malá;Hrnek;2;300,00',
      '12;4. února 2026;Petr Vlk;Lžíce;1;90,00',
    ],
    comes: { revenue: 39000, orders: 2, customers: 2, currency: 'CZK' },
  },
  {
    title: 'turkish orders',
    locale: 'tr-TR',
    rows: [
      'Sipariş No;Tarih;Müşteri;Ürün;Adet;Birim Fiyat;Tutar',
      '5;03.02.2026;Elif Kaya;Fincan;2;50,00;100,00',
      '6;04.02.2026;Can Demir;Tabak;1;75,00;75,00',
    ],
    comes: { revenue: 17500, orders: 2, customers: 2, currency: 'TRY' },
  },
  {
    title: 'japanese orders',
    locale: 'ja-JP',
    rows: [
      '注文番号,注文日,顧客名,商品名,数量,単価,金額',
      '31,2026年2月3日,Mori Aki,Cup,2,600,1200',
      '32,2026年2月4日,Ono Ken,Plate,1,900,900',
    ],
    comes: { revenue: 2100, orders: 2, customers: 2, currency: 'JPY' },
  },
  {
    title: 'a maker paid by shops, beside what the shops ask',
    rows: [
      'PO Number,PO Date,Retailer,Product,Units,Dealer price,Suggested retail price',
      'B1,2026-02-03,North Gifts,Bowl,10,$8.00,$16.00',
      'B2,2026-02-04,Harbour Shop,Vase,4,$12.50,$25.00',
    ],
    comes: { revenue: 13000, customers: 2, currency: 'USD' },
  },
  {
    title: 'a state beside a city is an address',
    rows: [
      'Order ID,Order Date,Customer,Town,State,Amount',
      '1,2026-02-03,Ann Abel,Reno,Nevada,10.00',
      '2,2026-02-04,Bob Berg,Waco,Void County,20.00',
    ],
    comes: { revenue: 3000, orders: 2, leftOut: 0 },
  },
  {
    title: 'danish mobile payments with payouts',
    locale: 'da-DK',
    rows: [
      'Dato;Tidspunkt;Transaktionstype;Salgssted;MyShop-nummer;Transaktions-ID;Beløb;Gebyr;Netto;Valuta;Kundenavn;Mobilnummer;Besked',
      '14-05-2026;10:11:12;Betaling;Garnbutik;12345;T1;200,00;1,50;198,50;DKK;Nora Vale;20111213;garn',
      '15-05-2026;10:11:12;Betaling;Garnbutik;12345;T2;120,00;0,90;119,10;DKK;Otis Lund;20111214;pinde',
      '16-05-2026;10:11:12;Refusion;Garnbutik;12345;T3;-50,00;0,00;-50,00;DKK;Nora Vale;20111213;retur',
      '17-05-2026;03:00:00;Udbetaling;Garnbutik;12345;T4;-267,60;0,00;-267,60;DKK;;;',
    ],
    comes: { revenue: 27000, orders: 3, refunds: 1, customers: 2, leftOut: 1, currency: 'DKK' },
  },
  {
    title: 'danish receipts below a letterhead, tax and fee beside the total',
    locale: 'da-DK',
    rows: [
      'Garnbutik ApS;;;;;;;;;',
      'Rapport over kvitteringer;;;;;;;;;',
      '01-02-2026 - 28-02-2026;;;;;;;;;',
      ';;;;;;;;;',
      'Dato;Tid;Kvitteringsnummer;Moms (25.0%);Moms (0.0%);Total;Afgift;Netto;Betalingsmetode;Korttype;Sidste cifre;Medarbejder;Beskrivelse',
      '2026-02-03;10.11.12;101;20,00;0,00;100,00;1,75;98,25;Kort;Visa;1111;Jo;2 x Garn',
      '2026-02-04;10.11.12;102;5,00;0,00;75,00;1,31;73,69;Kort;Visa;1111;Jo;1 x Bog',
      '2026-02-14;10.11.12;103;-5,00;0,00;-25,00;0,00;-25,00;Kort;Visa;1111;Jo;Refundering',
    ],
    comes: { revenue: 13000, orders: 3, refunds: 1, customers: 0 },
  },
  {
    title: 'swedish articles called only by name',
    locale: 'sv-SE',
    rows: [
      'Datum;Tid;Kvittonummer;Namn;Variant;Enhet;Streckkod;Antal;Valuta;Rabatt;Pris;Momssats;Moms;Slutpris (SEK);Personal',
      '2026-02-03;10:11;101;Kaffe;stor;;;2;SEK;0,00;30,00;12 %;6,43;60,00;Jo',
      '2026-02-14;10:12;102;Bulle;;;;1;SEK;5,00;30,00;12 %;2,68;25,00;Jo',
    ],
    comes: { revenue: 7589, orders: 2, customers: 0, currency: 'SEK' },
  },
  {
    title: 'norwegian payments, the fee with a minus beside gross and net',
    locale: 'nb-NO',
    rows: [
      'Dato;Ordrenummer;Kunde;Brutto;Gebyr;Netto',
      '14.05.2026;O-1;Nora Vale;500,00;-8,75;491,25',
      '19.05.2026;O-2;Otis Lund;250,00;-4,38;245,62',
    ],
    comes: { revenue: 75000, orders: 2, customers: 2 },
  },
];
