import { describe, expect, test } from 'vitest';
import { importLines } from './presets/support.ts';

describe('a list of people with days and sums is no list of sales', () => {
  test.each([
    [
      'English',
      'Client,E-mail,Joined,Visits,Lifetime value',
      'Pia Lund,pia@example.com,2024-02-01,3,91.00',
      'Max Ott,max@example.com,2023-02-01,1,20.00',
    ],
    [
      'German',
      'Name,Telefon,Letzter Kauf,Umsatz gesamt',
      'Pia Lund,+4930123456,2024-02-01,91.00',
      'Max Ott,,2023-02-01,20.00',
    ],
    [
      'German, letzte Bestellung',
      'Kunde,E-Mail,Letzte Bestellung,Bestellungen,Umsatz',
      'Pia Lund,pia@example.com,2024-02-01,3,91.00',
      'Max Ott,max@example.com,2023-02-01,1,20.00',
    ],
    [
      'Spanish',
      'Cliente,Correo,Última compra,Total gastado',
      'Pia Lund,pia@example.com,2024-02-01,91.00',
      'Max Ott,max@example.com,2023-02-01,20.00',
    ],
    [
      'Swedish',
      'Kund,Email,Senaste köp,Total',
      'Pia Lund,pia@example.com,2024-02-01,91.00',
      'Max Ott,max@example.com,2023-02-01,20.00',
    ],
  ])('%s', async (_language, ...lines) => {
    const result = await importLines(lines, { currency: 'EUR' });
    expect(result.source.kind).toBe('customers');
    expect(result.revenue.minor).toBe(0);
    expect(result.customers.created).toBe(2);
  });

  test('who buys once a month at the most has sales all the same', async () => {
    const lines = ['Date,Customer,Total', '2026-01-05,Pia Lund,10.00', '2026-02-05,Max Ott,20.00'];
    const result = await importLines(lines, { currency: 'EUR' });
    expect([result.source.kind, result.revenue.minor]).toEqual(['orders', 3000]);
  });
});

describe('a recommendation is scored from 0 to 10', () => {
  const answers = (marks: readonly number[]): string[] => [
    'Day,Email,NPS',
    ...marks.map((mark, at) => `2026-03-${10 + at},guest${at}@example.com,${mark}`),
  ];
  test('answers up to 5 are asked about', async () => {
    await expect(importLines(answers([4, 5, 5, 3, 5, 4]), { kind: 'feedback' })).rejects.toThrow(
      /"NPS" go no higher than 5.*0 to 10/,
    );
  });
  test.each([
    ['with a higher one', answers([4, 5, 9, 3, 5, 4])],
    ['with a 0, which a scale from 1 has not', answers([4, 5, 0, 3, 5, 4])],
    ['too few to tell', answers([4, 5])],
  ])('%s they are taken', async (_what, lines) => {
    const result = await importLines(lines, { kind: 'feedback' });
    expect(result.rows.leftOut).toBe(0);
    expect(result.rows.imported).toBe(lines.length - 1);
  });
  test('and what the owner says holds', async () => {
    const mapping = { NPS: 'feedback.recommend', Email: 'customer.email', Day: 'feedback.date' } as const;
    const result = await importLines(answers([4, 5, 5, 3, 5, 4]), { kind: 'feedback', mapping });
    expect(result.rows.imported).toBe(6);
  });
});
