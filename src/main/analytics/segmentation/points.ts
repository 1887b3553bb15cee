/** Points of a space, row by row: point i has the coordinates `at[i · dims]` .. `at[(i + 1) · dims − 1]`. */
export type Points = { readonly n: number; readonly dims: number; readonly at: Float64Array };

/** A partition of points into k clusters. */
export type Clustering = {
  readonly k: number;
  /** cluster of each point, 0 .. k − 1 */
  readonly clusterOf: Int32Array;
  readonly sizes: Int32Array;
  /** k rows of `dims` coordinates */
  readonly centres: Float64Array;
  /** what the method makes small: Σ squared distances (k-means) or Σ distances (k-medoids) to the own centre */
  readonly cost: number;
};

export const pointsOf = (rows: readonly (readonly number[])[]): Points => {
  const dims = rows[0]?.length ?? 0;
  return { n: rows.length, dims, at: Float64Array.from(rows.flat()) };
};

export const squaredDistance = (
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  dims: number,
): number => {
  let sum = 0;
  for (let d = 0; d < dims; d++) {
    const gap = a[i * dims + d]! - b[j * dims + d]!;
    sum += gap * gap;
  }
  return sum;
};

/** Row of the centre nearest to point i; the first of equally near ones. */
export const nearestCentre = (points: Points, i: number, centres: Float64Array): number => {
  const k = centres.length / points.dims;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < k; c++) {
    const distance = squaredDistance(points.at, i, centres, c, points.dims);
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
};

export const sizesOf = (clusterOf: Int32Array, k: number): Int32Array => {
  const sizes = new Int32Array(k);
  for (const cluster of clusterOf) sizes[cluster] = sizes[cluster]! + 1;
  return sizes;
};
