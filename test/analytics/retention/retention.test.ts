import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { firstDayOf } from '../../../src/main/analytics/history.ts';
import { cohortTable } from '../../../src/main/analytics/retention/cohorts.ts';
import { contractRetention, yearlyChurn } from '../../../src/main/analytics/retention/contracts.ts';
import { goneOf } from '../../../src/main/analytics/retention/gone.ts';
import { lapse } from '../../../src/main/analytics/retention/lapse.ts';
import {
  periodChange,
  repeatRate,
  revenueRetention,
} from '../../../src/main/analytics/retention/period-change.ts';
import { retentionOf } from '../../../src/main/analytics/retention/retention.ts';
import { waterfall } from '../../../src/main/analytics/retention/waterfall.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { buys, countingFreeDays, historyOf } from '../builders.ts';
import { cdnowIsPresent, readCdnow } from '../reference-data.ts';

const day = (text: string): number => dayNumber(isoDay(text));
const round4 = (v: number | null): number => Math.round(v! * 1e4) / 1e4;

describe.skipIf(!cdnowIsPresent)('CDNOW quarters, MODELS 4 [C] (skips where the file is absent)', () => {
  const ends = [
    '1996-12-31',
    '1997-03-31',
    '1997-06-30',
    '1997-09-30',
    '1997-12-31',
    '1998-03-31',
    '1998-06-30',
  ].map(day);
  let history: ReturnType<typeof readCdnow>;
  beforeAll(() => {
    history = readCdnow();
  });
  const quarters = (q: number) => ({ start: ends[q]!, middle: ends[q + 1]!, end: ends[q + 2]! });

  test('active 2357, 524, 418, 404, 384, 300', () => {
    const all = countingFreeDays(history);
    const active = [0, 1, 2, 3, 4].map((q) => repeatRate(periodChange(all, quarters(q))).active);
    const last = periodChange(all, quarters(4)).boughtAfter.filter((v) => v === 1).length;
    expect([...active, last]).toEqual([2357, 524, 418, 404, 384, 300]);
  });

  test('Q2→Q3: retained 214/524 = .4084, NRR .4932, GRR .3274, reactivated 204', () => {
    const change = periodChange(history, quarters(1));
    expect(repeatRate(change)).toMatchObject({ active: 524, again: 214, reactivated: 204, joined: 0 });
    expect(round4(repeatRate(change).rate)).toBe(0.4084);
    const { nrr, grr } = revenueRetention(change);
    expect([round4(nrr), round4(grr)]).toEqual([0.4932, 0.3274]);
  });

  test('Q1→Q2: base 2349 (eight without revenue), 524 → .2231, NRR .2989, GRR .2002', () => {
    const change = periodChange(history, quarters(0));
    expect(repeatRate(change)).toMatchObject({ active: 2349, again: 524 });
    expect(round4(repeatRate(change).rate)).toBe(0.2231);
    const { nrr, grr, customers } = revenueRetention(change);
    expect([customers, round4(nrr), round4(grr)]).toEqual([2349, 0.2989, 0.2002]);
  });
});

const entries = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -400, max: 1000 })), {
  maxLength: 8,
});
const histories = fc.array(entries, { maxLength: 12 }).map((customers) => historyOf(customers, 300));
const PAIR = { start: 100, middle: 200, end: 300 };

describe('two periods', () => {
  test('the waterfall closes, and its ends are the revenues of the periods', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: 0, max: 999 }),
        (history, a, b) => {
          const change = periodChange(history, PAIR);
          const w = waterfall(change, { before: a, after: b });
          const sum = (v: Float64Array): number => v.reduce((total, x) => total + x, 0);
          expect(w.before).toBe(sum(change.before) + a);
          expect(w.after).toBe(sum(change.after) + b);
          expect(
            w.before -
              w.stopped -
              w.contraction +
              w.expansion +
              w.returning +
              w.new +
              w.netReturns +
              w.anonymousChange,
          ).toBe(w.after);
          for (const part of [w.stopped, w.contraction, w.expansion, w.returning, w.new])
            expect(part).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  test('0 <= GRR <= 1 and GRR <= NRR; an empty base is null', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { nrr, grr, customers } = revenueRetention(periodChange(history, PAIR));
        if (customers === 0) {
          expect([nrr, grr]).toEqual([null, null]);
          return;
        }
        expect(grr!).toBeGreaterThanOrEqual(0);
        expect(grr!).toBeLessThanOrEqual(1);
        expect(grr!).toBeLessThanOrEqual(nrr!);
      }),
    );
  });

  test('who stopped, who came back, who is new', () => {
    const history = historyOf([buys([10, 150]), buys([50, 250]), buys([260]), buys([150, 250])], 300);
    const change = periodChange(history, PAIR);
    expect(repeatRate(change)).toEqual({ active: 2, again: 1, rate: 0.5, reactivated: 1, joined: 1 });
    expect(waterfall(change)).toEqual({
      before: 2000,
      stopped: 1000,
      contraction: 0,
      expansion: 0,
      returning: 1000,
      new: 1000,
      netReturns: 0,
      anonymousChange: 0,
      after: 3000,
    });
  });
});

describe('lapsed (TRUTH 12: those who are gone)', () => {
  const goneAt = (days: readonly (readonly number[])[], asOf: number) => {
    const history = historyOf(
      days.map((each) => buys(each)),
      asOf,
    );
    return lapse(purchaseSummary(history), goneOf(history, null, null), firstDayOf(history));
  };

  test('one-time customers are never lapsed; without a model a year of silence', () => {
    expect([...goneAt([[0], [900, 930, 960], [970, 971, 972]], 1200).lapsed]).toEqual([0, 0, 0]);
    expect(goneAt([[0], [900, 930, 960]], 1325)).toMatchObject({
      repeaters: 1,
      count: 1,
      rate: 1,
      grade: 'C',
    });
    expect(goneAt([], 0).rate).toBeNull();
  });

  test('with less than two years of sales no share is told: hardly anybody can have been silent for one', () => {
    expect(
      goneAt(
        [
          [0, 10, 20],
          [690, 700],
        ],
        700,
      ),
    ).toMatchObject({ count: 1, rate: null });
    expect(
      goneAt(
        [
          [0, 10, 20],
          [690, 740],
        ],
        740,
      ),
    ).toMatchObject({ count: 1, rate: 0.5 });
  });
});

describe('cohorts', () => {
  const history = historyOf(
    [
      buys([day('2025-01-10'), day('2025-02-20'), day('2025-03-02')]),
      buys([day('2025-01-31'), day('2025-03-30')]),
      buys([day('2025-03-05')]),
    ],
    day('2025-03-31'),
  );

  test('share buying in month k after the first', () => {
    const [january, march] = cohortTable(history);
    expect(january).toMatchObject({ month: '2025-01', customers: 2, share: [1, 0.5, 1] });
    expect(march).toMatchObject({ month: '2025-03', customers: 1, share: [1] });
    expect(january!.lo[1]).toBeLessThan(0.5);
    expect(january!.hi[1]).toBeGreaterThan(0.5);
  });

  test('a month that is not over is null, not 0', () => {
    const earlier = cohortTable({ ...history, asOf: day('2025-03-30') });
    expect(earlier[0]!.share).toEqual([1, 0.5, null]);
    expect(earlier[1]!.share).toEqual([null]);
    expect(earlier[0]!.hi[2]).toBeNull();
  });

  test('every customer is in just one cohort, and the first month is all of them', () => {
    fc.assert(
      fc.property(histories, (any) => {
        const table = cohortTable({ ...any, asOf: 10_000 });
        const buyers = purchaseSummary(any).purchaseDays.filter((v) => v > 0).length;
        expect(table.reduce((sum, c) => sum + c.customers, 0)).toBe(buyers);
        for (const cohort of table) {
          expect(cohort.share[0]).toBe(1);
          for (const share of cohort.share) expect(share!).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('every share after the first has an interval that holds it and is never of zero width (Wilson)', () => {
    const ten = Array.from({ length: 10 }, (_, i) => buys(i < 3 ? [5, 45] : [5]));
    const [cohort] = cohortTable(historyOf(ten, 400));
    expect([cohort!.lo[0], cohort!.hi[0]]).toEqual([null, null]);
    // z = 1.28155 of an 80 % interval, by hand: 3 of 10, and 0 of 10
    expect([cohort!.lo[1], cohort!.hi[1]]).toEqual([expect.closeTo(0.1538, 4), expect.closeTo(0.50263, 4)]);
    expect([cohort!.lo[2], cohort!.hi[2]]).toEqual([0, expect.closeTo(1.6424 / 11.6424, 4)]);
    cohort!.share.forEach((share, k) => {
      if (k === 0 || share === null) return;
      expect(cohort!.lo[k]!).toBeLessThanOrEqual(share);
      expect(cohort!.hi[k]!).toBeGreaterThanOrEqual(share);
      expect(cohort!.hi[k]!).toBeGreaterThan(cohort!.lo[k]!);
    });
  });
});

describe('contracts', () => {
  test('churn, NRR and GRR; joiners are outside, expansion not in GRR', () => {
    const r = contractRetention([
      { start: 100, end: 120 },
      { start: 100, end: 60 },
      { start: 100, end: 0 },
      { start: 100, end: 100 },
      { start: 0, end: 500 },
    ]);
    expect(r).toEqual({
      activeAtStart: 4,
      lost: 1,
      churn: 0.25,
      nrr: 0.7,
      grr: 0.65,
      expansion: 20,
      contraction: 40,
      churned: 100,
      joined: 1,
    });
    expect(contractRetention([])).toMatchObject({ churn: null, nrr: null, grr: null });
    expect(() => contractRetention([{ start: -1, end: 0 }])).toThrow(RangeError);
  });
  test('2 % a month is 21.5 % a year', () => expect(yearlyChurn(0.02)).toBeCloseTo(0.2153, 4));
});

describe('retention of a portfolio', () => {
  const monthly = (from: number, to: number): number[] =>
    Array.from({ length: Math.floor((to - from) / 30) + 1 }, (_, k) => from + 30 * k);

  test('a year against a year where the data reach so far, with anonymous revenue in the waterfall', () => {
    const asOf = day('2025-06-30');
    const history = historyOf([buys(monthly(asOf - 800, asOf)), buys(monthly(asOf - 800, asOf - 500))], asOf);
    const r = retentionOf(history, {
      anonymousRevenue: (_, upTo) => (upTo === asOf ? 70 : 50),
    });
    expect(r).toMatchObject({
      months: 12,
      before: { from: '2023-07-01', to: '2024-06-30' },
      after: { from: '2024-07-01', to: '2025-06-30' },
      warnings: [
        'Who has lapsed is judged by pauses and a year of silence: there is no model of repeat buying.',
      ],
    });
    expect(r.repeatRate).toMatchObject({ active: 2, again: 1 });
    expect(r.waterfall!.anonymousChange).toBe(20);
    expect(r.lapse.rate).toBe(0.5);
  });

  test('less: six months, three, or nothing, and it says so', () => {
    const asOf = day('2025-06-30');
    const since = (days: number) => retentionOf(historyOf([buys(monthly(asOf - days, asOf))], asOf));
    expect(since(400)).toMatchObject({ months: 6 });
    expect(since(200)).toMatchObject({ months: 3 });
    expect(since(200).warnings.join()).toContain('season');
    expect(since(100)).toMatchObject({ months: null, repeatRate: null, waterfall: null });
    expect(retentionOf(historyOf([], 0)).cohorts).toEqual([]);
  });
});
