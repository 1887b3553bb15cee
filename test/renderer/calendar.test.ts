import { describe, expect, test } from 'vitest';
import {
  answersTo,
  calendarTitle,
  placeOn,
  saidOf,
  yearsOf,
} from '../../src/renderer/features/calendar/model.ts';
import { dayOfText, dayText } from '../../src/renderer/ui/forms/day-text.ts';
import type { CalendarMark } from '../../src/shared/model/calendar-mark.ts';
import { isoDay } from '../../src/shared/model/day.ts';
import { minor } from '../../src/shared/model/money.ts';

const aMark = (mark: Partial<CalendarMark> = {}): CalendarMark => ({
  id: 1,
  kind: 'closed',
  from: isoDay('2024-08-01'),
  to: isoDay('2024-08-20'),
  state: 'suggested',
  inEffect: true,
  revenue: minor(0),
  sentence: 'Closed.',
  reason: 'No sale for 20 days.',
  ...mark,
});

const period = { from: isoDay('2023-07-01'), to: isoDay('2025-06-30') };

describe('a day is typed as the owner writes days', () => {
  test.each([
    ['en-GB', '3/4/2025', '2025-04-03'],
    ['en-US', '3/4/2025', '2025-03-04'],
    ['de-DE', '3.4.25', '2025-04-03'],
    ['fr-CH', '03.04.2025', '2025-04-03'],
    ['ja-JP', '2025/4/3', '2025-04-03'],
    ['en-GB', '2025-04-03', '2025-04-03'],
    ['en-GB', '31/02/2025', null],
    ['en-US', '31/12/2025', null],
    ['en-GB', '3 April 2025', null],
    ['en-GB', '', null],
  ])('%s: %s', (locale, text, day) => {
    expect(dayOfText(text, locale)).toBe(day);
  });

  test.each(['en-GB', 'en-US', 'de-DE', 'fr-CH', 'sv-SE', 'ar-EG', 'ja-JP', 'fa-IR'])(
    '%s reads back what it writes',
    (locale) => {
      for (const day of ['2024-02-29', '2025-12-31', '2025-01-02'])
        expect(dayOfText(dayText(isoDay(day), locale), locale)).toBe(day);
    },
  );
});

test('the title counts what waits for a word', () => {
  expect(calendarTitle([])).toMatch(/^Nothing stands out/);
  expect(calendarTitle([aMark()])).toMatch(/^One stretch/);
  expect(calendarTitle([aMark(), aMark({ id: 2 })])).toMatch(/^2 stretches/);
  expect(calendarTitle([aMark({ state: 'confirmed' })])).toMatch(/has your word/);
});

test('a silence that may be the season is asked as such; one exceptional day is asked otherwise', () => {
  expect(answersTo(aMark()).no).toBe('It was open');
  expect(answersTo(aMark({ inEffect: false })).no).toBe('That is the season');
  expect(answersTo(aMark({ kind: 'exceptional' }))).toEqual({ yes: 'Leave it out', no: 'It was usual' });
  expect(saidOf(aMark({ state: 'confirmed', reason: null }))).toBe('Added by you');
});

test('marks lie on the timeline by their days, cut at its ends, and those beyond it not at all', () => {
  const half = placeOn({ period }, { from: isoDay('2023-07-01'), to: isoDay('2024-06-30') });
  expect(half!.left).toBe(0);
  expect(half!.width).toBeCloseTo((100 * 366) / 731);
  expect(placeOn({ period }, { from: isoDay('2025-06-30'), to: isoDay('2025-09-01') })!.width).toBeCloseTo(
    100 / 731,
  );
  expect(placeOn({ period }, { from: isoDay('2026-01-01'), to: isoDay('2026-01-01') })).toBeNull();
  expect(yearsOf({ period })).toEqual(['2024-01-01', '2025-01-01']);
});
