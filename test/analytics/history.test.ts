import { describe, expect, test } from 'vitest';
import { monthsBefore } from '../../src/main/analytics/calendar/months.ts';
import { firstDayOf, revenueWithin } from '../../src/main/analytics/history.ts';
import { dayNumber, isoDay } from '../../src/shared/model/day.ts';
import { historyOf } from './builders.ts';

const day = (text: string): number => dayNumber(isoDay(text));

describe('purchase history', () => {
  const history = historyOf(
    [
      [],
      [
        [10, 100],
        [20, -30],
        [30, 500],
      ],
      [[5, -1]],
    ],
    40,
  );

  test('revenue within days: after the first, up to and including the last, returns netted', () => {
    expect([...revenueWithin(history, 10, 30)]).toEqual([0, 470, 0]);
    expect([...revenueWithin(history, 0, 20)]).toEqual([0, 70, -1]);
  });

  test('begins with the first sale or return of anybody', () => {
    expect(firstDayOf(history)).toBe(5);
    expect(firstDayOf(historyOf([[]], 1))).toBeNull();
  });

  test.each([
    ['2025-03-31', 1, '2025-02-28'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2025-12-09', 24, '2023-12-09'],
    ['1970-02-01', 6, '1969-08-01'],
  ])('%s less %i months is %s', (from, months, to) => expect(monthsBefore(day(from), months)).toBe(day(to)));
});
