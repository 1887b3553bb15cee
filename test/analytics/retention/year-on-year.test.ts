import { describe, expect, test } from 'vitest';
import { bridge, yearOnYear } from '../../../src/main/analytics/retention/year-on-year.ts';

describe('year on year (MODELS 16)', () => {
  // a..e bought 10 to 50 in the earlier year; f is new, d did not buy
  const table = yearOnYear({
    days1: [1, 1, 1, 0, 1, 1],
    days2: [1, 1, 1, 1, 1, 0],
    daysBefore: [0, 0, 0, 0, 0, 0],
    revenue1: [50, 20, 10, 0, 60, 5],
    revenue2: [10, 20, 30, 40, 50, 0],
  });

  test('the toy of six customers, worked out by hand', () => {
    expect(table.classOf).toEqual(['up', 'up', 'down', 'not-this-year', 'same', 'new']);
  });

  test('cells and classes close to the revenue of both years', () => {
    for (const groups of [table.cells, table.classes]) {
      expect(groups.reduce((sum, { revenue1 }) => sum + revenue1, 0)).toBe(145);
      expect(groups.reduce((sum, { revenue2 }) => sum + revenue2, 0)).toBe(150);
    }
  });

  test('back and earlier only are told by what was before both years', () => {
    const { classOf } = yearOnYear({
      days1: [1, 0, 0],
      days2: [0, 0, 0],
      daysBefore: [2, 2, 0],
      revenue1: [5, 0, 0],
      revenue2: [0, 0, 0],
    });
    expect(classOf).toEqual(['back', 'earlier-only', null]);
  });

  test.each([
    ['key', [20, 160, 1_600_000], [18, 150, 1_650_000], [-171_555.5556, 66_444.4444, 155_111.1111]],
    ['regulars', [100, 500, 1_500_000], [110, 520, 1_430_000], [139_886.3636, -82_272.7273, -127_613.6364]],
    ['occasional', [200, 240, 600_000], [260, 290, 754_000], [177_084.6154, -49_669.2308, 26_584.6154]],
    ['all', [320, 900, 3_700_000], [388, 960, 3_834_000], [728_644.1375, -485_048.3695, -109_595.768]],
  ] as const)('the bridge of %s closes (fixture of MODELS 16)', (_, before, after, parts) => {
    const of = ([buyers, days, revenue]: readonly [number, number, number]) => ({ buyers, days, revenue });
    const found = bridge(of(before), of(after));
    expect(found.customers).toBeCloseTo(parts[0], 3);
    expect(found.frequency).toBeCloseTo(parts[1], 3);
    expect(found.orderValue).toBeCloseTo(parts[2], 3);
    expect(found.customers + found.frequency + found.orderValue).toBeCloseTo(found.total, 6);
  });

  test('a window without buyers: the whole change is customers', () => {
    expect(bridge({ buyers: 0, days: 0, revenue: 0 }, { buyers: 2, days: 3, revenue: 90 })).toEqual({
      customers: 90,
      frequency: 0,
      orderValue: 0,
      total: 90,
    });
  });
});
