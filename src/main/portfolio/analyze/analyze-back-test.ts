import { dayFromNumber } from '../../../shared/model/day.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import { withClock } from '../../analytics/history.ts';
import { type Compared, lookBack } from '../../analytics/value/look-ahead.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { calendarOf } from '../analysis/calendar.ts';
import { money } from './analyze-money.ts';

const HORIZON_DAYS = 90;
/** One variant, chosen by no later sales: the one that does not call one-time buyers certain. */
const VARIANT = 'mbg';
/** A class whose forecast misses by more than a quarter, and by more than chance, is one the model fails for. */
const MISSED = 0.25;
const CHANCE = 2;

/** The area `backTest`: what would have been told 90 days ago, with closures and exceptional days as they could be seen then. */
export const backTestArea = (db: Readable, analysis: Analysis) => {
  const { history } = analysis;
  const then = calendarOf(db, dayFromNumber(history.asOf - HORIZON_DAYS));
  const found = lookBack(
    { ...withClock(history, then.closedSpans), exceptional: then.exceptionalDays },
    HORIZON_DAYS,
    VARIANT,
    10 ** minorDigits(analysis.currency),
  );
  if (found === null)
    return {
      grade: 'D',
      reason: 'The sales are too short to forecast a quarter from what was known before it.',
      needed: `At least ${Math.ceil(2.5 * HORIZON_DAYS)} days of sales with customers.`,
    };
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
    failsFor: found.classes
      .filter(
        ({ forecast, actual }) =>
          Math.abs(actual - forecast) > MISSED * Math.max(actual, forecast) &&
          Math.abs(actual - forecast) > CHANCE * Math.sqrt(Math.max(1, forecast)),
      )
      .map(({ x, forecast, actual }) => ({
        class: x === '0' ? 'one-time' : `${x} repeat purchases`,
        forecast,
        actual,
      })),
  };
};
