import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { betaVariate } from '../../../src/main/analytics/numeric/variates.ts';
import {
  type ContractPayment,
  contractPeriods,
  contractWindow,
  monthlyOn,
  renewalsOf,
} from '../../../src/main/analytics/retention/contract-book.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';

const day = (text: string): number => dayNumber(isoDay(text));
const paid = (customer: number, net: number, days: readonly string[], product = 0): ContractPayment[] =>
  days.map((on) => ({ customer, product, day: day(on), net }));

const BOOK = [
  // monthly, a few days early or late
  ...paid(1, 1000, ['2025-01-02', '2025-02-01', '2025-03-05', '2025-04-02', '2025-05-01']),
  // ended after February
  ...paid(2, 2000, ['2025-01-10', '2025-02-10']),
  // paused in March, back for more
  ...paid(3, 1000, ['2025-01-15', '2025-02-15']),
  ...paid(3, 1500, ['2025-04-15', '2025-05-15']),
  // pays by the year for another product
  ...paid(4, 12000, ['2024-05-20', '2025-05-18'], 7),
];

describe('contracts from payments', () => {
  const periods = contractPeriods(BOOK);

  test('how often each product is paid', () => {
    expect(periods.get(0)).toMatchObject({ name: 'month' });
    expect(periods.get(7)).toMatchObject({ name: 'year', days: 365.25 });
    expect(contractPeriods(paid(1, 10, ['2025-01-01', '2025-01-11', '2025-01-21'])).get(0)).toEqual({
      name: null,
      days: 10,
    });
    expect(contractPeriods(paid(1, 10, ['2025-01-01'])).size).toBe(0);
  });

  test('what contracts bring a month on a day: a payment holds for one and a half periods', () => {
    expect([...monthlyOn(BOOK, periods, day('2025-03-20'))].sort()).toEqual([
      [1, 1000],
      [2, 2000],
      [3, 1000],
      [4, expect.closeTo(1000, 9)],
    ]);
    expect([...monthlyOn(BOOK, periods, day('2025-05-20'))].sort()).toEqual([
      [1, 1000],
      [3, 1500],
      [4, expect.closeTo(1000, 9)],
    ]);
    // 15 February and 45.7 days: the last day of the second customer's contract is 27 March
    expect(monthlyOn(BOOK, periods, day('2025-03-27')).has(2)).toBe(true);
    expect(monthlyOn(BOOK, periods, day('2025-03-28')).has(2)).toBe(false);
  });

  test('the period of churn is the longest that has contracts at its start', () => {
    expect(contractWindow(BOOK, day('2025-05-20'))).toEqual({ months: 12, start: day('2024-05-20') });
    expect(contractWindow(BOOK, day('2025-04-20'))).toEqual({ months: 6, start: day('2024-10-20') });
    expect(contractWindow(paid(1, 10, ['2025-05-10']), day('2025-05-20'))).toBeNull();
  });

  test('renewals that had to be decided; who was there at the beginning takes no part', () => {
    const [monthly, ...others] = renewalsOf(BOOK, periods, day('2024-11-01'), day('2025-05-20'));
    expect(others).toEqual([]);
    // customer 1: 4 decided, all renewed; 2: 3 decided, 1 renewed; 3: 3 decided, all, the pause counted as kept
    expect(monthly).toMatchObject({ contracts: 3, period: { name: 'month' } });
    expect([...monthly!.cohorts].sort((a, b) => a.length - b.length)).toEqual([
      [2, 2, 1, 1],
      [1, 1, 1, 1, 1],
    ]);
    expect(renewalsOf(BOOK, periods, day('2025-01-02'), day('2025-05-20'))).toEqual([]);
  });
});

test('a made shop of monthly contracts gives back the chance they end by', () => {
  const random = seededRandom(3);
  const payments: ContractPayment[] = [];
  const month = 365.25 / 12;
  for (let customer = 0; customer < 3000; customer++) {
    const ends = betaVariate(random, 1, 5);
    const first = Math.floor(60 + random() * 900);
    for (let t = 0; first + t * month < 1200; t++) {
      payments.push({ customer, product: 0, day: Math.round(first + t * month), net: 100 });
      if (random() < ends) break;
    }
  }
  const [renewals] = renewalsOf(payments, contractPeriods(payments), 0, 1200);
  expect(renewals!.contracts).toBe(3000);
  const { fit } = renewals!;
  expect(fit.kind).toBe('fitted');
  const { a, b } = (fit as Extract<typeof fit, { kind: 'fitted' }>).params;
  expect(a / (a + b)).toBeCloseTo(1 / 6, 1.6);
  expect(a).toBeGreaterThan(0.8);
  expect(a).toBeLessThan(1.25);
  expect(b).toBeGreaterThan(3.9);
  expect(b).toBeLessThan(6.3);
});
