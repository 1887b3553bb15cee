import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../src/shared/model/importing.ts';
import { gist, importLines } from './presets/support.ts';

const EURO: ImportOptions = { currency: 'EUR' };
const come = async (lines: readonly string[], options = EURO) => gist(await importLines(lines, options));

describe('a number that does not identify its order', () => {
  test.each([
    [
      'tills that count by themselves',
      [
        'Kasse,Bon,Datum,Kunde,Betrag',
        'K1,7,2026-02-03,Pia Lund,10.00',
        'K2,7,2026-02-03,Max Ott,4.00',
        'K2,8,2026-02-03,,1.00',
        'K1,8,2026-02-03,Pia Lund,2.00',
      ],
      { orders: 4, customers: 2, revenue: 1700 },
    ],
    [
      'tills without customers, their rows mixed',
      [
        'Terminal,Receipt,Date,Amount',
        'T1,1,2026-02-03,10.00',
        'T2,1,2026-02-03,4.00',
        'T1,1,2026-02-03,3.00',
        'T2,2,2026-02-03,1.00',
      ],
      { orders: 3, revenue: 1800 },
    ],
    [
      'one order from two stores',
      [
        'Order,Date,Client,Location,Item,Amount',
        '5,2026-02-03,Pia Lund,North,Cup,10.00',
        '5,2026-02-03,Pia Lund,South,Plate,4.00',
        '6,2026-02-04,Max Ott,North,Cup,4.00',
      ],
      { orders: 2, revenue: 1800 },
    ],
    [
      'two customers on a day',
      [
        'Invoice,Date,Customer No,Amount',
        '5,2026-02-03,C-1,10.00',
        '5,2026-02-03,C-2,4.00',
        '6,2026-02-03,C-2,1.00',
      ],
      { orders: 3, customers: 2, revenue: 1500 },
    ],
    [
      'a customer who stands on the first row only',
      [
        'Invoice,Date,Customer,Item,Amount',
        '5,2026-02-03,Pia Lund,Cup,10.00',
        '5,2026-02-03,,Plate,4.00',
        '5,2026-02-03,Max Ott,Cup,1.00',
      ],
      { orders: 2, customers: 2, revenue: 1500 },
    ],
  ])('%s', async (_what, lines, comes) => {
    expect(await come(lines)).toMatchObject({ ...comes, adds: true });
  });

  test('digits that a spreadsheet has cut off are said; the day and the customer tell the orders', async () => {
    const lines = [
      'Order no,Date,Customer,Amount',
      '1.0012E+15,2026-02-03,Pia Lund,10.00',
      '1.0012E+15,2026-02-03,Pia Lund,2.00',
      '1.0012E+15,2026-02-03,Max Ott,4.00',
      '1.0012E+15,2026-02-04,,5.00',
    ];
    expect(await come(lines)).toMatchObject({ orders: 3, revenue: 2100, codes: { 'digits-lost': 4 } });
  });
});

describe('a total that stands once for each means of payment counts once', () => {
  test.each([
    [
      'German',
      [
        'Beleg,Datum,Kunde,Gesamtbetrag,Zahlungsart,Gezahlt',
        '1,2026-02-03,Pia Lund,50.00,Bar,20.00',
        '1,2026-02-03,Pia Lund,50.00,EC-Karte,30.00',
        '2,2026-02-03,Max Ott,7.00,Bar,7.00',
      ],
      5700,
    ],
    [
      'no column of what was paid',
      [
        'Ticket,Fecha,Cliente,Total,Forma de pago',
        '1,2026-02-03,Pia Lund,50.00,Efectivo',
        '1,2026-02-03,Pia Lund,50.00,Tarjeta',
        '2,2026-02-03,Max Ott,7.00,Efectivo',
      ],
      5700,
    ],
    [
      'each line once for each means',
      [
        'Receipt,Date,Item,Amount,Payment',
        '1,2026-02-03,Cup,10.00,Cash',
        '1,2026-02-03,Plate,5.00,Cash',
        '1,2026-02-03,Cup,10.00,Card',
        '1,2026-02-03,Plate,5.00,Card',
        '2,2026-02-03,Cup,10.00,Card',
      ],
      2500,
    ],
    [
      'what was paid by each is the amount',
      [
        'Receipt,Date,Customer,Amount,Payment method',
        '1,2026-02-03,Pia Lund,20.00,Cash',
        '1,2026-02-03,Pia Lund,30.00,Card',
        '2,2026-02-03,Max Ott,7.00,Cash',
        '3,2026-02-04,Max Ott,5.00,Cash',
        '3,2026-02-04,Max Ott,5.00,Card',
      ],
      6700,
    ],
    [
      'two pieces paid the same way',
      [
        'Receipt,Date,Item,Amount,Payment method',
        '1,2026-02-03,Cup,10.00,Cash',
        '1,2026-02-03,Cup,10.00,Cash',
        '2,2026-02-03,Plate,7.00,Card',
      ],
      2700,
    ],
  ])('%s', async (_what, lines, revenue) => {
    expect(await come(lines)).toMatchObject({ revenue, adds: true, leftOut: 0 });
  });
});

describe('a sign or a kind in a column of its own', () => {
  test.each([
    [
      'S and H',
      [
        'Rechnung,Datum,Kunde,Betrag,S/H',
        '1,2026-02-03,Pia Lund,50.00,S',
        '2,2026-02-04,Max Ott,20.00,S',
        '3,2026-02-05,Pia Lund,5.00,H',
      ],
      6500,
    ],
    [
      'the credit side of an account of sales',
      [
        'Date,Customer,Amount,Dr/Cr',
        '2026-02-03,Pia Lund,50.00,CR',
        '2026-02-04,Max Ott,20.00,CR',
        '2026-02-05,Pia Lund,5.00,DR',
      ],
      6500,
    ],
    [
      'words',
      [
        'Fattura,Data,Cliente,Importo,Segno',
        '1,2026-02-03,Pia Lund,50.00,Dare',
        '2,2026-02-05,Pia Lund,5.00,Avere',
        '3,2026-02-05,Max Ott,20.00,Dare',
      ],
      6500,
    ],
    [
      'plus and minus',
      [
        'Order,Date,Customer,Amount,Sign',
        '1,2026-02-03,Pia Lund,50.00,+',
        '2,2026-02-05,Pia Lund,5.00,-',
        '3,2026-02-05,Max Ott,20.00,+',
      ],
      6500,
    ],
    [
      'amounts that have their signs already',
      [
        'Order,Date,Customer,Amount,D/C',
        '1,2026-02-03,Pia Lund,50.00,D',
        '2,2026-02-05,Pia Lund,-5.00,C',
        '3,2026-02-05,Max Ott,20.00,D',
      ],
      6500,
    ],
  ])('%s', async (_what, lines, revenue) => {
    expect(await come(lines)).toMatchObject({ revenue, refunds: 1 });
  });

  test.each([
    ['a British ledger', 'SI', 'SC', 'SR'],
    ['SAP', 'RV', 'DG', 'DZ'],
    ['Italian', 'TD01', 'TD04', 'TD24'],
    ['French', 'FA', 'AV', 'RG'],
  ])('codes of documents: %s', async (_what, sold, credit, other) => {
    const lines = [
      'Doc type,Number,Date,Account ref,Net',
      `${sold},1,2026-02-03,PIA1,50.00`,
      `${credit},2,2026-02-05,PIA1,5.00`,
      `${other},3,2026-02-05,MAX1,20.00`,
    ];
    const isSale = other === 'TD24';
    expect(await come(lines)).toMatchObject({
      revenue: isSale ? 6500 : 4500,
      leftOut: isSale ? 0 : 1,
      refunds: 1,
      customers: isSale ? 2 : 1,
    });
  });

  test('codes nobody knows change nothing', async () => {
    const lines = [
      'Type,Number,Date,Customer,Net',
      'QX,1,2026-02-03,Pia Lund,50.00',
      'SI,2,2026-02-05,Pia Lund,5.00',
    ];
    expect(await come(lines)).toMatchObject({ revenue: 5500, leftOut: 0, refunds: 0 });
  });
});
