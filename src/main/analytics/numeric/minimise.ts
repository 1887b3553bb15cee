/** A function of several variables which also writes its gradient. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** The box a minimum is looked for in, one bound per variable. */
export type Box = { readonly lower: ArrayLike<number>; readonly upper: ArrayLike<number> };

/** How far the search went. */
export type Minimum = {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  /** the gradient, as far as the box leaves room along it, is nothing but rounding */
  readonly converged: boolean;
  /** second derivatives as the search has learnt them */
  readonly hessian: readonly Float64Array[];
};

/** Largest gradient that counts as none, relative to 1 + |value|. */
const FLAT = 1e-8;
/** Where rounding leaves no downhill step to be found, a gradient up to this is taken for none. */
const NEARLY_FLAT = 1e-5;
const ARMIJO = 1e-4;
/** No step longer than this in any variable: far out the quadratic model says nothing. */
const LONGEST_STEP = 2;

/**
 * Least value of a smooth function of a few variables within a box: BFGS (Nocedal & Wright 2006, algorithm 6.1) on the
 * variables that are free, those pressed against a bound held there (Bertsekas 1982).
 * @param start any point; it is moved into the box
 * @param knownHessian of a similar function, positive definite: saves the first steps
 */
export const minimise = (
  objective: Objective,
  start: ArrayLike<number>,
  box: Box,
  maxIterations = 200,
  knownHessian?: readonly Float64Array[],
): Minimum => {
  const n = start.length;
  const clamp = (v: number, i: number): number => Math.min(box.upper[i]!, Math.max(box.lower[i]!, v));
  let x: Float64Array = Float64Array.from(start, clamp);
  let gradient: Float64Array = new Float64Array(n);
  let value = objective(x, gradient);
  let hessian = knownHessian ? [...knownHessian] : scaledIdentity(n, Math.max(1, norm(gradient)));
  let fresh = knownHessian === undefined;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const free = freeVariables(x, gradient, box);
    const slope = largest(gradient, free);
    if (slope <= FLAT * (1 + Math.abs(value)))
      return { x, value, iterations: iteration, converged: true, hessian };
    const direction = descent(hessian, gradient, free);
    const step = lineSearch(objective, x, value, gradient, direction, clamp);
    if (step === null) {
      if (fresh)
        return {
          x,
          value,
          iterations: iteration,
          converged: slope <= NEARLY_FLAT * (1 + Math.abs(value)),
          hessian,
        };
      hessian = scaledIdentity(n, Math.max(1, norm(gradient)));
      fresh = true;
      continue;
    }
    hessian = updated(hessian, x, step.x, gradient, step.gradient, fresh);
    fresh = false;
    x = step.x;
    gradient = step.gradient;
    value = step.value;
  }
  return { x, value, iterations: maxIterations, converged: false, hessian };
};

const norm = (v: Float64Array): number => Math.sqrt(v.reduce((sum, c) => sum + c * c, 0));

const scaledIdentity = (n: number, scale: number): Float64Array[] =>
  Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = scale;
    return row;
  });

/** Those that are inside, or whose descent leads back inside. */
const freeVariables = (x: Float64Array, gradient: Float64Array, box: Box): boolean[] =>
  Array.from(
    x,
    (v, i) => !((v <= box.lower[i]! && gradient[i]! > 0) || (v >= box.upper[i]! && gradient[i]! < 0)),
  );

const largest = (gradient: Float64Array, free: readonly boolean[]): number =>
  gradient.reduce((most, g, i) => (free[i] ? Math.max(most, Math.abs(g)) : most), 0);

/** −H⁻¹g on the free variables, no longer than the longest step. */
const descent = (
  hessian: readonly Float64Array[],
  gradient: Float64Array,
  free: readonly boolean[],
): Float64Array => {
  const at = free.flatMap((is, i) => (is ? [i] : []));
  const solved = solvePositive(
    at.map((i) => at.map((j) => hessian[i]![j]!)),
    at.map((i) => -gradient[i]!),
  );
  const direction = new Float64Array(gradient.length);
  at.forEach((i, k) => {
    direction[i] = solved[k]!;
  });
  const reach = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
  const scale = reach > LONGEST_STEP ? LONGEST_STEP / reach : 1;
  return direction.map((d) => d * scale);
};

/** x with m·x = right, m symmetric and positive definite (elimination needs no pivoting then). */
const solvePositive = (m: number[][], right: number[]): number[] => {
  const n = right.length;
  for (let k = 0; k < n; k++)
    for (let i = k + 1; i < n; i++) {
      const factor = m[i]![k]! / m[k]![k]!;
      for (let j = k; j < n; j++) m[i]![j]! -= factor * m[k]![j]!;
      right[i]! -= factor * right[k]!;
    }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = k + 1; j < n; j++) right[k]! -= m[k]![j]! * right[j]!;
    right[k]! /= m[k]![k]!;
  }
  return right;
};

type Step = { readonly x: Float64Array; readonly value: number; readonly gradient: Float64Array };

/** Backtracking along the projected path; null where no step lowers the value. */
const lineSearch = (
  objective: Objective,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  clamp: (v: number, i: number) => number,
): Step | null => {
  let length = 1;
  for (let attempt = 0; attempt < 40; attempt++) {
    const next = x.map((v, i) => clamp(v + length * direction[i]!, i));
    const change = next.reduce((sum, v, i) => sum + gradient[i]! * (v - x[i]!), 0);
    if (change >= 0) return null;
    const nextGradient = new Float64Array(x.length);
    const nextValue = objective(next, nextGradient);
    if (nextValue <= value + ARMIJO * change) return { x: next, value: nextValue, gradient: nextGradient };
    // the minimum of the parabola through both ends, within a tenth and a half of the step
    const parabola = Number.isFinite(nextValue) ? -change / (2 * (nextValue - value - change)) : 0.1;
    length *= Math.min(0.5, Math.max(0.1, parabola));
  }
  return null;
};

/** The BFGS update of the Hessian, left out where the function does not curve upwards along the step. */
const updated = (
  hessian: readonly Float64Array[],
  from: Float64Array,
  to: Float64Array,
  gradientFrom: Float64Array,
  gradientTo: Float64Array,
  first: boolean,
): Float64Array[] => {
  const n = from.length;
  const s = to.map((v, i) => v - from[i]!);
  const y = gradientTo.map((v, i) => v - gradientFrom[i]!);
  const sy = s.reduce((sum, v, i) => sum + v * y[i]!, 0);
  if (!(sy > 1e-12 * norm(s) * norm(y))) return [...hessian];
  const base = first ? scaledIdentity(n, y.reduce((sum, v) => sum + v * v, 0) / sy) : hessian;
  const bs = s.map((_, i) => s.reduce((sum, v, j) => sum + base[i]![j]! * v, 0));
  const sbs = s.reduce((sum, v, i) => sum + v * bs[i]!, 0);
  return base.map((row, i) => row.map((h, j) => h - (bs[i]! * bs[j]!) / sbs + (y[i]! * y[j]!) / sy));
};
