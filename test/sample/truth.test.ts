import { describe, expect, test } from 'vitest';
import { easterSunday } from '../../src/main/sample/calendar.ts';
import { makeSample } from '../../src/main/sample/sample.ts';
import type { TrueCustomer } from '../../src/main/sample/truth.ts';
import { SAMPLE_KINDS } from '../../src/main/sample/truth.ts';
import { addMonths, dayFromNumber, daysBetween, isoDay } from '../../src/shared/model/day.ts';
import type { Sale } from './sales.ts';
import { readSales, sumOf } from './sales.ts';

const UNTIL = isoDay('2025-09-30');
const CUSTOMERS = { bakery: 400, wholesale: 250, webshop: 1500, clinic: 600 };
const revenueOf = (sales: Iterable<Sale>): number => sumOf(sales, (s) => s.revenue);

test.each([
  [2023, '2023-04-09'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
])('Easter %i is on %s', (year, day) => {
  expect(dayFromNumber(easterSunday(year))).toBe(day);
});

describe.each(SAMPLE_KINDS)('%s: the designed truth shows in the sales', (kind) => {
  const sample = makeSample({ kind, customers: CUSTOMERS[kind], seed: 1, until: UNTIL });
  const { truth, expected } = sample;
  const { sales } = readSales(sample);
  const byCustomer = Map.groupBy(sales, (s) => s.customer);
  const yearAgo = addMonths(UNTIL, -12);
  const twoYearsAgo = addMonths(UNTIL, -24);
  const lifelong = truth.customers.filter((c) => c.lostOn === null && c.born < twoYearsAgo);
  const yearOnYear = (group: readonly TrueCustomer[]): number => {
    const own = group.flatMap((c) => byCustomer.get(c.key) ?? []);
    const last = own.filter((s) => s.day > yearAgo);
    const before = own.filter((s) => s.day > twoYearsAgo && s.day <= yearAgo);
    return revenueOf(last) / revenueOf(before);
  };

  test('two and a half years of sales', () => {
    expect(daysBetween(truth.from, truth.until)).toBeGreaterThan(900);
    expect(daysBetween(expected.period.from, expected.period.to)).toBeGreaterThan(900);
  });

  test('lost customers buy nothing from the day they are lost, new ones nothing before they are born', () => {
    const lost = truth.customers.filter((c) => c.lostOn !== null);
    expect(lost.length / truth.customers.length).toBeGreaterThan(0.15);
    for (const c of truth.customers) {
      const bought = (byCustomer.get(c.key) ?? []).filter((s) => s.amount > 0).map((s) => s.day);
      expect(bought.filter((day) => day < c.born || (c.lostOn !== null && day >= c.lostOn))).toEqual([]);
      expect(c.lostOn === null || c.lostOn > c.born).toBe(true);
    }
  });

  test('new customers keep coming, and their first purchase is the day they are born', () => {
    const newcomers = truth.customers.filter((c) => c.born >= truth.from);
    expect(newcomers.length / truth.customers.length).toBeGreaterThan(0.15);
    expect(newcomers.filter((c) => c.bought.firstDay !== c.born)).toEqual([]);
    for (const year of [2023, 2024, 2025]) {
      expect(newcomers.some((c) => c.born.startsWith(String(year)))).toBe(true);
    }
  });

  test('growing customers grow, declining ones decline, steady ones do neither', () => {
    const ratio = (growth: TrueCustomer['growth']): number =>
      yearOnYear(lifelong.filter((c) => c.growth === growth));
    expect(ratio('growing')).toBeGreaterThan(1.15);
    expect(ratio('declining')).toBeLessThan(0.87);
    expect(Math.abs(ratio('steady') - 1)).toBeLessThan(0.12);
  });

  test('the yearly factors are those of their names', () => {
    for (const c of truth.customers) {
      const named = c.yearlyFactor > 1 ? 'growing' : c.yearlyFactor < 1 ? 'declining' : 'steady';
      expect(named).toBe(c.growth);
    }
  });

  test('customers come about as often and spend about as much as they are meant to', () => {
    const steady = lifelong.filter((c) => c.growth === 'steady' && c.born < truth.from);
    const weeks = (daysBetween(truth.from, truth.until) + 1) / 7;
    const meant = sumOf(steady, (c) => Math.min(c.ratePerWeek, 6) * weeks);
    const days = sumOf(steady, (c) => c.bought.purchaseDays);
    expect(days / meant).toBeGreaterThan(0.85);
    expect(days / meant).toBeLessThan(1.15);
    const amount = sumOf(steady, (c) => sumOf(byCustomer.get(c.key) ?? [], (s) => s.amount));
    const value = sumOf(steady, (c) => c.meanValue * c.bought.purchaseDays);
    expect(amount / value).toBeGreaterThan(0.75);
    expect(amount / value).toBeLessThan(1.2);
  });

  test('nobody comes on closed days', () => {
    const weekdays = new Set(sales.map((s) => (new Date(s.day).getUTCDay() + 6) % 7));
    expect([0, 1, 2, 3, 4, 5, 6].filter((w) => !weekdays.has(w))).toEqual(truth.closedWeekdays);
  });

  test('the season is there', () => {
    const high = { bakery: '12', wholesale: '12', webshop: '04', clinic: '11' }[kind];
    const low = { bakery: '08', wholesale: '08', webshop: '01', clinic: '08' }[kind];
    const inMonth = (month: string): number =>
      revenueOf(sales.filter((s) => s.day.startsWith(`2024-${month}`)));
    expect(inMonth(high) / inMonth(low)).toBeGreaterThan(1.15);
  });

  test('one in four or so of the sales is anonymous in the bakery, none elsewhere', () => {
    const share = expected.anonymousRevenueMinor / expected.revenueMinor;
    if (kind !== 'bakery') expect(share).toBe(0);
    else expect([share > 0.2, share < 0.35]).toEqual([true, true]);
  });
});

describe('the bakery an owner sees first', () => {
  const sample = makeSample({ kind: 'bakery', customers: 400, seed: 1, until: UNTIL });
  const { truth, expected } = sample;
  const { sales } = readSales(sample);
  const ranked = [...truth.customers].sort((a, b) => b.bought.revenueMinor - a.bought.revenueMinor);

  test('one hotel dominates, a good café has just stopped', () => {
    const [first, second] = ranked;
    expect(first?.type).toBe('hotel');
    expect((first?.bought.revenueMinor ?? 0) / expected.revenueMinor).toBeGreaterThan(0.07);
    expect((first?.bought.revenueMinor ?? 0) / (second?.bought.revenueMinor ?? 1)).toBeGreaterThan(1.3);
    const silent = ranked.slice(0, 20).find((c) => c.type === 'café' && c.lostOn === '2025-08-24');
    expect(silent?.rhythm).toBe('standing');
  });

  test('Mondays are closed; Easter and Christmas weeks are busy, stollen is sold in winter only', () => {
    expect(truth.closedWeekdays).toEqual([0]);
    const week = (from: string, to: string): number =>
      revenueOf(sales.filter((s) => s.customer === '' && s.day >= from && s.day <= to));
    expect(week('2025-04-13', '2025-04-19') / week('2025-05-11', '2025-05-17')).toBeGreaterThan(1.15);
    expect(week('2024-12-16', '2024-12-22') / week('2024-10-14', '2024-10-20')).toBeGreaterThan(1.3);
    const months = new Set(
      sales.filter((s) => s.article === 'S01' && s.amount > 0).map((s) => s.day.slice(5, 7)),
    );
    expect([...months].sort()).toEqual(['11', '12']);
  });

  test('accounts bring more than loyalty cards, and are few', () => {
    const accounts = truth.customers.filter((c) => c.type !== 'loyalty card');
    expect(accounts.length).toBeLessThan(40);
    const share = sumOf(accounts, (c) => c.bought.revenueMinor) / expected.revenueMinor;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.7);
  });
});
