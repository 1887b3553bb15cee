import type { PurchaseHistory } from '../history.ts';

/** What winning customers cost and what they are worth: of one source, segment or period (MODELS 3). */
export type Acquisition = {
  /** minor units */
  readonly spend: number;
  readonly newCustomers: number;
  /** spend ÷ new customers; null where none was won: "n/a" */
  readonly cac: number | null;
  /** mean of what the new customers have left and will still leave, minor units; null without any */
  readonly value: number | null;
  /** value ÷ CAC; null where nothing was spent or nobody won */
  readonly ratio: number | null;
  /** months after the first purchase until a new customer has on average brought back the CAC; null where not seen yet */
  readonly paybackMonth: number | null;
};

/**
 * @param values margin-based lifetime value of each new customer: contribution so far and the discounted rest, minor units
 * @param path mean cumulative contribution per new customer by month since the first purchase (see marginPath)
 * @throws RangeError for a negative spend
 */
export const acquisition = (
  spend: number,
  values: ArrayLike<number>,
  path: ArrayLike<number>,
): Acquisition => {
  if (!(spend >= 0)) throw new RangeError(`not a spend: ${spend}`);
  const newCustomers = values.length;
  const cac = newCustomers > 0 ? spend / newCustomers : null;
  let sum = 0;
  for (let i = 0; i < newCustomers; i++) sum += values[i]!;
  const value = newCustomers > 0 ? sum / newCustomers : null;
  return {
    spend,
    newCustomers,
    cac,
    value,
    ratio: cac !== null && cac > 0 && value !== null ? value / cac : null,
    paybackMonth: cac === null || cac === 0 ? null : paybackMonth(path, cac),
  };
};

/** The first month whose cumulative margin reaches the cost, 1 for the month of the first purchase; null where none does. */
export const paybackMonth = (path: ArrayLike<number>, cost: number): number | null => {
  for (let month = 0; month < path.length; month++) if (path[month]! >= cost) return month + 1;
  return null;
};

const DAYS_A_MONTH = 365.25 / 12;
/** A month counts only while this many customers have been seen through it. */
const FEWEST = 5;

/**
 * Mean cumulative contribution of customers by month since their first purchase: in each month the mean over those who have
 * been known for the whole of it, added up. It ends where fewer than `fewest` are left.
 * @param members places in the history's columns  @param marginShare contribution ÷ revenue of each customer of the history
 */
export const marginPath = (
  history: PurchaseHistory,
  members: ArrayLike<number>,
  marginShare: ArrayLike<number>,
  fewest = FEWEST,
): Float64Array => {
  const sums: number[] = [];
  const seen: number[] = [];
  for (let m = 0; m < members.length; m++) {
    const i = members[m]!;
    const [from, to] = [history.start[i]!, history.start[i + 1]!];
    let first = from;
    while (first < to && !(history.net[first]! > 0)) first++;
    if (first === to) continue;
    const began = history.day[first]!;
    const months = Math.floor((history.asOf - began + 1) / DAYS_A_MONTH);
    for (let month = 0; month < months; month++) seen[month] = (seen[month] ?? 0) + 1;
    for (let k = first; k < to; k++) {
      const month = Math.floor((history.day[k]! - began) / DAYS_A_MONTH);
      if (month < months) sums[month] = (sums[month] ?? 0) + history.net[k]! * marginShare[i]!;
    }
  }
  const path: number[] = [];
  for (let month = 0; (seen[month] ?? 0) >= fewest; month++)
    path.push((path.at(-1) ?? 0) + (sums[month] ?? 0) / seen[month]!);
  return Float64Array.from(path);
};
