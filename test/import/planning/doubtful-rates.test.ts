import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/shared/model/importing.ts';
import { aPortfolio, planned, take } from '../../support/portfolio.ts';

const HEAD = 'Order,Date,Customer,Item,Qty,Price';
const ROWS = ['1,2026-03-14,Ann,Tea,2,10.00,', '2,2026-03-15,Bob,Cup,1,20.00,'];
const csv = (header: string, ...discounts: readonly string[]): string =>
  [`${HEAD},${header}`, ...ROWS.map((row, i) => row + discounts[i]), ''].join('\n');
const missingOf = (text: string, options: ImportOptions = {}): string[] => [
  ...planned(aPortfolio(), text, { currency: 'EUR', ...options }).missing,
];

describe('discounts that may be per cent are never taken off as money, nor forgotten', () => {
  test.each([
    ['whole numbers beside prices with cents', csv('Discount', '10', '5')],
    ['a heading of per cent', csv('Discount %', '10', '5')],
    ['a German heading of per cent', csv('Rabatt in Prozent', '10', '5')],
  ])('%s stop with the name of the column', (_, text) => {
    expect(missingOf(text)).toEqual([expect.stringMatching(/"(Discount|Discount %|Rabatt in Prozent)"/)]);
  });

  test('what the owner says of the column holds', async () => {
    expect(missingOf(csv('Discount %', '10', '5'), { mapping: { 'Discount %': null } })).toEqual([]);
    const told = { currency: 'EUR', mapping: { Discount: 'line.discount' } } as const;
    expect((await take(aPortfolio(), csv('Discount', '10', '5'), told)).revenue.minor).toBe(2500);
  });

  test('money written as money is taken off, and a rate of nothing says nothing', async () => {
    const euros = { currency: 'EUR' };
    expect((await take(aPortfolio(), csv('Discount', '1.50', '0.00'), euros)).revenue.minor).toBe(3850);
    expect(missingOf(csv('Discount %', '0', ''))).toEqual([]);
  });
});
