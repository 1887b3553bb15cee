import { describe, expect, test } from 'vitest';
import {
  clearBeyond,
  groupGrowth,
  revenueGrowth,
  segmentWindows,
  untoldGrowth,
} from '../../../src/main/analytics/growth/segment-growth.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';

describe('growth of a segment, like with like (TRUTH 2)', () => {
  const random = seededRandom(5);
  const before = Array.from({ length: 300 }, () => 1000 * (0.2 + random()));
  const after = before.map((v) => v * (0.9 + 0.6 * random()));
  const everybody = () => true;

  test('is the ratio of sums; its standard error is that of the delta method', () => {
    const growth = groupGrowth({ before, after }, everybody, everybody)!;
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    const ratio = sum(after) / sum(before);
    expect(growth.log).toBeCloseTo(Math.log(ratio), 12);
    const squares = sum(before.map((b, i) => (after[i]! - ratio * b) ** 2));
    expect(growth.se).toBeCloseTo((Math.sqrt(squares) / sum(after)) * Math.sqrt(300 / 299), 10);
  });

  test('a customer counts nought in the window before which they were no member', () => {
    const growth = groupGrowth(
      { before, after },
      (i) => i < 200,
      (i) => i >= 100,
    )!;
    const part = (list: readonly number[], from: number, to: number): number =>
      list.slice(from, to).reduce((a, b) => a + b, 0);
    expect(growth.log).toBeCloseTo(Math.log(part(after, 100, 300) / part(before, 0, 200)), 12);
    expect(growth.members).toEqual({ before: 200, after: 200 });
  });

  test('fewer than 20 members on either day, or no revenue, give no direction', () => {
    expect(groupGrowth({ before, after }, everybody, (i) => i < 19)).toBeNull();
    expect(groupGrowth({ before, after: before.map(() => 0) }, everybody, everybody)).toBeNull();
  });

  test('money in another unit changes nothing', () => {
    const scaled = { before: before.map((v) => v * 8), after: after.map((v) => v * 8) };
    expect(groupGrowth(scaled, everybody, everybody)!.se).toBeCloseTo(
      groupGrowth({ before, after }, everybody, everybody)!.se,
      12,
    );
  });

  test.each([
    [1, 1.959963984540054],
    [4, 1.959963984540054],
    [6, 2.128045],
  ])('clear beyond the larger of 1.96 and Φ⁻¹(1 − .1 ÷ K): K = %i', (told, z) =>
    expect(clearBeyond(told)).toBeCloseTo(z, 5),
  );

  test.each([
    ['2025-01-01', '2026-12-31', 6, 6],
    ['2024-10-01', '2026-12-31', 9, 6],
    ['2024-01-01', '2026-12-31', 12, 12],
    ['2022-01-01', '2026-12-31', 12, 12],
  ] as const)('of sales from %s to %s windows of %i months, look-back %i', (from, to, months, lookBack) =>
    expect(segmentWindows(dayNumber(isoDay(from)), dayNumber(isoDay(to)))).toMatchObject({
      months,
      lookBack,
    }),
  );

  test('under 24 months there is none', () => {
    expect(segmentWindows(dayNumber(isoDay('2025-02-01')), dayNumber(isoDay('2026-12-31')))).toBeNull();
  });

  test('who is not told stands at the weighted middle of the own growth of the members, or on the line', () => {
    const untold = untoldGrowth([0.1, Number.NaN, 0.4], [100, 900, 300], [0, 1, 2], 'Why.', 0);
    expect(untold.value).toBeCloseTo(Math.expm1((0.1 * 100 + 0.4 * 300) / 400), 12);
    expect(untold).toMatchObject({ lo: null, hi: null, direction: 'unclear', reason: 'Why.' });
    expect(untoldGrowth([Number.NaN], [5], [0], 'Why.', 0.05).value).toBe(0.05);
  });
});

describe('totals', () => {
  test('growth of a total', () => {
    expect(revenueGrowth(200, 250)).toBe(0.25);
    expect(revenueGrowth(0, 250)).toBeNull();
  });
});
