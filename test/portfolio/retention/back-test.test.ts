import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { lookAhead } from '../../../src/main/analytics/value/look-ahead.ts';
import type { Writable } from '../../../src/main/database/connection.ts';
import { analysisOf } from '../../../src/main/portfolio/analysis/analysis.ts';
import { analyze } from '../../../src/main/portfolio/analyze/analyze.ts';
import { BACK_TEST_DAYS, historyThen, lookBackIn } from '../../../src/main/portfolio/retention/back-test.ts';
import { dayFromNumber, dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { aPortfolio, take } from '../../support/portfolio.ts';

const FIRST = dayNumber(isoDay('2022-03-01'));
const LAST = dayNumber(isoDay('2025-02-28'));

type Row = readonly [order: string, day: number, customer: string, cents: number];

/** Eighty customers of different rates, some of whom leave, a closure, a dear day, and goods that come back weeks later. */
const sales = (): Row[] => {
  const random = seededRandom(11);
  const rows: Row[] = [];
  let n = 0;
  for (let c = 0; c < 80; c++) {
    let day = FIRST + Math.floor(random() * 600);
    const gap = 8 + 60 * random();
    while (day <= LAST) {
      const closed = day > FIRST + 500 && day < FIRST + 560;
      if (!closed) {
        const cents = Math.round(1500 + 4000 * random());
        rows.push([`O${n}`, day, `C${c}`, cents]);
        if (random() < 0.04 && day + 40 <= LAST) rows.push([`O${n}`, day + 40, `C${c}`, -cents]);
        n++;
      }
      if (random() < 0.03) break;
      day += 1 + Math.floor(-gap * Math.log(1 - random()));
    }
  }
  // a sale on every possible origin, so that the shortened file ends there
  for (let day = FIRST; day <= LAST; day++) rows.push([`D${day}`, day, '', 100]);
  return rows.sort((a, b) => a[1] - b[1]);
};

const portfolio = async (rows: readonly Row[]): Promise<Writable> => {
  const db = aPortfolio();
  await take(
    db,
    `Order,Date,Customer number,Amount\n${rows.map(([order, day, who, cents]) => `${order},${dayFromNumber(day)},${who},${(cents / 100).toFixed(2)}`).join('\n')}\n`,
    { currency: 'EUR', locale: 'en-GB' },
  );
  return db;
};

describe.each(Object.entries(BACK_TEST_DAYS))('asked a %s ago', (ago, days) => {
  test('deleting the later rows from the file gives the same forecast to the cent', async () => {
    const rows = sales();
    const whole = await portfolio(rows);
    const cut = await portfolio(rows.filter(([, day]) => day <= LAST - days));
    const told = lookBackIn[ago as keyof typeof BACK_TEST_DAYS](whole, analysisOf(whole)!)!;
    const shortened = analysisOf(cut)!;
    expect(shortened.asOf).toBe(told.origin);
    const ahead = lookAhead(historyThen(cut, shortened.asOf), days, 'mbg', 100)!;
    expect(told.money.forecast).toEqual(ahead.money);
    expect(told.purchases.forecast).toEqual(ahead.purchases);
    expect(told.customers).toBe(ahead.customers);
    // and it is a forecast, not the past told again
    expect(told.money.forecast.value).not.toBe(told.money.actual);
    expect(told.money.forecast.value).toBeGreaterThan(0.4 * told.money.actual);
    expect(told.money.forecast.value).toBeLessThan(2.5 * told.money.actual);
  });

  test('what came is the revenue and the purchase days of those known then, counted from the rows', async () => {
    const rows = sales();
    const whole = await portfolio(rows);
    const told = lookBackIn[ago as keyof typeof BACK_TEST_DAYS](whole, analysisOf(whole)!)!;
    const origin = LAST - days;
    const known = new Set(
      rows.filter(([, day, who, cents]) => who !== '' && cents > 0 && day <= origin).map(([, , who]) => who),
    );
    const net = new Map<string, number>();
    for (const [, day, who, cents] of rows)
      if (known.has(who) && day > origin) net.set(`${who} ${day}`, (net.get(`${who} ${day}`) ?? 0) + cents);
    expect(told.money.actual).toBe([...net.values()].reduce((sum, each) => sum + each, 0));
    expect(told.purchases.actual).toBe([...net.values()].filter((each) => each > 0).length);
  });
});

test('the class of customers where it fails is named: all who had come back often stop at once', async () => {
  const rows = sales().filter(
    ([, day, who]) => who === '' || day <= LAST - 90 || Number(who.slice(1)) % 2 === 0,
  );
  const db = await portfolio(rows);
  const { backTest } = analyze(db, { customers: false, only: ['backTest'] }) as {
    backTest: { failsFor: { class: string; forecast: number; actual: number }[] };
  };
  expect(backTest.failsFor.length).toBeGreaterThan(0);
  for (const { forecast, actual } of backTest.failsFor)
    expect(Math.abs(forecast - actual)).toBeGreaterThan(2 * Math.sqrt(Math.max(1, forecast)));
});
