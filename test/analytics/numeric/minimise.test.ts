import { describe, expect, test } from 'vitest';
import { hypergeometric } from '../../../src/main/analytics/numeric/hypergeometric.ts';
import { minimise } from '../../../src/main/analytics/numeric/minimise.ts';
import { symmetricEigen } from '../../../src/main/analytics/numeric/symmetric-eigen.ts';

const rosenbrock = (x: Float64Array, gradient: Float64Array): number => {
  const [a, b] = [x[0]!, x[1]!];
  gradient[0] = -400 * a * (b - a * a) - 2 * (1 - a);
  gradient[1] = 200 * (b - a * a);
  return 100 * (b - a * a) ** 2 + (1 - a) ** 2;
};

describe('minimise', () => {
  test('finds the end of Rosenbrock’s valley (1, 1)', () => {
    const found = minimise(rosenbrock, [-1.2, 1], { lower: [-5, -5], upper: [5, 5] });
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 6);
    expect(found.x[1]).toBeCloseTo(1, 6);
  });

  test('stops at the wall of the box and goes on along it: x <= ½ gives (½, ¼)', () => {
    const found = minimise(rosenbrock, [-1.2, 1], { lower: [-5, -5], upper: [0.5, 5] });
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBe(0.5);
    expect(found.x[1]).toBeCloseTo(0.25, 6);
  });

  test('says when it did not get there', () =>
    expect(minimise(rosenbrock, [-1.2, 1], { lower: [-5, -5], upper: [5, 5] }, 3).converged).toBe(false));
});

describe('₂F₁', () => {
  test.each([0.01, 0.5, 0.9, 0.99])('equals its closed forms at z = %d (Abramowitz & Stegun 15.1)', (z) => {
    expect(hypergeometric(1, 1, 2, z) / (-Math.log1p(-z) / z)).toBeCloseTo(1, 11);
    expect(hypergeometric(0.7, 2.5, 2.5, z) / (1 - z) ** -0.7).toBeCloseTo(1, 11);
    expect(hypergeometric(-2, 3, 4, z)).toBeCloseTo(1 - 1.5 * z + 0.6 * z * z, 12);
  });
  test('has no series at 1', () => expect(() => hypergeometric(1, 1, 2, 1)).toThrow(RangeError));
});

describe('eigenvalues of a symmetric matrix', () => {
  test('of [[2, 1], [1, 2]] are 1 and 3', () =>
    expect(
      [
        ...symmetricEigen([
          [2, 1],
          [1, 2],
        ]).values,
      ].sort(),
    ).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)]));

  test('put the matrix together again', () => {
    const matrix = [
      [4, 1, -2, 0.5],
      [1, 3, 0, 1],
      [-2, 0, 5, -1],
      [0.5, 1, -1, 0.01],
    ];
    const { values, vectors } = symmetricEigen(matrix);
    matrix.forEach((row, i) => {
      row.forEach((v, j) => {
        const back = values.reduce((sum, value, k) => sum + value * vectors[i]![k]! * vectors[j]![k]!, 0);
        expect(back).toBeCloseTo(v, 12);
      });
    });
  });
});
