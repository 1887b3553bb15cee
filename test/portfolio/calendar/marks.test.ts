import { expect, test } from 'vitest';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { addMark, answerMark, listMarks } from '../../../src/main/portfolio/calendar/marks.ts';
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
