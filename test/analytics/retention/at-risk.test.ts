import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atRiskList, riskHorizonDays } from '../../../src/main/analytics/retention/at-risk.ts';
import {
  kaplanMeier,
  noPurchaseWithin,
  survivalAt,
} from '../../../src/main/analytics/retention/gap-survival.ts';
import { rhythmOf } from '../../../src/main/analytics/retention/rhythm.ts';
import { buys, historyOf } from '../builders.ts';

describe('Kaplan–Meier', () => {
  // remission in weeks under 6-mercaptopurine
  const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
  const goingOn = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
  test.each([
    [5, 1],
    [6, 0.857],
    [7, 0.807],
    [10, 0.753],
    [13, 0.69],
    [16, 0.627],
    [22, 0.538],
    [23, 0.448],
    [40, 0.448],
  ])('S(%i) of the leukaemia data of Freireich et al. (1963) is %d', (t, expected) =>
    expect(survivalAt(kaplanMeier(ended, goingOn), t)).toBeCloseTo(expected, 3),
  );

  test('the conditional probability is a ratio of two values of the curve', () => {
    const curve = kaplanMeier(ended, goingOn);
    const { probability, beyondData } = noPurchaseWithin(curve, 7, 9);
    expect(probability).toBeCloseTo(0.6275 / 0.8067, 3);
    expect(beyondData).toBe(false);
  });

  test('beyond the longest wait seen the result is marked and stays a probability', () => {
    expect(noPurchaseWithin(kaplanMeier(ended, goingOn), 30, 30)).toMatchObject({
      probability: 1,
      beyondData: true,
    });
    expect(noPurchaseWithin(kaplanMeier([1, 2], []), 3, 1)).toEqual({
      probability: 1,
      beyondData: true,
      comparable: 0,
    });
  });
});

const every = (gap: number, from: number, to: number): number[] => {
  const days: number[] = [];
  for (let d = from; d <= to; d += gap) days.push(d);
  return days;
};

describe('at-risk list', () => {
  const steady = Array.from({ length: 6 }, (_, k) => buys(every(20 + k, 0, 390)));
  const silent = [buys(every(20, 0, 300)), buys(every(20, 0, 300)), buys(every(20, 0, 240))];
  const history = historyOf([...steady, ...silent], 400);
  const rhythm = rhythmOf(history);
  const value = [...steady.map(() => 100), 500, 500, 5000];

  test('holds the overdue, by value × P(no purchase), equal ones by id', () => {
    const list = atRiskList(history, rhythm, value);
    expect(list.customers.map((c) => c.customer)).toEqual([9, 7, 8]);
    expect(list.value).toBe(6000);
    expect(list.grade).toBe('C');
    // hardly anybody was ever silent for so long: no chance is told, and the whole value is at stake (TRUTH 13)
    for (const c of list.customers) {
      expect(c.probability).toBeNull();
      expect(c.expectedLoss).toBe(c.value);
    }
  });

  test('a chance is told from ten comparable pauses on, and who is gone is on no list', () => {
    const pausing = Array.from({ length: 12 }, (_, k) =>
      buys([...every(10, 0, 100), ...every(10, 140 + k, 390)]),
    );
    const now = historyOf([...pausing, buys(every(10, 0, 378))], 400);
    const rhythmNow = rhythmOf(now);
    const worth = [...pausing.map(() => 100), 500];
    const [one] = atRiskList(now, rhythmNow, worth).customers;
    expect(one!.customer).toBe(13);
    expect(one!.probability).toBeGreaterThanOrEqual(0);
    expect(one!.expectedLoss).toBe(500 * one!.probability!);
    const gone = worth.map((_, i) => (i === 12 ? 1 : 0));
    expect(atRiskList(now, rhythmNow, worth, undefined, gone).customers).toEqual([]);
  });

  test('probabilities of a fitted model take the place of the curve', () => {
    const p = new Float64Array(9).fill(Number.NaN);
    p[8] = 0.01;
    p[7] = 0.9;
    const list = atRiskList(history, rhythm, value, p);
    expect(list.customers.map((c) => [c.customer, c.probability])).toEqual([
      [7, null],
      [8, 0.9],
      [9, 0.01],
    ]);
  });

  test('with too few gaps the list goes by value alone and says so', () => {
    const few = historyOf([buys([0, 10, 20]), buys([0, 10, 20])], 90);
    const list = atRiskList(few, rhythmOf(few), [1, 2]);
    expect(list.customers.map((c) => [c.customer, c.probability])).toEqual([
      [2, null],
      [1, null],
    ]);
    expect(list.warnings.join(' ')).toContain('by value alone');
  });

  test('the horizon is 90 days or twice the usual gap', () => {
    expect(riskHorizonDays(10)).toBe(90);
    expect(riskHorizonDays(60)).toBe(120);
  });

  test('is the same list every time, ordered, and only of customers at risk', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 15 }), (lists) => {
        const h = historyOf(
          lists.map((d) => buys(d)),
          330,
        );
        const r = rhythmOf(h);
        const values = lists.map((_, i) => i % 3);
        const a = atRiskList(h, r, values);
        expect(atRiskList(h, rhythmOf(h), values)).toEqual(a);
        expect(a.customers.map((c) => c.customer).sort((x, y) => x - y)).toEqual(
          [...h.customer].filter((_, i) => r.state[i] === 'at-risk'),
        );
        a.customers.slice(1).forEach((c, k) => {
          expect(c.expectedLoss).toBeLessThanOrEqual(a.customers[k]!.expectedLoss);
        });
      }),
      { numRuns: 50 },
    );
  });
});
