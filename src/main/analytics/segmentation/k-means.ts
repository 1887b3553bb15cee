import { type Random, seededRandom } from '../numeric/random.ts';
import { type Clustering, nearestCentre, type Points, sizesOf, squaredDistance } from './points.ts';

const STARTS = 20;
const MOST_ROUNDS = 100;

/**
 * k-means by Lloyd's algorithm from k-means++ starts, of which the best is kept; a cluster that runs empty is given the
 * point farthest from its centre. The order of the points matters only through the seed.
 * @param k 1 .. n  @throws RangeError otherwise
 * Source: Lloyd (1982), IEEE Trans. Inf. Theory 28; Arthur & Vassilvitskii (2007), SODA.
 */
export const kMeans = (points: Points, k: number, seed: number, starts = STARTS): Clustering => {
  if (!(k >= 1 && k <= points.n)) throw new RangeError(`cannot make ${k} clusters of ${points.n} points`);
  const random = seededRandom(seed);
  let best: Clustering | null = null;
  for (let start = 0; start < starts; start++) {
    const found = lloyd(points, centresAt(points, spreadStarts(points, k, random)));
    if (best === null || found.cost < best.cost) best = found;
  }
  return best!;
};

/** k-means++: each next start is drawn with odds in proportion to its squared distance from those before. */
export const spreadStarts = (points: Points, k: number, random: Random): number[] => {
  const chosen = [Math.min(points.n - 1, Math.floor(random() * points.n))];
  const odds = new Float64Array(points.n).fill(Number.POSITIVE_INFINITY);
  while (chosen.length < k) {
    const last = chosen.at(-1)!;
    let total = 0;
    for (let i = 0; i < points.n; i++) {
      odds[i] = Math.min(odds[i]!, squaredDistance(points.at, i, points.at, last, points.dims));
      total += odds[i]!;
    }
    chosen.push(total > 0 ? drawn(odds, random() * total) : firstFree(points.n, chosen));
  }
  return chosen;
};

const drawn = (odds: Float64Array, target: number): number => {
  let sum = 0;
  let last = 0;
  for (let i = 0; i < odds.length; i++) {
    if (odds[i]! <= 0) continue;
    sum += odds[i]!;
    last = i;
    if (sum > target) break;
  }
  return last;
};

/** All points lie on the starts already: any other serves. */
const firstFree = (n: number, taken: readonly number[]): number => {
  for (let i = 0; i < n; i++) if (!taken.includes(i)) return i;
  return 0;
};

export const centresAt = ({ at, dims }: Points, rows: readonly number[]): Float64Array => {
  const centres = new Float64Array(rows.length * dims);
  rows.forEach((row, c) => {
    centres.set(at.subarray(row * dims, (row + 1) * dims), c * dims);
  });
  return centres;
};

const lloyd = (points: Points, start: Float64Array): Clustering => {
  const { n, dims, at } = points;
  const k = start.length / dims;
  const centres = start.slice();
  const clusterOf = new Int32Array(n).fill(-1);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = 0;
    for (let i = 0; i < n; i++) {
      const nearest = nearestCentre(points, i, centres);
      if (nearest === clusterOf[i]) continue;
      clusterOf[i] = nearest;
      moved++;
    }
    if (moved === 0) break;
    refill(points, clusterOf, centres);
    const sizes = sizesOf(clusterOf, k);
    centres.fill(0);
    for (let i = 0; i < n; i++) {
      const c = clusterOf[i]!;
      for (let d = 0; d < dims; d++)
        centres[c * dims + d] = centres[c * dims + d]! + at[i * dims + d]! / sizes[c]!;
    }
  }
  let cost = 0;
  for (let i = 0; i < n; i++) cost += squaredDistance(at, i, centres, clusterOf[i]!, dims);
  return { k, clusterOf, sizes: sizesOf(clusterOf, k), centres, cost };
};

const refill = ({ n, dims, at }: Points, clusterOf: Int32Array, centres: Float64Array): void => {
  const sizes = sizesOf(clusterOf, centres.length / dims);
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c]! > 0) continue;
    let farthest = -1;
    let most = -1;
    for (let i = 0; i < n; i++) {
      if (sizes[clusterOf[i]!]! < 2) continue;
      const distance = squaredDistance(at, i, centres, clusterOf[i]!, dims);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    sizes[clusterOf[farthest]!]!--;
    clusterOf[farthest] = c;
    sizes[c] = 1;
  }
};
