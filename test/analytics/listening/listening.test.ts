import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csat, surveyReach } from '../../../src/main/analytics/listening/csat.ts';
import { nps, npsDiffer, npsOfCounts } from '../../../src/main/analytics/listening/nps.ts';
import { officeHoursBetween } from '../../../src/main/analytics/listening/office-hours.ts';
import { type Feedback, responseClock } from '../../../src/main/analytics/listening/response-clock.ts';
import { wilson } from '../../../src/main/analytics/numeric/wilson.ts';

describe('Wilson interval', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('[VR] Newcombe (1998): %i of %i is %d to %d', (k, n, lo, hi) => {
    const share = wilson(k, n)!;
    expect(share.lo).toBeCloseTo(lo, 4);
    expect(share.hi).toBeCloseTo(hi, 4);
  });

  test('holds the share, stays within 0 and 1, mirrors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, u) => {
        const k = Math.round(u * n);
        const share = wilson(k, n)!;
        const other = wilson(n - k, n)!;
        expect(share.lo).toBeLessThanOrEqual(share.value);
        expect(share.hi).toBeGreaterThanOrEqual(share.value);
        expect(share.lo).toBeGreaterThanOrEqual(0);
        expect(share.hi).toBeLessThanOrEqual(1);
        expect(other.lo).toBeCloseTo(1 - share.hi, 12);
      }),
    );
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
  });
});

describe('net promoter score', () => {
  test('[C] 50, 30, 20 of 100: 30.0, standard error 7.81, ± 15.31', () => {
    const score = npsOfCounts(50, 30, 20)!;
    expect(score.value).toBeCloseTo(30, 10);
    expect(score.standardError).toBeCloseTo(7.81, 2);
    expect(score.hi - score.value).toBeCloseTo(15.31, 2);
    expect(score.interval).toBe('normal');
  });

  test('9 and 10 promote, 0 to 6 detract', () =>
    expect(nps([0, 6, 7, 8, 9, 10, 10])).toMatchObject({ n: 7, promoters: 3, passives: 2, detractors: 2 }));

  test('few answers, or all alike, have the interval of a Dirichlet posterior: never ± 0', () => {
    const few = npsOfCounts(3, 0, 0)!;
    expect(few).toMatchObject({ value: 100, standardError: 0, interval: 'dirichlet' });
    expect(few.lo).toBeLessThan(70);
    expect(few.hi).toBeLessThanOrEqual(100);
    expect(npsOfCounts(60, 0, 0)!.interval).toBe('dirichlet');
    // with 29 it is close to the normal one
    const some = npsOfCounts(15, 8, 6)!;
    expect(Math.abs(some.lo - (some.value - 1.96 * some.standardError))).toBeLessThan(6);
    expect(npsOfCounts(3, 0, 0)).toEqual(few);
  });

  test('the interval holds the score, also where all promote or all detract', () => {
    for (const [promoters, passives, detractors] of [
      [5, 0, 0],
      [0, 0, 4],
      [200, 0, 0],
      [28, 1, 0],
      [0, 7, 0],
    ] as const) {
      const { value, lo, hi } = npsOfCounts(promoters, passives, detractors)!;
      expect(lo).toBeLessThanOrEqual(value);
      expect(hi).toBeGreaterThanOrEqual(value);
      expect(hi - lo).toBeGreaterThan(0);
    }
  });

  test('two scores differ beyond 1.96 standard errors of the difference', () => {
    const a = npsOfCounts(50, 30, 20)!;
    expect(npsDiffer(a, npsOfCounts(40, 30, 30)!)).toBe(false);
    expect(npsDiffer(a, npsOfCounts(30, 30, 40)!)).toBe(true);
  });

  test('no answers are null, other answers an error', () => {
    expect(nps([])).toBeNull();
    expect(() => nps([11])).toThrow(RangeError);
    expect(() => nps([7.5])).toThrow(RangeError);
  });
});

describe('satisfaction', () => {
  test('share of 4 and 5 with its interval, and the mean', () => {
    const score = csat([5, 4, 4, 3, 1])!;
    expect(score.satisfied).toMatchObject({ value: 0.6, n: 5 });
    expect(score.mean).toBe(3.4);
    expect(csat([])).toBeNull();
    expect(() => csat([0])).toThrow(RangeError);
  });

  test('reach of a survey', () => {
    expect(surveyReach(20, 80, 200)).toMatchObject({ responseRate: { value: 0.25 }, coverage: 0.1 });
    expect(surveyReach(20, null, 0)).toEqual({ responseRate: null, coverage: null });
  });
});

const item = (id: number, received: number, answered: number | null, value = 0, severity = 1): Feedback => ({
  id,
  customer: id,
  received,
  answered,
  value,
  severity,
});

describe('response clock', () => {
  test('open items are missed once past 48 hours, and left out before', () => {
    const clock = responseClock(
      [item(1, 0, 10), item(2, 0, 60), item(3, 900, null, 500), item(4, 980, null), item(5, 2000, null)],
      1000,
    );
    expect(clock).toMatchObject({ medianHours: 35, answered: 2, open: 2 });
    expect(clock.inTime).toMatchObject({ value: 1 / 3, n: 3 });
    expect(clock.overdue).toEqual([{ id: 3, customer: 3, hours: 100, weight: 500 }]);
  });

  test('the overdue list goes by value × severity, then by waiting, then by id', () => {
    const clock = responseClock(
      [
        item(1, 0, null, 100, 1),
        item(2, 0, null, 60, 3),
        item(4, 50, null, 0),
        item(3, 50, null, 0),
        item(5, 0, null, 0),
      ],
      500,
    );
    expect(clock.overdue.map((o) => o.id)).toEqual([2, 1, 5, 3, 4]);
  });

  test('an answer given after the day of the analysis is not seen', () =>
    expect(responseClock([item(1, 0, 80)], 70)).toMatchObject({ answered: 0, open: 1, medianHours: null }));

  test('nothing received is no error', () =>
    expect(responseClock([], 0)).toEqual({
      medianHours: null,
      inTime: null,
      answered: 0,
      open: 0,
      overdue: [],
    }));
});

describe('office hours', () => {
  const nineToFive = { opens: 9, closes: 17, weekdays: [1, 2, 3, 4, 5] };
  // 5 January 1970 was a Monday
  const monday = 4 * 24;
  test.each([
    ['within a day', monday + 10, monday + 12, 2],
    ['over night', monday + 16, monday + 24 + 10, 2],
    ['over the weekend', monday + 4 * 24 + 16, monday + 7 * 24 + 10, 2],
    ['at night', monday + 20, monday + 24 + 8, 0],
    ['backwards', monday + 12, monday + 10, 0],
    ['a whole week', monday, monday + 7 * 24, 40],
  ])('%s', (_, from, to, hours) => expect(officeHoursBetween(from, to, nineToFive)).toBe(hours));

  test('the clock can count in them', () => {
    const friday = monday + 4 * 24 + 16;
    const clock = responseClock([item(1, friday, friday + 66)], friday + 100, nineToFive, 8);
    expect(clock.medianHours).toBe(2);
    expect(clock.inTime!.value).toBe(1);
  });

  test('closing before opening is an error', () =>
    expect(() => officeHoursBetween(0, 1, { opens: 9, closes: 9, weekdays: [] })).toThrow(RangeError));
});
