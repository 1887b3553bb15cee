import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BgNbd, Variant } from '../../../src/main/analytics/value/bgnbd.ts';
import { expectedPurchases, NEW_CUSTOMER } from '../../../src/main/analytics/value/bgnbd.ts';
import {
  bgNbdInformation,
  type Estimator,
  fitBgNbd,
  priorMeans,
} from '../../../src/main/analytics/value/bgnbd-fit.ts';
import {
  bgNbdLogLikelihood,
  customerLogLikelihood,
  toLog,
} from '../../../src/main/analytics/value/bgnbd-likelihood.ts';
import type { Fit } from '../../../src/main/analytics/value/fit.ts';
import { parameterDraws, standardErrors } from '../../../src/main/analytics/value/parameter-draws.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import {
  type RepeatPurchases,
  repeatPurchases,
  repeatPurchasesOf,
} from '../../../src/main/analytics/value/repeat-purchases.ts';
import { countingFreeDays } from '../builders.ts';
import { asOn, CDNOW_CALIBRATION_END, S1, S2 } from '../buyers.ts';
import { cdnowIsPresent, onlineRetailIsPresent, readCdnow, readOnlineRetail } from '../reference-data.ts';

type Numbers = readonly [r: number, alpha: number, a: number, b: number];

const fitted = (fit: Fit<BgNbd>): Extract<Fit<BgNbd>, { kind: 'fitted' }> => {
  if (fit.kind !== 'fitted') throw new Error(`not fitted: ${JSON.stringify(fit)}`);
  return fit;
};

const near = (params: BgNbd, [r, alpha, a, b]: Numbers, relative: number): void => {
  for (const [own, expected] of [
    [params.r, r],
    [params.alpha, alpha],
    [params.a, a],
    [params.b, b],
  ] as const)
    expect(Math.abs(own / expected - 1)).toBeLessThan(relative);
};

describe('fixtures of MODELS 2.6 [C]', () => {
  test('S2 is what the fixture says: Σx = 360, ΣT = 7175, Σt_x = 2542.05', () => {
    expect([S2.n, S2.sumX, S2.sumT]).toEqual([200, 360, 7175]);
    expect(S2.count.reduce((sum, c, i) => sum + c * S2.tx[i]!, 0)).toBeCloseTo(2542.05, 9);
  });

  test.each<[Variant, Estimator, Numbers, number]>([
    ['bg', 'ml', [0.533393, 8.015324, 0.082619, 0.28148], -1296.039157],
    ['mbg', 'ml', [0.713217, 9.827103, 0.251631, 1.520836], -1301.180058],
    ['bg', 'map', [0.523974, 7.859666, 0.284625, 1.395493], -1299.498957],
  ])('S2, %s by %s: interior', (variant, estimator, expected, objective) => {
    const fit = fitted(fitBgNbd(variant, S2, estimator));
    near(fit.params, expected, 1e-4);
    expect(fit.objective).toBeCloseTo(objective, 4);
    expect(fit).toMatchObject({ n: 200, timeUnit: 'week' });
  });

  test('S1 by maximum likelihood runs off (a, b → ∞, a/(a+b) → .21) and is flagged', () => {
    const fit = fitBgNbd('bg', S1, 'ml');
    expect(fit).toMatchObject({ kind: 'at-boundary', which: ['a', 'b'] });
    if (fit.kind !== 'at-boundary') return;
    expect(fit.params.a / (fit.params.a + fit.params.b)).toBeCloseTo(0.21, 2);
    expect(fitBgNbd('mbg', S1, 'ml')).toMatchObject({ kind: 'at-boundary', which: ['a', 'b'] });
  });

  test('S1 with the prior: parameters, objective, Σ E[Y(26)] = 90.402', () => {
    expect(priorMeans(S1)[1]).toBeCloseTo(2.702491, 6);
    const fit = fitted(fitBgNbd('bg', S1, 'map'));
    near(fit.params, [0.359881, 5.981018, 1.866565, 6.735533], 1e-5);
    expect(fit.objective).toBeCloseTo(-987.89776, 5);
    let expected = 0;
    S1.count.forEach((c, i) => {
      expected += c * expectedPurchases('bg', fit.params, { x: S1.x[i]!, tx: S1.tx[i]!, T: S1.T[i]! }, 26);
    });
    expect(expected).toBeCloseTo(90.402, 3);
  });

  test('the prior keeps S1 by MBG/NBD inside too', () =>
    expect(fitBgNbd('mbg', S1, 'map').kind).toBe('fitted'));
});

describe('outcomes', () => {
  test('fewer than 10 who came back are too few', () => {
    const data = repeatPurchases(
      [1, ...new Array<number>(40).fill(0)],
      [3, ...new Array<number>(40).fill(0)],
      new Array<number>(41).fill(9),
    );
    expect(fitBgNbd('bg', data, 'map')).toEqual({ kind: 'too-few', n: 1, needed: 10, timeUnit: 'week' });
    expect(fitBgNbd('bg', repeatPurchases([], [], []), 'ml').kind).toBe('too-few');
  });

  test('equal customers are collapsed to one row, those with x = 0 first', () => {
    const data = repeatPurchases([2, 0, 2, 0, 1], [3, 0, 3, 0, 2], [4, 9, 4, 9, 9]);
    expect([...data.x]).toEqual([0, 1, 2]);
    expect([...data.count]).toEqual([2, 1, 2]);
    expect([...data.rowOf]).toEqual([2, 0, 2, 0, 1]);
    expect([data.n, data.repeaters, data.sumX, data.sumT, data.zeros]).toEqual([5, 3, 5, 35, 1]);
  });

  test('no purchase record: x = 0 with a last repeat purchase, or the other way round', () => {
    expect(() => repeatPurchases([0], [1], [2])).toThrow(RangeError);
    expect(() => repeatPurchases([1], [0], [2])).toThrow(RangeError);
    expect(() => repeatPurchases([1], [3], [2])).toThrow(RangeError);
  });
});

describe('log-likelihood', () => {
  const thetas = fc.tuple(
    fc.double({ min: -3, max: 2, noNaN: true }),
    fc.double({ min: -1, max: 4, noNaN: true }),
    fc.double({ min: -4, max: 3, noNaN: true }),
    fc.double({ min: -3, max: 4, noNaN: true }),
  );

  test('its analytic gradient equals central differences', () => {
    fc.assert(
      fc.property(fc.constantFrom<Variant>('bg', 'mbg'), thetas, (variant, theta) => {
        const f = bgNbdLogLikelihood(variant, S2);
        const gradient = new Float64Array(4);
        f(theta, gradient);
        for (let k = 0; k < 4; k++) {
          const at = (off: number): number =>
            f(
              theta.map((v, j) => (j === k ? v + off : v)),
              new Float64Array(4),
            );
          const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
          expect(Math.abs(gradient[k]! - slope)).toBeLessThan(1e-3 + 1e-5 * Math.abs(slope));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is the sum over the customers', () => {
    fc.assert(
      fc.property(fc.constantFrom<Variant>('bg', 'mbg'), thetas, (variant, theta) => {
        const whole = bgNbdLogLikelihood(variant, S2)(theta, new Float64Array(4));
        const [r, alpha, a, b] = theta.map(Math.exp) as [number, number, number, number];
        const single = customerLogLikelihood(variant, { r, alpha, a, b }, S2);
        expect(single.reduce((sum, v, i) => sum + S2.count[i]! * v, 0)).toBeCloseTo(whole, 7);
      }),
      { numRuns: 40 },
    );
  });

  test('the order of the customers does not matter, and time in days multiplies α by 7', () => {
    const rows = Array.from(S2.x, (x, i) => [x, S2.tx[i]!, S2.T[i]!, S2.count[i]!] as const).flatMap((row) =>
      new Array<typeof row>(row[3]).fill(row),
    );
    const of = (list: typeof rows, unit: number): RepeatPurchases =>
      repeatPurchases(
        list.map((row) => row[0]),
        list.map((row) => row[1] * unit),
        list.map((row) => row[2] * unit),
      );
    const whole = fitted(fitBgNbd('bg', S2, 'map')).params;
    const { r, alpha, a, b } = whole;
    near(fitted(fitBgNbd('bg', of([...rows].reverse(), 1), 'map')).params, [r, alpha, a, b], 1e-6);
    near(fitted(fitBgNbd('bg', of(rows, 7), 'map')).params, [r, 7 * alpha, a, b], 1e-5);
  });
});

describe('parameter draws', () => {
  test('have the mean and the covariance of the normal approximation', () => {
    const { params } = fitted(fitBgNbd('bg', S2, 'map'));
    const information = bgNbdInformation('bg', S2, 'map', params);
    const draws = parameterDraws(params, information, 4000, 3);
    const centre = toLog(params);
    const errors = standardErrors(params, information);
    for (const [k, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
      const logs = draws.map((draw) => Math.log(draw[name]));
      const mean = logs.reduce((sum, v) => sum + v, 0) / logs.length;
      const sd = Math.sqrt(logs.reduce((sum, v) => sum + (v - mean) ** 2, 0) / logs.length);
      expect(mean).toBeCloseTo(centre[k]!, 6);
      expect((sd * params[name]) / errors[name]).toBeCloseTo(1, 1);
    }
    expect(parameterDraws(params, information, 5, 3)).toEqual(draws.slice(0, 5));
  });

  test('a direction of which the data say nothing is held at the least information .05', () => {
    const flat = [0, 1, 2, 3].map(() => new Float64Array(4));
    expect(standardErrors({ r: 1, alpha: 1, a: 1, b: 1 }, flat).r).toBeCloseTo(Math.sqrt(20), 9);
  });
});

describe.skipIf(!cdnowIsPresent)('CDNOW to 1997-09-30 (skips where the file is absent)', () => {
  let history: ReturnType<typeof readCdnow>;
  let all: ReturnType<typeof repeatPurchasesOf>;
  let paid: ReturnType<typeof repeatPurchasesOf>;
  beforeAll(() => {
    history = asOn(readCdnow(), CDNOW_CALIBRATION_END);
    all = repeatPurchasesOf(purchaseSummary(countingFreeDays(history)));
    paid = repeatPurchasesOf(purchaseSummary(history));
  });

  test('[V] Fader, Hardie & Lee (2005), all 2,357: .2426 4.4136 .7929 2.4259, LL −9582.43; 946 repeaters, Σx 2457', () => {
    expect([all.n, all.repeaters, all.sumX]).toEqual([2357, 946, 2457]);
    const fit = fitted(fitBgNbd('bg', all, 'ml'));
    near(fit.params, [0.2426, 4.4136, 0.7929, 2.4259], 1e-4);
    expect(fit.logLikelihood).toBeCloseTo(-9582.43, 2);
    expect(fit.n).toBe(2357);
  });

  test('[VR] standard errors .0126, .378, .186, .705', () => {
    const { params } = fitted(fitBgNbd('bg', all, 'ml'));
    const errors = standardErrors(params, bgNbdInformation('bg', all, 'ml', params));
    near(errors, [0.0126, 0.378, 0.186, 0.705], 5e-3);
  });

  test('the 2,349 with a purchase day: .2439 4.4224 .7925 2.4229, LL −9578.20', () => {
    expect([paid.n, paid.sumX]).toEqual([2349, 2457]);
    const fit = fitted(fitBgNbd('bg', paid, 'ml'));
    near(fit.params, [0.2439, 4.4224, 0.7925, 2.4229], 1e-4);
    expect(fit.logLikelihood).toBeCloseTo(-9578.2, 2);
  });

  test('[V] MBG/NBD: .525 6.183 .891 1.614, LL −9582.13 [C]', () => {
    const fit = fitted(fitBgNbd('mbg', all, 'ml'));
    near(fit.params, [0.525, 6.183, 0.891, 1.614], 1e-3);
    expect(Math.abs(fit.logLikelihood + 9582.13)).toBeLessThan(0.01);
  });

  test('[V] weeks 40–78: 1,882 purchases, .237 by one-time buyers (model .225), correlation .626, cumulative 4,166.4', () => {
    const { params } = fitted(fitBgNbd('bg', all, 'ml'));
    const later = purchaseSummary(countingFreeDays(readCdnow()));
    const before = purchaseSummary(countingFreeDays(history));
    const actual = Array.from(later.x, (x, i) => x - before.x[i]!);
    const expected = Array.from(before.x, (x, i) =>
      expectedPurchases('bg', params, { x, tx: before.tx[i]! / 7, T: before.T[i]! / 7 }, 39),
    );
    const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
    expect(sum(actual)).toBe(1882);
    expect(Math.abs(sum(expected) - 1654)).toBeLessThan(1);
    const zeros = [...before.x.keys()].filter((i) => before.x[i] === 0);
    expect(sum(zeros.map((i) => actual[i]!)) / zeros.length).toBeCloseTo(0.237, 3);
    expect(sum(zeros.map((i) => expected[i]!)) / zeros.length).toBeCloseTo(0.225, 3);
    expect(correlation(actual, expected)).toBeCloseTo(0.626, 3);
    // the literature ends week 78 a day after the 39 weeks that follow 30 September
    const cumulative = sum(
      Array.from(before.T, (T) => expectedPurchases('bg', params, NEW_CUSTOMER, (T + 1) / 7 + 39)),
    );
    expect(Math.abs(cumulative - 4166.4)).toBeLessThan(1);
    expect(sum([...later.x])).toBe(4339);
  });
});

const correlation = (a: readonly number[], b: readonly number[]): number => {
  const mean = (v: readonly number[]): number => v.reduce((sum, x) => sum + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  const cross = (u: readonly number[], mu: number, v: readonly number[], mv: number): number =>
    u.reduce((sum, x, i) => sum + (x - mu) * (v[i]! - mv), 0);
  return cross(a, ma, b, mb) / Math.sqrt(cross(a, ma, a, ma) * cross(b, mb, b, mb));
};

describe.skipIf(!onlineRetailIsPresent)(
  'Online Retail as of 2011-12-09 (skips where the file is absent)',
  () => {
    test('plain maximum likelihood runs to the boundary (a → 0), LL −37332.56; the prior keeps it inside', () => {
      const data = repeatPurchasesOf(purchaseSummary(readOnlineRetail()));
      const fit = fitBgNbd('bg', data, 'ml');
      expect(fit.kind).toBe('at-boundary');
      if (fit.kind !== 'at-boundary') return;
      expect(fit.which).toContain('a');
      expect(fit.params.a).toBeLessThan(1e-3);
      expect(fit.logLikelihood).toBeCloseTo(-37332.56, 2);
      expect(fitBgNbd('bg', data, 'map').kind).toBe('fitted');
    });
  },
);
