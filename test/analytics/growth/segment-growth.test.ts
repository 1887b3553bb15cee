import { describe, expect, test } from 'vitest';
import { revenueGrowth, segmentGrowth } from '../../../src/main/analytics/growth/segment-growth.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

describe('growth of a segment', () => {
  const random = seededRandom(5);
  const before = Array.from({ length: 300 }, () => 1000 * (0.2 + random()));
  const after = before.map((v) => v * (0.9 + 0.6 * random()));
  const members = before.keys();

  test('is the ratio of sums, its interval close to that of the delta method', () => {
    const growth = segmentGrowth({ before, after, members: before.keys(), seed: 1 });
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    const ratio = sum(after) / sum(before);
    expect(growth.value).toBeCloseTo(ratio - 1, 12);
    const squares = sum(before.map((b, i) => (after[i]! - ratio * b) ** 2));
    const se = Math.sqrt(squares) / sum(after);
    expect(Math.log1p(growth.hi!) - Math.log(ratio)).toBeCloseTo(1.2816 * se, 2);
    expect((Math.log1p(growth.hi!) - Math.log1p(growth.lo!)) / (2 * 1.2816 * se)).toBeGreaterThan(0.85);
    expect((Math.log1p(growth.hi!) - Math.log1p(growth.lo!)) / (2 * 1.2816 * se)).toBeLessThan(1.15);
    expect(growth.direction).toBe('rising');
  });

  test('the same seed gives the same interval, money in another unit too', () => {
    const a = segmentGrowth({ before, after, members: before.keys(), seed: 9 });
    expect(segmentGrowth({ before, after, members: before.keys(), seed: 9 })).toEqual(a);
    const scaled = segmentGrowth({
      before: before.map((v) => v * 8),
      after: after.map((v) => v * 8),
      members,
      seed: 9,
    });
    expect(scaled.lo).toBeCloseTo(a.lo!, 12);
  });

  test('customers without revenue in either window change nothing', () => {
    const a = segmentGrowth({ before, after, members: before.keys(), seed: 2 });
    const wider = { before: [...before, 0, 0], after: [...after, 0, 0] };
    expect(segmentGrowth({ ...wider, members: wider.before.keys(), seed: 2 })).toEqual(a);
  });

  test('fewer than ten customers have a growth but no range', () => {
    const growth = segmentGrowth({ before: [100, 100], after: [150, 150], members: [0, 1], seed: 1 });
    expect(growth).toMatchObject({ value: 0.5, lo: null, hi: null, direction: 'unclear' });
    expect(growth.reason).toContain('Fewer than 10');
  });

  test('nothing to compare with is not available; nothing left is −100 %', () => {
    const of = (a: number, b: number) => segmentGrowth({ before: [a], after: [b], members: [0], seed: 1 });
    expect(of(0, 5)).toMatchObject({ value: null, direction: 'not-available' });
    expect(of(0, 0)).toMatchObject({ value: null, direction: 'not-available' });
    expect(of(5, 0)).toMatchObject({ value: -1, lo: null, hi: null, direction: 'unclear' });
    expect(of(-5, 5)).toMatchObject({ value: null, direction: 'not-available' });
  });

  test('growth of a total', () => {
    expect(revenueGrowth(200, 250)).toBe(0.25);
    expect(revenueGrowth(0, 250)).toBeNull();
  });
});
