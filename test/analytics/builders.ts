import type { PurchaseHistory } from '../../src/main/analytics/history.ts';

type Entry = readonly [day: number, net: number];

/** A history of customers 1, 2, 3 …, each given as its [day, net] entries in any order. */
export const historyOf = (customers: readonly (readonly Entry[])[], asOf: number): PurchaseHistory => {
  const start = new Int32Array(customers.length + 1);
  const day: number[] = [];
  const net: number[] = [];
  customers.forEach((entries, i) => {
    const byDay = new Map<number, number>();
    for (const [d, amount] of entries) if (d <= asOf) byDay.set(d, (byDay.get(d) ?? 0) + amount);
    for (const d of [...byDay.keys()].sort((a, b) => a - b)) {
      day.push(d);
      net.push(byDay.get(d)!);
    }
    start[i + 1] = day.length;
  });
  return {
    asOf,
    customer: Int32Array.from(customers, (_, i) => i + 1),
    start,
    day: Int32Array.from(day),
    net: Float64Array.from(net),
  };
};

/** A customer who buys for `net` on each of `days`. */
export const buys = (days: readonly number[], net = 1000): Entry[] => days.map((d) => [d, net] as const);

/** The same history with every listed day a purchase day, however little was paid (a free copy of CDNOW). */
export const countingFreeDays = (history: PurchaseHistory): PurchaseHistory => ({
  ...history,
  net: history.net.map((v) => (v > 0 ? v : 1e-9)),
});
