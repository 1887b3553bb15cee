/**
 * Seeded random numbers for the sample businesses: xoshiro128** (Blackman & Vigna 2018, public domain), its state
 * filled by splitmix32. Everything here is +, −, ×, ÷, √ and 32-bit integers, which every machine rounds alike, so
 * that one seed gives the same bytes everywhere; `Math.log` and `Math.exp` carry no such promise.
 */
export type Random = {
  /** a whole number in [0, 2³²) */
  readonly bits: () => number;
  /** uniform in [0, 1) */
  readonly unit: () => number;
  /** a whole number in [0, n) */
  readonly below: (n: number) => number;
  readonly between: (lo: number, hi: number) => number;
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** exponential with mean 1 */
  readonly exponential: () => number;
  /** gamma with mean 1 and the given shape > 0; its coefficient of variation is 1/√shape (Marsaglia & Tsang 2000) */
  readonly gamma: (shape: number) => number;
  readonly poisson: (mean: number) => number;
};

export type RandomState = readonly [number, number, number, number];

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Natural logarithm of x > 0 by the series of artanh; absolute error below 1e-15 near 1. */
export const ln = (x: number): number => {
  let k = 0;
  let m = x;
  for (; m > 1.5; k++) m /= 2;
  for (; m < 0.75; k--) m *= 2;
  const t = (m - 1) / (m + 1);
  const square = t * t;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return 2 * t * sum + k * Math.LN2;
};

/** e to the power of x for |x| < 700, by halving the range and the Taylor series; relative error below 1e-15. */
export const exp = (x: number): number => {
  const k = Math.round(x / Math.LN2);
  const r = x - k * Math.LN2;
  let sum = 1;
  for (let n = 15; n >= 1; n--) sum = 1 + (sum * r) / n;
  for (let i = k; i > 0; i--) sum *= 2;
  for (let i = k; i < 0; i++) sum /= 2;
  return sum;
};

const splitmix = (seed: number): (() => number) => {
  let a = seed | 0;
  return () => {
    a = (a + 0x9e3779b9) | 0;
    let t = a ^ (a >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) >>> 0;
  };
};

/** FNV-1a, so that each purpose (`'orders'`, `'dirt'` …) draws from a sequence of its own. */
const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

export const seededRandom = (seed: number, purpose: string): Random => {
  const fill = splitmix((seed ^ hash(purpose)) >>> 0);
  return randomFrom([fill(), fill(), fill(), fill()]);
};

/** @param state four 32-bit words, not all zero */
export const randomFrom = (state: RandomState): Random => {
  let [a, b, c, d] = state;
  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result >>> 0;
  };
  const unit = (): number => bits() / 0x1_0000_0000;
  /** never 0, so that its logarithm exists */
  const open = (): number => (bits() + 0.5) / 0x1_0000_0000;
  const below = (n: number): number => Math.floor(unit() * n);
  const normal = (): number => {
    for (;;) {
      const u = 2 * open() - 1;
      const v = 2 * open() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * ln(s)) / s);
    }
  };
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * exp(ln(open()) / shape);
    const d1 = shape - 1 / 3;
    const c1 = 1 / Math.sqrt(9 * d1);
    for (;;) {
      const x = normal();
      const v = (1 + c1 * x) * (1 + c1 * x) * (1 + c1 * x);
      if (v > 0 && ln(open()) < 0.5 * x * x + d1 - d1 * v + d1 * ln(v)) return d1 * v;
    }
  };
  const poisson = (mean: number): number => {
    // a sum of Poisson numbers is one: slices of 20 keep the product below well above the smallest double
    let count = 0;
    for (let rest = mean; rest > 0; rest -= 20) {
      const limit = exp(-Math.min(20, rest));
      for (let p = open(); p > limit; p *= open()) count++;
    }
    return count;
  };
  return {
    bits,
    unit,
    below,
    between: (lo, hi) => lo + (hi - lo) * unit(),
    chance: (p) => unit() < p,
    pick: (list) => {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError('cannot pick from an empty list');
      return item;
    },
    exponential: () => -ln(open()),
    gamma: (shape) => gammaOf(shape) / shape,
    poisson,
  };
};
