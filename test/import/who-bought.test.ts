import { describe, expect, test } from 'vitest';
import { namesAgree, spellingKey } from '../../src/main/import/values/name-parts.ts';
import type { ImportOptions } from '../../src/shared/model/importing.ts';
import { gist, importLines } from './presets/support.ts';

const EURO: ImportOptions = { currency: 'EUR', locale: 'de-DE' };

describe('who bought', () => {
  test.each([
    [
      'one phone, two first names',
      [
        'Beleg,Datum,Kunde,Telefon,Betrag',
        '1,2026-02-03,Pia Lund,030 1234567,10.00',
        '2,2026-02-04,Max Lund,030 1234567,4.00',
        '3,2026-02-05,Pia Lund,030 1234567,1.00',
      ],
      2,
    ],
    [
      'one phone, one person however written',
      [
        'Beleg,Datum,Kunde,Telefon,Betrag',
        '1,2026-02-03,Pia Lund,030 1234567,10.00',
        '2,2026-02-04,P. Lund,030 1234567,4.00',
        '3,2026-02-05,"Lund, Pia",030 1234567,1.00',
      ],
      1,
    ],
    [
      'one mailbox, two people',
      [
        'Order,Date,Customer,Email,Amount',
        '1,2026-02-03,Pia Lund,office@example.com,10.00',
        '2,2026-02-04,Max Ott,office@example.com,4.00',
      ],
      2,
    ],
    [
      'one mailbox, a short form',
      [
        'Order,Date,Customer,Email,Amount',
        '1,2026-02-03,Rob Ott,ott@example.com,10.00',
        '2,2026-02-04,Robert Ott,ott@example.com,4.00',
      ],
      1,
    ],
    [
      'the recipient where nobody is billed',
      [
        'Order,Date,Billing name,Ship to name,Amount',
        '1,2026-02-03,,Pia Lund,10.00',
        '2,2026-02-04,Max Ott,Pia Lund,4.00',
      ],
      2,
    ],
    [
      'who served is nobody',
      [
        'Bon,Datum,Kassierer,Mitarbeiter E-Mail,Kunde,Betrag',
        '1,2026-02-03,Bo,bo@example.com,,10.00',
        '2,2026-02-04,Bo,bo@example.com,Pia Lund,4.00',
      ],
      1,
    ],
    [
      'who served is nobody, without customers',
      [
        'Ticket,Fecha,Vendedor,Vendedor email,Total',
        '1,2026-02-03,Bo,bo@example.com,10.00',
        '2,2026-02-04,Bo,bo@example.com,4.00',
      ],
      0,
    ],
  ])('%s', async (_what, lines, customers) => {
    expect(gist(await importLines(lines, EURO))).toMatchObject({ customers, adds: true });
  });

  test('spellings of one name, and contacts of one company, may be the same', async () => {
    const lines = [
      'Order,Date,Customer,Amount',
      '1,2026-02-03,Jörg Groß,10.00',
      '2,2026-02-04,"Gross, Joerg",4.00',
      '3,2026-02-04,Herr Jörg Groß,4.00',
      '4,2026-02-04,Pia Lund,4.00',
    ];
    expect((await importLines(lines, EURO)).customers.possibleDuplicates).toBe(2);
    const firms = [
      'Invoice,Date,Company,Contact,Amount',
      '1,2026-02-03,Ott Ltd,Pia Lund,10.00',
      '2,2026-02-04,Ott Ltd,Max Ott,4.00',
      '3,2026-02-04,Kern Ltd,Jo Kern,4.00',
    ];
    expect((await importLines(firms, EURO)).customers.possibleDuplicates).toBe(1);
  });

  test.each([
    ['Anna Berg', 'A. Berg', true],
    ['Anna Berg', 'Berg', true],
    ['Dr. Anna Berg', 'BERG, Anna', true],
    ['Søren Kjær', 'Soren Kjær', true],
    ['Anna Berg', 'Bert Berg', false],
    ['Anna Berg', 'Anna Kahn', false],
    ['', 'Anna Berg', true],
  ])('%s and %s', (a, b, agree) => {
    expect([namesAgree(a, b), namesAgree(b, a)]).toEqual([agree, agree]);
  });

  test('a spelling has no order, title or accents', () => {
    expect(new Set(['Müller, Anna', 'Anna Mueller', 'Frau Dr. ANNA MÜLLER'].map(spellingKey)).size).toBe(1);
    expect(spellingKey('Anna Berg')).not.toBe(spellingKey('Anna Bergmann'));
  });
});
