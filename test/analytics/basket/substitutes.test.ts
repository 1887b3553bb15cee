import { expect, test } from 'vitest';
import { substitutes } from '../../../src/main/analytics/basket/substitutes.ts';
import { poissonAtMost } from '../../../src/main/analytics/numeric/poisson.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';

const people = (n: number, of: (i: number) => readonly number[]): Int32Array[] =>
  Array.from({ length: n }, (_, i) => Int32Array.from(of(i)).sort());

test('P(X ≤ k) of a Poisson variate [V, R: ppois(3, 10), ppois(0, 2), ppois(900, 1000)]', () => {
  expect(poissonAtMost(3, 10)).toBeCloseTo(0.0103360507, 9);
  expect(poissonAtMost(0, 2)).toBeCloseTo(Math.exp(-2), 12);
  expect(poissonAtMost(900, 1000)).toBeCloseTo(0.0007, 4);
});

test('who has one machine has no other: each replaces the other; what goes with both replaces nothing', () => {
  const bought = people(200, (i) =>
    i % 2 === 0 ? (i % 4 === 0 ? [0, 2] : [0]) : i % 4 === 1 ? [1, 2] : [1],
  );
  const found = substitutes(bought, [0, 1, 2], ['Press pot', 'Siphon', 'Beans']);
  expect([...found.get(0)!]).toEqual([1]);
  expect([...found.get(1)!]).toEqual([0]);
  expect([...found.get(2)!]).toEqual([]);
});

test('names that differ in size only are one model, unless both are bought together', () => {
  const names = ['Kettle 1500 W', 'Kettle 2000 W', 'Tea 100 g', 'Tea 250 g'];
  const bought = people(80, (i) => (i < 10 ? [0] : i < 20 ? [1] : i < 40 ? [2, 3] : []));
  const found = substitutes(bought, [0, 1, 2, 3], names);
  expect([...found.get(0)!]).toEqual([1]);
  expect([...found.get(2)!]).toEqual([]);
});

test('of items that have nothing to do with each other hardly any are called substitutes', () => {
  let shops = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const bought = people(400, () => Array.from({ length: 12 }, (_, k) => k).filter(() => random() < 0.4));
    const found = substitutes(
      bought,
      [...Array(12).keys()],
      Array.from({ length: 12 }, (_, k) => `Item ${'abcdefghijkl'[k]}`),
    );
    if ([...found.values()].some((set) => set.size > 0)) shops++;
  }
  expect(shops).toBeLessThanOrEqual(4);
});
