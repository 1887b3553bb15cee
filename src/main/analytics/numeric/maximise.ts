const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Largest value of a function of one variable on [low, high]: the best of evenly spread points, then golden-section
 * search between its neighbours. The ends count, so a maximum at a bound is found there.
 * @returns where the maximum lies
 */
export const maximise = (
  f: (x: number) => number,
  low: number,
  high: number,
  points = 7,
  tolerance = 1e-6,
): number => {
  const at = (k: number): number => low + ((high - low) * k) / (points - 1);
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < points; k++) {
    const value = f(at(k));
    if (value > highest) {
      highest = value;
      best = k;
    }
  }
  let a = at(Math.max(0, best - 1));
  let b = at(Math.min(points - 1, best + 1));
  let c = b - GOLDEN * (b - a);
  let d = a + GOLDEN * (b - a);
  let fc = f(c);
  let fd = f(d);
  while (b - a > tolerance) {
    if (fc >= fd) {
      b = d;
      d = c;
      fd = fc;
      c = b - GOLDEN * (b - a);
      fc = f(c);
    } else {
      a = c;
      c = d;
      fc = fd;
      d = a + GOLDEN * (b - a);
      fd = f(d);
    }
  }
  const middle = (a + b) / 2;
  const atBound = best === 0 ? low : best === points - 1 ? high : null;
  return atBound !== null && f(atBound) >= f(middle) ? atBound : middle;
};
