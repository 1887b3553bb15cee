/** Something done for customers that has a cost per unit, minor units. */
export type Activity = {
  readonly name: string;
  /** how often, how many minutes, or how much money, one entry per customer */
  readonly counts: Float64Array;
  /** cost of one; null where the owner has not said */
  readonly rate: number | null;
};

/** Costs recorded for customers as such, minor units, one entry per customer. */
export type DirectCost = { readonly name: string; readonly amounts: Float64Array };

export type CostToServe = {
  /** minor units per customer */
  readonly total: Float64Array;
  /** the same by what it is for, names in the order they came: together they are the total */
  readonly parts: readonly DirectCost[];
  /** of the total what is based on a cost per unit, and not on an amount that was recorded */
  readonly byRate: Float64Array;
  /** what was done but has no rate, and so costs nothing here */
  readonly missing: readonly string[];
};

/**
 * Full cost to serve of each customer (MODELS 3): Σ count × unit cost, where a unit cost is the cost of an available minute ×
 * the minutes it takes, a payment fee is a fraction of the amount paid, and late payment a finance rate × amount × days; and what
 * was recorded directly.
 * Source: time-driven activity-based costing, Kaplan & Anderson (2004), Harvard Business Review 82(11).
 */
export const costToServe = (
  activities: readonly Activity[],
  direct: readonly DirectCost[],
  customers: number,
): CostToServe => {
  const parts = new Map<string, Float64Array>();
  const add = (name: string, amounts: Float64Array, rate: number): void => {
    const part = parts.get(name) ?? new Float64Array(customers);
    for (let i = 0; i < customers; i++) part[i]! += amounts[i]! * rate;
    parts.set(name, part);
  };
  const missing = new Set<string>();
  for (const { name, counts, rate } of activities) {
    if (rate !== null) add(name, counts, rate);
    else if (counts.some((count) => count !== 0)) missing.add(name);
  }
  const byRate = sumsOf(parts.values(), customers);
  for (const { name, amounts } of direct) add(name, amounts, 1);
  return {
    total: sumsOf(parts.values(), customers),
    byRate,
    parts: [...parts].map(([name, amounts]) => ({ name, amounts })),
    missing: [...missing],
  };
};

const sumsOf = (columns: Iterable<Float64Array>, customers: number): Float64Array => {
  const sums = new Float64Array(customers);
  for (const column of columns) for (let i = 0; i < customers; i++) sums[i]! += column[i]!;
  return sums;
};
