import type { Compared } from '../../analytics/value/look-ahead.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { BACK_TEST_WANTED, className, failingClasses, lookBackIn } from '../retention/back-test.ts';
import { money } from './analyze-money.ts';

/** The area `backTest`: what would have been told 90 days ago, against what came. */
export const backTestArea = (db: Readable, analysis: Analysis) => {
  const found = lookBackIn.quarter(db, analysis);
  if (found === null) return BACK_TEST_WANTED;
  const range = ({ forecast }: Compared, write: (value: number) => unknown) => ({
    value: write(forecast.value),
    lo: forecast.lo === null ? null : write(forecast.lo),
    hi: forecast.hi === null ? null : write(forecast.hi),
    level: forecast.level,
    n: found.customers,
    grade: forecast.lo === null ? 'C' : 'B',
  });
  const amount = (value: number) => money(analysis, value);
  return {
    origin: found.origin,
    horizonDays: found.horizonDays,
    money: {
      forecast: range(found.money, amount),
      actual: amount(found.money.actual),
      inside: found.money.inside,
    },
    purchases: {
      forecast: range(found.purchases, (value) => value),
      actual: found.purchases.actual,
      inside: found.purchases.inside,
    },
    failsFor: failingClasses(found).map(({ x, forecast, actual }) => ({
      class: className(x),
      forecast,
      actual,
    })),
  };
};
