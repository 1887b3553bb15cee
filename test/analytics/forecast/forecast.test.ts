import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Forecast, forecastSeries, naiveError } from '../../../src/main/analytics/forecast/forecast.ts';
import {
  continued,
  pointsOf,
  simpleGrowth,
  trendGrowth,
} from '../../../src/main/analytics/forecast/forecaster.ts';
import { monthlyRevenue } from '../../../src/main/analytics/forecast/monthly-revenue.ts';
import { ahead, smooth } from '../../../src/main/analytics/forecast/smoothing.ts';
import {
  fitDampedTrend,
  fitSeasonal,
  fitSimple,
} from '../../../src/main/analytics/forecast/smoothing-fit.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { normalVariate } from '../../../src/main/analytics/numeric/variates.ts';
import { dayNumber, isoDay } from '../../../src/shared/model/day.ts';
import { historyOf } from '../builders.ts';

/** Air passengers in Australia, millions, 1990–2016 (FPP2, `ausair`). */
const AUSAIR = [
  17.55, 21.86, 23.89, 26.93, 26.89, 28.83, 30.08, 30.95, 30.19, 31.58, 32.58, 33.48, 39.02, 41.39, 41.6,
  44.66, 46.95, 48.73, 51.49, 50.03, 60.64, 63.36, 66.36, 68.2, 68.12, 69.78, 72.6,
];

const forecast = (values: readonly number[], h = 6): Extract<Forecast, { kind: 'forecast' }> => {
  const f = forecastSeries(values, h);
  if (f.kind !== 'forecast') throw new Error(f.kind);
  return f;
};

const noise = (seed: number): (() => number) => {
  const random = seededRandom(seed);
  return () => normalVariate(random);
};

describe('Holt’s linear trend on ausair (Hyndman & Athanasopoulos, FPP2 ch. 7)', () => {
  const holt = {
    alpha: 0.8321,
    betaStar: 0.0001,
    phi: 1,
    gamma: 0,
    level: 15.57,
    trend: 2.102,
    seasons: [0],
  };

  test('[C] 74.60 76.71 78.81 80.91 83.01, SSE 128.51', () => {
    const { end, sse } = smooth(AUSAIR, holt);
    expect(ahead(end, 5).map((v) => v.toFixed(2))).toEqual(['74.60', '76.71', '78.81', '80.91', '83.01']);
    expect(sse).toBeCloseTo(128.51, 1);
  });

  test('[C] mean absolute error of the naive forecast 2.2973', () => {
    const steps = AUSAIR.slice(1).map((v, t) => Math.abs(v - AUSAIR[t]!));
    expect(steps.reduce((sum, v) => sum + v, 0) / steps.length).toBeCloseTo(2.2973, 4);
    expect(naiveError(AUSAIR.slice(0, 20))).toBeCloseTo(
      steps.slice(0, 19).reduce((sum, v) => sum + v, 0) / 19,
      10,
    );
  });

  test('variances grow as published: 1 + α²(h−1) and 1 + (h−1){α² + αβh + β²h(2h−1)/6}', () => {
    expect(simpleGrowth(0.5, 1)).toBe(1);
    expect(simpleGrowth(0.5, 5)).toBe(2);
    expect(trendGrowth(0.5, 0, 5)).toBe(simpleGrowth(0.5, 5));
    // h = 2: the error of the first step comes back with weight α + β
    expect(trendGrowth(0.5, 0.4, 2)).toBeCloseTo(1 + (0.5 + 0.2) ** 2, 12);
    expect(trendGrowth(0.5, 0.4, 3)).toBeCloseTo(1 + 0.7 ** 2 + 0.9 ** 2, 12);
  });
});

describe('least squares', () => {
  const next = noise(1);
  test('a moving level, a damped trend and months are found again', () => {
    let level = 10;
    const walk = Array.from({ length: 300 }, () => {
      const error = 0.5 * next();
      const value = level + error;
      level += 0.4 * error;
      return value;
    });
    expect(Math.abs(fitSimple(walk.map((v) => v / 10)).end.alpha - 0.4)).toBeLessThan(0.12);
    const growing = Array.from({ length: 60 }, (_, t) => 1 + 0.05 * t + 0.01 * next());
    const { end } = fitDampedTrend(growing);
    expect(ahead(end, 1)[0]! / 4).toBeCloseTo(1, 1);
    const months = Array.from(
      { length: 60 },
      (_, t) => 1 + 0.4 * Math.sin((t * Math.PI) / 6) + 0.02 * next(),
    );
    const year = ahead(fitSeasonal(months).end, 12);
    year.forEach((v, k) => {
      expect(Math.abs(v - (1 + 0.4 * Math.sin((k * Math.PI) / 6)))).toBeLessThan(0.08);
    });
  });
});

describe('choice of the method', () => {
  const next = noise(7);
  const series = (months: number, f: (t: number) => number): number[] =>
    Array.from({ length: months }, (_, t) => f(t));

  test('months that repeat: seasonal, beating the naive forecast', () => {
    const f = forecast(series(60, (t) => 1000 + 400 * Math.sin((t * Math.PI) / 6) + 30 * next()));
    expect(['seasonal-naive', 'holt-winters', 'mean']).toContain(f.method);
    expect(f.method).not.toBe('mean');
    expect(f.mase!).toBeLessThan(1.3);
    expect(f.errors.map((e) => e.method)).toEqual([
      'mean',
      'naive',
      'seasonal-naive',
      'ses',
      'holt-damped',
      'holt-winters',
    ]);
  });

  test('noise around a level: the mean stays, nothing beats it by 5 %; a range seldom fails by chance', () => {
    const told = Array.from({ length: 40 }, () => forecastSeries(series(30, () => 1000 + 100 * next())));
    const means = told.filter((f) => f.kind === 'forecast' && f.benchmark === 'mean');
    expect(means.length).toBeGreaterThanOrEqual(28);
    expect(told.filter((f) => f.kind === 'range').length).toBeLessThanOrEqual(6);
  });

  test('a trend: Holt, and it goes on growing', () => {
    const f = forecast(series(30, (t) => 1000 + 100 * t + 20 * next()));
    expect(f.method).toBe('holt-damped');
    expect(f.points[5]!.value).toBeGreaterThan(4100);
  });

  test('below 24 months no season is tried, below 36 no Holt–Winters', () => {
    const tried = (months: number) =>
      forecast(series(months, () => 100 + next())).errors.map((e) => e.method);
    expect(tried(23)).toEqual(['mean', 'naive', 'ses', 'holt-damped']);
    expect(tried(35)).not.toContain('holt-winters');
    expect(forecast(series(23, () => 100)).warnings[0]).toContain('two years');
  });

  test('below 12 months only the range so far', () => {
    expect(forecastSeries([3, 9, 5])).toMatchObject({ kind: 'range', lo: 3, hi: 9, n: 3, needed: 12 });
    expect(forecastSeries([])).toMatchObject({ kind: 'range', lo: null, hi: null });
  });
});

describe('intervals', () => {
  test('are around the forecast, never below 0, finite; scaling the series scales them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 12, maxLength: 40 }), (values) => {
        // months as uneven as chance makes them may be told in words alone (TRUTH 9, 10)
        const told = forecastSeries(values, 6);
        fc.pre(told.kind === 'forecast');
        const f = forecast(values);
        const cents = forecast(values.map((v) => 100 * v));
        expect(cents.method).toBe(f.method);
        f.points.forEach((p, k) => {
          expect(p.lo).toBeGreaterThanOrEqual(0);
          expect(p.lo).toBeLessThanOrEqual(p.value + 1e-9);
          expect(p.hi).toBeGreaterThanOrEqual(p.value - 1e-9);
          expect(Number.isFinite(p.hi)).toBe(true);
          expect(Math.abs(cents.points[k]!.value - 100 * p.value)).toBeLessThan(0.01 * (1 + 100 * p.value));
        });
      }),
      { numRuns: 15 },
    );
  });

  test('80 % intervals of simple smoothing hold about 80 % of a moving level', () => {
    const next = noise(12);
    let inside = 0;
    const runs = 150;
    for (let run = 0; run < runs; run++) {
      let level = 100;
      const values = Array.from({ length: 43 }, () => {
        const error = 5 * next();
        const value = level + error;
        level += 0.5 * error;
        return value;
      });
      const { points, below, above } = continued('ses', values.slice(0, 40), 3, run);
      if (values[42]! >= points[2]! - below[2]! && values[42]! <= points[2]! + above[2]!) inside++;
    }
    expect(inside / runs).toBeGreaterThan(0.68);
    expect(inside / runs).toBeLessThan(0.92);
  });

  test('of simulated paths grow with distance; the same seed gives the same', () => {
    const next = noise(3);
    const values = Array.from({ length: 40 }, (_, t) => 100 + t + 4 * next());
    const a = continued('holt-damped', values, 6, 5);
    expect(a).toEqual(continued('holt-damped', values, 6, 5));
    expect(a.above[5]!).toBeGreaterThan(a.above[0]! * 0.9);
    expect(pointsOf('holt-damped', values, 6)).toEqual([...a.points]);
  });

  test('nothing ever sold is forecast as nothing', () =>
    expect(forecast(new Array<number>(24).fill(0)).points.every((p) => p.value === 0 && p.hi === 0)).toBe(
      true,
    ));
});

describe('revenue by month', () => {
  const day = (text: string): number => dayNumber(isoDay(text));
  const history = historyOf(
    [
      [
        [day('2024-01-20'), 100],
        [day('2024-02-10'), 200],
        [day('2024-04-30'), 400],
      ],
      [[day('2024-02-11'), -50]],
    ],
    day('2024-04-30'),
  );
  test('months without sales are 0; a month begun before the data, or not over, is left out', () => {
    expect(monthlyRevenue(history, day('2024-01-20'))).toEqual({ from: '2024-02', values: [150, 0, 400] });
    expect(monthlyRevenue(history, day('2024-01-02')).values).toEqual([100, 150, 0, 400]);
    expect(monthlyRevenue({ ...history, asOf: day('2024-04-29') }, day('2024-01-20')).values).toEqual([
      150, 0,
    ]);
    expect(monthlyRevenue(history, day('2024-01-20'), (i) => i === 1).values).toEqual([-50, 0, 0]);
    expect(monthlyRevenue({ ...history, asOf: day('2024-01-25') }, day('2024-01-20'))).toEqual({
      from: null,
      values: [],
    });
  });
});

describe('a range that did not hold in the past (TRUTH 10)', () => {
  test('a level that jumps further each time is told in words, with the share that held', () => {
    // quiet for long, so that ranges are narrow, then steps beyond them
    const values = Array.from(
      { length: 40 },
      (_, t) => 1000 + (t % 2) * 4 + (t > 22 ? 60 * 1.22 ** (t - 22) : 0),
    );
    const told = forecastSeries(values);
    expect(told.kind).toBe('range');
    expect(told.warnings[0]).toMatch(
      /Looking back, (only \d+% of the months lay|the best forecast missed by \d\.\d\d times)/,
    );
  });

  test('an even series keeps its forecast, and its coverage is said', () => {
    const random = seededRandom(5);
    const told = forecastSeries(Array.from({ length: 36 }, () => 1000 + 200 * random()));
    expect(told.kind).toBe('forecast');
    expect(told.kind === 'forecast' && told.coverage).toBeGreaterThan(0.7);
  });
});
