import type { PurchaseSummary } from './purchase-summary.ts';

/**
 * What the repeat-buying models see of the customers, equal ones together: row i stands for `count[i]` customers with
 * `x[i]` repeat purchases, the last at age `tx[i]`, observed for `T[i]`; times in weeks. Rows with x = 0 come first.
 */
export type RepeatPurchases = {
  readonly x: Int32Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  readonly count: Float64Array;
  /** the different times, and where tx and T of each row stand among them */
  readonly times: Float64Array;
  readonly txAt: Int32Array;
  readonly TAt: Int32Array;
  /** how many rows have x = 0 */
  readonly zeros: number;
  /** row of each customer, −1 for those left out */
  readonly rowOf: Int32Array;
  /** customers, and those of them who came back */
  readonly n: number;
  readonly repeaters: number;
  readonly sumX: number;
  readonly sumT: number;
};

/**
 * @param x repeat purchases (count >= 0)  @param tx, T in weeks
 * @param include which customers take part; all where left out
 * @throws RangeError unless 0 <= tx <= T, and tx = 0 exactly where x = 0
 */
export const repeatPurchases = (
  x: ArrayLike<number>,
  tx: ArrayLike<number>,
  T: ArrayLike<number>,
  include: (i: number) => boolean = () => true,
): RepeatPurchases => {
  const all = x.length;
  const placeOf = new Map<number, number>();
  const times: number[] = [];
  const place = (time: number): number => {
    const known = placeOf.get(time);
    if (known !== undefined) return known;
    placeOf.set(time, times.length);
    times.push(time);
    return times.length - 1;
  };
  const rowOfKey = new Map<number, number>();
  const first: number[] = [];
  const count: number[] = [];
  const txPlace: number[] = [];
  const TPlace: number[] = [];
  const rowOf = new Int32Array(all).fill(-1);
  for (let i = 0; i < all; i++) {
    if (!include(i)) continue;
    if (!(x[i]! >= 0 && tx[i]! >= 0 && tx[i]! <= T[i]! && x[i]! > 0 === tx[i]! > 0))
      throw new RangeError(`not a purchase record: x = ${x[i]}, tx = ${tx[i]}, T = ${T[i]}`);
    const a = place(tx[i]!);
    const b = place(T[i]!);
    const key = (x[i]! * 2 ** 20 + a) * 2 ** 20 + b;
    let row = rowOfKey.get(key);
    if (row === undefined) {
      row = first.length;
      rowOfKey.set(key, row);
      first.push(i);
      count.push(0);
      txPlace.push(a);
      TPlace.push(b);
    }
    count[row]!++;
    rowOf[i] = row;
  }
  const order = first.map((_, row) => row).sort((a, b) => x[first[a]!]! - x[first[b]!]! || a - b);
  const placed = new Int32Array(order.length);
  order.forEach((row, at) => {
    placed[row] = at;
  });
  for (let i = 0; i < all; i++) if (rowOf[i]! >= 0) rowOf[i] = placed[rowOf[i]!]!;
  const xs = Int32Array.from(order, (row) => x[first[row]!]!);
  const counts = Float64Array.from(order, (row) => count[row]!);
  const Ts = Float64Array.from(order, (row) => T[first[row]!]!);
  const zeros = xs.findIndex((v) => v > 0);
  const sumOver = (f: (row: number) => number): number => counts.reduce((sum, c, row) => sum + c * f(row), 0);
  return {
    x: xs,
    tx: Float64Array.from(order, (row) => tx[first[row]!]!),
    T: Ts,
    count: counts,
    times: Float64Array.from(times),
    txAt: Int32Array.from(order, (row) => txPlace[row]!),
    TAt: Int32Array.from(order, (row) => TPlace[row]!),
    zeros: zeros < 0 ? xs.length : zeros,
    rowOf,
    n: sumOver(() => 1),
    repeaters: sumOver((row) => (xs[row]! > 0 ? 1 : 0)),
    sumX: sumOver((row) => xs[row]!),
    sumT: sumOver((row) => Ts[row]!),
  };
};

const DAYS_PER_WEEK = 7;

/** The same of a purchase summary, whose times are days; customers without a purchase day are left out. */
export const repeatPurchasesOf = (
  purchases: PurchaseSummary,
  include: (i: number) => boolean = () => true,
): RepeatPurchases =>
  repeatPurchases(
    purchases.x,
    Float64Array.from(purchases.tx, (days) => days / DAYS_PER_WEEK),
    Float64Array.from(purchases.T, (days) => days / DAYS_PER_WEEK),
    (i) => purchases.purchaseDays[i]! > 0 && include(i),
  );

/** Every so-many-th row, so that at most `rows` are left: enough to see where the likelihood is high. */
export const thinned = (data: RepeatPurchases, rows: number): RepeatPurchases => {
  const every = Math.ceil(data.x.length / rows);
  const who: number[] = [];
  for (let row = 0; row < data.x.length; row += every)
    for (let c = 0; c < data.count[row]!; c++) who.push(row);
  return repeatPurchases(
    who.map((row) => data.x[row]!),
    who.map((row) => data.tx[row]!),
    who.map((row) => data.T[row]!),
  );
};
