import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { rhythmOf } from '../../../src/main/analytics/retention/rhythm.ts';
import { kMeans } from '../../../src/main/analytics/segmentation/k-means.ts';
import { kMedoids } from '../../../src/main/analytics/segmentation/k-medoids.ts';
import type { Measures } from '../../../src/main/analytics/segmentation/measures.ts';
import { measuresOf } from '../../../src/main/analytics/segmentation/measures.ts';
import {
  assignToNearest,
  LEAST_SILHOUETTE,
  naturalGroups,
} from '../../../src/main/analytics/segmentation/natural-groups.ts';
import { pointsOf, squaredDistance } from '../../../src/main/analytics/segmentation/points.ts';
import { segmentByNature } from '../../../src/main/analytics/segmentation/segmentation.ts';
import { meanSilhouettes } from '../../../src/main/analytics/segmentation/silhouette.ts';
import { purchaseSummary } from '../../../src/main/analytics/value/purchase-summary.ts';
import { buys, historyOf } from '../builders.ts';
import { IRIS } from './iris.ts';

const iris = pointsOf(IRIS);
const ascending = (sizes: Int32Array): number[] => [...sizes].sort((a, b) => a - b);

describe('Iris (Fisher 1936), the published k-means results', () => {
  test.each([
    [2, 152.348, 0.681, [53, 97]],
    [3, 78.851, 0.5528, [38, 50, 62]],
    [4, 57.228, 0.4981, [28, 32, 40, 50]],
  ])('k = %i: inertia, silhouette and sizes', (k, inertia, silhouette, sizes) => {
    const found = kMeans(iris, k, 1);
    expect(found.cost).toBeCloseTo(inertia, 3);
    expect(meanSilhouettes(iris, [found])[0]).toBeCloseTo(silhouette, 4);
    expect(ascending(found.sizes)).toEqual(sizes);
  });

  // Schubert & Rousseeuw and R's cluster::pam(iris[, 1:4], 3) report sizes 50, 62, 38 and medoids 8, 79, 113
  test('k-medoids with k = 3 has the medoids of PAM', () => {
    const found = kMedoids(iris, 3, 1);
    expect(ascending(found.sizes)).toEqual([38, 50, 62]);
    const medoids = [0, 1, 2].map((c) => [...found.centres.subarray(4 * c, 4 * c + 4)]);
    for (const flower of [8, 79, 113]) expect(medoids).toContainEqual(IRIS[flower - 1]);
  });
});

const somePoints = fc
  .array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 2 }), {
    minLength: 4,
    maxLength: 40,
  })
  .map(pointsOf);

describe.each([
  ['k-means', kMeans],
  ['k-medoids', kMedoids],
] as const)('%s', (name, cluster) => {
  test('every point is in one cluster, none is empty, each with its nearest centre, again the same', () => {
    fc.assert(
      fc.property(somePoints, fc.integer({ min: 1, max: 4 }), (points, k) => {
        const found = cluster(points, k, 5);
        expect(found.sizes.reduce((a, b) => a + b, 0)).toBe(points.n);
        if (name === 'k-medoids') for (const size of found.sizes) expect(size).toBeGreaterThan(0);
        for (let i = 0; i < points.n; i++) {
          const own = squaredDistance(points.at, i, found.centres, found.clusterOf[i]!, 2);
          for (let c = 0; c < k; c++)
            expect(own).toBeLessThanOrEqual(squaredDistance(points.at, i, found.centres, c, 2) + 1e-9);
        }
        expect(cluster(points, k, 5)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });

  test('more clusters never cost more, and as many as points cost nothing', () => {
    const points = pointsOf(IRIS.slice(0, 12));
    const costs = Array.from({ length: 12 }, (_, k) => cluster(points, k + 1, 1).cost);
    for (let k = 1; k < 12; k++) expect(costs[k]).toBeLessThanOrEqual(costs[k - 1]! + 1e-9);
    expect(costs[11]).toBeCloseTo(0, 12);
    expect(() => cluster(points, 13, 1)).toThrow(RangeError);
  });
});

test('the silhouette is that of its definition, worked out point by point', () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const found = kMeans(points, 3, 1);
      const distance = (i: number, j: number) => Math.sqrt(squaredDistance(points.at, i, points.at, j, 2));
      const all = Array.from({ length: points.n }, (_, i) => i);
      const mean = (list: readonly number[], i: number) =>
        list.reduce((sum, j) => sum + distance(i, j), 0) / list.length;
      const expected = all.map((i) => {
        const inside = all.filter((j) => j !== i && found.clusterOf[j] === found.clusterOf[i]);
        if (inside.length === 0) return 0;
        const a = mean(inside, i);
        const others = [0, 1, 2]
          .filter((c) => c !== found.clusterOf[i])
          .map((c) => all.filter((j) => found.clusterOf[j] === c))
          .filter((list) => list.length > 0);
        if (others.length === 0) return 0;
        const b = Math.min(...others.map((list) => mean(list, i)));
        return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
      });
      const [silhouette] = meanSilhouettes(points, [found]);
      expect(silhouette).toBeCloseTo(expected.reduce((a, b) => a + b, 0) / points.n, 9);
    }),
    { numRuns: 40 },
  );
});

/** Regulars who spend and came lately, and others who came once, long ago; noise within both. */
const twoKinds = (n: number, seed = 1) => {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) =>
    i % 3 === 0
      ? buys(
          Array.from({ length: 10 + Math.floor(8 * random()) }, (_, k) => 200 + 9 * k),
          3000 + Math.floor(3000 * random()),
        )
      : buys([Math.floor(60 * random())], 500 + Math.floor(600 * random())),
  );
};

const measuresFor = (customers: Parameters<typeof historyOf>[0], asOf = 400): Measures => {
  const history = historyOf(customers, asOf);
  const purchases = purchaseSummary(history);
  return measuresOf(purchases, rhythmOf(history, purchases));
};

const found = (measures: Measures) => {
  const outcome = naturalGroups(measures, 100);
  if (outcome.kind === 'none') throw new Error(outcome.sentence);
  return outcome.groups;
};

describe('natural groups', () => {
  test('two kinds of customers are found, named and described', () => {
    const measures = measuresFor(twoKinds(300));
    const groups = found(measures);
    expect(groups.groups).toHaveLength(2);
    expect(groups.method).toBe('k-medoids');
    expect(groups.silhouette).toBeGreaterThan(0.7);
    expect([...assignToNearest(groups, measures)]).toEqual(
      Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 0 : 1)),
    );
    expect(groups.groups.map(({ name }) => name)).toEqual([
      'Frequent big spenders, seen lately',
      expect.stringMatching(/^One-time .*spenders/),
    ]);
    const planned = segmentByNature(groups, measures, (minor) => `€${Math.round(minor / 100)}`);
    expect(planned.segments.map(({ customers }) => customers)).toEqual([100, 200]);
    expect(planned.segments[0]!.rule).toMatch(
      /^Typically €\d+ in all, \d+ purchases, last purchase \d+ days ago$/,
    );
  });

  test('the order of the customers does not matter', () => {
    const customers = twoKinds(90);
    const order = customers.map((_, i) => (i * 37) % customers.length);
    const straight = measuresFor(customers);
    const mixed = measuresFor(order.map((i) => customers[i]!));
    expect(found(mixed)).toEqual(found(straight));
    const groupOf = assignToNearest(found(straight), straight);
    expect([...assignToNearest(found(mixed), mixed)]).toEqual(order.map((i) => groupOf[i]));
  });

  test('money in another unit makes the same groups', () => {
    const measures = measuresFor(twoKinds(120));
    const times = (column: ArrayLike<number>) => Float64Array.from(column, (v) => v * 10);
    const scaled = { ...measures, revenue: times(measures.revenue), revenue12m: times(measures.revenue12m) };
    const outcome = naturalGroups(scaled, 1000);
    if (outcome.kind === 'none') throw new Error(outcome.sentence);
    expect([...assignToNearest(outcome.groups, scaled)]).toEqual([
      ...assignToNearest(found(measures), measures),
    ]);
  });

  test('many customers are sampled, and that is said; everyone still gets a group', () => {
    const measures = measuresFor(twoKinds(6000));
    const groups = found(measures);
    expect(groups).toMatchObject({ sample: 2000, of: 6000 });
    expect(groups.warnings).toEqual([expect.stringMatching(/sample of 2000 of 6000 customers/)]);
    const sizes = [0, 0];
    for (const group of assignToNearest(groups, measures)) sizes[group]!++;
    expect(sizes).toEqual([2000, 4000]);
  });

  test('whoever never bought is in no group', () => {
    const measures = measuresFor([...twoKinds(90), [[3, -500] as const]]);
    expect(assignToNearest(found(measures), measures)[90]).toBe(-1);
  });

  test('a cloud without groups, and too few customers, are said to have none', () => {
    const random = seededRandom(4);
    // one kind of customer spread evenly over a wide range of spend alone: a ball has no parts
    const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cloud = measuresFor(twoKinds(400));
    const noise = (): Float64Array => Float64Array.from({ length: 400 }, () => Math.expm1(6 + gauss()));
    const outcome = naturalGroups(
      { ...cloud, revenue: noise(), purchaseDays: noise(), daysSinceLast: noise() },
      1,
    );
    expect(outcome.kind).toBe('none');
    if (outcome.kind === 'none') {
      expect(outcome.silhouette).toBeLessThan(LEAST_SILHOUETTE);
      expect(outcome.sentence).toMatch(/no natural groups.*Use rules\.$/);
    }
    const few = naturalGroups(measuresFor(twoKinds(20)), 100);
    expect(few).toMatchObject({ kind: 'none', silhouette: null });
  });
});
