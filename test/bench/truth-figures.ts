import { longSilences } from '../../src/main/analytics/calendar/closures.ts';
import type { DaySales } from '../../src/main/analytics/calendar/day-sales.ts';
import { exceptionalDays } from '../../src/main/analytics/calendar/exceptional-days.ts';
import { customerGrowth } from '../../src/main/analytics/growth/growth.ts';
import {
  clearBeyond,
  groupGrowth,
  measuresOn,
  segmentWindows,
  windowRevenue,
} from '../../src/main/analytics/growth/segment-growth.ts';
import { firstDayOf, type PurchaseHistory, revenueWithin } from '../../src/main/analytics/history.ts';
import { goneOf } from '../../src/main/analytics/retention/gone.ts';
import { rhythmOf } from '../../src/main/analytics/retention/rhythm.ts';
import { measuresOf } from '../../src/main/analytics/segmentation/measures.ts';
import { RECIPES } from '../../src/main/analytics/segmentation/recipe.ts';
import { assign } from '../../src/main/analytics/segmentation/rule.ts';
import { segmentBy } from '../../src/main/analytics/segmentation/segmentation.ts';
import { isSelectedBySilence } from '../../src/main/analytics/segmentation/selected-by-silence.ts';
import { type CustomerModels, customerModels } from '../../src/main/analytics/value/customer-models.ts';
import { DEFAULT_TERMS } from '../../src/main/analytics/value/customer-value.ts';
import { lookAhead } from '../../src/main/analytics/value/look-ahead.ts';
import { purchaseSummary } from '../../src/main/analytics/value/purchase-summary.ts';
import { type MadeShop, madeShop, type World } from './truth-worlds.ts';

/** What is said of one made shop, against its truth. */
export type Said = {
  /** 91-day totals of the known customers: whether there is a range, whether it holds, its half-width as a part */
  readonly purchases: {
    readonly told: boolean;
    readonly inside: boolean;
    readonly half: number;
    readonly error: number;
  };
  readonly money: {
    readonly told: boolean;
    readonly inside: boolean;
    readonly half: number;
    readonly error: number;
  };
  /** clear directions of customers, and those against both own signs */
  readonly clear: number;
  readonly againstOwn: number;
  readonly clearSegments: number;
  /** customers with a range for 12 months, and those whose revenue lay in it */
  readonly single: number;
  readonly singleInside: number;
  readonly gone: number;
  /** of them, who bought within the next 12 months */
  readonly goneReturned: number;
  readonly customers: number;
  readonly falseAlarms: number;
};

const DAYS = 91;
/** 52 weeks: the horizon of single customers' values. */
const HORIZON = 364;

export const saidOf = (world: World, seed: number): Said => {
  const shop = madeShop(world, seed);
  const { history } = shop;
  const models = customerModels(history);
  const ahead = lookAhead(history, DAYS, models.chosen ?? 'mbg', 100, seed);
  const known = knownLater(shop);
  const { gone, count } = goneOf(history, models.chosen ? models.scores.chance12m : null, models.yearAgo);
  const returned = Array.from(gone).filter((is, i) => is === 1 && known.days365[i]! > 0).length;
  const compared = (
    total: { value: number; lo: number | null; hi: number | null } | undefined,
    actual: number,
  ) => ({
    told: total?.lo != null,
    inside: total?.lo != null && actual >= total.lo && actual <= total.hi!,
    half: total?.lo != null ? (total.hi! - total.lo) / 2 / total.value : Number.NaN,
    error: total ? total.value / Math.max(1, actual) - 1 : Number.NaN,
  });
  const sum = (values: Float64Array): number => values.reduce((total, each) => total + each, 0);
  return {
    purchases: compared(ahead?.purchases, sum(known.days91)),
    money: compared(ahead?.money, sum(known.revenue91)),
    ...directions(history),
    clearSegments: clearSegments(history),
    ...singles(models, known.discounted365),
    gone: count,
    goneReturned: returned,
    customers: history.customer.length,
    falseAlarms: alarms(history),
  };
};

/** What the customers known at the end do afterwards. */
const knownLater = ({ history, later }: MadeShop) => {
  const placeOf = new Map(Array.from(later.customer, (id, i) => [id, i]));
  const revenue = revenueWithin(later, history.asOf, history.asOf + DAYS);
  const n = history.customer.length;
  const [days91, days365, discounted365, revenue91] = [
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
  ];
  history.customer.forEach((id, i) => {
    const j = placeOf.get(id)!;
    revenue91[i] = revenue[j]!;
    for (let k = later.start[j]!; k < later.start[j + 1]!; k++) {
      if (later.day[k]! <= history.asOf) continue;
      days365[i]!++;
      const ahead = later.day[k]! - history.asOf;
      if (ahead <= HORIZON)
        discounted365[i]! += later.net[k]! / (1 + DEFAULT_TERMS.discount) ** (ahead / 364);
      if (later.day[k]! <= history.asOf + DAYS) days91[i]!++;
    }
  });
  return { days91, days365, discounted365, revenue91 };
};

/** Single customers' values ahead against what came, discounted alike. */
const singles = ({ scores }: CustomerModels, came: Float64Array) => {
  const ranged = Array.from(scores.clvLo, (_, i) => i).filter((i) => Number.isFinite(scores.clvLo[i]!));
  return {
    single: ranged.length,
    singleInside: ranged.filter((i) => came[i]! >= scores.clvLo[i]! && came[i]! <= scores.clvHi[i]!).length,
  };
};

const directions = (history: PurchaseHistory) => {
  const growth = customerGrowth(history);
  const { windows } = growth;
  if (!windows) return { clear: 0, againstOwn: 0 };
  const before = revenueWithin(history, windows.start, windows.middle);
  const after = revenueWithin(history, windows.middle, windows.end);
  let [clear, againstOwn] = [0, 0];
  growth.direction.forEach((way, i) => {
    if (way === 0) return;
    clear++;
    const days = (from: number, to: number): number => {
      let n = 0;
      for (let k = history.start[i]!; k < history.start[i + 1]!; k++)
        if (history.day[k]! > from && history.day[k]! <= to) n++;
      return n;
    };
    const moved = days(windows.middle, windows.end) - days(windows.start, windows.middle);
    if (way * moved < 0 && way * (after[i]! - before[i]!) < 0) againstOwn++;
  });
  return { clear, againstOwn };
};

const clearSegments = (history: PurchaseHistory): number => {
  const windows = segmentWindows(firstDayOf(history)!, history.asOf);
  if (!windows) return 0;
  const purchases = purchaseSummary(history);
  const planned = segmentBy(RECIPES[0]!, measuresOf(purchases, rhythmOf(history, purchases)), String);
  const rules = planned.segments.flatMap(({ definition }) => ('all' in definition ? [definition] : []));
  const was = assign(rules, measuresOn(history, windows.before.from, windows.lookBack));
  const is = assign(rules, measuresOn(history, windows.after.from, windows.lookBack));
  const revenue = windowRevenue(history, windows);
  const told = rules.flatMap((_, place) => {
    if (isSelectedBySilence(rules, place)) return [];
    const found = groupGrowth(
      revenue,
      (i) => was[i] === place,
      (i) => is[i] === place,
    );
    return found ? [found] : [];
  });
  return told.filter(({ log, se }) => Math.abs(log) > clearBeyond(told.length) * se).length;
};

/** Exceptional days and closures where there are none. */
const alarms = (history: PurchaseHistory): number => {
  const sums = new Map<number, number>();
  history.day.forEach((day, k) => {
    sums.set(day, (sums.get(day) ?? 0) + history.net[k]!);
  });
  const days = [...sums].sort(([a], [b]) => a - b);
  const sales: DaySales = {
    day: Int32Array.from(days, ([day]) => day),
    revenue: Float64Array.from(days, ([, net]) => net),
    orders: new Float64Array(days.length).fill(1),
  };
  return exceptionalDays(sales).length + longSilences(sales).filter(({ kind }) => kind === 'closed').length;
};
