import type { Matrix, MatrixPoint } from '../../../../shared/model/matrix.ts';
import {
  type GrowthScale,
  growthScale,
  growthUnits,
  type ValueScale,
  valueScale,
  valueUnits,
} from './scale.ts';

/** The points of a matrix in drawing units, in typed arrays, smallest revenue first so that large ones lie on top. */
export type Cloud = {
  readonly points: readonly MatrixPoint[];
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** revenue as a fraction of the largest, 0–1 */
  readonly weight: Float32Array;
  /** place of the segment's colour, 255 for none */
  readonly colour: Uint8Array;
  /** 1 where the interval holds the line: "too few orders to say" */
  readonly unclear: Uint8Array;
  readonly value: ValueScale;
  readonly growth: GrowthScale;
};

/** A point has a place only with a growth figure; the others are listed as not placed. */
export const isPlaced = (point: MatrixPoint): boolean =>
  point.growth.value !== null && Number.isFinite(point.growth.value);

export const isUnclear = (point: MatrixPoint): boolean =>
  point.growth.direction === 'unclear' || point.growth.direction === 'not-available';

export const NO_COLOUR = 255;

/**
 * Points by revenue, then by place. One sort of plain numbers that hold both: a third of a second less than a
 * comparison of 100,000 objects. Where a double could not hold both, objects are compared all the same.
 */
const smallestFirst = (points: readonly MatrixPoint[]): readonly MatrixPoint[] => {
  const n = points.length;
  let [least, most] = [0, 0];
  for (const p of points) {
    if (p.revenue < least) least = p.revenue;
    if (p.revenue > most) most = p.revenue;
  }
  if ((most - least + 1) * n > Number.MAX_SAFE_INTEGER)
    return points.toSorted((a, b) => a.revenue - b.revenue);
  const keys = Float64Array.from(points, (p, i) => (p.revenue - least) * n + i).sort();
  return Array.from(keys, (key) => points[key % n]).filter((p) => p !== undefined);
};

/** The ranges of segments are drawn, so they need room; those of single customers would widen the axis for nothing. */
const withRange = ({ growth }: MatrixPoint): readonly number[] =>
  [growth.value, growth.lo, growth.hi].filter((g) => g !== null);

/** A place on the matrix, now or earlier: minor units, and a fraction. */
export type Spot = { readonly value: number; readonly growth: number };

/** @param colours the colour place of each segment id  @param before earlier places that must be in the picture too */
export const cloudOf = (
  matrix: Matrix,
  colours: ReadonlyMap<number, number>,
  before: readonly Spot[] = [],
): Cloud => {
  const points = smallestFirst(matrix.points.filter(isPlaced));
  const n = points.length;
  const large = matrix.subject === 'segments';
  const value = valueScale(
    [...points, ...before].map((p) => p.value),
    matrix.thresholds.value,
    large ? 0.17 : 0.07,
  );
  const growth = growthScale(
    [
      ...(large ? points.flatMap(withRange) : points.map((p) => p.growth.value ?? 0)),
      ...before.map(({ growth }) => growth),
    ],
    matrix.thresholds.growth,
    large ? 0.08 : 0.05,
  );
  const largest = Math.max(1, points.at(-1)?.revenue ?? 1);
  const cloud = {
    points,
    x: new Float32Array(n),
    y: new Float32Array(n),
    weight: new Float32Array(n),
    colour: new Uint8Array(n),
    unclear: new Uint8Array(n),
    value,
    growth,
  };
  points.forEach((p, i) => {
    cloud.x[i] = growthUnits(p.growth.value ?? 0);
    cloud.y[i] = valueUnits(value, p.value);
    cloud.weight[i] = Math.max(0, p.revenue) / largest;
    cloud.colour[i] = (p.segment === null ? undefined : colours.get(p.segment)) ?? NO_COLOUR;
    cloud.unclear[i] = isUnclear(p) ? 1 : 0;
  });
  return cloud;
};

const CELLS = 64;

/** Points sorted into 64 × 64 cells of the whole domain, so that the one under the pointer is found at once. */
export type HoverGrid = {
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
  readonly cloud: Cloud;
};

const cellOf = (units: number, min: number, max: number): number =>
  Math.min(CELLS - 1, Math.max(0, Math.floor(((units - min) / (max - min || 1)) * CELLS)));

export const hoverGrid = (cloud: Cloud): HoverGrid => {
  const { x, y, growth, value } = cloud;
  const n = x.length;
  const starts = new Uint32Array(CELLS * CELLS + 1);
  const cells = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const cell = cellOf(y[i] ?? 0, value.min, value.max) * CELLS + cellOf(x[i] ?? 0, growth.min, growth.max);
    cells[i] = cell;
    starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  }
  for (let c = 0; c < CELLS * CELLS; c++) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0);
  const next = starts.slice(0, -1);
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const cell = cells[i] ?? 0;
    order[next[cell] ?? 0] = i;
    next[cell] = (next[cell] ?? 0) + 1;
  }
  return { starts, order, cloud };
};

/**
 * The point drawn nearest to a place, or null when none lies within reach.
 * @param perPixel drawing units per pixel, across and up
 * @param reach how far from its rim, in pixels, a bubble is still met
 * @param radius how far, in pixels, bubble `i` reaches from its middle; at most `largestRadius`
 */
export const nearest = (
  grid: HoverGrid,
  at: { readonly x: number; readonly y: number },
  perPixel: { readonly x: number; readonly y: number },
  reach: number,
  radius: (i: number) => number,
  largestRadius: number,
): number | null => {
  const { cloud, starts, order } = grid;
  const { growth, value } = cloud;
  const span = reach + largestRadius;
  const fromX = cellOf(at.x - span * perPixel.x, growth.min, growth.max);
  const toX = cellOf(at.x + span * perPixel.x, growth.min, growth.max);
  const fromY = cellOf(at.y - span * perPixel.y, value.min, value.max);
  const toY = cellOf(at.y + span * perPixel.y, value.min, value.max);
  let best: number | null = null;
  let bestDistance = reach;
  for (let cy = fromY; cy <= toY; cy++) {
    for (let cx = fromX; cx <= toX; cx++) {
      const cell = cy * CELLS + cx;
      for (let k = starts[cell] ?? 0; k < (starts[cell + 1] ?? 0); k++) {
        const i = order[k] ?? 0;
        const dx = ((cloud.x[i] ?? 0) - at.x) / perPixel.x;
        const dy = ((cloud.y[i] ?? 0) - at.y) / perPixel.y;
        // from the rim of the bubble, so that a small one on top of a large one can still be met
        const distance = Math.max(Math.hypot(dx, dy) - radius(i), Math.hypot(dx, dy) * 0.05);
        if (distance < bestDistance || (distance === bestDistance && best !== null && i > best)) {
          best = i;
          bestDistance = distance;
        }
      }
    }
  }
  return best;
};
