/**
 * How unevenly revenue is spread over customers. Only positive revenue can be shared out: negative totals are
 * clipped to 0, and `clipped` says how many there were (MODELS 3).
 */
export type Concentration = {
  /** customers counted, those without revenue included */
  readonly n: number;
  /** net revenue, minor units */
  readonly revenue: number;
  /** sum of the positive ones: what the shares below are shares of */
  readonly positiveRevenue: number;
  readonly clipped: number;
  /** 0 = all alike, towards 1 = one customer has everything; null without revenue */
  readonly gini: number | null;
  /** sum of squared shares, in (0, 1]; × 10,000 on the scale of competition law */
  readonly hhi: number | null;
  /** 1 / hhi: as many equal customers would be as concentrated */
  readonly effectiveCustomers: number | null;
  readonly topShare: number | null;
  readonly top10Share: number | null;
  readonly topDecileShare: number | null;
  readonly topQuintileShare: number | null;
  readonly warnings: readonly string[];
};

const descending = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from(values, (v) => Math.max(0, v))
    .sort()
    .reverse();

const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
};

const giniOf = (sorted: Float64Array, total: number): number | null => {
  if (!(total > 0)) return null;
  const n = sorted.length;
  let weighted = 0;
  for (let k = 0; k < n; k++) weighted += (n - k) * sorted[k]!;
  return Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n);
};

const hhiOf = (sorted: Float64Array, total: number): number | null => {
  if (!(total > 0)) return null;
  let squares = 0;
  for (const value of sorted) squares += (value / total) ** 2;
  return squares;
};

const topShareOf = (sorted: Float64Array, total: number, k: number): number | null =>
  total > 0 ? Math.min(1, sumOf(sorted.subarray(0, k)) / total) : null;

/**
 * Gini coefficient 2Σ i·xᵢ / (nΣx) − (n + 1) / n over ascending values, negatives clipped to 0.
 * @returns in [0, 1 − 1/n], or null when nothing is positive
 */
export const gini = (values: ArrayLike<number>): number | null => {
  const sorted = descending(values);
  return giniOf(sorted, sumOf(sorted));
};

/** Herfindahl–Hirschman index Σ share², in (0, 1], or null when nothing is positive. */
export const hhi = (values: ArrayLike<number>): number | null => {
  const sorted = descending(values);
  return hhiOf(sorted, sumOf(sorted));
};

/** Share of the positive total held by the `k` largest, or null when nothing is positive. */
export const topShare = (values: ArrayLike<number>, k: number): number | null => {
  const sorted = descending(values);
  return topShareOf(sorted, sumOf(sorted), k);
};

/** One customer above this share of revenue is a dependency (MODELS 3). */
export const TOP_CUSTOMER_LIMIT = 0.1;
/** Ten customers above this share of revenue are one. */
export const TOP_10_LIMIT = 0.5;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Every measure of concentration of one list of customer revenues. */
export const concentration = (revenues: ArrayLike<number>): Concentration => {
  const n = revenues.length;
  let clipped = 0;
  for (let i = 0; i < n; i++) if (revenues[i]! < 0) clipped++;
  const sorted = descending(revenues);
  const total = sumOf(sorted);
  const index = hhiOf(sorted, total);
  const top = topShareOf(sorted, total, 1);
  const top10 = topShareOf(sorted, total, 10);
  const warnings: string[] = [];
  if (clipped > 0)
    warnings.push(
      clipped === 1
        ? '1 customer returned more than they bought; they count as 0 here.'
        : `${clipped} customers returned more than they bought; they count as 0 here.`,
    );
  if (top !== null && n > 1 && top > TOP_CUSTOMER_LIMIT)
    warnings.push(`Your biggest customer brings ${percent(top)} of revenue: losing them would be felt.`);
  if (top10 !== null && n > 20 && top10 > TOP_10_LIMIT)
    // of twenty customers or fewer, ten bring half even where all are alike
    warnings.push(`Ten customers bring ${percent(top10)} of revenue.`);
  return {
    n,
    revenue: sumOf(revenues),
    positiveRevenue: total,
    clipped,
    gini: giniOf(sorted, total),
    hhi: index,
    effectiveCustomers: index === null ? null : 1 / index,
    topShare: top,
    top10Share: top10,
    topDecileShare: topShareOf(sorted, total, Math.max(1, Math.round(n / 10))),
    topQuintileShare: topShareOf(sorted, total, Math.max(1, Math.round(n / 5))),
    warnings,
  };
};
