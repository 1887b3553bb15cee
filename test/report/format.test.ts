import { describe, expect, test } from 'vitest';
import { formats } from '../../src/main/report/format.ts';
import { metrics } from '../../src/shared/metrics/index.ts';
import { figureTitle } from '../../src/shared/metrics/title.ts';
import { isoDay } from '../../src/shared/model/day.ts';

/** Intl writes spaces of several widths; a reader sees a space. */
const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

describe('numbers of a review', () => {
  test.each([
    ['en-IE', 'EUR', 1_241_235, '€12,412.35', '€12.4k'],
    ['en-IE', 'EUR', 84_000, '€840.00', '€840'],
    ['en-IE', 'EUR', 3_288, '€32.88', '€32.88'],
    ['en-IE', 'EUR', 0, '€0.00', '€0'],
    ['en-IE', 'EUR', -0, '€0.00', '€0'],
    ['en-US', 'USD', 123_456_789_00, '$123,456,789.00', '$123M'],
    ['de-DE', 'EUR', 1_241_235, '12.412,35 €', '12.400 €'],
    ['en-GB', 'JPY', 1_241_235, '¥1,241,235', '¥1.24m'],
    ['en-GB', 'KWD', 1_241_235, 'KWD 1,241.235', 'KWD 1,241'],
    ['x_y', '?', 1_241_235, '12,412.35', '12.4k'],
  ])('%s %s %i is %s exactly and %s in a headline', (locale, currency, amount, exact, rounded) => {
    const f = formats(locale, currency);
    expect(plain(f.money(amount))).toBe(exact);
    expect(plain(f.moneyRounded(amount))).toBe(rounded);
  });

  test('a column of amounts is exact where it fits, whole where not, rounded at the end – all its rows alike', () => {
    const f = formats('en-IE', 'EUR');
    expect(f.moneyColumn([1_241_235, 5], 14).write(5)).toBe('€0.05');
    const whole = f.moneyColumn([123_456_789_012, 5], 14);
    expect([whole.exact, whole.write(123_456_789_012)]).toEqual([false, '€1,234,567,890']);
    expect(f.moneyColumn([Number.MAX_SAFE_INTEGER], 14).write(Number.MAX_SAFE_INTEGER)).toBe('€90.1T');
  });

  test.each([
    [0.123, '+12%'],
    [-0.31, '−31%'],
    [-0.001, '−0.1%'],
    [0, '0%'],
    [45, '> +999%'],
  ])('growth of %d is %s', (fraction, expected) => {
    expect(formats('en-IE', 'EUR').growth(fraction)).toBe(expected);
  });

  test.each(['money', 'share', 'growth', 'count', 'days', 'ratio', 'index'] as const)(
    'a %s without a number is null, not a word for it',
    (unit) => {
      const f = formats('en-IE', 'EUR');
      expect([null, Number.NaN, Number.POSITIVE_INFINITY].map((v) => f.figure(unit, v))).toEqual([
        null,
        null,
        null,
      ]);
    },
  );

  test('a share too small to round is not nothing', () => {
    const f = formats('en-IE', 'EUR');
    expect([0, 0.0001, 0.013].map(f.shareRounded)).toEqual(['0%', '< 0.1%', '1.3%']);
  });

  test('counts stay short in narrow columns', () => {
    const f = formats('en-IE', 'EUR');
    expect([9_999, 12_345, 123_456].map(f.countShort)).toEqual(['9,999', '12.3k', '123k']);
  });

  test('days are those of the calendar, wherever the computer stands', () => {
    expect(formats('en-IE', 'EUR').longDay(isoDay('2025-12-09'))).toBe('9 December 2025');
  });
});

test.each([
  ['revenue12m', 'Revenue, last 12 months'],
  ['repeatShare', metrics.repeatShare.short],
  ['averageOrderValue', metrics.averageOrderValue.title],
  ['medianGapDays', 'Median gap days'],
  ['net-promoter_score', 'Net promoter score'],
  ['Revenue per visit', 'Revenue per visit'],
  ['constructor', 'Constructor'],
])('the figure %s is titled %s', (metric, title) => {
  expect(figureTitle({ metric, method: 'ratio' })).toBe(title);
});
