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
];
