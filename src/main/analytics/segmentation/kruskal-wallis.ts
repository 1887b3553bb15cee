import gammainc from '@stdlib/math-base-special-gammainc';

/** How much groups differ on one measure. */
export type GroupDifference = {
  readonly h: number;
  /** groups with a value − 1 */
  readonly df: number;
  readonly n: number;
  /** P(H or more) were there no difference: chi-square with `df` */
  readonly p: number;
  /** (H − k + 1) ÷ (n − k), at least 0: the share of the spread of ranks that the groups account for */
  readonly rankEtaSquared: number;
  /** between-group ÷ total sum of squares of the values */
  readonly etaSquared: number;
};

/**
 * Kruskal–Wallis test with correction for ties.
 * @param values NaN where not known  @param groupOf group of each value, negative for none
 * @param ascending places of the values in ascending order, the unknown left out  @param groups how many there are
 * @returns null with fewer than two groups with a value, n ≤ k, or all values equal: nothing can be said
 * Source: Kruskal & Wallis (1952), JASA 47; rank η² of Tomczak & Tomczak (2014), Trends in Sport Sciences 21(1).
 */
export const kruskalWallis = (
  values: ArrayLike<number>,
  groupOf: ArrayLike<number>,
  ascending: ArrayLike<number>,
  groups: number,
): GroupDifference | null => {
  const counts = new Float64Array(groups);
  const rankSums = new Float64Array(groups);
  const sums = new Float64Array(groups);
  const room = new Int32Array(ascending.length);
  let n = 0;
  for (let a = 0; a < ascending.length; a++) if (groupOf[ascending[a]!]! >= 0) room[n++] = ascending[a]!;
  const places = room.subarray(0, n);
  let ties = 0;
  let total = 0;
  for (let from = 0; from < n; ) {
    let to = from + 1;
    while (to < n && values[places[to]!] === values[places[from]!]) to++;
    const rank = (from + 1 + to) / 2;
    const tied = to - from;
    ties += tied ** 3 - tied;
    for (let a = from; a < to; a++) {
      const group = groupOf[places[a]!]!;
      counts[group]! += 1;
      rankSums[group]! += rank;
      sums[group]! += values[places[a]!]!;
      total += values[places[a]!]!;
    }
    from = to;
  }
  const k = counts.filter((count) => count > 0).length;
  if (k < 2 || n <= k || ties === n ** 3 - n) return null;
  let ranked = 0;
  let between = 0;
  const mean = total / n;
  for (let g = 0; g < groups; g++) {
    if (counts[g] === 0) continue;
    ranked += rankSums[g]! ** 2 / counts[g]!;
    between += counts[g]! * (sums[g]! / counts[g]! - mean) ** 2;
  }
  let spread = 0;
  for (let a = 0; a < n; a++) spread += (values[places[a]!]! - mean) ** 2;
  const h = Math.max(0, ((12 / (n * (n + 1))) * ranked - 3 * (n + 1)) / (1 - ties / (n ** 3 - n)));
  return {
    h,
    df: k - 1,
    n,
    p: gammainc(h / 2, (k - 1) / 2, true, true),
    rankEtaSquared: Math.max(0, (h - k + 1) / (n - k)),
    etaSquared: spread > 0 ? Math.min(1, between / spread) : 0,
  };
};

/** p-values for several measures, adjusted so that all together err in 5 % of cases at most (Holm 1979); in the order given. */
export const holm = (p: readonly number[]): number[] => {
  const adjusted = new Array<number>(p.length).fill(1);
  let highest = 0;
  p.map((value, i) => ({ value, i }))
    .sort((a, b) => a.value - b.value || a.i - b.i)
    .forEach(({ value, i }, rank) => {
      highest = Math.max(highest, Math.min(1, value * (p.length - rank)));
      adjusted[i] = highest;
    });
  return adjusted;
};
