import { modelAges, type PurchaseSummary } from './purchase-summary.ts';

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
  const timePlaces = hashTable(2 * all);
  const times: number[] = [];
  const place = (time: number): number => {
    float[0] = time;
    return timePlaces(
      bits[0]! ^ Math.imul(bits[1]!, 0x9e3779b1),
      (known) => times[known] === time,
      () => times.push(time) - 1,
    );
  };
  const rowPlaces = hashTable(all);
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
    const row = rowPlaces(
      Math.imul(x[i]!, 0x85ebca6b) ^ Math.imul(a, 0xc2b2ae35) ^ Math.imul(b, 0x27d4eb2f),
      (known) => x[first[known]!] === x[i] && txPlace[known] === a && TPlace[known] === b,
      () => {
        count.push(0);
        txPlace.push(a);
        TPlace.push(b);
        return first.push(i) - 1;
      },
    );
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

const float = new Float64Array(1);
const bits = new Int32Array(float.buffer);

type HashTable = (hash: number, isIt: (place: number) => boolean, add: () => number) => number;

/** Finds what is known already, or adds it: open addressing, several times faster than a Map of numbers. */
const hashTable = (most: number): HashTable => {
  const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
  const slots = new Int32Array(size).fill(-1);
  return (hash, isIt, add) => {
    let slot = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    slot = (slot ^ (slot >>> 13)) & (size - 1);
    for (;;) {
      const known = slots[slot]!;
      if (known < 0) {
        const added = add();
        slots[slot] = added;
        return added;
      }
      if (isIt(known)) return known;
      slot = (slot + 1) & (size - 1);
    }
  };
};

const DAYS_PER_WEEK = 7;

/** The same of a purchase summary, in business weeks; customers without a purchase day are left out. */
export const repeatPurchasesOf = (
  purchases: PurchaseSummary,
  include: (i: number) => boolean = () => true,
): RepeatPurchases => {
  const n = purchases.x.length;
  const tx = new Float64Array(n);
  const T = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (purchases.purchaseDays[i] === 0) continue;
    const ages = modelAges(purchases, i);
    tx[i] = ages.tx / DAYS_PER_WEEK;
    T[i] = ages.T / DAYS_PER_WEEK;
  }
  return repeatPurchases(purchases.x, tx, T, (i) => purchases.purchaseDays[i]! > 0 && include(i));
};

/** Some of the customers of these rows. @param counts how many of each row */
export const someOf = (data: RepeatPurchases, counts: Float64Array): RepeatPurchases => {
  const rows: number[] = [];
  const some = { n: 0, repeaters: 0, sumX: 0, sumT: 0, zeros: 0 };
  for (let row = 0; row < counts.length; row++) {
    const c = counts[row]!;
    if (c === 0) continue;
    rows.push(row);
    some.n += c;
    some.sumX += c * data.x[row]!;
    some.sumT += c * data.T[row]!;
    if (data.x[row]! > 0) some.repeaters += c;
    else some.zeros++;
  }
  const placed = new Int32Array(counts.length).fill(-1);
  rows.forEach((row, at) => {
    placed[row] = at;
  });
  return {
    ...some,
    x: Int32Array.from(rows, (row) => data.x[row]!),
    tx: Float64Array.from(rows, (row) => data.tx[row]!),
    T: Float64Array.from(rows, (row) => data.T[row]!),
    count: Float64Array.from(rows, (row) => counts[row]!),
    times: data.times,
    txAt: Int32Array.from(rows, (row) => data.txAt[row]!),
    TAt: Int32Array.from(rows, (row) => data.TAt[row]!),
    rowOf: data.rowOf.map((row) => (row < 0 ? -1 : placed[row]!)),
  };
};

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
