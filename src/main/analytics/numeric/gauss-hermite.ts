/** Nodes and weights with ∫ e^(−x²) f(x) dx ≈ Σ weight·f(node), exact for polynomials up to degree 2n − 1. */
export type GaussHermite = { readonly nodes: Float64Array; readonly weights: Float64Array };

/**
 * Gauss–Hermite rule by Newton's method on the orthonormal Hermite recurrence, the roots found from the largest
 * inwards (Press et al., Numerical Recipes §4.6).
 * @param n 1 .. 60  @throws RangeError where Newton's method does not settle
 */
export const gaussHermite = (n: number): GaussHermite => {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  let z = 0;
  for (let i = 0; i < (n + 1) >> 1; i++) {
    z = firstGuess(n, i, z, nodes);
    let slope = 0;
    let step = 1;
    for (let round = 0; Math.abs(step) > 1e-14 * Math.max(1, Math.abs(z)); round++) {
      if (round === 50) throw new RangeError(`no Gauss–Hermite rule of ${n} nodes`);
      let p = Math.PI ** -0.25;
      let before = 0;
      for (let j = 0; j < n; j++) {
        const next = z * Math.sqrt(2 / (j + 1)) * p - Math.sqrt(j / (j + 1)) * before;
        before = p;
        p = next;
      }
      slope = Math.sqrt(2 * n) * before;
      step = p / slope;
      z -= step;
    }
    // the middle root of an odd rule is 0 itself, not 1e-17
    nodes[n - 1 - i] = 2 * i + 1 === n ? 0 : z;
    nodes[i] = 2 * i + 1 === n ? 0 : -z;
    weights[i] = 2 / (slope * slope);
    weights[n - 1 - i] = weights[i]!;
  }
  return { nodes, weights };
};

const firstGuess = (n: number, i: number, z: number, nodes: Float64Array): number => {
  const found = (k: number): number => nodes[n - 1 - k]!;
  if (i === 0) return Math.sqrt(2 * n + 1) - 1.85575 * (2 * n + 1) ** (-1 / 6);
  if (i === 1) return z - (1.14 * n ** 0.426) / z;
  if (i === 2) return 1.86 * z - 0.86 * found(0);
  if (i === 3) return 1.91 * z - 0.91 * found(1);
  return 2 * z - found(i - 2);
};
