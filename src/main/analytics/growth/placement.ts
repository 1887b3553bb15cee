import type { Growth, Quadrant } from '../../../shared/model/customer.ts';
import { sum } from '../../../shared/sum.ts';

/** What is placed on the value-versus-growth matrix: a customer or a segment. */
export type Placeable = {
  /** trailing-12-month revenue (or contribution), minor units */
  readonly value: number;
  readonly growth: Growth;
};

/** At or above a line counts as high. Growth is a fraction. */
export type PlacementLines = { readonly value: number; readonly growth: number };

export const QUADRANTS: readonly Quadrant[] = ['invest', 'protect', 'develop', 'simplify'];

export const QUADRANT_TEXT: Readonly<
  Record<Quadrant, { readonly title: string; readonly whatToDo: string }>
> = {
  invest: {
    title: 'Invest',
    whatToDo: 'High value and growing: give them your best service and ask what else they need.',
  },
  protect: {
    title: 'Protect',
    whatToDo: 'High value but not growing: speak with them before somebody else does.',
  },
  develop: {
    title: 'Develop',
    whatToDo: 'Below the value line but growing: show them what else you have.',
  },
  simplify: {
    title: 'Simplify',
    whatToDo: 'Below the value line and not growing: serve them simply and well.',
  },
};

/**
 * Value line suggested for customers: the value of the customer with whom the cumulative value, largest first,
 * reaches 80 % (MODELS 5). Customers at the line are high.
 * @returns 0 when nothing is positive
 */
export const customerValueLine = (values: ArrayLike<number>): number => {
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < sorted.length; i++) sorted[i] = Math.max(0, values[i]!);
  sorted.sort();
  const total = sum(sorted);
  if (!(total > 0)) return 0;
  let running = 0;
  for (let i = sorted.length - 1; i >= 0; i--) {
    running += sorted[i]!;
    if (5 * running >= 4 * total) return sorted[i]!;
  }
  return 0;
};

/** Growth line suggested for both: neither growing nor shrinking. */
export const SUGGESTED_GROWTH_LINE = 0;

/** @returns null where growth is not available: such a customer cannot be placed */
export const quadrantOf = (point: Placeable, lines: PlacementLines): Quadrant | null => {
  const growth = point.growth.value;
  if (growth === null) return null;
  const high = point.value >= lines.value;
  if (growth >= lines.growth) return high ? 'invest' : 'develop';
  return high ? 'protect' : 'simplify';
};

export type QuadrantCount = {
  readonly quadrant: Quadrant;
  readonly count: number;
  /** of them, how many are rising or declining beyond doubt */
  readonly clear: number;
  readonly value: number;
};

export type NotPlaced = { readonly reason: string; readonly count: number; readonly value: number };

/** Every point is in one quadrant or not placed: the counts of both add up to the number of points. */
export type Placement = {
  readonly quadrant: readonly (Quadrant | null)[];
  readonly direction: readonly Growth['direction'][];
  readonly quadrants: readonly QuadrantCount[];
  readonly notPlaced: readonly NotPlaced[];
};

/** Places every point against the lines; its direction is the one it comes with. */
export const placeOnMatrix = (points: readonly Placeable[], lines: PlacementLines): Placement => {
  const counts = new Map(QUADRANTS.map((quadrant) => [quadrant, { count: 0, clear: 0, value: 0 }]));
  const reasons = new Map<string, { count: number; value: number }>();
  const direction: Growth['direction'][] = [];
  const quadrant = points.map((point) => {
    const placed = quadrantOf(point, lines);
    const way = point.growth.direction;
    direction.push(way);
    if (placed === null) {
      const reason = point.growth.reason ?? 'Growth is not available.';
      const left = reasons.get(reason) ?? { count: 0, value: 0 };
      left.count++;
      left.value += point.value;
      reasons.set(reason, left);
      return null;
    }
    const group = counts.get(placed)!;
    group.count++;
    group.value += point.value;
    if (way !== 'unclear') group.clear++;
    return placed;
  });
  return {
    quadrant,
    direction,
    quadrants: QUADRANTS.map((name) => ({ quadrant: name, ...counts.get(name)! })),
    notPlaced: [...reasons]
      .map(([reason, left]) => ({ reason, ...left }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
  };
};
