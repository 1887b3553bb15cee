import { describe, expect, test } from 'vitest';
import { goneOf, ninetyPercentPoint } from '../../../src/main/analytics/retention/gone.ts';
import { buys, historyOf } from '../builders.ts';

const every = (gap: number, from: number, to: number): number[] =>
  Array.from({ length: Math.floor((to - from) / gap) + 1 }, (_, k) => from + k * gap);

describe('gone (TRUTH 12)', () => {
  const steady = Array.from({ length: 40 }, (_, k) => buys(every(20 + (k % 5), 0, 1095)));

  test('without a model: a year of silence, and longer than nine of ten pauses', () => {
    const history = historyOf([...steady, buys(every(20, 0, 600)), buys(every(20, 0, 900))], 1100);
    const { gone, basis, count } = goneOf(history, null, null);
    expect(basis).toBe('year');
    expect([gone[40], gone[41], count]).toEqual([1, 0, 1]);
  });

  test('two purchases are never gone, whatever the silence', () => {
    const history = historyOf([...steady, buys([0, 20])], 1100);
    expect(goneOf(history, null, null).count).toBe(0);
  });

  test('with a model that is not proven on ten a year before, a year of silence is asked for as well', () => {
    const history = historyOf([...steady, buys(every(20, 0, 600)), buys(every(20, 0, 900))], 1100);
    const chance = new Float64Array(42).fill(0.9);
    chance[40] = chance[41] = 0.05;
    const found = goneOf(history, chance, chance);
    expect(found.basis).toBe('model-and-year');
    expect([found.gone[40], found.gone[41]]).toEqual([1, 0]);
    chance[40] = 0.25;
    expect(goneOf(history, chance, chance).count).toBe(0);
  });

  test('proven a year before on those who stayed away, the year of silence is not asked for', () => {
    const leavers = Array.from({ length: 12 }, (_, k) => buys(every(20, 0, 500 + k)));
    const history = historyOf([...steady, ...leavers, buys(every(20, 0, 900))], 1100);
    const chance = new Float64Array(53).fill(0.9).fill(0.05, 40);
    const found = goneOf(history, chance, chance);
    expect(found.yearBefore).toEqual({ called: 12, returned: 0 });
    expect(found.basis).toBe('model');
    expect(found.gone[52]).toBe(1);
  });
});

describe('the 90 % point of pauses (Kaplan & Meier 1958)', () => {
  test('a hundred that ended: the ninetieth', () => {
    expect(
      ninetyPercentPoint(
        Array.from({ length: 100 }, (_, k) => k + 1),
        [],
      ),
    ).toBe(90);
  });
  test('it is read only while ten are at risk', () => {
    expect(
      ninetyPercentPoint(
        Array.from({ length: 30 }, (_, k) => k + 1),
        [],
      ),
    ).toBe(21);
    expect(ninetyPercentPoint([1, 2, 3], [])).toBeNull();
  });
});
