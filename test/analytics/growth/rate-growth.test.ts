import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CountPair } from '../../../src/main/analytics/growth/rate-growth.ts';
import {
  collapsePairs,
  fitRateGrowth,
  ratePosterior,
  TAU_FLOOR,
} from '../../../src/main/analytics/growth/rate-growth.ts';

const N1 = [0, 1, 2, 3, 5, 8, 4, 2, 6, 3, 0, 10, 12];
const N2 = [2, 1, 4, 2, 9, 5, 4, 7, 6, 1, 3, 3, 20];
const fixture = collapsePairs(N1, N2, N1.keys());

describe('growth of purchase rates', () => {
  test('the fixture of MODELS 5: m = .17336, τ = .33929 to 1e-3', () => {
    const fit = fitRateGrowth(fixture)!;
    expect(Math.abs(fit.m - 0.17336)).toBeLessThan(1e-3);
    expect(Math.abs(fit.tau - 0.33929)).toBeLessThan(1e-3);
    expect(fit.n).toBe(13);
    expect(fit.atBoundary).toBe(false);
  });

  test('m, τ and the log-likelihood match adaptive quadrature with Nelder–Mead (SciPy)', () => {
    const fit = fitRateGrowth(fixture)!;
    expect(fit.m).toBeCloseTo(0.173345, 5);
    expect(fit.tau).toBeCloseTo(0.339292, 4);
    expect(fit.logLikelihood).toBeCloseTo(-84.566852, 6);
  });

  test.each([
    [0, 2, 0.2732, 0.3303],
    [2, 7, 0.3687, 0.304],
    [10, 3, -0.1681, 0.2905],
    [12, 20, 0.3337, 0.2472],
  ])('posterior of (%i, %i) is %d ± %d (MODELS 5)', (n1, n2, mean, sd) => {
    const posterior = ratePosterior(n1, n2, fitRateGrowth(fixture)!);
    expect(Math.abs(posterior.mean - mean)).toBeLessThan(1e-3);
    expect(Math.abs(posterior.sd - sd)).toBeLessThan(1e-3);
  });

  test('no purchases at all give the group’s distribution back', () => {
    const posterior = ratePosterior(0, 0, { m: 0.2, tau: 0.5 });
    expect(posterior.mean).toBeCloseTo(0.2, 12);
    expect(posterior.sd).toBeCloseTo(0.5, 10);
  });

  test('thousands of purchases give ln(n₂ / n₁) with the sampling variance 1/n₁ + 1/n₂', () => {
    const posterior = ratePosterior(4000, 6000, { m: 0, tau: 10 });
    expect(posterior.mean).toBeCloseTo(Math.log(1.5), 3);
    expect(posterior.sd).toBeCloseTo(Math.sqrt(1 / 4000 + 1 / 6000), 4);
  });

  test('where nobody differs τ stays at its floor, and says so', () => {
    const fit = fitRateGrowth([{ n1: 20, n2: 20, customers: 100 }])!;
    expect(fit.tau).toBe(TAU_FLOOR);
    expect(fit.atBoundary).toBe(true);
    expect(fit.m).toBeCloseTo(0, 6);
  });

  test('a window that is empty for all runs to the limit and says so instead of failing', () => {
    const fit = fitRateGrowth([{ n1: 0, n2: 8, customers: 50 }])!;
    expect(fit.atBoundary).toBe(true);
    expect(Number.isFinite(fit.m)).toBe(true);
  });

  test('nobody gives no fit', () => expect(fitRateGrowth([])).toBeNull());

  const pairs = fc.array(
    fc.record({
      n1: fc.integer({ min: 0, max: 12 }),
      n2: fc.integer({ min: 0, max: 12 }),
      customers: fc.constant(1),
    }),
    { minLength: 8, maxLength: 12 },
  );

  test('neither the order of the customers nor collapsing equal ones changes the fit', () => {
    fc.assert(
      fc.property(pairs, (list: CountPair[]) => {
        const twice = fitRateGrowth(list.map((p) => ({ ...p, customers: 2 })))!;
        const spread = fitRateGrowth([...list, ...list].reverse())!;
        expect(spread.m).toBeCloseTo(twice.m, 4);
        expect(spread.tau).toBeCloseTo(twice.tau, 3);
      }),
      { numRuns: 10 },
    );
  });

  test('exchanging the windows turns the growth round', () => {
    const fit = fitRateGrowth(fixture)!;
    const turned = fitRateGrowth(fixture.map(({ n1, n2, customers }) => ({ n1: n2, n2: n1, customers })))!;
    expect(turned.m).toBeCloseTo(-fit.m, 5);
    expect(turned.tau).toBeCloseTo(fit.tau, 4);
  });
});
