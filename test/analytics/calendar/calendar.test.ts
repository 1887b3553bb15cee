import { describe, expect, test } from 'vitest';
import {
  businessClock,
  calendarDays,
  elapsed,
  elapsedDays,
} from '../../../src/main/analytics/calendar/business-clock.ts';
import { longSilences } from '../../../src/main/analytics/calendar/closures.ts';
import type { DaySales } from '../../../src/main/analytics/calendar/day-sales.ts';
import { exceptionalDays } from '../../../src/main/analytics/calendar/exceptional-days.ts';
import { seasonWeights, WEEKS, weekOf } from '../../../src/main/analytics/calendar/season.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';

const day = (text: string): number => dayNumber(isoDay(text));
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k);

const salesOn = (days: readonly number[], of: (day: number) => number = () => 100): DaySales => ({
  day: Int32Array.from(days),
  revenue: Float64Array.from(days, of),
  orders: Float64Array.from(days, () => 1),
});

const FROM = day('2023-01-01');
const TO = day('2025-12-31');

describe('exceptional days (TRUTH 7)', () => {
  test('one fair of a tenth of the year is found with its share', () => {
    const fair = day('2025-05-10');
    const found = exceptionalDays(salesOn(range(FROM, TO), (d) => (d === fair ? 4060 : 100)));
    expect(found).toEqual([{ day: fair, revenue: 4060, share: 4060 / (364 * 100 + 4060) }]);
  });

  test('Christmas, Saturdays and a large but small-shared day are usual', () => {
    const christmas = (d: number) => (weekOf(d) >= 47 ? 800 : d % 7 === 2 ? 300 : 100);
    expect(exceptionalDays(salesOn(range(FROM, TO), christmas))).toEqual([]);
    expect(exceptionalDays(salesOn(range(FROM, TO), (d) => (d === TO - 100 ? 2000 : 100)))).toEqual([]);
  });
});

describe('closures (TRUTH 8)', () => {
  const without = (from: string, to: string, days = range(FROM, TO)): number[] =>
    days.filter((d) => d < day(from) || d > day(to));

  test.each([20, 60, 240])('%i days shut in one year of three are a closure', (length) => {
    const from = day('2024-03-01');
    const days = range(FROM, TO).filter((d) => d < from || d >= from + length);
    expect(longSilences(salesOn(days))).toEqual([{ from, to: from + length - 1, kind: 'closed' }]);
  });

  test('closed every winter is the season', () => {
    const winters = without('2023-11-10', '2024-02-20', without('2024-11-10', '2025-02-20'));
    expect(longSilences(salesOn(winters)).map(({ kind }) => kind)).toEqual(['season', 'season']);
  });

  test('in the only year there is, it is asked', () => {
    const year = range(FROM, FROM + 364).filter((d) => d < FROM + 100 || d > FROM + 140);
    expect(longSilences(salesOn(year)).map(({ kind }) => kind)).toEqual(['unknown']);
  });

  test('a shop that sells every third week cries no wolf', () => {
    const rare = range(FROM, TO).filter((d) => (d - FROM) % 21 === 0);
    expect(longSilences(salesOn(rare))).toEqual([]);
  });
});

describe('the season (TRUTH 9)', () => {
  test('an even shop has none; Christmas × 4 is found', () => {
    const random = seededRandom(3);
    const bought = (weight: (d: number) => number): number[] =>
      range(FROM, TO).flatMap((d) => range(1, 40).flatMap(() => (random() < weight(d) ? [d] : [])));
    const even = seasonWeights(
      bought(() => 0.2),
      FROM,
      TO,
    );
    if (even) for (const weight of even) expect(Math.abs(weight - 1)).toBeLessThan(0.1);
    const weights = seasonWeights(
      bought((d) => (weekOf(d) >= 48 ? 0.8 : 0.2)),
      FROM,
      TO,
    )!;
    expect(weights[50]! / weights[20]!).toBeGreaterThan(3.3);
    expect(weights.reduce((sum, w) => sum + w, 0) / WEEKS).toBeCloseTo(1, 10);
  });

  test.each([0, 90, 180, 270])(
    'a shop that doubles every year is not taken for one that is busy in some months, %i days before the end of the year',
    (before) => {
      const random = seededRandom(4);
      const last = TO - before;
      const bought = range(FROM, last).flatMap((d) =>
        range(1, 60).flatMap(() => (random() < 0.1 * 2 ** ((d - FROM) / 365) ? [d] : [])),
      );
      const weights = seasonWeights(bought, FROM, last);
      if (weights) expect(Math.max(...weights) / Math.min(...weights)).toBeLessThan(1.35);
    },
  );

  test('less than two years tell none', () => {
    expect(seasonWeights(range(FROM, FROM + 600), FROM, FROM + 600)).toBeNull();
  });
});

describe('the business clock', () => {
  test('is the calendar where nothing stands out', () => {
    expect(businessClock([FROM], FROM, FROM + 300)).toBeNull();
    expect(elapsed(null, 10, 40)).toBe(30);
  });

  test('stands still in a closure, both ways', () => {
    const clock = businessClock([FROM], FROM, FROM + 300, [{ from: FROM + 100, to: FROM + 149 }]);
    expect(elapsed(clock, FROM + 90, FROM + 160)).toBe(20);
    expect(elapsedDays(clock, FROM + 110, FROM + 120)).toBe(1);
    expect(calendarDays(clock, FROM + 90, 20)).toBe(70);
  });
});
