import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFormat, gradeInWords, NOTHING } from '../../src/renderer/ui/text/format-core.ts';
import { decimalMark, knownLocale } from '../../src/shared/format.ts';
import type { IsoDay } from '../../src/shared/model/day.ts';
import type { Result } from '../../src/shared/model/result.ts';

const en = createFormat('en-GB', 'EUR');
const de = createFormat('de-DE', 'EUR');

const aResult = (given: Partial<Result> = {}): Result => ({
  metric: 'revenue',
  unit: 'money',
  value: 1_234_56,
  lo: null,
  hi: null,
  level: null,
  n: 12,
  period: { from: '2025-01-01' as IsoDay, to: '2025-12-31' as IsoDay },
  method: 'sum',
  grade: 'A',
  warnings: [],
  ...given,
});

/** Intl writes no-break spaces of two kinds; a test reads better without. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test.each([
    ['EUR', 123_456, '€1,234.56'],
    ['JPY', 123_456, '¥123,456'],
    ['KWD', 123_456, 'KWD 123.456'],
    ['EUR', 0, '€0.00'],
    ['EUR', -0, '€0.00'],
    ['EUR', -5, '−€0.05'],
  ])('%s %d minor units', (currency, minor, expected) => {
    expect(plain(createFormat('en-GB', currency).money(minor))).toBe(expected);
  });

  test('a headline is short from ten thousand on, whole from a hundred on', () => {
    expect(en.money(1_240_000, { headline: true })).toBe('€12.4k');
    expect(en.money(123_456, { headline: true })).toBe('€1,235');
    expect(en.money(4_312, { headline: true })).toBe('€43.12');
    expect(en.money(6_000, { headline: true })).toBe('€60');
    expect(en.money(0, { headline: true })).toBe('€0');
  });

  test('is written as the locale writes it', () => {
    expect(plain(de.money(123_456))).toBe('1.234,56 €');
    expect(plain(createFormat('fr-FR', 'EUR').money(123_456))).toBe('1 234,56 €');
    expect(createFormat('en-GB', null).money(123_456)).toBe('1,234.56');
  });
});

describe('shares and changes', () => {
  test.each([
    [0, '0%'],
    [0.346, '35%'],
    [0.0346, '3.5%'],
    [0.0001, '< 0.1%'],
    [0.996, '99.6%'],
    [0.99999, '> 99.9%'],
    [1, '100%'],
  ])('a share of %d', (value, expected) => expect(en.share(value)).toBe(expected));

  test.each([
    [0.118, '+12%'],
    [-0.271, '−27%'],
    [0.0042, '+0.4%'],
    [0, '0%'],
    [-0.00001, '0%'],
    [23, '> +999%'],
  ])('a growth of %d', (value, expected) => expect(en.growth(value)).toBe(expected));
});

describe('days, counts, ratios', () => {
  test.each([
    [1, '1 day'],
    [23.4, '23 days'],
    [2.1, '2.1 days'],
    [0.96, '1 day'],
    [0, '0 days'],
    [1_200, '1,200 days'],
  ])('%d days', (value, expected) => expect(en.days(value)).toBe(expected));

  test('a day and a month are those of the calendar in every zone', () => {
    expect(en.day('2025-03-31')).toBe('31 Mar 2025');
    expect(en.month('2025-03')).toBe('Mar 2025');
    expect(de.day('2025-03-31')).toBe('31.03.2025');
    expect(en.day('2025-99-99')).toBe(NOTHING);
  });

  test('weekdays begin with Monday as 1, and 0 is Sunday too', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 0].map(en.weekday).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun Sun');
  });

  test('counted things agree with their number', () => {
    expect(en.counted(1, 'customer')).toBe('1 customer');
    expect(en.counted(1_204, 'customer')).toBe('1,204 customers');
    expect(en.ratio(2.61)).toBe('2.6×');
    expect(en.ratio(101.2)).toBe('101×');
  });
});

describe('results', () => {
  test('an estimate carries its range and level', () => {
    const text = en.result(aResult({ unit: 'growth', value: 0.082, lo: 0.031, hi: 0.135, level: 0.8 }));
    expect(text).toEqual({ value: '+8%', range: '+3% to +14%', level: '80%' });
  });

  test('what is counted has none', () => {
    expect(en.result(aResult())).toEqual({ value: '€1,234.56', range: null, level: null });
  });

  test.each([
    aResult({ value: null }),
    aResult({ grade: 'D' }),
    aResult({ value: Number.NaN }),
    aResult({ value: Number.POSITIVE_INFINITY }),
  ])('without a number it is said in words', (result) => {
    expect(en.result(result)).toEqual({ value: 'not enough data', range: null, level: null });
  });

  test('an estimate of money that is no whole minor unit is rounded', () => {
    expect(en.result(aResult({ value: 1234.4 })).value).toBe('€12.34');
  });

  test('every grade has words', () => {
    expect(Object.values(gradeInWords).every((words) => words.endsWith('.'))).toBe(true);
  });
});

test('no number whatever is shown as NaN, infinity or minus zero', () => {
  const anyNumber = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e308, -1e-320),
  );
  fc.assert(
    fc.property(anyNumber, fc.constantFrom(en, de), (n, format) => {
      const all = [
        format.money(n),
        format.money(n, { headline: true }),
        format.share(n),
        format.change(n),
        format.growth(n),
        format.days(n),
        format.count(n),
        format.ratio(n),
        format.inUnit('index', n),
        format.result(aResult({ value: n, lo: n, hi: n, unit: 'ratio' })).value,
        format.amountCell(n).number,
        format.percentCell(n).number,
      ];
      for (const text of all) expect(text).not.toMatch(/NaN|∞|Infinity|^[-−]0(?![.,]?\d*[1-9])/);
    }),
  );
});

test('a spreadsheet of the same locale reads a cell back', () => {
  expect(de.amountCell(-123_456).number).toBe('-1234,56');
  expect(en.amountCell(123_456).number).toBe('1234.56');
  expect(de.percentCell(0.1234).number).toBe('12,3%');
  expect(en.percentCell(null).number).toBe('');
  expect(decimalMark('de-DE')).toBe(',');
});

test.each(['', 'xx-not-a-locale-at-all', 'en_GB'])(
  'the unknown locale %j falls back to English',
  (locale) => {
    expect(knownLocale(locale)).toBe('en-GB');
  },
);
