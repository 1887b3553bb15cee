import { describe, expect, test } from 'vitest';
import {
  fitValueGrowth,
  TAU_DELTA_FLOOR,
  valuePosterior,
} from '../../../src/main/analytics/growth/value-growth.ts';
import { valueChange, windowActivity } from '../../../src/main/analytics/growth/window-activity.ts';
import { historyOf } from '../builders.ts';
import { WINDOWS } from './simulated-shop.ts';

const differences = [0.64, -0.3, 1.2, 0.1, -0.84, 1.8, 0.22, -1.46, 0.56, 0.94, -0.1, 0.72];
const variances = [0.05, 0.12, 0.3, 0.02, 0.2, 0.5, 0.08, 0.25, 0.1, 0.04, 0.15, 0.6];
const changes = differences.map((difference, i) => ({ difference, variance: variances[i]! }));

describe('growth of purchase values', () => {
  test('random effects by maximum likelihood match an independent computation (SciPy, Nelder–Mead)', () => {
    const fit = fitValueGrowth(changes);
    expect(fit.m).toBeCloseTo(0.25165313, 5);
    expect(fit.tau).toBeCloseTo(0.60679141, 4);
    expect(fit.logLikelihood).toBeCloseTo(-14.2999521, 6);
    expect(fit.atBoundary).toBe(false);
    const [first, second] = changes.map((change) => valuePosterior(change, fit));
    expect(first!.mean).toBeCloseTo(0.593569, 4);
    expect(first!.sd).toBeCloseTo(0.209814, 4);
    expect(second!.mean).toBeCloseTo(-0.164402, 4);
    expect(second!.sd).toBeCloseTo(0.300838, 4);
  });

  test('an empty window takes the distribution of the group', () => {
    expect(valuePosterior(null, { m: 0.1, tau: 0.3 })).toEqual({ mean: 0.1, sd: 0.3 });
  });

  test('τ does not fall below its floor; without anybody values are taken as unchanged', () => {
    expect(fitValueGrowth(changes.map((c) => ({ ...c, difference: 0 }))).tau).toBe(TAU_DELTA_FLOOR);
    expect(fitValueGrowth([])).toMatchObject({ m: 0, tau: TAU_DELTA_FLOOR, n: 0 });
  });

  test('counts, mean logs and the variance pooled within customers and windows, by hand', () => {
    const e = Math.E;
    const history = historyOf(
      [
        [
          [10, 5],
          [300, 1],
          [400, e ** 2],
          [700, e ** 3],
          [800, -40],
        ],
        [
          [500, e],
          [640, e],
          [650, e ** 3],
          [990, e ** 2],
        ],
      ],
      1000,
    );
    const activity = windowActivity(history, WINDOWS);
    expect([...activity.n1]).toEqual([2, 1]);
    expect([...activity.n2]).toEqual([1, 3]);
    expect([...activity.established]).toEqual([1, 0]);
    // within: {0, 2} → 2, {1, 3, 2} → 2; degrees of freedom 1 + 2
    expect(activity.pooledVariance).toBeCloseTo(4 / 3, 12);
    const change = valueChange(activity, 0, 4 / 3)!;
    expect(change.difference).toBeCloseTo(2, 12);
    expect(change.variance).toBeCloseTo((4 / 3) * 1.5, 12);
  });
});
