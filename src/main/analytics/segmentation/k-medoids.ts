import { seededRandom } from '../numeric/random.ts';
import { centresAt, spreadStarts } from './k-means.ts';
import { type Clustering, type Points, sizesOf, squaredDistance } from './points.ts';

const STARTS = 3;

/** All distances between points, n × n. */
export const distanceTable = ({ n, dims, at }: Points): Float64Array => {
  const table = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const distance = Math.sqrt(squaredDistance(at, i, at, j, dims));
      table[i * n + j] = distance;
      table[j * n + i] = distance;
    }
  return table;
};

/**
 * k-medoids: each cluster has one of its points as its centre, and the sum of distances to them is small. Medoids are
 * exchanged for any other point as soon as that lowers the sum, until none does; the best of a few k-means++ starts is kept.
 * Memory and time grow with n²: for a few thousand points.
 * @param distances of `distanceTable`, where more than one k is tried  @param k 1 .. n
 * @throws RangeError for another k
 * Source: Kaufman & Rousseeuw (1990), Finding Groups in Data, ch. 2; Schubert & Rousseeuw (2021), Information Systems 101 (eager swaps).
 */
export const kMedoids = (
  points: Points,
  k: number,
  seed: number,
  distances: Float64Array = distanceTable(points),
  starts = STARTS,
): Clustering => {
  if (!(k >= 1 && k <= points.n)) throw new RangeError(`cannot make ${k} clusters of ${points.n} points`);
  const random = seededRandom(seed);
  let best: Assignment | null = null;
  for (let start = 0; start < starts; start++) {
    const found = swapped(distances, points.n, spreadStarts(points, k, random));
    if (best === null || found.cost < best.cost) best = found;
  }
  const { medoids, first, cost } = best!;
  return { k, clusterOf: first, sizes: sizesOf(first, k), centres: centresAt(points, medoids), cost };
};

type Assignment = {
  readonly medoids: readonly number[];
  /** nearest and second nearest medoid of each point and how far they are */
  readonly first: Int32Array;
  readonly firstFar: Float64Array;
  readonly secondFar: Float64Array;
  readonly cost: number;
};

const assigned = (distances: Float64Array, n: number, medoids: readonly number[]): Assignment => {
  const first = new Int32Array(n);
  const firstFar = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const secondFar = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let cost = 0;
  for (let i = 0; i < n; i++) {
    for (let m = 0; m < medoids.length; m++) {
      const distance = distances[medoids[m]! * n + i]!;
      if (distance < firstFar[i]!) {
        secondFar[i] = firstFar[i]!;
        firstFar[i] = distance;
        first[i] = m;
      } else if (distance < secondFar[i]!) secondFar[i] = distance;
    }
    cost += firstFar[i]!;
  }
  // copies of one point may be nearer to another copy: a medoid always stands for itself
  medoids.forEach((point, m) => {
    first[point] = m;
  });
  return { medoids, first, firstFar, secondFar, cost };
};

const swapped = (distances: Float64Array, n: number, start: readonly number[]): Assignment => {
  let now = assigned(distances, n, start);
  if (start.length === 1) return bestSingle(distances, n);
  let losses = removalLosses(now);
  let sinceSwap = 0;
  for (let candidate = 0; sinceSwap < n; candidate = (candidate + 1) % n, sinceSwap++) {
    if (now.medoids.includes(candidate)) continue;
    const { medoid, change } = bestSwap(distances, n, now, losses, candidate);
    // rounding must not make two equally good medoids change places for ever
    if (change >= -1e-9 * (1 + now.cost)) continue;
    now = assigned(distances, n, now.medoids.with(medoid, candidate));
    losses = removalLosses(now);
    sinceSwap = 0;
  }
  return now;
};

const bestSingle = (distances: Float64Array, n: number): Assignment => {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += distances[i * n + j]!;
    if (sum < least) {
      least = sum;
      best = i;
    }
  }
  return assigned(distances, n, [best]);
};

/** By how much the sum grows when a medoid is taken away and its points go to their second nearest. */
const removalLosses = ({ medoids, first, firstFar, secondFar }: Assignment): Float64Array => {
  const losses = new Float64Array(medoids.length);
  for (let i = 0; i < first.length; i++) losses[first[i]!]! += secondFar[i]! - firstFar[i]!;
  return losses;
};

/** The medoid whose exchange for the candidate lowers the sum most, and by how much (below 0 is better). */
const bestSwap = (
  distances: Float64Array,
  n: number,
  { first, firstFar, secondFar }: Assignment,
  losses: Float64Array,
  candidate: number,
): { readonly medoid: number; readonly change: number } => {
  const change = losses.slice();
  let gain = 0;
  for (let i = 0; i < n; i++) {
    const distance = distances[candidate * n + i]!;
    const near = firstFar[i]!;
    const second = secondFar[i]!;
    if (distance < near) {
      gain += distance - near;
      change[first[i]!]! += near - second;
    } else if (distance < second) change[first[i]!]! += distance - second;
  }
  let medoid = 0;
  for (let m = 1; m < change.length; m++) if (change[m]! < change[medoid]!) medoid = m;
  return { medoid, change: change[medoid]! + gain };
};
