import { expect, test } from 'vitest';
import { cellOf, forecastBars, verdictOf } from '../../src/renderer/features/retention/model.ts';
import { minor } from '../../src/shared/model/money.ts';
import type { RevenueOutlook } from '../../src/shared/model/retention.ts';

const ahead = (month: string, revenue: number): RevenueOutlook['ahead'][number] => ({
  month,
  revenue: minor(revenue),
  lo: minor(revenue - 100),
  hi: minor(revenue + 100),
});

const outlook = (running: RevenueOutlook['running']) => ({
  past: [{ month: '2025-08', revenue: minor(1000) }],
  ahead: [ahead('2025-09', 900), ahead('2025-10', 800)],
  running,
});

test('of the running month what is sold is solid and the rest hatched; the next whole month carries its figure', () => {
  const bars = forecastBars(outlook({ month: '2025-09', sold: minor(300) }) as RevenueOutlook);
  expect(bars.series.map(({ name, values }) => [name, values])).toEqual([
    ['Sold', [1000, 300, 0]],
    ['Forecast', [0, 600, 800]],
  ]);
  expect(bars.ranges).toEqual([null, { lo: 800, hi: 1000 }, { lo: 700, hi: 900 }]);
  expect(bars.months[bars.marked]).toBe('2025-10');
});

test('where the last sale ends a month, the first month ahead is the next one', () => {
  const bars = forecastBars(outlook(null) as RevenueOutlook);
  expect(bars.months[bars.marked]).toBe('2025-09');
  expect(bars.series[0]!.values).toEqual([1000, 0, 0]);
});

test('a running month that already brought more than was foreseen has no bar below zero', () => {
  const bars = forecastBars(outlook({ month: '2025-09', sold: minor(950) }) as RevenueOutlook);
  expect(bars.series[1]!.values[1]).toBe(0);
});

test('cells of the table of fifths are found by both ranks; verdicts are in words', () => {
  const cell = { before: 5, after: null, customers: 3, revenueBefore: minor(9), revenueAfter: minor(0) };
  expect(cellOf([cell], 5, null)).toBe(cell);
  expect(cellOf([cell], null, 5)).toBeNull();
  expect([true, false, null].map(verdictOf)).toEqual([
    'inside the range',
    'outside the range',
    'told without a range',
  ]);
});
