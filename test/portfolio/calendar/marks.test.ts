import { expect, test } from 'vitest';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import {
  addMark,
  answerMark,
  changeMark,
  listMarks,
  removeMark,
} from '../../../src/main/portfolio/calendar/marks.ts';
import { readCalendar } from '../../../src/main/portfolio/calendar/owners-calendar.ts';
import { undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { aSale, csv } from '../../support/csv.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = dayNumber(isoDay('2022-01-01'));

/** Three years of daily sales, shut for 60 days in the second. */
const shutOnce = async () => {
  const db = aPortfolio();
  const sales = Array.from({ length: 3 * 365 }, (_, k) => k)
    .filter((k) => k < 430 || k >= 490)
    .map((k) => aSale({ order: `o${k}`, customer: `C${k % 9}`, date: dayFromNumber(FIRST + k) }));
  await take(db, csv(...sales), { currency: 'EUR', locale: 'en-GB' });
  return db;
};

test('a closure is suggested, in effect, rejected, and taken back, under one number; the hash follows the owner’s word', async () => {
  const db = await shutOnce();
  const before = contentHash(db);
  const [mark] = listMarks(db);
  expect(mark).toMatchObject({
    kind: 'closed',
    from: dayFromNumber(FIRST + 430),
    to: dayFromNumber(FIRST + 489),
    state: 'suggested',
    inEffect: true,
  });
  expect(analysisOf(db)!.history.closed).toEqual([{ from: FIRST + 430, to: FIRST + 489 }]);
  answerMark(db, mark!.id, 'rejected');
  expect(listMarks(db)).toMatchObject([{ id: mark!.id, state: 'rejected', inEffect: false }]);
  expect(analysisOf(db)!.history.closed).toEqual([]);
  expect(contentHash(db)).not.toBe(before);
  expect(undoChange(db, UNDOABLES).done).toBe(true);
  expect(listMarks(db)).toMatchObject([{ state: 'suggested' }]);
  expect(contentHash(db)).toBe(before);
});

test('what the owner adds is in effect; days in the wrong order are refused', async () => {
  const db = await shutOnce();
  addMark(db, 'exceptional', isoDay('2024-05-10'), isoDay('2024-05-10'));
  expect(analysisOf(db)!.history.exceptional).toEqual([dayNumber(isoDay('2024-05-10'))]);
  expect(() => addMark(db, 'closed', isoDay('2024-02-02'), isoDay('2024-02-01'))).toThrow('cannot end');
});

test('other days for a suggested closure: the old ones are not asked again; taking back asks anew', async () => {
  const db = await shutOnce();
  const [mark] = listMarks(db);
  changeMark(db, mark!.id, dayFromNumber(FIRST + 440), mark!.to);
  expect(listMarks(db)).toMatchObject([
    { from: dayFromNumber(FIRST + 440), state: 'confirmed', inEffect: true },
    { from: mark!.from, state: 'rejected', inEffect: false },
  ]);
  expect(analysisOf(db)!.history.closed).toEqual([{ from: FIRST + 440, to: FIRST + 489 }]);
  removeMark(db, mark!.id);
  expect(listMarks(db).find(({ id }) => id === mark!.id)).toMatchObject({ state: 'suggested' });
  expect(() => removeMark(db, mark!.id)).toThrow('only suggested');
  for (let k = 0; k < 2; k++) expect(undoChange(db, UNDOABLES).done).toBe(true);
  expect(listMarks(db)).toMatchObject([{ id: mark!.id, state: 'suggested' }]);
});

test('a campaign after the last sale is listed; new prices are one day', async () => {
  const db = await shutOnce();
  addMark(db, 'campaign', isoDay('2030-03-01'), isoDay('2030-03-09'));
  addMark(db, 'prices', isoDay('2024-03-01'), isoDay('2024-05-01'));
  expect(listMarks(db)).toMatchObject([
    { kind: 'campaign', from: '2030-03-01', revenue: 0, reason: null },
    { kind: 'prices', from: '2024-03-01', to: '2024-03-01' },
    { kind: 'closed', reason: expect.stringContaining('in weeks in which other years have sales') },
  ]);
});

test('the calendar shows all sales along time, and says why there is no season', async () => {
  const db = await shutOnce();
  const calendar = readCalendar(db);
  if ('reason' in calendar) throw new Error(calendar.reason);
  const { net } = db.rows<{ net: number }>('SELECT sum(revenue_minor) AS net FROM sales_order')[0]!;
  expect(calendar.stretches.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(net);
  expect(calendar.stretches.length).toBeLessThanOrEqual(180);
  expect(calendar.stretches.at(-1)!.to).toBe(calendar.period.to);
  expect(calendar.season).toMatchObject({ weeks: null, sentence: expect.stringContaining('No season') });
});
