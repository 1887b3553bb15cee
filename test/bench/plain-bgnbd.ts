import gammaln from '@stdlib/math-base-special-gammaln';

/** What a fit without any of our shortcuts gives: ln r, ln α, ln a, ln b and −ln L. */
export type PlainFit = {
  readonly theta: readonly number[];
  readonly value: number;
  readonly evaluations: number;
};

/**
 * BG/NBD fitted the plain way, for comparison of speed: ln L of every customer on its own with lnΓ, no gradient, and the
 * simplex of Nelder & Mead (1965) from one start.
 */
export const plainFit = (x: ArrayLike<number>, tx: ArrayLike<number>, T: ArrayLike<number>): PlainFit => {
  let evaluations = 0;
  const negative = (theta: readonly number[]): number => {
    evaluations++;
    const [r, alpha, a, b] = theta.map(Math.exp) as [number, number, number, number];
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const k = x[i]!;
      const logBetas = gammaln(b + k) + gammaln(a + b) - gammaln(b) - gammaln(a + b + k);
      const common = gammaln(r + k) - gammaln(r) + r * Math.log(alpha) + logBetas;
      const here = -(r + k) * Math.log(alpha + T[i]!);
      const gone =
        k > 0
          ? Math.log(a) - Math.log(b + k - 1) - (r + k) * Math.log(alpha + tx[i]!)
          : Number.NEGATIVE_INFINITY;
      const top = Math.max(here, gone);
      sum += common + top + Math.log(Math.exp(here - top) + Math.exp(gone - top));
    }
    return -sum;
  };
  let simplex = [0, 1, 2, 3, 4].map((k) => {
    const theta = [0.1, 0.1, 0.1, 0.1].map((v, j) => (j === k - 1 ? v + 0.5 : v));
    return { theta, value: negative(theta) };
  });
  const at = (base: readonly number[], from: readonly number[], factor: number) => {
    const theta = base.map((v, j) => v + factor * (v - from[j]!));
    return { theta, value: negative(theta) };
  };
  for (let round = 0; round < 2000; round++) {
    simplex.sort((p, q) => p.value - q.value);
    const best = simplex[0]!;
    const worst = simplex[4]!;
    if (
      worst.value - best.value < 1e-8 &&
      Math.max(...worst.theta.map((v, j) => Math.abs(v - best.theta[j]!))) < 1e-6
    )
      break;
    const centre = [0, 1, 2, 3].map((j) => simplex.slice(0, 4).reduce((sum, p) => sum + p.theta[j]! / 4, 0));
    const mirrored = at(centre, worst.theta, 1);
    if (mirrored.value < best.value) {
      const farther = at(centre, worst.theta, 2);
      simplex[4] = farther.value < mirrored.value ? farther : mirrored;
    } else if (mirrored.value < simplex[3]!.value) simplex[4] = mirrored;
    else {
      const nearer = at(centre, worst.theta, mirrored.value < worst.value ? 0.5 : -0.5);
      if (nearer.value < Math.min(mirrored.value, worst.value)) simplex[4] = nearer;
      else simplex = [best, ...simplex.slice(1).map((p) => at(p.theta, best.theta, -0.5))];
    }
  }
  simplex.sort((p, q) => p.value - q.value);
  return { ...simplex[0]!, evaluations };
};
