import type { MetricId } from '../../shared/metrics/index.ts';
import { metrics } from '../../shared/metrics/index.ts';
import type { Grade, Result } from '../../shared/model/result.ts';
import type { Period } from '../../shared/model/schemas.ts';
import { wilson } from './numeric/wilson.ts';

/** What a figure is based on; everything left out is not known or does not apply. */
export type Evidence = {
  readonly n: number;
  readonly lo?: number | null;
  readonly hi?: number | null;
  /** confidence of the interval, 0.8 where there is one and nothing is said; null for a range that is no matter of chance */
  readonly level?: number | null;
  readonly period?: Period | null;
  /** how it was computed, where that differs from what the catalogue says of the metric */
  readonly method?: string;
  readonly grade?: Grade;
  readonly warnings?: readonly string[];
};

/** A number fit to be shown, or null: neither NaN nor infinite nor −0. */
export const finite = (value: number | null | undefined): number | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : value === 0 ? 0 : value;

/**
 * A figure of the catalogue with what it is based on. A value that is no number becomes null with a warning and the
 * grade D; money is rounded to whole minor units.
 */
export const result = (metric: MetricId, value: number | null, evidence: Evidence): Result => {
  const { unit, title } = metrics[metric];
  const shown = (v: number | null | undefined): number | null => {
    const number = finite(v);
    return number === null || unit !== 'money' ? number : finite(Math.round(number));
  };
  const shownValue = shown(value);
  const lo = shownValue === null ? null : shown(evidence.lo);
  const hi = shownValue === null ? null : shown(evidence.hi);
  const warnings = [...(evidence.warnings ?? [])];
  if (shownValue === null && warnings.length === 0)
    warnings.push(`${title} cannot be computed from these sales.`);
  return {
    metric,
    unit,
    value: shownValue,
    lo,
    hi,
    level: lo === null && hi === null ? null : evidence.level === undefined ? 0.8 : finite(evidence.level),
    n: Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(finite(evidence.n) ?? 0))),
    period: evidence.period ?? null,
    method: evidence.method ?? metrics[metric].method,
    grade: shownValue === null ? 'D' : (evidence.grade ?? 'A'),
    warnings,
  };
};

/** A proportion of n people or orders with the interval it lies in, which holds it and is never of zero width (TRUTH 20). */
export const proportion = (
  metric: MetricId,
  k: number,
  n: number,
  evidence: Omit<Evidence, 'n' | 'lo' | 'hi' | 'level'> = {},
): Result => {
  const share = wilson(k, n);
  return result(metric, share?.value ?? null, {
    ...evidence,
    n,
    ...(share ? { lo: share.lo, hi: share.hi, level: share.level } : {}),
  });
};
