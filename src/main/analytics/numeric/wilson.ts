import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** A share and the interval it lies in. */
export type Share = {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly level: number;
  readonly n: number;
};

/**
 * Share k of n with the score interval of Wilson (1927); Newcombe (1998), Statistics in Medicine 17, method 3.
 * @returns null where n is 0  @throws RangeError unless 0 <= k <= n
 */
export const wilson = (k: number, n: number, level = 0.95): Share | null => {
  if (!(k >= 0 && k <= n)) throw new RangeError(`not a share: ${k} of ${n}`);
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const p = k / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    value: p,
    // at the ends rounding must not leave 1e-17
    lo: k === 0 ? 0 : Math.max(0, centre - half),
    hi: k === n ? 1 : Math.min(1, centre + half),
    level,
    n,
  };
};
