import type { UnseenExport } from './unseen-export.ts';

/** Reports that sum themselves up; rows invented and counted by hand. */
export const SUMS: readonly UnseenExport[] = [
  {
    title: 'a total in finnish without a day',
    locale: 'fi-FI',
    rows: [
      'Tilaus;Pvm;Asiakas;Summa',
      '1;3.2.2026;Aino Salo;12,00',
      '2;4.2.2026;Eero Aho;30,00',
      'Yhteensä;;;42,00',
    ],
    comes: { revenue: 4200, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'a word nobody knows, told by what it adds up to',
    rows: [
      'Order,Date,Customer,Amount',
      '1,2026-02-03,Ann Abel,12.00',
      '2,2026-02-04,Bob Berg,30.00',
      'Zzz-lot,2026-02-28,,42.00',
    ],
    comes: { revenue: 4200, orders: 2, customers: 2, leftOut: 1 },
  },
  {
    title: 'weeks that are closed with their sum and a day',
    locale: 'nl-NL',
    rows: [
      'Bon;Datum;Klant;Bedrag',
      'B1;02-02-2026;Piet Bos;12,50',
      'B2;03-02-2026;Els Vos;7,50',
      'Totaal week 6;08-02-2026;;20,00',
      'B3;10-02-2026;Els Vos;5,00',
      'Totaal week 7;15-02-2026;;5,00',
    ],
    comes: { revenue: 2500, orders: 3, customers: 2, leftOut: 2 },
  },
  {
    title: 'mean and highest below the total',
    locale: 'fr-FR',
    rows: [
      'Facture;Date;Client;Montant',
      'F1;03/02/2026;Luc Roy;10,00',
      'F2;14/02/2026;Eva Sol;20,00',
      'Total;;;30,00',
      'Moyenne;;;15,00',
      'Max;;;20,00',
    ],
    comes: { revenue: 3000, orders: 2, leftOut: 3 },
  },
  {
    title: 'a total below orders of several rows is no article of the last',
    rows: [
      'Order,Date,Customer,Item,Quantity,Price',
      '1,2026-02-03,Ann Abel,Cup,1,12.00',
      ',,,Plate,1,8.00',
      '2,2026-02-04,Bob Berg,Cup,1,12.00',
      ',,,Bowl,1,3.00',
      'Totals,,,,4,35.00',
    ],
    comes: { revenue: 3500, orders: 2, lines: 4, leftOut: 1 },
  },
  {
    title: 'a customer called Total and a sale that happens to equal those before it',
    rows: [
      'Order,Date,Customer,Amount',
      '1,2026-02-03,Ann Abel,12.00',
      '2,2026-02-04,Total Wines,30.00',
      '3,2026-02-05,Bob Berg,42.00',
      '4,2026-02-06,,84.00',
    ],
    comes: { revenue: 16800, orders: 4, leftOut: 0 },
  },
];
