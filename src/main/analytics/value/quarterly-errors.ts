import { dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import { monthsBefore } from '../calendar/months.ts';
import { firstDayOf, type PurchaseHistory } from '../history.ts';
import { median } from '../numeric/order-statistics.ts';
import { type BgNbd, expectedPurchases, type Variant } from './bgnbd.ts';
import { fitBgNbd } from './bgnbd-fit.ts';
import { paramsOf } from './fit.ts';
import { holdOut } from './hold-out.ts';
import { type SpendModel, spendOf } from './spend.ts';

/** What was foreseen of a quarter with what was known before it, and what came; logs of actual ÷ expected. */
export type QuarterlyError = {
  readonly asOf: IsoDay;
  readonly days: number;
  readonly purchases: number;
  /** of the same customers' revenue */
  readonly money: number;
};

const QUARTER = 91;
const ORIGINS = 4;
/** So much must be seen before an origin. */
const SHORTEST_DAYS = 91;
/** TRUTH 10: fewer origins carry no range. */
export const FEWEST_ORIGINS = 3;
const MOST_CUSTOMERS = 2000;

/**
 * Back-tests at the ends of the last quarters, each with a model of its own (TRUTH 10).
 * @param spend tells what a purchase of a customer is worth, minor units ÷ `minorUnits`
 */
export const quarterlyErrors = (
  history: PurchaseHistory,
  variant: Variant,
  near: BgNbd,
  spend: SpendModel,
  minorUnits: number,
): readonly QuarterlyError[] => {
  const first = firstDayOf(history);
  if (first === null) return [];
  const every = Math.ceil(history.customer.length / MOST_CUSTOMERS);
  const found: QuarterlyError[] = [];
  for (let k = 1; k <= ORIGINS; k++) {
    const origin = history.asOf - k * QUARTER;
    if (origin - first < SHORTEST_DAYS) break;
    const split = holdOut(history, origin, QUARTER, every);
    const params = paramsOf(fitBgNbd(variant, split.data, 'map', near));
    if (params === null) break;
    let [expected, actual, worth, came] = [0, 0, 0, 0];
    for (let c = 0; c < split.x.length; c++) {
      const customer = { x: split.x[c]!, tx: split.tx[c]!, T: split.T[c]! };
      const purchases = expectedPurchases(variant, params, customer, split.weeks);
      const money = moneyOf(history, split.index[c]!, origin, QUARTER);
      expected += purchases;
      actual += split.actual[c]!;
      worth += purchases * spendOf(spend, customer.x, money.zbar / minorUnits) * minorUnits;
      came += money.after;
    }
    found.push({
      asOf: dayFromNumber(origin),
      days: QUARTER,
      purchases: logRatio(actual, expected),
      money: logRatio(came, worth),
    });
  }
  return found;
};

const LEVEL = 0.9;
/** Of less than two years a season may be in what comes: measured in newly opened shops, such ranges hold in seven of ten. */
const LEVEL_OF_SHORT = 0.7;
const SLACK = 7;
/** A month of twice the median, or of half of it, is no chance around a level. */
const FAR_FROM_MEDIAN = 2;

/** The confidence that a range of totals is called by: 90 % with 24 months, or where a year was even (TRUTH 9). */
export const rangeLevel = (history: PurchaseHistory): number => {
  const first = firstDayOf(history);
  if (first === null) return LEVEL_OF_SHORT;
  const isLong = first <= monthsBefore(history.asOf, 24) + 1 + SLACK;
  return isLong || hasEvenYear(history, first) ? LEVEL : LEVEL_OF_SHORT;
};

const hasEvenYear = (history: PurchaseHistory, first: number): boolean => {
  const ends = Array.from({ length: 13 }, (_, k) => monthsBefore(history.asOf, 12 - k));
  if (first > ends[0]! + 1 + SLACK) return false;
  const bought = new Float64Array(12);
  for (let k = 0; k < history.day.length; k++) {
    const day = history.day[k]!;
    if (history.net[k]! <= 0 || day <= ends[0]! || day > history.asOf) continue;
    let month = 0;
    while (day > ends[month + 1]!) month++;
    bought[month]!++;
  }
  const middle = median(bought);
  return Math.max(...bought) <= FAR_FROM_MEDIAN * middle && Math.min(...bought) >= middle / FAR_FROM_MEDIAN;
};

/** One purchase more on both sides: nothing at all is a large error, not an endless one. */
const logRatio = (actual: number, expected: number): number =>
  Math.log(Math.max(actual, 0.5) / Math.max(expected, 0.5));

/** Mean value of the repeat purchases up to the origin, and what the days after it brought. */
const moneyOf = (
  { start, day, net }: PurchaseHistory,
  i: number,
  origin: number,
  days: number,
): { readonly zbar: number; readonly after: number } => {
  let [seen, repeat, after] = [0, 0, 0];
  for (let k = start[i]!; k < start[i + 1]! && day[k]! <= origin + days; k++) {
    if (net[k]! <= 0) continue;
    if (day[k]! > origin) after += net[k]!;
    else if (seen++ > 0) repeat += net[k]!;
  }
  return { zbar: seen > 1 ? repeat / (seen - 1) : Number.NaN, after };
};

/** The worst of them, of purchases or money; null with fewer than three. */
export const worstError = (
  errors: readonly QuarterlyError[],
  of: 'purchases' | 'money',
): { readonly log: number; readonly days: number } | null =>
  errors.length < FEWEST_ORIGINS
    ? null
    : { log: Math.max(...errors.map((each) => Math.abs(each[of]))), days: QUARTER };

/**
 * A range that holds the model's own noise and what the back-tests missed (TRUTH 10): on the log scale
 * √(model² + (worst × √(horizon ÷ tested))²) to either side.
 */
export const widenedRange = (
  { expected, lo, hi }: { readonly expected: number; readonly lo: number; readonly hi: number },
  worst: { readonly log: number; readonly days: number },
  horizonDays: number,
): { readonly lo: number; readonly hi: number } => {
  if (!(expected > 0)) return { lo, hi };
  const missed = worst.log * Math.sqrt(horizonDays / worst.days);
  const below = Math.log(expected / Math.max(lo, expected * 1e-3));
  const above = Math.log(Math.max(hi, expected) / expected);
  return {
    lo: expected * Math.exp(-Math.hypot(below, missed)),
    hi: expected * Math.exp(Math.hypot(above, missed)),
  };
};
