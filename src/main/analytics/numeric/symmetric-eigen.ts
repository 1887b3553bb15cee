/** Eigenvalues and, column by column, the orthonormal eigenvectors of a symmetric matrix. */
export type Eigen = { readonly values: Float64Array; readonly vectors: readonly Float64Array[] };

/**
 * Eigen-decomposition of a small symmetric matrix by Jacobi's rotations (Golub & Van Loan 2013, §8.5).
 * @param matrix rows; only their symmetric part counts
 * @returns vectors[i][k] is component i of eigenvector k; the values are in no particular order
 */
export const symmetricEigen = (matrix: readonly ArrayLike<number>[]): Eigen => {
  const n = matrix.length;
  const a = matrix.map((row, i) =>
    Float64Array.from({ length: n }, (_, j) => (row[j]! + matrix[j]![i]!) / 2),
  );
  const vectors = a.map((_, i) => Float64Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  const scale = Math.max(...a.map((row) => Math.max(...row.map(Math.abs))), Number.MIN_VALUE);
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off = Math.max(off, Math.abs(a[i]![j]!));
    if (off <= 1e-15 * scale) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
  }
  return { values: Float64Array.from(a, (row, i) => row[i]!), vectors };
};

const rotate = (a: Float64Array[], vectors: Float64Array[], p: number, q: number): void => {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: Float64Array): void => {
    const x = row[p]!;
    const y = row[q]!;
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  for (const row of a) turn(row);
  const rowP = a[p]!;
  const rowQ = a[q]!;
  for (let k = 0; k < a.length; k++) {
    const x = rowP[k]!;
    const y = rowQ[k]!;
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  for (const row of vectors) turn(row);
};
