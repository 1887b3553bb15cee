import { expect, test } from 'vitest';
import { kindIn } from '../../src/renderer/features/actions/model.ts';
import {
  addressOfActions,
  groupText,
  hoursTitle,
  openHours,
  sinceReviewText,
  weekdaysTitle,
  weekTitle,
} from '../../src/renderer/features/overview/model.ts';
import { monthBars, placeOfMost } from '../../src/renderer/ui/charts/month-bars.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import { ActionKindSchema } from '../../src/shared/model/action.ts';
import { minor } from '../../src/shared/model/money.ts';

const format = createFormat('en-GB', 'EUR');

const aMonth = (month: string, identified: number, anonymous = 0) => ({
  month,
  identified: minor(identified),
  anonymous: minor(anonymous),
});

test('the title of the months names the strongest, both kinds of sales together', () => {
  const bars = monthBars(
    [aMonth('2025-01', 500_00), aMonth('2025-02', 100_00, 900_00), aMonth('2025-03', 600_00)],
    '2025-03-31',
    format,
  );
  expect(bars.title).toBe('Feb 2025 was the strongest month, with €1,000');
  expect(bars.best).toBe(1);
  expect(bars.hasAnonymous).toBe(true);
  expect(bars.note).toBeNull();
});

test('an unfinished last month is said', () => {
  expect(monthBars([aMonth('2025-12', 1)], '2025-12-09', format).note).toBe(
    'The last month holds sales up to 9 Dec 2025 only.',
  );
});

test('months without revenue have no strongest', () => {
  expect(monthBars([aMonth('2025-01', -5_00)], '2025-01-31', format).title).toBe(
    'No month has revenue above zero',
  );
});

test('three years are shown, however long the sales reach back', () => {
  const months = Array.from({ length: 60 }, (_, i) =>
    aMonth(`${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, i),
  );
  const bars = monthBars(months, '2024-12-31', format);
  expect(bars.labels).toHaveLength(36);
  expect(bars.labels[0]).toBe('Jan 2022');
});

test('of equal values the first is the most', () => {
  expect(placeOfMost([1, 3, 3])).toBe(1);
  expect(placeOfMost([0, -1])).toBeNull();
});

const anHour = (hour: number, revenue: number, orders = revenue > 0 ? 1 : 0) => ({
  hour,
  revenue: minor(revenue),
  orders,
});

test('the hours of a shop run from its first sale to its last, with the quiet ones between', () => {
  const hours = openHours([anHour(0, 0), anHour(6, 5), anHour(7, 0), anHour(8, 9), anHour(23, 0)]);
  expect(hours.map((h) => h.hour)).toEqual([6, 7, 8]);
  expect(hoursTitle(hours, format)).toBe('Most is sold between 08:00 and 09:00');
  expect(hoursTitle([], format)).toBe('The sales carry no time of day');
  expect(hoursTitle([anHour(23, 1)], format)).toBe('Most is sold between 23:00 and 00:00');
});

test('the strongest weekday is named in full', () => {
  const days = [1, 6, 7].map((weekday) => ({ weekday, revenue: minor(weekday === 6 ? 9 : 1), orders: 1 }));
  expect(weekdaysTitle(days, format)).toBe('Saturday is the strongest day of the week');
});

test('a change since the last review is an arrow and words', () => {
  expect(sinceReviewText(0.031, format)).toEqual({ mark: '↑', text: '+3%' });
  expect(sinceReviewText(-0.02, format)?.mark).toBe('↓');
  expect(sinceReviewText(0.0001, format)?.text).toBe('unchanged');
  expect(sinceReviewText(null, format)).toBeNull();
  expect(sinceReviewText(Number.NaN, format)).toBeNull();
});

test.each([
  [5, 'This week’s five actions'],
  [3, 'This week’s actions'],
  [1, 'This week’s action'],
])('%i kinds: %s', (groups, title) => expect(weekTitle(groups)).toBe(title));

test('a group in words', () =>
  expect(groupText({ count: 1, expectedValue: minor(2_180_000) }, format)).toBe(
    '1 customer, €21.8k at stake',
  ));

test.each(ActionKindSchema.options)('the address of the actions of kind %s is read back', (kind) => {
  const [path, query] = addressOfActions(kind).split('?');
  expect(path).toBe('/act');
  expect(kindIn(new URLSearchParams(query))).toBe(kind);
});
