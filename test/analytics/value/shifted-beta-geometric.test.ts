import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  discountedLife,
  discountedResidualLife,
  fitRenewals,
  renewalRate,
  survival,
} from '../../../src/main/analytics/value/shifted-beta-geometric.ts';

const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];

describe('shifted beta-geometric (Fader & Hardie 2007)', () => {
  test.each([
    ['regular', REGULAR, 0.704, 1.182, -1680.27, 0.17],
    ['high-end', HIGH_END, 0.668, 3.806, -1611.16, 0.378],
  ])('[VR] %s customers, seven renewals', (_, cohort, a, b, logLikelihood, s12) => {
    const fit = fitRenewals([cohort]);
    expect(fit.kind).toBe('fitted');
    if (fit.kind !== 'fitted') return;
    expect(fit.params.a).toBeCloseTo(a, 3);
    expect(fit.params.b).toBeCloseTo(b, 3);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 2);
    expect(survival(fit.params, 12)).toBeCloseTo(s12, 3);
    expect(fit.n).toBe(1000);
  });

  test('two cohorts of one kind weigh as one of both sizes', () => {
    const whole = fitRenewals([REGULAR.map((v) => 2 * v)]);
    const parts = fitRenewals([REGULAR, REGULAR.slice(0, 5), REGULAR.slice(0, 7)]);
    if (whole.kind !== 'fitted' || parts.kind !== 'fitted') throw new Error('not fitted');
    expect(parts.n).toBe(3000);
    expect(parts.params.a).toBeCloseTo(whole.params.a, 1);
  });

  test('renewal rates grow, survival is their product, life is the discounted sum of survival', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 0.1, max: 8, noNaN: true }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        (a, b, d) => {
          const p = { a, b };
          let s = 1;
          let life = 0;
          let residual = 0;
          for (let t = 0; t < 2000; t++) {
            life += s / (1 + d) ** t;
            if (t >= 3) residual += s / survival(p, 2) / (1 + d) ** (t - 3);
            expect(renewalRate(p, t + 2)).toBeGreaterThan(renewalRate(p, t + 1));
            s *= renewalRate(p, t + 1);
          }
          expect(survival(p, 2000)).toBeCloseTo(s, 12);
          expect(discountedLife(p, d) / life).toBeCloseTo(1, 8);
          expect(discountedResidualLife(p, 3, d) / residual).toBeCloseTo(1, 8);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('one renewal, or nobody lost, is too few; a constant rate is at the boundary; a cohort cannot grow', () => {
    expect(fitRenewals([[100, 80]])).toEqual({ kind: 'too-few', n: 1, needed: 2 });
    expect(fitRenewals([[100, 100, 100]]).kind).toBe('too-few');
    expect(fitRenewals([]).kind).toBe('too-few');
    expect(fitRenewals([[10_000, 8000, 6400, 5120, 4096]]).kind).toBe('at-boundary');
    expect(() => fitRenewals([[100, 80, 90]])).toThrow(RangeError);
  });
});
