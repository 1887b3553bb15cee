import type { PeriodPair } from '../retention/period-change.ts';
import { daySpan, groupLines, type SoldLines } from './sold-lines.ts';

/** How well one product goes. */
export type Popularity = {
  readonly item: number;
  readonly revenue: number;
  /** revenue − cost, null unless every line's cost is known */
  readonly margin: number | null;
  /** orders it was sold in */
  readonly orders: number;
  /** identified customers who bought it */
  readonly buyers: number;
  /** share of them who bought it on more than one day; null without buyers */
  readonly repeatShare: number | null;
  /** change of revenue from the first period to the second, 0.1 for +10 %; null where the first has none */
  readonly trend: number | null;
};

/**
 * Products by what they bring, most revenue first, equal ones by item.
 * @param periods two adjacent periods for the trend, null for none
 */
export const popularity = (lines: SoldLines, periods: PeriodPair | null = null): Popularity[] => {
  const { items } = lines;
  const column = (): Float64Array => new Float64Array(items);
  const revenue = column();
  const cost = column();
  const before = column();
  const after = column();
  for (let k = 0; k < lines.item.length; k++) {
    const one = lines.item[k]!;
    const net = lines.net[k]!;
    revenue[one]! += net;
    cost[one]! += lines.cost[k]!;
    const day = lines.day[k]!;
    if (periods === null || day <= periods.start || day > periods.end) continue;
    (day <= periods.middle ? before : after)[one]! += net;
  }
  const { orders, buyers, repeaters } = buyingOf(lines);
  const rows: Popularity[] = [];
  for (let one = 0; one < items; one++) {
    if (orders[one] === 0 && revenue[one] === 0) continue;
    rows.push({
      item: one,
      revenue: revenue[one]!,
      margin: Number.isNaN(cost[one]!) ? null : revenue[one]! - cost[one]!,
      orders: orders[one]!,
      buyers: buyers[one]!,
      repeatShare: buyers[one]! > 0 ? repeaters[one]! / buyers[one]! : null,
      trend: periods !== null && before[one]! > 0 ? after[one]! / before[one]! - 1 : null,
    });
  }
  return rows.sort((a, b) => b.revenue - a.revenue || a.item - b.item);
};

type Buying = { readonly orders: Int32Array; readonly buyers: Int32Array; readonly repeaters: Int32Array };

/** Orders each item was sold in, its identified buyers, and those of them who bought it on two days or more. */
const buyingOf = (lines: SoldLines): Buying => {
  const { item, customer, order, day, net, items } = lines;
  const orders = new Int32Array(items);
  const buyers = new Int32Array(items);
  const repeaters = new Int32Array(items);
  const { start, line } = groupLines(
    item.map((one, k) => (net[k]! > 0 ? one : -1)),
    items,
  );
  const { first, days } = daySpan(lines);
  // the item an order was last counted for
  const countedFor = new Int32Array(order.reduce((most, one) => Math.max(most, one), -1) + 1).fill(-1);
  for (let one = 0; one < items; one++) {
    const n = start[one + 1]! - start[one]!;
    const visits = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      const k = line[start[one]! + j]!;
      if (countedFor[order[k]!] !== one) orders[one]!++;
      countedFor[order[k]!] = one;
      visits[j] = customer[k]! < 0 ? -1 : customer[k]! * days + day[k]! - first;
    }
    visits.sort();
    let last = -1;
    let lastDays = 0;
    for (let k = 0; k < visits.length; k++) {
      if (visits[k]! < 0 || visits[k] === visits[k - 1]) continue;
      const buyer = Math.floor(visits[k]! / days);
      lastDays = buyer === last ? lastDays + 1 : 1;
      last = buyer;
      if (lastDays === 1) buyers[one]!++;
      if (lastDays === 2) repeaters[one]!++;
    }
  }
  return { orders, buyers, repeaters };
};
