import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DecimalVotes, localeStyle } from '../../../src/main/import/sniff/styles/styles.ts';
import {
  atScale,
  type Decimal,
  type DecimalMark,
  productAtScale,
  readDecimal,
} from '../../../src/main/import/values/decimal.ts';

/** The exact value as a text, `null` where the cell is not a number. */
const read = (cell: string, mark: DecimalMark): string | null => {
  const out: Decimal = { mantissa: 0, scale: 0 };
  return readDecimal(cell, mark, out) ? exact(out) : null;
};

const exact = ({ mantissa, scale }: Decimal): string => {
  const digits = String(Math.abs(mantissa)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${mantissa < 0 ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
};

describe('cells that real exports hold (IMPORT 11, A2 and the complaints about other importers)', () => {
  test.each<[string, DecimalMark, string]>([
    ['($33.62)', '.', '-33.62'],
    ['-$33.62', '.', '-33.62'],
    ['-$53,277.15', '.', '-53277.15'],
    ['$7.00', '.', '7.00'],
    ['1,149.00', '.', '1149.00'],
    ['$1,149.00', '.', '1149.00'],
    ['AU $3,000.00', '.', '3000.00'],
    ['EUR 90,00', ',', '90.00'],
    ['90,00 EUR', ',', '90.00'],
    ['1.234,50', ',', '1234.50'],
    ['1 234,50 €', ',', '1234.50'],
    ['1\u00a0234,50 €', ',', '1234.50'],
    ['1\u202f234,50\u00a0€', ',', '1234.50'],
    ['1\u2009234,50', ',', '1234.50'],
    ['€ 1.234,50', ',', '1234.50'],
    ["1'234.50", '.', '1234.50'],
    ['1’234.50', '.', '1234.50'],
    ['CHF 1’234.50', '.', '1234.50'],
    ['£1,234.50', '.', '1234.50'],
    ['12.50-', '.', '-12.50'],
    ['12,50-', ',', '-12.50'],
    ['\u221212.50', '.', '-12.50'],
    ["'97513", '.', '97513'],
    ['-110.7', '.', '-110.7'],
    ['18500.00', '.', '18500.00'],
    ['CHF 12.-', '.', '12'],
    ['12,–', ',', '12'],
    ['-12.-- Fr.', '.', '-12'],
    ['1200円', '.', '1200'],
    ['Rs. 1,20,000.50', '.', '120000.50'],
    ['R 120.50', '.', '120.50'],
    ['12,50 Euro', ',', '12.50'],
    ['1,553.53', '.', '1553.53'],
    ['0.385', '.', '0.385'],
    ['.5', '.', '0.5'],
    [',5', ',', '0.5'],
    ['5.', '.', '5'],
    ['+12.50', '.', '12.50'],
    [' 12.50 ', '.', '12.50'],
    ['(12.50)', '.', '-12.50'],
    ['-0.00', '.', '0.00'],
    ['1,23,456.50', '.', '123456.50'],
    ['12 kr', ',', '12'],
    ['Fr. 12.50', '.', '12.50'],
    ['12,50 zł', ',', '12.50'],
  ])('%j with the mark %j is %s', (cell, mark, value) => {
    expect(read(cell, mark)).toBe(value);
  });

  test.each<[string, DecimalMark]>([
    ['', '.'],
    ['-', '.'],
    ['--', '.'],
    ['ERROR', '.'],
    ['UNKNOWN', '.'],
    ['N/A', '.'],
    ['12abc', '.'],
    ['1.2.3', '.'],
    ['1,2,3', ','],
    ['1,23', '.'],
    ['12,3456', '.'],
    ['1.23', ','],
    ['1234.50', ','],
    ['1e5', '.'],
    ['9.19876E+11', '.'],
    ['0x10', '.'],
    ['1 2', '.'],
    ['()', '.'],
    ['$', '.'],
    ['12..5', '.'],
    ['99999999999999999999', '.'],
    ['12.50 dollars', '.'],
    ['5 %', '.'],
  ])('%j with the mark %j is no number, never 0', (cell, mark) => {
    expect(read(cell, mark)).toBeNull();
  });

  test('1.234 is what the mark says it is', () => {
    expect(read('1.234', '.')).toBe('1.234');
    expect(read('1.234', ',')).toBe('1234');
  });
});

describe('rounding half away from zero (DEFINITIONS 3)', () => {
  test.each<[number, number, number, number]>([
    [5, 1, 0, 1],
    [-5, 1, 0, -1],
    [4, 1, 0, 0],
    [-4, 1, 0, 0],
    [385, 3, 2, 39],
    [-385, 3, 2, -39],
    [1005, 3, 2, 101],
    [2675, 3, 2, 268],
    [12, 0, 2, 1200],
    [12345, 3, 3, 12345],
    [1, 0, 0, 1],
    [-1, 3, 2, 0],
  ])('%i · 10^-%i at %i decimals is %i', (mantissa, scale, digits, minor) => {
    expect(atScale(mantissa, scale, digits)).toBe(minor);
  });

  test('what no double holds is not a number', () => {
    expect(atScale(9_007_199_254_740_991, 0, 2)).toBeNaN();
    expect(productAtScale({ mantissa: 9e15, scale: 0 }, { mantissa: 9e15, scale: 0 }, 2)).toBeNaN();
  });

  test.each<[string, string, number]>([
    ['3', '0.385', 116],
    ['-3', '0.385', -116],
    ['0.5', '0.05', 3],
    ['1.005', '1', 101],
    ['0.333', '2.99', 100],
    ['1000000', '1234.567', 123_456_700_000],
    ['123456789.123', '98765.4321', 1_219_326_312_341_168],
  ])('%s × %s is %i cents', (quantity, price, minor) => {
    const [a, b] = [quantity, price].map((cell) => {
      const out: Decimal = { mantissa: 0, scale: 0 };
      expect(readDecimal(cell, '.', out)).toBe(true);
      return out;
    });
    expect(productAtScale(a!, b!, 2)).toBe(minor);
  });

  test('products equal those of unlimited whole numbers', () => {
    const decimal = fc.record({
      mantissa: fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
      scale: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(decimal, decimal, fc.constantFrom(0, 2, 3), (a, b, digits) => {
        const exactly = BigInt(a.mantissa) * BigInt(b.mantissa) * 10n ** BigInt(digits);
        const unit = 10n ** BigInt(a.scale + b.scale);
        const size = exactly < 0n ? -exactly : exactly;
        const rounded = (size * 2n + unit) / (2n * unit);
        const expected = exactly < 0n ? -rounded : rounded;
        const found = productAtScale(a, b, digits);
        if (Number.isSafeInteger(Number(expected))) expect(BigInt(found)).toBe(expected);
        else expect(found).toBeNaN();
      }),
      { seed: 3, numRuns: 2000 },
    );
  });
});

describe('what a locale writes is read back exactly', () => {
  const locales = [
    'en-GB',
    'en-US',
    'en-IN',
    'de-DE',
    'de-CH',
    'de-AT',
    'fr-FR',
    'fr-CH',
    'es-ES',
    'it-IT',
    'nl-NL',
    'pt-PT',
    'pt-BR',
    'pl-PL',
    'sv-SE',
  ];
  const amount = fc.tuple(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), fc.constantFrom(0, 2, 3));

  test.each(locales)('%s', (locale) => {
    const mark = localeStyle(locale)!.mark;
    fc.assert(
      fc.property(amount, fc.boolean(), ([mantissa, digits], grouped) => {
        const text = new Intl.NumberFormat(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
          useGrouping: grouped,
        }).format(mantissa / 10 ** digits);
        const out: Decimal = { mantissa: 0, scale: 0 };
        expect(readDecimal(text, mark, out), text).toBe(true);
        expect(atScale(out.mantissa, out.scale, 3), text).toBe(mantissa * 10 ** (3 - digits));
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test.each<[string, string]>([
    ['en-GB', 'GBP'],
    ['en-US', 'USD'],
    ['en-AU', 'AUD'],
    ['de-DE', 'EUR'],
    ['de-CH', 'CHF'],
    ['fr-FR', 'EUR'],
    ['es-ES', 'EUR'],
    ['it-IT', 'EUR'],
    ['nl-NL', 'EUR'],
    ['pt-BR', 'BRL'],
    ['pl-PL', 'PLN'],
    ['sv-SE', 'SEK'],
    ['da-DK', 'DKK'],
    ['cs-CZ', 'CZK'],
    ['ja-JP', 'JPY'],
  ])('money of %s in %s, by sign and by code', (locale, currency) => {
    const mark = localeStyle(locale)!.mark;
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.constantFrom('symbol' as const, 'narrowSymbol' as const, 'code' as const),
        fc.constantFrom('standard' as const, 'accounting' as const),
        (units, currencyDisplay, currencySign) => {
          const text = new Intl.NumberFormat(locale, {
            style: 'currency',
            currency,
            currencyDisplay,
            currencySign,
            minimumFractionDigits: 2,
          }).format(units / 100);
          const out: Decimal = { mantissa: 0, scale: 0 };
          expect(readDecimal(text, mark, out), text).toBe(true);
          expect(atScale(out.mantissa, out.scale, 2), text).toBe(units === 0 ? 0 : units);
        },
      ),
      { seed: 12, numRuns: 150 },
    );
  });
});

describe('the decimal mark of a file (IMPORT 4)', () => {
  const marks = (...cells: string[]): readonly DecimalMark[] => {
    const votes = new DecimalVotes();
    for (const cell of cells) votes.add(cell);
    return votes.marks();
  };

  test.each<[string[], DecimalMark[]]>([
    [['1,234.50'], ['.']],
    [['1.234,50'], [',']],
    [['2.5'], ['.']],
    [['2,5'], [',']],
    [['1.234.567'], [',']],
    [['1,234,567'], ['.']],
    [['0.385'], ['.']],
    [['1234.567'], ['.']],
    [['18500.00'], ['.']],
    [['-110.7'], ['.']],
    [['1.234', '2.5'], ['.']],
    [['1.234', '2,5'], [',']],
    [['€ 1.234', '5,00'], [',']],
    [
      ['1.234', '5.678'],
      ['.', ','],
    ],
    [['1,234'], ['.', ',']],
    [['12', '7', '100'], []],
    [['', 'ERROR', '-'], []],
  ])('%j speaks for %j', (cells, expected) => {
    expect(marks(...cells)).toEqual(expected);
  });

  test('one cell that contradicts the many does not overturn them', () => {
    expect(marks('1.50', '2.75', '3.10', '4,20')).toEqual(['.']);
  });
});
