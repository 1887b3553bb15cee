import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currencyUnits,
  type NumberRules,
  parseOwnNumber,
  writeOwnNumber,
} from '../../src/shared/own-number.ts';

const percent: NumberRules = { min: 0, max: 100, decimals: 4, units: ['%'] };
const euros: NumberRules = { min: 0, decimals: 2, units: currencyUnits('EUR', 'de-DE') };
const whole: NumberRules = { min: 0, decimals: 0, units: ['days'] };
const rate: NumberRules = { min: 0, decimals: 9 };
const signed: NumberRules = { min: -95, max: 900, decimals: 1, units: ['%'] };

describe('what is read', () => {
  test.each([
    // what Mantine's field tells as text
    ['19.0', 'en-GB', percent, '19'],
    ['05', 'en-GB', percent, '5'],
    ['30.', 'en-GB', percent, '30'],
    ['40.0', 'en-GB', signed, '40'],
    ['14000.50', 'en-GB', euros, '14000.5'],
    // the marks of the locale
    ['14.000,50', 'de-DE', euros, '14000.5'],
    ['14,000.50', 'en-GB', euros, '14000.5'],
    ['14 000,50', 'fr-FR', euros, '14000.5'],
    ['14\u202f000,50\u00a0€', 'fr-FR', euros, '14000.5'],
    ['14’000.50', 'de-CH', euros, '14000.5'],
    ["14'000.50", 'de-CH', euros, '14000.5'],
    ['1,23,456.50', 'en-IN', euros, '123456.5'],
    ['14.000', 'de-DE', euros, '14000'],
    ['14,000', 'en-GB', euros, '14000'],
    ['1.234.567', 'de-DE', euros, '1234567'],
    // the marks of another country, where only one reading is left
    ['19,5', 'en-GB', percent, '19.5'],
    ['19.0', 'de-DE', percent, '19'],
    ['14000.50', 'de-DE', euros, '14000.5'],
    ['1,234.50', 'de-DE', euros, '1234.5'],
    ['1.234,50', 'en-GB', euros, '1234.5'],
    ['1.234.567', 'en-GB', euros, '1234567'],
    ['19.600', 'de-DE', percent, '19.6'],
    ['0.923', 'de-DE', rate, '0.923'],
    ['0,92', 'en-GB', rate, '0.92'],
    ['1.085', 'en-GB', rate, '1.085'],
    ['1,085', 'de-DE', rate, '1.085'],
    ['40.000', 'en-GB', signed, '40'],
    // units, signs, marks at an end, zeros
    ['19 %', 'en-GB', percent, '19'],
    ['19%', 'en-GB', percent, '19'],
    ['% 19', 'tr-TR', percent, '19'],
    ['€ 12.50', 'en-GB', euros, '12.5'],
    ['12,50 EUR', 'de-DE', euros, '12.5'],
    ['12,50 eur', 'de-DE', euros, '12.5'],
    ['61 days', 'en-GB', whole, '61'],
    ['-5', 'en-GB', signed, '-5'],
    ['−5 %', 'en-GB', signed, '-5'],
    ['- 5,5%', 'de-DE', signed, '-5.5'],
    ['+5', 'en-GB', signed, '5'],
    ['-0', 'en-GB', percent, '0'],
    ['.5', 'en-GB', percent, '0.5'],
    [',5', 'de-DE', percent, '0.5'],
    ['0005.00', 'en-GB', euros, '5'],
    ['2.000', 'en-GB', { ...whole, max: 100 }, '2'],
    ['  7\t', 'en-GB', whole, '7'],
    ['１９', 'ja-JP', percent, '19'],
  ] as const)('%j in %s is a number', (text, locale, rules, exact) => {
    expect(parseOwnNumber(text, locale, rules)).toEqual({ kind: 'number', value: Number(exact), exact });
  });

  test('more digits than a double holds stay exact as text', () => {
    expect(parseOwnNumber('123456789.123456789', 'en-GB', rate)).toMatchObject({
      exact: '123456789.123456789',
    });
  });

  test.each(['', '  ', '%', ' % '])('%j is empty', (text) => {
    expect(parseOwnNumber(text, 'en-GB', percent)).toEqual({ kind: 'empty' });
  });
});

describe('what is refused, in one sentence', () => {
  test.each([
    ['abc', 'en-GB', percent, '“abc” is not a number.'],
    ['1e5', 'en-GB', euros, '“1e5” is not a number.'],
    ['12 34', 'en-GB', euros, '“12 34” is not a number.'],
    ['1.2.3', 'en-GB', euros, '“1.2.3” is not a number.'],
    ['1,2,3', 'en-GB', euros, '“1,2,3” is not a number.'],
    ['5-', 'en-GB', signed, '“5-” is not a number.'],
    ['--5', 'en-GB', signed, '“--5” is not a number.'],
    ['-', 'en-GB', signed, '“-” is not a number.'],
    ['.', 'en-GB', euros, '“.” is not a number.'],
    ['€', 'en-GB', percent, '“€” is not a number.'],
    ['$5', 'en-GB', euros, '“$5” is not a number.'],
    ['5 %', 'en-GB', euros, '“5 %” is not a number.'],
    ['NaN', 'en-GB', euros, '“NaN” is not a number.'],
    ['Infinity', 'en-GB', euros, '“Infinity” is not a number.'],
    ['14.000', 'en-GB', euros, '“14.000” could be 14 or 14000. Write it without grouping.'],
    ['14,000', 'de-DE', euros, '“14,000” could be 14 or 14000. Write it without grouping.'],
    ['14.005', 'en-GB', euros, '“14.005” could be 14.005 or 14005. Write it without grouping.'],
    ['1.085', 'de-DE', rate, '“1.085” could be 1,085 or 1085. Write it without grouping.'],
    ['2.5', 'en-GB', whole, '“2.5” is not a whole number.'],
    ['40.25', 'en-GB', signed, '“40.25” has more than 1 decimal.'],
    ['9.9999', 'en-GB', euros, '“9.9999” has more than 2 decimals.'],
    ['190', 'en-GB', percent, '“190” is more than 100.'],
    ['-1', 'en-GB', percent, '“-1” is less than 0.'],
    ['1000.5', 'de-DE', signed, '“1000.5” is more than 900.'],
    ['9999999999999', 'en-GB', euros, '“9999999999999” is more than 1000000000000.'],
  ] as const)('%j in %s', (text, locale, rules, sentence) => {
    expect(parseOwnNumber(text, locale, rules)).toEqual({ kind: 'refused', sentence });
  });
});

test('what a field writes is read back exactly, in every locale, with the unit', () => {
  const locale = fc.constantFrom(
    'en-GB',
    'de-DE',
    'de-CH',
    'fr-FR',
    'fr-CH',
    'en-IN',
    'es-ES',
    'pl-PL',
    'sv-SE',
    'tr-TR',
    'ja-JP',
  );
  fc.assert(
    fc.property(
      locale,
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 4 }),
      (where, n, decimals) => {
        const value = Number((n / 10 ** decimals).toFixed(decimals));
        const text = `${writeOwnNumber(value, where, decimals)} EUR`;
        expect(parseOwnNumber(text, where, { decimals, units: ['EUR'] })).toMatchObject({
          kind: 'number',
          value: value === 0 ? 0 : value,
        });
      },
    ),
  );
});
