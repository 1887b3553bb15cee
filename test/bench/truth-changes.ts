import { longSilences } from '../../src/main/analytics/calendar/closures.ts';
import type { DaySales } from '../../src/main/analytics/calendar/day-sales.ts';
import { exceptionalDays } from '../../src/main/analytics/calendar/exceptional-days.ts';
import { customerGrowth } from '../../src/main/analytics/growth/growth.ts';
import {
  clearBeyond,
  type GroupGrowth,
  groupGrowth,
  measuresOn,
  segmentWindows,
  windowRevenue,
} from '../../src/main/analytics/growth/segment-growth.ts';
import { firstDayOf, type PurchaseHistory } from '../../src/main/analytics/history.ts';
import { seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { rhythmOf } from '../../src/main/analytics/retention/rhythm.ts';
import { lookAhead } from '../../src/main/analytics/value/look-ahead.ts';
import { simulatedShop, WINDOWS } from '../analytics/growth/simulated-shop.ts';
import { LAST, type MadeShop, madeShop, type World } from './truth-worlds.ts';

/** Directions of customers whose own change is known (TRUTH 1). */
export type Directions = {
  readonly told: number;
  readonly clear: number;
  readonly opposite: number;
  readonly right: number;
};

/**
 * @param rate mean and spread of the log growth of rates
 * @param least of those who truly changed by at least this, on the log scale, `told` and `right` are counted
 */
export const directionsOf = (
  rate: readonly [mean: number, sd: number],
  least: number,
  seed: number,
): Directions => {
  const { history, truth } = simulatedShop({ customers: 500, seed, rate, value: [0, 0], purchases: 12 });
  const { direction, status } = customerGrowth(history, { windows: WINDOWS });
  let [told, clear, opposite, right] = [0, 0, 0, 0];
  truth.forEach((change, i) => {
    if (status[i] !== 'estimated') return;
    const way = direction[i]!;
    if (way !== 0) clear++;
    if (way * change < 0) opposite++;
    if (Math.abs(change) < least) return;
    told++;
    if (way * change > 0) right++;
  });
  return { told, clear, opposite, right };
};

/** What is said of a segment that truly changed by a third, and of the rest of the shop (TRUTH 2). */
export type Changed = { readonly members: number; readonly found: boolean; readonly opposite: boolean };

const THIRD = 4 / 3;

/** Those of the most value buy a third more often; the rule asks for the revenue of the look-back. */
export const changedByValue = (world: World, cut: number, seed: number): Changed => {
  const { history } = madeShop({ ...world, change: ({ yearly }) => (yearly >= cut ? THIRD : 1) }, seed);
  const windows = segmentWindows(firstDayOf(history)!, history.asOf)!;
  const is = (day: number): ((i: number) => boolean) => {
    const { revenue12m } = measuresOn(history, day, windows.lookBack);
    return (i) => revenue12m[i]! >= cut;
  };
  const [was, now] = [is(windows.before.from), is(windows.after.from)];
  const revenue = windowRevenue(history, windows);
  return judged([
    groupGrowth(revenue, was, now),
    groupGrowth(
      revenue,
      (i) => !was(i),
      (i) => !now(i),
    ),
  ]);
};

/** The same of one group of four by lot, which is as fixed as a town. */
export const changedGroup = (world: World, seed: number): Changed => {
  const { history, traits } = madeShop({ ...world, change: ({ group }) => (group === 0 ? THIRD : 1) }, seed);
  const windows = segmentWindows(firstDayOf(history)!, history.asOf)!;
  const revenue = windowRevenue(history, windows);
  return judged(
    [0, 1, 2, 3].map((group) => {
      const belongs = (i: number): boolean => traits[i]!.group === group;
      return groupGrowth(revenue, belongs, belongs);
    }),
  );
};

/** @param told the changed one first */
const judged = (told: readonly (GroupGrowth | null)[]): Changed => {
  const z = clearBeyond(told.length);
  const clear = told.map((each) => (each && Math.abs(each.log) > z * each.se ? Math.sign(each.log) : 0));
  return {
    members: told[0]?.members.after ?? 0,
    found: clear[0] === 1,
    opposite: clear.some((way) => way === -1),
  };
};

/** A forecast of the next 91 days and who is flagged, in business time and by the calendar (TRUTH 9). */
export type Quarter = {
  readonly error: number;
  readonly errorByCalendar: number;
  /** of those with a rhythm who have truly not left, the share called at risk */
  readonly flagged: number;
};

const DAYS = 91;

/** @param quarter how many quarters before 30 June 2025 the sales end: 0 to 3 */
export const quarterOf = (world: World, quarter: number, seed: number): Quarter => {
  const shop = madeShop({ ...world, last: LAST - quarter * DAYS }, seed);
  const actual = boughtWithin(shop, DAYS).reduce((sum, n) => sum + n, 0);
  const error = (history: PurchaseHistory): number => {
    const ahead = lookAhead(history, DAYS, 'mbg', 100, seed);
    return ahead ? ahead.purchases.value / Math.max(1, actual) - 1 : Number.NaN;
  };
  const back = boughtWithin(shop, 365);
  const { state } = rhythmOf(shop.history);
  const returners = Array.from(state, (_, i) => i).filter(
    (i) => back[i]! > 0 && purchasesOf(shop.history, i) >= 3,
  );
  const flagged = returners.filter((i) => state[i] === 'at-risk').length;
  return {
    error: error(shop.history),
    errorByCalendar: error({ ...shop.history, clock: null }),
    flagged: flagged / Math.max(1, returners.length),
  };
};

const purchasesOf = ({ start }: PurchaseHistory, i: number): number => start[i + 1]! - start[i]!;

const boughtWithin = ({ history, later }: MadeShop, days: number): number[] => {
  const placeOf = new Map(Array.from(later.customer, (id, i) => [id, i]));
  return Array.from(history.customer, (id) => {
    const j = placeOf.get(id)!;
    let n = 0;
    for (let k = later.start[j]!; k < later.start[j + 1]!; k++)
      if (later.day[k]! > history.asOf && later.day[k]! <= history.asOf + days) n++;
    return n;
  });
};

/** Whether a day of a given part of a year's revenue and a closure of a given length are found (TRUTH 7, 8). */
export type Alarms = { readonly day: boolean; readonly closure: boolean; readonly closureDays: number };

/** @param part of a year's revenue that the one day brings */
export const alarmsOf = (world: World, part: number, seed: number): Alarms => {
  const random = seededRandom(seed);
  const sales = daySales(madeShop(world, seed).history);
  const n = sales.day.length;
  const year = sales.revenue.reduce((sum, each) => sum + each, 0) / world.years;
  const at = Math.floor((0.2 + 0.6 * random()) * n);
  const dear = {
    ...sales,
    revenue: sales.revenue.map((each, k) => (k === at ? (part * year) / (1 - part) : each)),
  };
  const length = 20 + Math.floor(220 * random());
  const from = sales.day[0]! + 365 + Math.floor(random() * (365 - length / 2));
  const open = sales.day.map((day) => (day >= from && day < from + length ? -1 : day));
  const kept = [...open.keys()].filter((k) => open[k]! >= 0);
  const closed: DaySales = {
    day: Int32Array.from(kept, (k) => sales.day[k]!),
    revenue: Float64Array.from(kept, (k) => sales.revenue[k]!),
    orders: Float64Array.from(kept, () => 1),
  };
  return {
    day: exceptionalDays(dear).some(({ day }) => day === sales.day[at]),
    closure: longSilences(closed).some(
      (silence) => silence.kind === 'closed' && silence.from <= from && silence.to >= from + length - 1,
    ),
    closureDays: length,
  };
};

const daySales = (history: PurchaseHistory): DaySales => {
  const sums = new Map<number, number>();
  history.day.forEach((day, k) => {
    sums.set(day, (sums.get(day) ?? 0) + history.net[k]!);
  });
  const days = [...sums].sort(([a], [b]) => a - b);
  return {
    day: Int32Array.from(days, ([day]) => day),
    revenue: Float64Array.from(days, ([, net]) => net),
    orders: new Float64Array(days.length).fill(1),
  };
};
