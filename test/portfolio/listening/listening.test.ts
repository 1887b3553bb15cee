import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Writable } from '../../../src/main/database/connection.ts';
import { contentHash } from '../../../src/main/database/content-hash.ts';
import { undoImport } from '../../../src/main/import/undo/undo-import.ts';
import { listActions } from '../../../src/main/portfolio/actions/actions.ts';
import { readReview } from '../../../src/main/portfolio/analysis/saved-reviews.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { nextChanges, redoChange, undoChange } from '../../../src/main/portfolio/changes/change-log.ts';
import { readCustomerRecords } from '../../../src/main/portfolio/customers/customer-records.ts';
import { moveFeedback } from '../../../src/main/portfolio/listening/feedback-state.ts';
import { readInbox } from '../../../src/main/portfolio/listening/inbox.ts';
import { readListening } from '../../../src/main/portfolio/listening/listening.ts';
import { makeReview } from '../../../src/main/portfolio/reviews/reviews.ts';
import { UNDOABLES } from '../../../src/main/portfolio/undoables.ts';
import { isoDay } from '../../../src/shared/model/day.ts';
import type { FeedbackState, Listening } from '../../../src/shared/model/listening.ts';
import { copyOf } from '../../support/portfolio.ts';
import { aKnownBusiness, dayOf, LAST, say } from '../a-known-business.ts';

const HEAD = [
  'ID',
  'Date',
  'Time',
  'Customer ID',
  'Recommend',
  'Satisfaction',
  'Comment',
  'Answered on',
  'Answered time',
];
/** Day n at ten in the morning. */
const answer = (
  id: string,
  n: number,
  customer: string,
  recommend: string,
  comment: string,
  answered: number | null = null,
): string[] => [
  id,
  dayOf(n),
  '10:00',
  customer,
  recommend,
  '',
  comment,
  answered === null ? '' : dayOf(answered),
  answered === null ? '' : '10:00',
];
const ANSWERS = [
  answer('a', 990, 'C1', '3', 'Late again'),
  answer('b', 991, 'C13', '2', ''),
  answer('c', 992, 'C2', '9', 'Lovely', 993),
  answer('d', 993, 'C3', '9', ''),
  answer('e', 994, 'C4', '5', '', 998),
  answer('f', 1000, 'C5', '9', 'Do you bake on Sundays?'),
  answer('g', 1003, 'C6', '1', 'Closed'),
  // objects to profiling: in no score and no list
  answer('h', 995, 'C17', '0', 'Never again'),
];

let full: Writable;
let db: Writable;
beforeAll(async () => {
  full = await aKnownBusiness();
  await say(full, 'feedback', HEAD, ANSWERS);
});
beforeEach(() => {
  db = copyOf(full);
});

const heard = (asOf?: string): Listening =>
  readListening(db, asOf === undefined ? {} : { asOf: isoDay(asOf) }) as Listening;
const inbox = (state?: FeedbackState) => readInbox(db, { state, offset: 0, limit: 50 });
const keys = (state?: FeedbackState) => inbox(state).rows.map(({ key }) => key);
const clock = (asOf?: string) => {
  const { responseClock } = heard(asOf);
  if ('reason' in responseClock) throw new Error(responseClock.reason);
  const { value, n, open, overdue, median } = responseClock;
  return { value, n, open, overdue, days: median.value };
};
const move = (key: string, state: FeedbackState, n = 1001, hour = 10) =>
  moveFeedback(db, { key, state }, { day: dayOf(n), second: hour * 3600 });

describe('the inbox', () => {
  test('what waited too long first, by what is at stake × how bad it is; then what is open; then the latest', () => {
    const { rows, counts, overdue, quiet, total } = inbox();
    // a and b are as bad, and each is worth what the model says; f came this morning, g after the last sale
    const [first, second] = rows;
    expect(first!.atStake).toBeGreaterThanOrEqual(second!.atStake);
    expect(
      rows
        .map(({ key }) => key)
        .slice(0, 2)
        .sort(),
    ).toEqual(['a', 'b']);
    expect(rows.map(({ key }) => key).slice(2)).toEqual(['f', 'g', 'e', 'c']);
    expect({ counts, overdue, quiet, total }).toEqual({
      counts: { new: 4, answered: 2, changed: 0, told: 0 },
      overdue: 2,
      quiet: 1,
      total: 6,
    });
    // from 10:00 to the end of day 1,000; an answer after four days; what came later waits for nothing yet
    const waited = Object.fromEntries(rows.map((row) => [row.key, row.waited]));
    expect(waited).toEqual({ a: 254, b: 230, c: 24, e: 96, f: 14, g: null });
  });

  test('the clock says what the inbox shows, on screen and on the command line', () => {
    // c in a day, e in four, a and b too late: one of four
    expect(clock()).toEqual({ value: 0.25, n: 4, open: 3, overdue: 2, days: 2.5 });
    expect(heard().clockFinding).toBe(
      '2 messages have waited for more than 48 hours; half of the answers came within 2.5 days.',
    );
    const { listening } = analyze(db, { customers: false, only: ['listening'] }) as {
      listening: Listening & { inbox: { overdue: { key: string }[]; counts: unknown } };
    };
    const review = makeReview(db, { ownersCopy: false, paper: 'A4' }, isoDay(LAST));
    const { finding, clockFinding } = heard();
    expect(readReview(db, review.id).content.remarks.map(({ sentence }) => sentence)).toEqual([
      finding,
      clockFinding,
    ]);
    const { inbox: shown, ...rest } = listening;
    expect(rest).toEqual(heard());
    expect(shown.counts).toEqual(inbox().counts);
    expect(shown.overdue.map(({ key }) => key)).toEqual(keys().slice(0, 2));
  });

  test('a page of one state', () => {
    expect(readInbox(db, { state: 'new', offset: 1, limit: 2 }).rows.map(({ key }) => key)).toEqual(
      keys('new').slice(1, 3),
    );
    expect(keys('told')).toEqual([]);
  });
});

describe('moving feedback on', () => {
  test('counts for the clock by when the owner did it, also after the last sale, and not on an earlier day', () => {
    const before = clock(dayOf(999));
    move('a', 'answered');
    // a: 11 days; c 1, e 4: one of four in time
    expect(clock()).toEqual({ value: 0.25, n: 4, open: 2, overdue: 1, days: 4 });
    expect(inbox('answered').rows.find(({ key }) => key === 'a')).toMatchObject({
      waited: 264,
      overdue: false,
    });
    move('f', 'answered');
    // f within 24 hours
    expect(clock()).toMatchObject({ value: 0.4, n: 5, open: 1 });
    expect(clock(dayOf(999))).toEqual(before);
  });

  test('through all states; the answer keeps its day; back to new it waits again', () => {
    move('a', 'answered', 1001);
    move('a', 'changed', 1005);
    move('a', 'told', 1009);
    expect(inbox('told').rows).toMatchObject([{ key: 'a', waited: 264 }]);
    move('a', 'new', 1010);
    expect(inbox('new').rows.find(({ key }) => key === 'a')).toMatchObject({ waited: 254, overdue: true });
  });

  test('is undone and done again, step by step', () => {
    const before = inbox();
    move('a', 'answered');
    move('b', 'told');
    const after = inbox();
    expect(nextChanges(db).undo).toBe('Feedback of 19 Sept 2025: the customer was told');
    undoChange(db, UNDOABLES);
    undoChange(db, UNDOABLES);
    expect(inbox()).toEqual(before);
    redoChange(db, UNDOABLES);
    redoChange(db, UNDOABLES);
    expect(inbox()).toEqual(after);
  });

  test('ends the action and is told on the customer’s page', () => {
    const action = () =>
      listActions(db, { kind: 'answer', offset: 0, limit: 50 }).rows.map(({ name }) => name);
    const { customer } = inbox().rows.find(({ key }) => key === 'b')!;
    expect(action()).toContain('Gone');
    move('b', 'answered');
    expect(action()).not.toContain('Gone');
    const [entry] = readCustomerRecords(db, customer!, 0, 10).entries;
    expect(entry!.sentence).toMatch(/answered$/);
  });

  test('is not content: the hash stays, the same file changes nothing, an undo of it takes everything back', async () => {
    const hash = contentHash(db);
    move('a', 'answered');
    expect(contentHash(db)).toBe(hash);
    // the export again, a little longer: it still says that a is open
    await say(db, 'feedback', HEAD, [answer('i', 996, 'C7', '9', 'Thanks')]);
    expect(inbox('answered').rows.map(({ key }) => key)).toContain('a');
    undoImport(db, 4);
    undoImport(db, 3);
    expect('reason' in readListening(db)).toBe(true);
    expect(() => move('a', 'told')).toThrow('not in the portfolio any more');
    await say(db, 'feedback', HEAD, ANSWERS);
    expect(inbox('answered').rows.map(({ key }) => key)).toContain('a');
  });

  test('a later import that says a further state is believed; one that says less is not', async () => {
    move('a', 'answered');
    move('c', 'changed');
    const states = [...HEAD, 'State'];
    await say(db, 'feedback', states, [
      [...answer('a', 990, 'C1', '3', 'Late again'), 'told'],
      [...answer('c', 992, 'C2', '9', 'Lovely!', 993), 'answered'],
    ]);
    expect(inbox().rows.filter(({ key }) => key === 'a' || key === 'c')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'a', state: 'told' }),
        expect.objectContaining({ key: 'c', state: 'changed' }),
      ]),
    );
  });
});

describe('who answered', () => {
  test('coverage of all customers, response rate of those asked in a survey', async () => {
    expect(heard()).toMatchObject({
      people: 6,
      responseRate: { reason: 'It is not known how many were asked.' },
    });
    // 16 customers may be profiled
    expect(heard().coverage).toBeCloseTo(6 / 16, 12);
    const sent = (campaign: string, customers: string[]) =>
      customers.map((customer) => [campaign, dayOf(980), customer]);
    await say(
      db,
      'campaigns',
      ['Campaign', 'Sent on', 'Customer ID'],
      [
        ...sent('Autumn survey', ['C1', 'C2', 'C8', 'C9', 'C17']),
        ...sent('Autumn offer', ['C3', 'C10', 'C11']),
      ],
    );
    // C1 and C2 of C1, C2, C8, C9: Wilson by hand, z = 1.96
    expect(heard().responseRate).toMatchObject({
      value: 0.5,
      n: 4,
      lo: expect.closeTo(0.15, 2),
      hi: expect.closeTo(0.85, 2),
    });
    const asked = heard().bySegment.map(({ responseRate }) => ('n' in responseRate ? responseRate.n : 0));
    expect(asked.reduce((sum, n) => sum + n, 0)).toBe(4);
  });

  test('nobody said anything, and no sales at all', () => {
    undoImport(db, 3);
    expect(readListening(db)).toMatchObject({ grade: 'D' });
    expect(inbox()).toMatchObject({ total: 0, asOf: LAST });
  });
});

test('in opening hours nights and weekends do not count', () => {
  // c from Saturday to Sunday: no hour; e from Monday to Friday, ten o'clock each: 32 hours, four days of 8. a has waited since a
  // Thursday: 7 + 8 + 40 hours; b since the Friday: 7 + 40
  expect(heard().officeClock).toMatchObject({
    value: expect.closeTo(2 / 3, 12),
    n: 3,
    overdue: 1,
    median: { value: 2, n: 2 },
  });
});
