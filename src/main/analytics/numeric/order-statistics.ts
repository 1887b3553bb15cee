/** Median of an ascending array; NaN when it is empty. The mean of the two middle values when the count is even. */
export const medianOfSorted = (sorted: ArrayLike<number>): number => {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const half = n >> 1;
  return n % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Median of values in any order; the input is left as it is. */
export const median = (values: ArrayLike<number>): number => medianOfSorted(Float64Array.from(values).sort());

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, the default of R).
 * @param sorted ascending  @param p in [0, 1]  @returns NaN when the array is empty
 */
export const quantileOfSorted = (sorted: ArrayLike<number>, p: number): number => {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const h = (n - 1) * p;
  const low = Math.floor(h);
  const high = Math.min(low + 1, n - 1);
  const at = sorted[low]!;
  return low === high || h === low ? at : at + (h - low) * (sorted[high]! - at);
};

/** Indices that put `values` in ascending order; equal values keep their order. */
export const ascendingOrder = (values: ArrayLike<number>): Int32Array => {
  const order = new Int32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((a, b) => values[a]! - values[b]! || a - b);
};
