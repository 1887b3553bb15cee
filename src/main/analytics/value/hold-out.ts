import { elapsed, elapsedDays } from '../calendar/business-clock.ts';
import { clockAt, type PurchaseHistory } from '../history.ts';
import { type RepeatPurchases, repeatPurchases } from './repeat-purchases.ts';

const DAYS_PER_WEEK = 7;

/** What was known on an earlier day, and what came of it. One entry per customer who had bought by then. */
export type HoldOut = {
  /** day number of the origin: the last day that is known */
  readonly origin: number;
  readonly weeks: number;
  /** place in the history's columns */
  readonly index: Int32Array;
  /** repeat purchases up to the origin, and the purchase days after it up to its end */
  readonly x: Int32Array;
  readonly actual: Int32Array;
  readonly data: RepeatPurchases;
  readonly tx: Float64Array;
  readonly T: Float64Array;
};

/**
 * Splits the purchase days at `origin`: those up to it make x, tx, T (weeks), those of the `days` after it are counted.
 * @param every take each so-many-th customer only
 */
export const holdOut = (history: PurchaseHistory, origin: number, days: number, every = 1): HoldOut => {
  const clock = history.clock ? clockAt(history, origin) : null;
  const index: number[] = [];
  const x: number[] = [];
  const tx: number[] = [];
  const T: number[] = [];
  const actual: number[] = [];
  for (let i = 0; i < history.customer.length; i += every) {
    let first = -1;
    let last = -1;
    let before = 0;
    let after = 0;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const day = history.day[k]!;
      if (day > origin + days) break;
      if (history.net[k]! <= 0) continue;
      if (day > origin) after++;
      else {
        if (first < 0) first = day;
        last = day;
        before++;
      }
    }
    if (before === 0) continue;
    index.push(i);
    x.push(before - 1);
    const age = elapsedDays(clock, first, last);
    tx.push(age / DAYS_PER_WEEK);
    T.push((age + elapsedDays(clock, last, origin)) / DAYS_PER_WEEK);
    actual.push(after);
  }
  return {
    origin,
    weeks: elapsed(clock, origin, origin + days) / DAYS_PER_WEEK,
    index: Int32Array.from(index),
    x: Int32Array.from(x),
    actual: Int32Array.from(actual),
    data: repeatPurchases(x, tx, T),
    tx: Float64Array.from(tx),
    T: Float64Array.from(T),
  };
};

/** The same records without some customers, given by their place in the history. */
export const recordsWithout = (split: HoldOut, leftOut: ArrayLike<number>): RepeatPurchases =>
  repeatPurchases(split.x, split.tx, split.T, (k) => !leftOut[split.index[k]!]);
