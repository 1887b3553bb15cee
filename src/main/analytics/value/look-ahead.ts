import { dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import { elapsed } from '../calendar/business-clock.ts';
import { firstDayOf, type PurchaseHistory, revenueWithin } from '../history.ts';
import { expectedPurchases, type Variant } from './bgnbd.ts';
import { bgNbdInformation, fitBgNbd } from './bgnbd-fit.ts';
import { paramsOf } from './fit.ts';
import { forecastTotals } from './forecast-total.ts';
import { purchaseSummary } from './purchase-summary.ts';
import { quarterlyErrors, rangeLevel, widenedRange, worstError } from './quarterly-errors.ts';
import { repeatPurchasesOf } from './repeat-purchases.ts';
import { spendModel, spendOf } from './spend.ts';
import { atPresentLevel, valueTrend } from './value-trend.ts';
import { X_CLASSES, type XClass, xClassOf } from './x-class.ts';

/** A total with its 90 % range, which is null in words: fewer than three quarters before the origin carry none. */
export type RangedTotal = {
  readonly value: number;
  readonly lo: number | null;
  readonly hi: number | null;
  readonly level: number;
};

export type Compared = {
  readonly forecast: RangedTotal;
  readonly actual: number;
  /** null where there is no range */
  readonly inside: boolean | null;
};

/** What would have been told at an earlier day of the customers known then, everything fitted on what was there (TRUTH 10, 11). */
export type LookBack = {
  readonly origin: IsoDay;
  readonly horizonDays: number;
  readonly customers: number;
  readonly purchases: Compared;
  /** minor units */
  readonly money: Compared;
  readonly classes: readonly { readonly x: XClass; readonly forecast: number; readonly actual: number }[];
};

/** The forecast alone: nothing after the history's last day takes part in it. */
export type Ahead = Omit<LookBack, 'purchases' | 'money' | 'classes'> & {
  readonly purchases: RangedTotal;
  readonly money: RangedTotal;
  readonly classes: readonly { readonly x: XClass; readonly forecast: number }[];
  /** place of each customer's class in X_CLASSES, −1 without a purchase yet */
  readonly classOf: Int8Array;
};

/** So much must be seen, and half as much again as is told ahead. */
const SHORTEST_DAYS = 91;

/**
 * Purchases and revenue of the known customers in the next days, by the repeat-buying model and what each spends.
 * @param minorUnits minor units in a unit of the currency
 * @returns null where too little has been seen for that horizon, or no model fits
 */
export const lookAhead = (
  history: PurchaseHistory,
  days: number,
  variant: Variant,
  minorUnits: number,
  seed = 1,
): Ahead | null => {
  const first = firstDayOf(history);
  if (first === null || history.asOf - first < Math.max(SHORTEST_DAYS, 1.5 * days)) return null;
  const level = rangeLevel(history);
  const purchases = purchaseSummary(atPresentLevel(history, valueTrend(history)));
  const data = repeatPurchasesOf(purchases);
  const params = paramsOf(fitBgNbd(variant, data, 'map'));
  if (params === null) return null;
  const weeks = elapsed(history.clock, history.asOf, history.asOf + days) / 7;
  const classOfRow = Int32Array.from(data.x, xClassOf);
  const information = bgNbdInformation(variant, data, 'map', params);
  const totals = forecastTotals(
    { variant, params, information },
    data,
    weeks,
    classOfRow,
    X_CLASSES.length,
    seed,
  );
  const spend = spendModel(
    purchases.x,
    purchases.zbar.map((z) => z / minorUnits),
  );
  const expected = Float64Array.from(data.x, (x, row) =>
    expectedPurchases(variant, params, { x, tx: data.tx[row]!, T: data.T[row]! }, weeks),
  );
  let money = 0;
  let variance = 0;
  const classOf = new Int8Array(history.customer.length).fill(-1);
  for (let i = 0; i < history.customer.length; i++) {
    const row = data.rowOf[i]!;
    if (row < 0) continue;
    classOf[i] = xClassOf(data.x[row]!);
    const each = spendOf(spend, data.x[row]!, purchases.zbar[i]! / minorUnits) * minorUnits;
    money += expected[row]! * each;
    variance += expected[row]! * each * each * 2;
  }
  const quarters = quarterlyErrors(history, variant, params, spend, minorUnits);
  const all = totals.at(-1)!;
  const share = all.expected > 0 ? (all.hi - all.lo) / 2 / all.expected : 0;
  const half = Math.hypot(share * money, 1.6448536269514722 * Math.sqrt(variance));
  const ranged = (
    total: { readonly expected: number; readonly lo: number; readonly hi: number },
    of: 'purchases' | 'money',
  ): RangedTotal => {
    const worst = worstError(quarters, of);
    return {
      value: total.expected,
      ...(worst ? widenedRange(total, worst, days) : { lo: null, hi: null }),
      level,
    };
  };
  return {
    origin: dayFromNumber(history.asOf),
    horizonDays: days,
    customers: data.n,
    purchases: ranged(all, 'purchases'),
    money: ranged({ expected: money, lo: money - half, hi: money + half }, 'money'),
    classes: X_CLASSES.map((x, k) => ({ x, forecast: totals[k]!.expected })),
    classOf,
  };
};

/**
 * The forecast that was to be made at an earlier day, against what came since: deleting the later rows from the file gives the
 * same forecast.
 * @param then what was known on that day: returns that came later are not taken off  @param now what is known today
 */
export const lookBack = (
  then: PurchaseHistory,
  now: PurchaseHistory,
  variant: Variant,
  minorUnits: number,
): LookBack | null => {
  const ahead = lookAhead(then, now.asOf - then.asOf, variant, minorUnits);
  if (ahead === null) return null;
  const { classOf, classes, ...told } = ahead;
  const revenue = revenueWithin(now, then.asOf, now.asOf);
  const placeOf = new Map(Array.from(now.customer, (id, i) => [id, i]));
  const bought = new Float64Array(classes.length);
  let money = 0;
  for (let j = 0; j < classOf.length; j++) {
    const i = placeOf.get(then.customer[j]!);
    if (classOf[j]! < 0 || i === undefined) continue;
    money += revenue[i]!;
    for (let k = now.start[i]!; k < now.start[i + 1]!; k++)
      if (now.day[k]! > then.asOf && now.net[k]! > 0) bought[classOf[j]!]!++;
  }
  const compared = (forecast: RangedTotal, actual: number): Compared => ({
    forecast,
    actual,
    inside:
      forecast.lo === null || forecast.hi === null ? null : actual >= forecast.lo && actual <= forecast.hi,
  });
  return {
    ...told,
    purchases: compared(
      told.purchases,
      bought.reduce((sum, n) => sum + n, 0),
    ),
    money: compared(told.money, money),
    classes: classes.map((each, k) => ({ ...each, actual: bought[k]! })),
  };
};
