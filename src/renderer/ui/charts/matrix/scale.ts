/**
 * The two axes of the matrix. Growth is drawn so that halving and doubling are equally far from zero; value is
 * drawn by powers of ten where customers differ a lot, and from zero where they do not.
 */
export type ValueScale = {
  readonly kind: 'linear' | 'log';
  /** the lowest value that has a place of its own; anything below is drawn there */
  readonly floor: number;
  /** the domain in drawing units */
  readonly min: number;
  readonly max: number;
};

export type GrowthScale = { readonly min: number; readonly max: number };

export const LOWEST_GROWTH = -0.9;
export const HIGHEST_GROWTH = 9;
/** Decades below the largest value that are still told apart. */
const DECADES = 5;

/** Growth as a fraction to drawing units: ln(1 + g). */
export const growthUnits = (growth: number): number =>
  Math.log1p(Math.min(HIGHEST_GROWTH, Math.max(LOWEST_GROWTH, growth)));

export const growthOf = (units: number): number => Math.expm1(units);

export const valueUnits = (scale: Pick<ValueScale, 'kind' | 'floor'>, value: number): number =>
  scale.kind === 'linear' ? value : Math.log10(Math.max(scale.floor, value));

export const valueAtUnits = (scale: Pick<ValueScale, 'kind'>, units: number): number =>
  scale.kind === 'linear' ? units : 10 ** units;

/**
 * @param values minor units, any sign
 * @param threshold always within the domain
 * @param room what large bubbles need beyond the outermost values, as a part of the domain
 */
export const valueScale = (values: Iterable<number>, threshold: number, room = 0.07): ValueScale => {
  let largest = Math.max(threshold, 1);
  let smallest = Math.max(threshold, 1);
  let lowest = 0;
  for (const value of values) {
    if (value > largest) largest = value;
    if (value > 0 && value < smallest) smallest = value;
    if (value < lowest) lowest = value;
  }
  if (largest / smallest < 20) {
    const pad = (largest - lowest) * room * 1.3;
    return { kind: 'linear', floor: 0, min: lowest < 0 ? lowest - pad : 0, max: largest + pad };
  }
  const floor = Math.max(smallest, largest / 10 ** DECADES);
  const [low, high] = [Math.log10(floor), Math.log10(largest)];
  const pad = (high - low) * room;
  return { kind: 'log', floor, min: low - pad, max: high + pad };
};

/** @param growths fractions; the domain always shows a quarter less and a third more */
export const growthScale = (growths: Iterable<number>, threshold: number, room = 0.05): GrowthScale => {
  let min = Math.min(growthUnits(-0.25), growthUnits(threshold));
  let max = Math.max(growthUnits(0.34), growthUnits(threshold));
  for (const growth of growths) {
    const units = growthUnits(growth);
    if (units < min) min = units;
    if (units > max) max = units;
  }
  const pad = (max - min) * room;
  return { min: min - pad, max: max + pad };
};

const GROWTH_STEPS = [-0.9, -0.75, -0.5, -0.25, 0, 0.33, 1, 3, 9] as const;
const FINE_GROWTH_STEPS = [
  -0.9, -0.8, -0.7, -0.6, -0.5, -0.4, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2,
  3, 5, 9,
] as const;

/** Fractions at which the growth axis carries a number, within a domain of drawing units. */
export const growthTicks = (min: number, max: number, apart = 0): readonly number[] => {
  const within = (steps: readonly number[]): readonly number[] =>
    steps.filter((g) => growthUnits(g) >= min && growthUnits(g) <= max);
  const coarse = within(GROWTH_STEPS);
  const isWide = coarse.length >= 5;
  const least = (max - min) * (isWide ? apart : Math.max(0.065, apart));
  // From zero outwards, leaving out what would be too close to a number already chosen.
  const kept: number[] = [];
  const outwards = [...(isWide ? coarse : within(FINE_GROWTH_STEPS))].sort(
    (a, b) => Math.abs(growthUnits(a)) - Math.abs(growthUnits(b)),
  );
  for (const g of outwards) {
    if (kept.every((k) => Math.abs(growthUnits(k) - growthUnits(g)) >= least)) kept.push(g);
  }
  return kept.sort((a, b) => a - b);
};

/** Values (minor units) at which the value axis carries a number, within a domain of drawing units. */
export const valueTicks = (kind: ValueScale['kind'], min: number, max: number): readonly number[] => {
  if (kind === 'linear') return linearTicks(min, max);
  const ticks: number[] = [];
  const wide = max - min > 2.2;
  for (let decade = Math.floor(min); decade <= max; decade++) {
    for (const lead of wide ? [1] : [1, 2, 5]) {
      const units = Math.log10(lead) + decade;
      if (units >= min && units <= max) ticks.push(lead * 10 ** decade);
    }
  }
  return ticks;
};

const linearTicks = (min: number, max: number): readonly number[] => {
  const rough = (max - min) / 5;
  if (!(rough > 0)) return [];
  const size = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((m) => m * size >= rough) ?? 10) * size;
  const first = Math.ceil(min / step);
  const last = Math.floor(max / step);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
};
