import type { Clustering, Points } from './points.ts';
import { squaredDistance } from './points.ts';

/**
 * Mean silhouette of several clusterings of the same points, in one walk over all pairs: (b − a) ÷ max(a, b) of each
 * point, a the mean distance to the others of its own cluster and b that to the nearest other cluster; 0 for a point alone.
 * @returns one figure in [−1, 1] per clustering; 0 for a single cluster
 * Source: Rousseeuw (1987), J. Computational and Applied Mathematics 20.
 */
export const meanSilhouettes = (
  points: Points,
  clusterings: readonly Pick<Clustering, 'k' | 'clusterOf' | 'sizes'>[],
): number[] => {
  const { n, dims, at } = points;
  const sums = clusterings.map(({ k }) => new Float64Array(n * k));
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const distance = Math.sqrt(squaredDistance(at, i, at, j, dims));
      for (let c = 0; c < clusterings.length; c++) {
        const { k, clusterOf } = clusterings[c]!;
        const sum = sums[c]!;
        sum[i * k + clusterOf[j]!]! += distance;
        sum[j * k + clusterOf[i]!]! += distance;
      }
    }
  return clusterings.map(({ k, clusterOf, sizes }, c) => {
    if (k < 2 || n === 0) return 0;
    let total = 0;
    for (let i = 0; i < n; i++)
      total += silhouetteOf(sums[c]!.subarray(i * k, (i + 1) * k), clusterOf[i]!, sizes);
    return total / n;
  });
};

const silhouetteOf = (distanceTo: Float64Array, own: number, sizes: Int32Array): number => {
  if (sizes[own]! < 2) return 0;
  const within = distanceTo[own]! / (sizes[own]! - 1);
  let nearest = Number.POSITIVE_INFINITY;
  for (let c = 0; c < sizes.length; c++)
    if (c !== own && sizes[c]! > 0) nearest = Math.min(nearest, distanceTo[c]! / sizes[c]!);
  if (!Number.isFinite(nearest)) return 0;
  const larger = Math.max(within, nearest);
  return larger > 0 ? (nearest - within) / larger : 0;
};
