import { seededRandom } from '../numeric/random.ts';
import { symmetricEigen } from '../numeric/symmetric-eigen.ts';
import { normalVariate } from '../numeric/variates.ts';
import type { BgNbd } from './bgnbd.ts';
import { fromLog, toLog } from './bgnbd-likelihood.ts';

/** Directions in which the data say next to nothing are not let run further than this much information allows. */
const LEAST_INFORMATION = 0.05;

/**
 * Standard errors of r, α, a, b: roots of the diagonal of the inverse information, taken from the logarithms to the
 * parameters themselves (at a maximum both ways agree).
 */
export const standardErrors = (params: BgNbd, information: readonly ArrayLike<number>[]): BgNbd => {
  const { values, vectors } = symmetricEigen(information);
  const of = (k: number): number =>
    Math.sqrt(
      values.reduce((sum, value, e) => sum + vectors[k]![e]! ** 2 / Math.max(value, LEAST_INFORMATION), 0),
    );
  return {
    r: params.r * of(0),
    alpha: params.alpha * of(1),
    a: params.a * of(2),
    b: params.b * of(3),
  };
};

/**
 * Draws of the parameters: ln r, ln α, ln a, ln b ~ N(estimate, information⁻¹), its eigenvalues at least 0.05 (MODELS 2.5).
 * Draws come in pairs on both sides of the estimate, so that their mean is not off by chance.
 */
export const parameterDraws = (
  params: BgNbd,
  information: readonly ArrayLike<number>[],
  draws: number,
  seed: number,
): BgNbd[] => {
  const { values, vectors } = symmetricEigen(information);
  const random = seededRandom(seed);
  const centre = toLog(params);
  const drawn: BgNbd[] = [];
  while (drawn.length < draws) {
    const off = new Float64Array(4);
    for (let e = 0; e < 4; e++) {
      const z = normalVariate(random) / Math.sqrt(Math.max(values[e]!, LEAST_INFORMATION));
      for (let k = 0; k < 4; k++) off[k]! += vectors[k]![e]! * z;
    }
    drawn.push(fromLog(centre.map((v, k) => v + off[k]!)));
    if (drawn.length < draws) drawn.push(fromLog(centre.map((v, k) => v - off[k]!)));
  }
  return drawn;
};
