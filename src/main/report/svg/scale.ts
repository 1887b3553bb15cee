/** Maps a quantity to 0…1 along an axis; what lies beyond the ends is pinned to them and says so. */
export type Scale = {
  readonly at: (value: number) => number;
  readonly pinned: (value: number) => boolean;
  readonly ticks: readonly number[];
};

/** The smaller side of the dividing line keeps at least 0.4 of the larger one, so that all four quadrants can be named. */
const SIDE = 0.4;
const MOST_TICKS = 5;

const around = (values: readonly number[], line: number, least: number): readonly [number, number] => {
  const below = Math.max(0, ...values.map((v) => line - v));
  const above = Math.max(0, ...values.map((v) => v - line));
  return [line - Math.max(below, above * SIDE, least), line + Math.max(above, below * SIDE, least)];
};

const NICE = [1, 2, 2.5, 5, 10];

const niceStep = (range: number, most: number): number => {
  const rough = range / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (NICE.find((n) => n * power >= rough) ?? 10) * power;
};

export const linearTicks = (lo: number, hi: number, most = MOST_TICKS): readonly number[] => {
  const step = niceStep(hi - lo, most);
  const first = Math.ceil(lo / step - 1e-9);
  const count = Math.floor(hi / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => (first + i) * step || 0);
};

/** 1-2-5 steps, thinned until at most five are left. */
export const logTicks = (lo: number, hi: number): readonly number[] => {
  const decades = Array.from(
    { length: Math.floor(Math.log10(hi)) - Math.floor(Math.log10(lo)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(lo)) + i),
  );
  const within = (steps: readonly number[]): readonly number[] =>
    decades.flatMap((d) => steps.map((s) => d * s)).filter((t) => t >= lo && t <= hi);
  const sets = [[1, 2, 5], [1, 3], [1]].map(within);
  const enough = sets.find((ticks) => ticks.length <= MOST_TICKS);
  if (enough !== undefined && enough.length >= 2) return enough;
  if (enough !== undefined) return linearTicks(lo, hi, 4).filter((t) => t > 0);
  const whole = sets[2] ?? [];
  const every = Math.ceil(whole.length / MOST_TICKS);
  return whole.filter((_, i) => i % every === 0);
};

const scaleOf = (
  [lo, hi]: readonly [number, number],
  along: (value: number) => number,
  ticks: readonly number[],
): Scale => {
  const raw = (value: number): number => (along(value) - lo) / (hi - lo);
  return {
    at: (value) => Math.min(1, Math.max(0, raw(value))),
    pinned: (value) => raw(value) < -1e-9 || raw(value) > 1 + 1e-9,
    ticks,
  };
};

/** Growth beyond a tripling would push everyone else into one spot; it is pinned to the edge and written out. */
const GROWTH_REACH = 2;

export const growthScale = (growths: readonly number[], line: number): Scale => {
  const reach = growths.map((g) => Math.min(line + GROWTH_REACH, Math.max(-1, g)));
  const domain = around(reach, line, 0.05);
  const ticks = linearTicks(domain[0], domain[1]).filter((t) => t >= -1);
  return scaleOf(domain, (g) => g, ticks);
};

/** Ratios matter between values that differ much (log axis), differences between values that are alike. */
export const valueScale = (values: readonly number[], line: number): Scale => {
  const positive = [...values, line].every((v) => v > 0);
  const [least, most] = [Math.min(...values, line), Math.max(...values, line)];
  if (positive && most / least > 3) {
    const domain = around(values.map(Math.log10), Math.log10(line), 0.1);
    const ticks = logTicks(10 ** domain[0], 10 ** domain[1]).map(Math.round);
    return scaleOf(domain, (v) => Math.log10(Math.max(v, Number.MIN_VALUE)), ticks);
  }
  const domain = around(values, line, Math.max(1, Math.abs(line) * 0.1));
  const ticks = linearTicks(domain[0], domain[1]).filter((t) => t >= 0 || least < 0);
  return scaleOf(domain, (v) => v, ticks.map(Math.round));
};
