import { describe, expect, test } from 'vitest';
import { type Random, seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import {
  betaVariate,
  gammaVariate,
  geometricVariate,
  normalVariate,
  poissonVariate,
} from '../../../src/main/analytics/numeric/variates.ts';

const DRAWS = 60_000;

describe('variates have the mean and the variance of their distribution', () => {
  test.each<[string, (random: Random) => number, number, number]>([
    ['normal', normalVariate, 0, 1],
    ['gamma, shape .3', (r) => gammaVariate(r, 0.3, 2), 0.15, 0.075],
    ['gamma, shape 7', (r) => gammaVariate(r, 7, 0.5), 14, 28],
    ['beta', (r) => betaVariate(r, 0.8, 2.5), 0.8 / 3.3, (0.8 * 2.5) / (3.3 ** 2 * 4.3)],
    ['geometric', (r) => geometricVariate(r, 0.2), 5, 20],
    ['Poisson, 3', (r) => poissonVariate(r, 3), 3, 3],
    ['Poisson, 250', (r) => poissonVariate(r, 250), 250, 250],
  ])('%s', (_, draw, mean, variance) => {
    const random = seededRandom(5);
    let sum = 0;
    let squares = 0;
    for (let k = 0; k < DRAWS; k++) {
      const v = draw(random) - mean;
      sum += v;
      squares += v * v;
    }
    expect(Math.abs(sum / DRAWS)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    expect(squares / DRAWS / variance).toBeCloseTo(1, 1);
  });

  test('at the ends', () => {
    const random = seededRandom(1);
    expect(geometricVariate(random, 1)).toBe(1);
    expect(geometricVariate(random, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(poissonVariate(random, 0)).toBe(0);
    expect([0, 1]).toContain(betaVariate(random, 1e-300, 1e-300));
  });
});
