import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barbs } from '../../src/renderer/ui/charts/matrix/arrows.ts';
import { cloudOf, hoverGrid, NO_COLOUR, nearest } from '../../src/renderer/ui/charts/matrix/cloud.ts';
import { placeLabels } from '../../src/renderer/ui/charts/matrix/labels.ts';
import {
  ended,
  growthAt,
  growthText,
  roundValue,
  steppedGrowth,
  steppedValue,
  tableRows,
  valueAt,
  xOfGrowth,
  yOfValue,
} from '../../src/renderer/ui/charts/matrix/model.ts';
import {
  growthScale,
  growthTicks,
  growthUnits,
  valueScale,
  valueTicks,
  valueUnits,
} from '../../src/renderer/ui/charts/matrix/scale.ts';
import { drawPixels, packedColour } from '../../src/renderer/ui/charts/pixels.ts';
import { createFormat } from '../../src/renderer/ui/text/format-core.ts';
import type { IsoDay } from '../../src/shared/model/day.ts';
import type { Matrix, MatrixPoint } from '../../src/shared/model/matrix.ts';
import { minor } from '../../src/shared/model/money.ts';

const aPoint = (given: Partial<MatrixPoint> = {}): MatrixPoint => ({
  id: 1,
  name: 'Anna',
  value: minor(100_00),
  revenue: minor(100_00),
  growth: { value: 0.1, lo: -0.1, hi: 0.3, direction: 'unclear', reason: null },
  quadrant: 'invest',
  segment: 7,
  customers: 1,
  ...given,
});

const aMatrix = (points: readonly MatrixPoint[], subject: Matrix['subject'] = 'customers'): Matrix => ({
  asOf: '2025-12-09' as IsoDay,
  subject,
  finding: 'One customer',
  valueAxis: 'Value',
  growthAxis: 'Growth',
  windows: null,
  thresholds: {
    value: minor(60_00),
    growth: 0,
    suggestedValue: minor(60_00),
    suggestedGrowth: 0,
    sentence: '',
  },
  points: [...points],
  quadrants: [],
  notPlaced: [],
  warnings: [],
});

describe('the axes', () => {
  test('halving and doubling are equally far from no growth', () => {
    expect(growthUnits(1)).toBeCloseTo(-growthUnits(-0.5), 12);
    expect(growthUnits(0)).toBe(0);
  });

  test('a customer who stopped is drawn at the end of the axis, not at minus infinity', () => {
    expect(growthUnits(-1)).toBe(growthUnits(-0.9));
    expect(growthUnits(1e9)).toBe(growthUnits(9));
  });

  test('values that differ little start at zero, values that differ a lot are drawn in proportions', () => {
    const near = valueScale([100, 300], 200);
    expect(near).toMatchObject({ kind: 'linear', min: 0 });
    const far = valueScale([100, 1_000_000], 5_000);
    expect(far.kind).toBe('log');
    expect(far.min).toBeLessThan(2);
    expect(valueUnits(far, -50)).toBe(valueUnits(far, far.floor));
  });

  test('the lines are always inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 100_000_000 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.double({ min: -0.95, max: 9, noNaN: true }),
        (values, value, growth) => {
          const scale = valueScale(values, value);
          expect(valueUnits(scale, value)).toBeGreaterThanOrEqual(scale.min);
          expect(valueUnits(scale, value)).toBeLessThanOrEqual(scale.max);
          const across = growthScale([], growth);
          expect(growthUnits(growth)).toBeGreaterThanOrEqual(across.min);
          expect(growthUnits(growth)).toBeLessThanOrEqual(across.max);
        },
      ),
    );
  });

  test('numbers on the growth axis stand apart and include zero', () => {
    const { min, max } = growthScale([-0.3, 0.3], 0);
    const ticks = growthTicks(min, max);
    expect(ticks).toContain(0);
    for (let i = 1; i < ticks.length; i++)
      expect(growthUnits(ticks[i] ?? 0) - growthUnits(ticks[i - 1] ?? 0)).toBeGreaterThan((max - min) * 0.06);
    expect(growthTicks(growthUnits(-0.9), growthUnits(3))).toEqual([-0.9, -0.75, -0.5, -0.25, 0, 0.33, 1, 3]);
  });

  test('numbers on the value axis are round', () => {
    expect(valueTicks('log', 1.9, 5.1)).toEqual([100, 1_000, 10_000, 100_000]);
    expect(valueTicks('log', 2.6, 4.1)).toEqual([500, 1_000, 2_000, 5_000, 10_000]);
    expect(valueTicks('linear', 0, 105)).toEqual([0, 50, 100]);
    expect(valueTicks('linear', 0, 0)).toEqual([]);
  });
});

describe('the points', () => {
  test('the largest come last and lie on top; those without growth have no place', () => {
    const cloud = cloudOf(
      aMatrix([
        aPoint({ id: 1, revenue: minor(500_00) }),
        aPoint({ id: 2, revenue: minor(5_00), segment: null }),
        aPoint({
          id: 3,
          growth: { value: null, lo: null, hi: null, direction: 'not-available', reason: 'new' },
        }),
      ]),
      new Map([[7, 4]]),
    );
    expect(cloud.points.map((p) => p.id)).toEqual([2, 1]);
    expect([...cloud.colour]).toEqual([NO_COLOUR, 4]);
    expect([...cloud.weight].map((w) => Math.round(w * 100))).toEqual([1, 100]);
  });

  test('the one under the pointer is found as if all were looked at', () => {
    const number = fc.double({ min: -0.8, max: 4, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, fc.integer({ min: 1, max: 1_000_000 })), { minLength: 1, maxLength: 200 }),
        fc.nat(999),
        (all, seed) => {
          const cloud = cloudOf(
            aMatrix(
              all.map(([g, v], i) =>
                aPoint({
                  id: i,
                  value: minor(v),
                  growth: { value: g, lo: null, hi: null, direction: 'rising', reason: null },
                }),
              ),
            ),
            new Map(),
          );
          const perPixel = {
            x: (cloud.growth.max - cloud.growth.min) / 800,
            y: (cloud.value.max - cloud.value.min) / 400,
          };
          const i = seed % cloud.x.length;
          const at = { x: (cloud.x[i] ?? 0) + perPixel.x, y: cloud.y[i] ?? 0 };
          const found = nearest(hoverGrid(cloud), at, perPixel, 8, () => 3, 3);
          expect(found).not.toBeNull();
          const distance = (k: number): number =>
            Math.hypot(((cloud.x[k] ?? 0) - at.x) / perPixel.x, ((cloud.y[k] ?? 0) - at.y) / perPixel.y);
          const least = Math.min(...cloud.points.map((_, k) => distance(k)));
          expect(distance(found ?? -1)).toBeLessThanOrEqual(Math.max(least + 1e-3, 3.2));
        },
      ),
    );
  });

  test('far from every point there is none', () => {
    const cloud = cloudOf(aMatrix([aPoint()]), new Map());
    expect(nearest(hoverGrid(cloud), { x: 99, y: 99 }, { x: 0.001, y: 0.001 }, 8, () => 3, 3)).toBeNull();
  });
});

describe('the lines', () => {
  const scale = valueScale([100, 1_000_000], 5_000);
  const area = {
    left: 50,
    top: 10,
    width: 700,
    height: 300,
    xMin: -1,
    xMax: 1,
    yMin: scale.min,
    yMax: scale.max,
  };

  test('a line comes back to where it was dropped', () => {
    expect(growthAt(area, xOfGrowth(area, 0.12))).toBe(0.12);
    expect(valueAt(area, scale, yOfValue(area, scale, 12_000))).toBe(12_000);
  });

  test('a value is set as one would say it', () => {
    expect(roundValue(118_743)).toBe(120_000);
    expect(roundValue(87)).toBe(87);
    expect(roundValue(-5)).toBe(0);
  });

  test('every key moves the line, up and down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (value) => {
        expect(steppedValue(scale, value, 1)).toBeGreaterThan(value);
        expect(steppedValue(scale, value, -1)).toBeLessThan(value);
      }),
    );
    expect(steppedGrowth(0.1, 1)).toBe(0.11);
    expect(Object.is(steppedGrowth(0.01, -1), 0)).toBe(true);
    expect(steppedGrowth(-0.95, -10)).toBe(-0.95);
  });
});

describe('words', () => {
  const format = createFormat('en-GB', 'EUR');

  test('growth is said with its range, or why there is none', () => {
    expect(growthText(aPoint().growth, format)).toBe('+10% (−10% to +30%)');
    expect(
      growthText(
        { value: null, lo: null, hi: null, direction: 'not-available', reason: 'bought once' },
        format,
      ),
    ).toBe('bought once');
  });

  test('a label ends with one full stop', () => {
    expect(ended('Three grow')).toBe('Three grow.');
    expect(ended('Three grow.')).toBe('Three grow.');
  });

  test('the table begins with the dearest and can hold one segment', () => {
    const matrix = aMatrix([aPoint({ id: 1 }), aPoint({ id: 2, value: minor(900_00), segment: 8 })]);
    expect(tableRows(matrix, null).map((p) => p.id)).toEqual([2, 1]);
    expect(tableRows(matrix, 7).map((p) => p.id)).toEqual([1]);
  });
});

test('names are written where they meet no bubble and no other name', () => {
  const area = { x: 0, y: 0, width: 500, height: 300 };
  const labels = placeLabels(
    [
      { x: 100, y: 150, r: 30, width: 60 },
      { x: 110, y: 112, r: 8, width: 60 },
    ],
    area,
  );
  expect(labels[0]).toEqual({ x: 100, y: 190, align: 'center' });
  expect(labels[1]).toEqual({ x: 110, y: 94, align: 'center' });
});

test('where no place is free there is no name, rather than one on the wrong bubble', () => {
  const area = { x: 0, y: 0, width: 120, height: 60 };
  const crowd = Array.from({ length: 12 }, (_, k) => ({
    x: 10 + 20 * (k % 6),
    y: 15 + 30 * Math.floor(k / 6),
    r: 10,
    width: 60,
  }));
  expect(placeLabels(crowd, area).filter((label) => label !== null)).toEqual([]);
});

test('in a narrow chart fewer numbers stand on the axis of growth, none of them touching', () => {
  const [min, max] = [growthUnits(-0.7), growthUnits(0.6)];
  const apart = 0.12;
  const ticks = growthTicks(min, max, apart);
  expect(ticks.length).toBeLessThan(growthTicks(min, max).length);
  expect(ticks).toContain(0);
  for (const [k, tick] of ticks.slice(1).entries())
    expect(growthUnits(tick) - growthUnits(ticks[k]!)).toBeGreaterThanOrEqual((max - min) * apart);
});

describe('the pixel layer', () => {
  const view = { width: 40, height: 20, ratio: 1, xMin: 0, xMax: 40, yMin: 0, yMax: 20 };
  const points = (hatched: number) => ({
    x: Float32Array.of(10),
    y: Float32Array.of(5),
    radius16: Uint8Array.of(48),
    colour: Uint32Array.of(packedColour('#112233')),
    hatched: Uint8Array.of(hatched),
  });
  const drawn = (hatched: number): Uint32Array => {
    const target = new Uint32Array(view.width * view.height);
    drawPixels(points(hatched), view, target);
    return target;
  };

  test('draws a disc around its place, y upwards', () => {
    const target = drawn(0);
    expect(target[15 * 40 + 10]).toBe(0xff332211);
    expect(target[15 * 40 + 13]).toBe(0xff332211);
    expect(target[15 * 40 + 14]).toBe(0);
    expect(target[5 * 40 + 10]).toBe(0);
  });

  test('hatches what is unclear, so that it differs without colour', () => {
    const filled = drawn(0).filter((p) => p !== 0).length;
    const hatched = drawn(1).filter((p) => p !== 0).length;
    expect(hatched).toBeGreaterThan(0);
    expect(hatched).toBeLessThan(filled / 2);
  });

  test('leaves out what lies outside', () => {
    const target = new Uint32Array(view.width * view.height);
    drawPixels({ ...points(0), x: Float32Array.of(-500) }, view, target);
    expect(target.every((p) => p === 0)).toBe(true);
  });
});

test('the head of an arrow lies behind its point, on both sides of the way', () => {
  // from the left along the axis: both barbs 7 long, above and below
  const [left, right] = barbs(0, 0, 100, 0);
  for (const [x, y] of [left!, right!]) expect(Math.hypot(100 - x, y)).toBeCloseTo(7, 9);
  expect(left![0]).toBeCloseTo(right![0], 9);
  expect(left![1]).toBeCloseTo(-right![1], 9);
  expect(left![0]).toBeLessThan(100);
});
