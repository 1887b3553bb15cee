import { describe, expect, test } from 'vitest';
import { DateVotes } from '../../../src/main/import/sniff/styles/styles.ts';
import { dateParts, dayOf, otherYearOf } from '../../../src/main/import/values/date.ts';
import { MomentReader } from '../../../src/main/import/values/moment-reader.ts';
import { dayFromNumber } from '../../../src/shared/model/day.ts';

const dayIn = (text: string): string | null => {
  const parts = dateParts(text);
  const day = parts && dayOf(parts, 'ymd');
  return day === null ? null : dayFromNumber(day);
};

describe('a month written as a word', () => {
  test.each([
    ['March 7, 2025', '2025-03-07'],
    ['Mar 07, 2025, 1:05:09 PM', '2025-03-07'],
    ['7-Mar-25', '2025-03-07'],
    ['2025-Mar-07', '2025-03-07'],
    ['Friday, the 7th of March 2025', '2025-03-07'],
    ['Fri Mar  7 13:05:09 GMT 2025', '2025-03-07'],
    ['Freitag, den 7. März 2025', '2025-03-07'],
    ['Fr 7. Mrz. 2025', '2025-03-07'],
    ['mar. 4 février 2025', '2025-02-04'],
    ['1er mars 2025', '2025-03-01'],
    ['viernes, 7 de marzo de 2025', '2025-03-07'],
    ['ven 7 mar 2025', '2025-03-07'],
    ['zo 9 mrt. 2025', '2025-03-09'],
    ['fredag den 7. marts 2025', '2025-03-07'],
    ['fre. 7. mai 2025', '2025-05-07'],
    ['lör 8 mars 2025', '2025-03-08'],
    ['pe 7. maaliskuuta 2025', '2025-03-07'],
    ['piątek, 7 marca 2025', '2025-03-07'],
    ['7 wrz 2025', '2025-09-07'],
    ['pátek 7. března 2025', '2025-03-07'],
    ['sexta-feira, 7 de março de 2025', '2025-03-07'],
    ['7 Mart 2025 Cuma', '2025-03-07'],
    ['7 марта 2025 г.', '2025-03-07'],
    ['2025. március 7.', '2025-03-07'],
    ['7 มีนาคม 2568', '2025-03-07'],
    ['7 March BE 2568', null],
    ['7 Marchpane 2025', null],
    ['Lot 7 Mar 2025 b', null],
  ])('%s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test('settles the order of day, month and year, so that nothing is asked', () => {
    const votes = new DateVotes();
    for (const cell of ['Apr 3, 2025', 'Apr 5, 2025']) votes.add(cell);
    expect(votes.orders()).toHaveLength(1);
  });

  test('says nothing of the days in figures beside it', () => {
    const votes = new DateVotes();
    for (const cell of ['3 Apr 2025', '3/4/2025']) votes.add(cell);
    expect(votes.orders()).toEqual(['dmy', 'mdy']);
    expect(votes.example).toBe('3/4/2025');
  });
});

describe('what stands around a date', () => {
  const at = (cell: string): string | null => {
    const reader = new MomentReader('dmy', 'Europe/Paris');
    const day = reader.read(cell, '');
    return day === null ? null : `${dayFromNumber(day)} ${reader.second}`;
  };
  const AFTERNOON = (13 * 60 + 5) * 60;

  test.each([
    ['Fr., 07.03.2025', '2025-03-07 null'],
    ['07.03.2025 (Fr.) 13:05', `2025-03-07 ${AFTERNOON}`],
    ['07.03.2025 um 13:05 Uhr', `2025-03-07 ${AFTERNOON}`],
    ['07/03/2025 à 13h05', `2025-03-07 ${AFTERNOON}`],
    ['7 March 2025 at 1:05 PM', `2025-03-07 ${AFTERNOON}`],
    ['7. marts 2025 kl. 13.05', `2025-03-07 ${AFTERNOON}`],
    ['Fri, 07 Mar 2025 12:05:00 +0000', `2025-03-07 ${AFTERNOON}`],
    ['Fri, 07 Mar 2025 23:30:00 +0000', '2025-03-08 1800'],
    ['45723', '2025-03-07 null'],
    ['07.03.2025 soon', null],
  ])('%s', (cell, moment) => {
    expect(at(cell)).toBe(moment);
  });
});

describe('years of other calendars', () => {
  test.each([
    ['令和7年3月7日', '2025-03-07'],
    ['令和元年12月1日', '2019-12-01'],
    ['平成30年3月7日', '2018-03-07'],
    ['R7.3.7', '2025-03-07'],
    ['民國114年3月7日', '2025-03-07'],
  ])('%s names its era', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test.each(['07/03/2568', '1446-09-07', '1403/12/17'])('%s is never taken as it stands', (text) => {
    expect(dayIn(text)).toBeNull();
    expect(otherYearOf(text)).toMatch(/^\d{4}$/);
  });
});
