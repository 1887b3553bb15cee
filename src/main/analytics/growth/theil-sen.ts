import { median } from '../numeric/order-statistics.ts';

/** Median of the slopes of all pairs of points at 0, 1, 2 … (Theil 1950; Sen 1968); NaN with fewer than two. */
export const theilSenSlope = (values: ArrayLike<number>): number => {
  const slopes: number[] = [];
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) slopes.push((values[j]! - values[i]!) / (j - i));
  return median(slopes);
};

/** Months without revenue beyond this make the slope 0 for nearly everybody (MODELS 5). */
const FEWEST_MONTHS = 8;

/**
 * Trend of 12 months of revenue as a fraction a year: slope × 12 ÷ mean. Only a cross-check of growth, never shown alone.
 * @returns null with fewer than 8 months that are not zero, or a mean that is not positive
 */
export const monthlyTrend = (months: ArrayLike<number>): number | null => {
  let filled = 0;
  let sum = 0;
  for (let k = 0; k < months.length; k++) {
    if (months[k] !== 0) filled++;
    sum += months[k]!;
  }
  if (filled < FEWEST_MONTHS || !(sum > 0)) return null;
  return (theilSenSlope(months) * 12) / (sum / months.length);
};
