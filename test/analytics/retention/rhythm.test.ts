import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rhythmOf, rhythmState } from '../../../src/main/analytics/retention/rhythm.ts';
import { usualGaps } from '../../../src/main/analytics/retention/usual-gap.ts';
import { buys, historyOf } from '../builders.ts';

describe('usual gap (DEFINITIONS 16)', () => {
  test('own median gap shrunk to the shop’s with weight gaps / (gaps + 3)', () => {
    const history = historyOf(
      [buys([0, 10, 20, 30]), buys([0, 30]), buys([0, 20, 60]), buys([5]), [[9, -100]]],
      100,
    );
    const gaps = usualGaps(history);
    // own medians 10, 30, 30: the shop's is 30
    expect(gaps.shop).toBe(30);
    expect(gaps.n).toBe(3);
    expect([...gaps.days]).toEqual([(3 * 10 + 3 * 30) / 6, 30, 30, 30, Number.NaN]);
  });

  test('days of returns make no gap', () => {
    const history = historyOf(
      [
        [
          [0, 100],
          [4, -50],
          [10, 100],
        ],
      ],
      20,
    );
    expect(usualGaps(history).shop).toBe(10);
  });

  test('a group of ten or more has a median of its own', () => {
    const quick = Array.from({ length: 10 }, () => buys([0, 10]));
    const slow = Array.from({ length: 12 }, () => buys([0, 50]));
    const history = historyOf([...quick, ...slow, buys([0])], 60);
    const groupOf = [...quick.map(() => 0), ...slow.map(() => 1), 0];
    expect(usualGaps(history).days[22]).toBe(50);
    expect(usualGaps(history, groupOf).days[22]).toBe(10);
    expect(usualGaps(history, groupOf).days[0]).toBe(10);
  });

  test('while nobody has come back there is none', () => {
    const gaps = usualGaps(historyOf([buys([0]), buys([3])], 10));
    expect(gaps.shop).toBeNull();
    expect([...gaps.days]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('rhythm states', () => {
  test.each([
    ['no purchase', 0, 100, Number.NaN, null],
    ['first purchase within one usual gap', 1, 30, 1, 'new'],
    ['bought twice within it', 2, 30, 0.2, 'new'],
    ['one purchase, longer ago', 1, 31, 1.03, 'one-time'],
    ['one purchase, very long ago is never lapsed', 1, 900, 30, 'one-time'],
    ['in rhythm', 4, 200, 1.49, 'regular'],
    ['late', 4, 200, 1.5, 'late'],
    ['late still', 4, 200, 1.99, 'late'],
    ['at risk', 4, 200, 2, 'at-risk'],
    ['at risk needs three purchase days', 2, 200, 2.5, 'late'],
  ] as const)('%s', (_name, days, sinceFirst, ratio, expected) =>
    expect(rhythmState(days, sinceFirst, ratio, 30)).toBe(expected),
  );

  test('overdue ratio = silence ÷ usual gap', () => {
    const rhythm = rhythmOf(historyOf([buys([0, 10, 20]), buys([0, 10, 20, 30, 40])], 50));
    expect([...rhythm.overdueRatio]).toEqual([3, 1]);
    expect([...rhythm.daysSinceLast]).toEqual([30, 10]);
    expect(rhythm.state).toEqual(['at-risk', 'regular']);
  });

  test('a day without purchases never lowers an overdue ratio', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(days, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 60 }),
        (list, later) => {
          const now = rhythmOf(
            historyOf(
              list.map((d) => buys(d)),
              300,
            ),
          );
          const then = rhythmOf(
            historyOf(
              list.map((d) => buys(d)),
              300 + later,
            ),
          );
          now.overdueRatio.forEach((ratio, i) => {
            if (!Number.isNaN(ratio)) expect(then.overdueRatio[i]).toBeGreaterThan(ratio);
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
