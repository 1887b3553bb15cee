import type { PeriodPair } from '../retention/period-change.ts';

/** Sold lines, columnar. Money in minor units. */
export type SoldLines = {
  /** products, or categories, 0 .. items − 1 */
  readonly item: Int32Array;
  /** negative for nobody in particular */
  readonly customer: Int32Array;
  /** day number */
  readonly day: Int32Array;
  readonly net: Float64Array;
  /** what the goods cost; NaN where unknown */
  readonly cost: Float64Array;
  readonly items: number;
};

/** How well one product goes. */
export type Popularity = {
  readonly item: number;
  readonly revenue: number;
  /** revenue − cost, null unless every line's cost is known */
  readonly margin: number | null;
  /** lines with revenue */
  readonly lines: number;
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
  const count = column();
  const before = column();
  const after = column();
  for (let k = 0; k < lines.item.length; k++) {
    const one = lines.item[k]!;
    const net = lines.net[k]!;
    revenue[one]! += net;
    cost[one]! += lines.cost[k]!;
    if (net > 0) count[one]!++;
    const day = lines.day[k]!;
    if (periods === null || day <= periods.start || day > periods.end) continue;
    (day <= periods.middle ? before : after)[one]! += net;
  }
  const { buyers, repeaters } = buyersOf(lines);
  const rows: Popularity[] = [];
  for (let one = 0; one < items; one++) {
    if (count[one] === 0 && revenue[one] === 0) continue;
    rows.push({
      item: one,
      revenue: revenue[one]!,
      margin: Number.isNaN(cost[one]!) ? null : revenue[one]! - cost[one]!,
      lines: count[one]!,
      buyers: buyers[one]!,
      repeatShare: buyers[one]! > 0 ? repeaters[one]! / buyers[one]! : null,
      trend: periods !== null && before[one]! > 0 ? after[one]! / before[one]! - 1 : null,
    });
  }
  return rows.sort((a, b) => b.revenue - a.revenue || a.item - b.item);
};

/** Identified buyers of each item, and those of them who bought it on two days or more. */
const buyersOf = ({
  item,
  customer,
  day,
  net,
  items,
}: SoldLines): { buyers: Int32Array; repeaters: Int32Array } => {
  const buyers = new Int32Array(items);
  const repeaters = new Int32Array(items);
  const sold: number[] = [];
  for (let k = 0; k < item.length; k++) if (customer[k]! >= 0 && net[k]! > 0) sold.push(k);
  sold.sort((a, b) => item[a]! - item[b]! || customer[a]! - customer[b]! || day[a]! - day[b]!);
  for (let from = 0; from < sold.length; ) {
    const first = sold[from]!;
    let to = from;
    while (to < sold.length && item[sold[to]!] === item[first] && customer[sold[to]!] === customer[first])
      to++;
    buyers[item[first]!]!++;
    if (day[sold[to - 1]!] !== day[first]) repeaters[item[first]!]!++;
    from = to;
  }
  return { buyers, repeaters };
};
