/** What the biggest customers brought of all revenue of one period, sales without a customer included. */
export type YearShares = {
  /** customers with revenue in the period */
  readonly buyers: number;
  /** all revenue of the period, minor units */
  readonly revenue: number;
  /** of the biggest, the ten biggest, the biggest fifth of the buyers; null where nothing was sold */
  readonly topShare: number | null;
  readonly top10Share: number | null;
  readonly topQuintileShare: number | null;
};

/**
 * @param ofCustomers revenue of each customer in the period, minor units; negative ones count as 0
 * @param revenue of all sales of the same period
 */
export const yearShares = (ofCustomers: ArrayLike<number>, revenue: number): YearShares => {
  const sorted = Float64Array.from(ofCustomers)
    .filter((v) => v > 0)
    .sort()
    .reverse();
  const share = (k: number): number | null =>
    revenue > 0 ? Math.min(1, sorted.subarray(0, k).reduce((sum, v) => sum + v, 0) / revenue) : null;
  return {
    buyers: sorted.length,
    revenue,
    topShare: share(1),
    top10Share: share(10),
    topQuintileShare: share(Math.max(1, Math.round(sorted.length / 5))),
  };
};

/** How many of the largest values together reach a share of the positive total: the smallest such number. */
export const fewestWith = (values: ArrayLike<number>, share: number): number => {
  const sorted = Float64Array.from(values)
    .filter((v) => v > 0)
    .sort()
    .reverse();
  const line = share * sorted.reduce((sum, v) => sum + v, 0);
  let sum = 0;
  let n = 0;
  // a hair of rounding must not ask for one customer more
  while (n < sorted.length && sum < line * (1 - 1e-12)) sum += sorted[n++]!;
  return n;
};
