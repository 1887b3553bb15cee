import { describe, expect, test } from 'vitest';
import { gaussHermite } from '../../../src/main/analytics/numeric/gauss-hermite.ts';

describe('Gauss–Hermite rule', () => {
  test('n = 5 matches Abramowitz & Stegun, table 25.10', () => {
    const { nodes, weights } = gaussHermite(5);
    expect([...nodes]).toEqual([
      expect.closeTo(-2.020182870456086, 12),
      expect.closeTo(-0.958572464613819, 12),
      0,
      expect.closeTo(0.958572464613819, 12),
      expect.closeTo(2.020182870456086, 12),
    ]);
    expect(weights[4]).toBeCloseTo(1.995324205905e-2, 12);
    expect(weights[3]).toBeCloseTo(3.936193231522e-1, 12);
    expect(weights[2]).toBeCloseTo(9.453087204829e-1, 12);
  });

  test('n = 31 matches an independent computation (numpy.polynomial.hermite.hermgauss)', () => {
    const { nodes, weights } = gaussHermite(31);
    expect(nodes[16]).toBeCloseTo(0.39594274, 8);
    expect(nodes[22]).toBeCloseTo(2.83168045, 8);
    expect(nodes[30]).toBeCloseTo(6.99568012, 8);
    expect(weights[15]).toBeCloseTo(3.95778556e-1, 9);
    expect(weights[22]).toBeCloseTo(1.39520904e-4, 12);
    expect(weights[30]! / 4.61896839e-22).toBeCloseTo(1, 7);
  });

  test.each([0, 1, 2, 5, 10, 20])('n = 31 integrates x^(2k) e^(−x²) exactly: Γ(k + ½), k = %i', (k) => {
    const { nodes, weights } = gaussHermite(31);
    let gamma = Math.sqrt(Math.PI);
    for (let j = 0; j < k; j++) gamma *= j + 0.5;
    const integral = nodes.reduce((sum, x, i) => sum + weights[i]! * x ** (2 * k), 0);
    expect(integral / gamma).toBeCloseTo(1, 10);
  });
});
