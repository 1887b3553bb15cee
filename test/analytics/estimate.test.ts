import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finite, result } from '../../src/main/analytics/estimate.ts';
import type { MetricId } from '../../src/shared/metrics/index.ts';
import { metrics } from '../../src/shared/metrics/index.ts';
import { ResultSchema, UnitSchema } from '../../src/shared/model/result.ts';

const ids = Object.keys(metrics) as MetricId[];

describe('results', () => {
  test('no NaN, no infinity and no −0 leaves the core', () => {
    const any = fc.oneof(
      fc.double(),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ids), any, any, any, fc.double(), (id, value, lo, hi, n) => {
        const r = ResultSchema.parse(result(id, value, { n, lo, hi }));
        for (const number of [r.value, r.lo, r.hi, r.level, r.n]) {
          if (number === null) continue;
          expect(Number.isFinite(number)).toBe(true);
          expect(Object.is(number, -0)).toBe(false);
        }
        if (r.value === null)
          expect([r.grade, r.lo, r.hi, r.warnings.length > 0]).toEqual(['D', null, null, true]);
        if (r.unit === 'money' && r.value !== null) expect(Number.isInteger(r.value)).toBe(true);
      }),
    );
  });

  test('carries what the catalogue and the evidence say', () => {
    expect(result('gini', 0.5, { n: 12 })).toEqual({
      metric: 'gini',
      unit: 'index',
      value: 0.5,
      lo: null,
      hi: null,
      level: null,
      n: 12,
      period: null,
      method: 'gini',
      grade: 'A',
      warnings: [],
    });
    expect(result('growth', 0.1, { n: 3, lo: 0, hi: 0.2, grade: 'B' })).toMatchObject({
      level: 0.8,
      grade: 'B',
    });
    expect(result('usualGap', Number.NaN, { n: 0 }).warnings).toEqual([
      'Usual gap cannot be computed from these sales.',
    ]);
  });

  test('finite', () =>
    expect([1, -0, Number.NaN, null, undefined].map(finite)).toEqual([1, 0, null, null, null]));
});

describe('catalogue of metrics', () => {
  test.each(ids)('%s is described completely, in sentences', (id) => {
    const metric = metrics[id];
    UnitSchema.parse(metric.unit);
    for (const text of [metric.definition, metric.needs, metric.limits, metric.source])
      expect(text).toMatch(/[^ ]\.$/);
    expect(metric.formula.length).toBeGreaterThan(5);
  });

  test('no two metrics have the same title', () =>
    expect(new Set(ids.map((id) => metrics[id].title)).size).toBe(ids.length));
});
