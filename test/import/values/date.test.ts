import { describe, expect, test } from 'vitest';
import { DateVotes, localeStyle } from '../../../src/main/import/sniff/styles/styles.ts';
import {
  type DateOrder,
  dateParts,
  dayOf,
  describeDateFormat,
  type Moment,
  orderOfFormat,
  possibleOrders,
  readTime,
} from '../../../src/main/import/values/date.ts';
import { ZoneClock } from '../../../src/main/import/values/zone-clock.ts';
import { dayFromNumber } from '../../../src/shared/model/day.ts';

const dayIn = (text: string, order: DateOrder): string | null => {
  const parts = dateParts(text);
  const day = parts && dayOf(parts, order);
  return day === null || day === undefined ? null : dayFromNumber(day);
};

describe('a day, once the order is decided (IMPORT A2)', () => {
  test.each<[string, DateOrder, string]>([
    ['2026-05-30', 'ymd', '2026-05-30'],
    ['2026/05/30', 'ymd', '2026-05-30'],
    ['2026.05.30', 'ymd', '2026-05-30'],
    ['20260530', 'ymd', '2026-05-30'],
    ['12/27/2018', 'mdy', '2018-12-27'],
    ['12/27/2018 ', 'mdy', '2018-12-27'],
    ['1/2/2011 8:26', 'mdy', '2011-01-02'],
    ['1/2/2011 8:26', 'dmy', '2011-02-01'],
    ['31.12.2024', 'dmy', '2024-12-31'],
    ['31.12.24', 'dmy', '2024-12-31'],
    ['08/14/25', 'mdy', '2025-08-14'],
    ['1. 2. 2024', 'dmy', '2024-02-01'],
    ['31-12-2024', 'dmy', '2024-12-31'],
    ['2023-11-04 12:19:55 -0700', 'ymd', '2023-11-04'],
    ['2024-06-07T02:38:54Z', 'ymd', '2024-06-07'],
    ['01/01/70', 'dmy', '1970-01-01'],
    ['01/01/69', 'dmy', '2069-01-01'],
    ['29.02.2024', 'dmy', '2024-02-29'],
    ['02/29/2000', 'mdy', '2000-02-29'],
    ['2024年3月5日', 'ymd', '2024-03-05'],
  ])('%j read %s is %s', (text, order, day) => {
    expect(dayIn(text, order)).toBe(day);
  });

  test.each<[string, DateOrder]>([
    ['29.02.2023', 'dmy'],
    ['02/29/1900', 'mdy'],
    ['31.04.2024', 'dmy'],
    ['31.02.2024', 'dmy'],
    ['13/13/2024', 'dmy'],
    ['00/01/2024', 'dmy'],
    ['12/27/2018', 'dmy'],
    ['31.12.2024', 'mdy'],
    ['2024-13-01', 'ymd'],
    ['2024-00-10', 'ymd'],
    ['20240230', 'ymd'],
    ['1/2', 'dmy'],
    ['2024', 'ymd'],
    ['', 'ymd'],
    ['UNKNOWN', 'ymd'],
    ['45292', 'ymd'],
    ['12:30', 'dmy'],
    ['1.5', 'dmy'],
  ])('%j read %s is no day of the calendar', (text, order) => {
    expect(dayIn(text, order)).toBeNull();
  });

  test.each([
    ['26-May-26', '2026-05-26'],
    ['Oct-05-26', '2026-10-05'],
    ['10-Dez-25', '2025-12-10'],
    ['Jan 5, 2026 1:23:45 PM', '2026-01-05'],
    ['January 5, 2026', '2026-01-05'],
    ['5 March 2026', '2026-03-05'],
    ['5th March 2026', '2026-03-05'],
    ['5. März 2026', '2026-03-05'],
    ['5 mars 2026', '2026-03-05'],
    ['1er août 2026', '2026-08-01'],
    ['5 févr. 2026', '2026-02-05'],
    ['5 de marzo de 2026', '2026-03-05'],
    ['5 marzo 2026', '2026-03-05'],
    ['5 maart 2026', '2026-03-05'],
    ['5 de março de 2026', '2026-03-05'],
    ['Tue, 5 May 2026', '2026-05-05'],
  ])('%j names its month, so no order is needed: %s', (text, day) => {
    for (const order of ['ymd', 'dmy', 'mdy'] as const) expect(dayIn(text, order)).toBe(day);
  });

  const languages = ['en-GB', 'de-DE', 'de-AT', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'pt-PT'] as const;
  test.each(
    languages.flatMap((locale) => (['long', 'short'] as const).map((month) => [locale, month] as const)),
  )('all twelve months as %s writes them (%s) are read', (locale, month) => {
    const name = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
    for (let m = 0; m < 12; m++) {
      const word = name.format(new Date(Date.UTC(2026, m, 15)));
      expect(dayIn(`15 ${word} 2026`, 'ymd'), word).toBe(`2026-${String(m + 1).padStart(2, '0')}-15`);
    }
  });
});

describe('which orders a text may be read in', () => {
  test.each<[string, DateOrder[]]>([
    ['2026-05-30', ['ymd']],
    ['30.05.2026', ['dmy']],
    ['05/30/2026', ['mdy']],
    ['05/06/2026', ['dmy', 'mdy']],
    ['05/06/26', ['dmy', 'mdy']],
    ['99/99/2026', []],
  ])('%j: %j', (text, orders) => {
    expect(possibleOrders(dateParts(text)!)).toEqual(orders);
  });
});

describe('the date order of a file is decided by the votes of all its cells (DEFINITIONS 15)', () => {
  const orders = (...cells: string[]): readonly DateOrder[] => {
    const votes = new DateVotes();
    for (const cell of cells) votes.add(cell);
    return votes.orders();
  };

  test.each<[string[], DateOrder[]]>([
    [
      ['01/02/2024', '03/04/2024'],
      ['dmy', 'mdy'],
    ],
    [['01/02/2024', '13/04/2024'], ['dmy']],
    [['01/02/2024', '04/13/2024'], ['mdy']],
    [['2024-01-02', '2024-01-03'], ['ymd']],
    [
      ['UNKNOWN', '', '01.02.2024', '31.02.2024'],
      ['dmy', 'mdy'],
    ],
    [['01/02/2024 8:00', '01/02/2024 9:00', '25/02/2024 9:00'], ['dmy']],
    [[], []],
    [['bread', 'butter'], []],
  ])('%j → %j', (cells, expected) => {
    expect(orders(...cells)).toEqual(expected);
  });

  test('a thousand open cells and one that settles it', () => {
    expect(orders(...new Array<string>(1000).fill('01/02/2024'), '12/31/2024')).toEqual(['mdy']);
  });

  test('one broken cell does not outvote the others', () => {
    expect(orders('13/01/2024', '14/01/2024', '15/01/2024', '01/31/2024')).toEqual(['dmy']);
  });

  test('cells that begin alike are still looked at each for itself', () => {
    expect(orders('01 02 2024', '01 13 2024')).toEqual(['mdy']);
  });
});

describe('times of day', () => {
  const time = (text: string): [number | null, number | null] | null => {
    const out: Moment = { day: 0, second: null, offsetMinutes: null };
    return readTime(text, out) ? [out.second, out.offsetMinutes] : null;
  };

  test.each<[string, [number | null, number | null]]>([
    ['', [null, null]],
    ['8:26', [30_360, null]],
    ['08:26', [30_360, null]],
    ['08:26:07', [30_367, null]],
    ['8.26', [30_360, null]],
    ['8h26', [30_360, null]],
    ['08:26:07.123', [30_367, null]],
    ['12:00 AM', [0, null]],
    ['12:30 am', [1800, null]],
    ['12:00 PM', [43_200, null]],
    ['1:23:45 PM', [48_225, null]],
    ['11:59 p.m.', [86_340, null]],
    ['12:19:55 -0700', [44_395, -420]],
    ['12:19:55 +05:30', [44_395, 330]],
    ['12:19:55-07:00', [44_395, -420]],
    ['02:38:54Z', [9534, 0]],
    ['02:38:54 UTC', [9534, 0]],
    ['1:23:45 PM PST', [48_225, -480]],
    ['02:38:54 CEST', [9534, 120]],
    ['02:38:54 GMT+02:00', [9534, 120]],
    ['08:26 Uhr', [30_360, null]],
    // Chicago or China: as it is written
    ['02:38:54 CST', [9534, null]],
    ['24:00', [86_399, null]],
    ['23:59:60', [86_399, null]],
  ])('%j is %j', (text, expected) => {
    expect(time(text)).toEqual(expected);
  });

  test.each(['25:00', '12:60', '0:30 PM', '13:00 PM', 'noon', '12', '12:3', ':30', '1:2:3:4'])(
    '%j is no time',
    (text) => {
      expect(time(text)).toBeNull();
    },
  );
});

describe('zoned times become days of the portfolio (DEFINITIONS 14)', () => {
  const local = (zone: string, iso: string, offset: number): string => {
    const out: Moment = { day: 0, second: null, offsetMinutes: null };
    const [date = '', clock = ''] = iso.split('T');
    const [h = 0, m = 0] = clock.split(':').map(Number);
    const day = new ZoneClock(zone).toLocal(Date.parse(date) / 86_400_000, h * 3600 + m * 60, offset, out);
    const minutes = Math.floor(out.second! / 60);
    return `${dayFromNumber(day)} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  };

  test.each([
    // Europe/Berlin goes to summer time on 31 March 2024 at 01:00 UTC and back on 27 October at 01:00 UTC
    ['Europe/Berlin', '2024-03-31T00:59', 0, '2024-03-31 01:59'],
    ['Europe/Berlin', '2024-03-31T01:00', 0, '2024-03-31 03:00'],
    ['Europe/Berlin', '2024-10-27T00:59', 0, '2024-10-27 02:59'],
    ['Europe/Berlin', '2024-10-27T01:00', 0, '2024-10-27 02:00'],
    ['Europe/Berlin', '2023-12-31T23:30', 0, '2024-01-01 00:30'],
    ['America/New_York', '2024-01-01T03:00', 0, '2023-12-31 22:00'],
    ['America/New_York', '2024-07-01T03:59', 0, '2024-06-30 23:59'],
    ['Asia/Kolkata', '2024-02-28T18:30', 0, '2024-02-29 00:00'],
    ['Asia/Kathmandu', '2024-02-28T18:15', 0, '2024-02-29 00:00'],
    ['Australia/Lord_Howe', '2024-04-06T15:00', 0, '2024-04-07 01:30'],
    ['Europe/London', '2023-11-04T12:19', -420, '2023-11-04 19:19'],
    ['America/Los_Angeles', '2023-11-04T12:19', -420, '2023-11-04 12:19'],
    ['America/Los_Angeles', '2023-11-05T12:19', -480, '2023-11-05 12:19'],
  ])('%s: %s at UTC%i is %s', (zone, iso, offset, expected) => {
    expect(local(zone, iso, offset)).toBe(expected);
  });
});

describe('how a file writes its dates, said as a format', () => {
  test.each<[string, DateOrder, string]>([
    ['31.12.2024', 'dmy', 'dd.MM.yyyy'],
    ['2024-12-31', 'ymd', 'yyyy-MM-dd'],
    ['1/2/2011 8:26', 'mdy', 'M/d/yyyy'],
    ['1/2/2011', 'dmy', 'd/M/yyyy'],
    ['12/1/2010 8:26', 'mdy', 'M/d/yyyy'],
    ['1.12.2024', 'dmy', 'd.M.yyyy'],
    ['01/02/2011', 'mdy', 'MM/dd/yyyy'],
    ['01/02/11', 'dmy', 'dd/MM/yy'],
    ['20241231', 'ymd', 'yyyyMMdd'],
    ['Jan 5, 2026', 'mdy', 'MMM d, yyyy'],
    ['5 Jan 2026', 'dmy', 'd MMM yyyy'],
  ])('%j read %s is %s', (example, order, format) => {
    expect(describeDateFormat(example, order)).toBe(format);
  });

  test.each(['1/2/2011', '01.02.2011', '2011-02-01', '01/02/11'])(
    'the format of %j leads back to its order',
    (example) => {
      for (const order of possibleOrders(dateParts(example)!))
        expect(orderOfFormat(describeDateFormat(example, order))).toBe(order);
    },
  );

  test('a format that is none', () => {
    expect(orderOfFormat('whenever')).toBeNull();
    expect(orderOfFormat('yyyy')).toBeNull();
  });

  test.each([
    ['en-GB', 'dmy', '.'],
    ['en-US', 'mdy', '.'],
    ['de-DE', 'dmy', ','],
    ['de-CH', 'dmy', '.'],
    ['sv-SE', 'ymd', ','],
    ['ja-JP', 'ymd', '.'],
    ['fr-FR', 'dmy', ','],
  ])('%s writes %s with %s', (locale, order, mark) => {
    expect(localeStyle(locale)).toEqual({ order, mark });
  });

  test('a locale that is none decides nothing', () => {
    expect(localeStyle('not a locale')).toBeNull();
  });
});
