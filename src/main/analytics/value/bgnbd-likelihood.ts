import type { BgNbd, Variant } from './bgnbd.ts';
import { dropoutChances } from './bgnbd.ts';
import type { RepeatPurchases } from './repeat-purchases.ts';

/** ln r, ln α, ln a, ln b: the scale on which the models are fitted. */
export type LogParams = Float64Array;

export const toLog = (p: BgNbd): LogParams =>
  Float64Array.of(Math.log(p.r), Math.log(p.alpha), Math.log(p.a), Math.log(p.b));

export const fromLog = (theta: ArrayLike<number>): BgNbd => ({
  r: Math.exp(theta[0]!),
  alpha: Math.exp(theta[1]!),
  a: Math.exp(theta[2]!),
  b: Math.exp(theta[3]!),
});

/** Log-likelihood at θ; the gradient with respect to θ is written to `gradient` (length 4). */
export type LogLikelihood = (theta: ArrayLike<number>, gradient: Float64Array) => number;

/**
 * Log-likelihood of BG/NBD or MBG/NBD over all customers (Fader, Hardie & Lee 2005, eq. 6; Batislam et al. 2007).
 * ln Γ(r+x) − ln Γ(r) and ln B(a, b+k) − ln B(a, b) are sums over whole steps, so each step is taken once with the number of
 * customers who got that far; logarithms of α + time are taken once per different time.
 */
export const bgNbdLogLikelihood = (variant: Variant, data: RepeatPurchases): LogLikelihood => {
  const { x, count, times, txAt, TAt, n } = data;
  const rows = x.length;
  const most = rows === 0 ? 0 : x[rows - 1]!;
  const chances = dropoutChances(variant, 0);
  const beyond = customersBeyond(data, most);
  const logTime = new Float64Array(times.length);
  const inverseTime = new Float64Array(times.length);
  // with no chance to drop out yet there is nothing to add to silence
  const silentOnly = chances === 0 ? data.zeros : 0;

  return (theta, gradient) => {
    const r = Math.exp(theta[0]!);
    const alpha = Math.exp(theta[1]!);
    const a = Math.exp(theta[2]!);
    const b = Math.exp(theta[3]!);
    let dr = n * theta[1]!;
    let dAlpha = (n * r) / alpha;
    let da = 0;
    let db = 0;
    let value = n * r * theta[1]!;
    for (let j = 0; j < most; j++) {
      value += beyond[j]! * Math.log(r + j);
      dr += beyond[j]! / (r + j);
    }
    for (let j = 0; j < most + chances; j++) {
      const customers = j < chances ? n : beyond[j - chances]!;
      value -= customers * Math.log1p(a / (b + j));
      da -= customers / (a + b + j);
      db += (customers * a) / ((b + j) * (a + b + j));
    }
    for (let k = 0; k < times.length; k++) {
      logTime[k] = Math.log(alpha + times[k]!);
      inverseTime[k] = 1 / (alpha + times[k]!);
    }
    for (let i = 0; i < silentOnly; i++) {
      const c = count[i]!;
      value -= c * r * logTime[TAt[i]!]!;
      dr -= c * logTime[TAt[i]!]!;
      dAlpha -= c * r * inverseTime[TAt[i]!]!;
    }
    for (let i = silentOnly; i < rows; i++) {
      const c = count[i]!;
      const shape = r + x[i]!;
      const remaining = b + x[i]! + chances - 1;
      const longer = logTime[TAt[i]!]! - logTime[txAt[i]!]!;
      const odds = (a / remaining) * Math.exp(shape * longer);
      const gone = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
      // ln(1 + odds), by its parts where odds overflow
      const log1pOdds =
        odds === Number.POSITIVE_INFINITY ? Math.log(a / remaining) + shape * longer : Math.log1p(odds);
      value += c * (log1pOdds - shape * logTime[TAt[i]!]!);
      dr += c * (gone * longer - logTime[TAt[i]!]!);
      dAlpha += c * shape * ((gone - 1) * inverseTime[TAt[i]!]! - gone * inverseTime[txAt[i]!]!);
      da += (c * gone) / a;
      db -= (c * gone) / remaining;
    }
    gradient[0] = dr * r;
    gradient[1] = dAlpha * alpha;
    gradient[2] = da * a;
    gradient[3] = db * b;
    return value;
  };
};

/** How many customers have more than j repeat purchases, for j below the most any has. */
const customersBeyond = (data: RepeatPurchases, most: number): Float64Array => {
  const beyond = new Float64Array(most);
  for (let i = 0; i < data.x.length; i++) if (data.x[i]! > 0) beyond[data.x[i]! - 1]! += data.count[i]!;
  for (let j = most - 2; j >= 0; j--) beyond[j]! += beyond[j + 1]!;
  return beyond;
};

/** Log-likelihood of one customer. */
export const customerLogLikelihood = (variant: Variant, p: BgNbd, data: RepeatPurchases): Float64Array => {
  const { r, alpha, a, b } = p;
  const most = data.x.length === 0 ? 0 : data.x[data.x.length - 1]!;
  const rate = new Float64Array(most + 1);
  const stay = new Float64Array(most + 2);
  for (let j = 0; j < most; j++) rate[j + 1] = rate[j]! + Math.log(r + j);
  for (let j = 0; j <= most; j++) stay[j + 1] = stay[j]! - Math.log1p(a / (b + j));
  return Float64Array.from(data.x, (x, i) => {
    const k = dropoutChances(variant, x);
    const logT = Math.log(alpha + data.T[i]!);
    const common = rate[x]! + r * Math.log(alpha) + stay[k]! - (r + x) * logT;
    if (k === 0) return common;
    const odds = Math.log(a / (b + k - 1)) + (r + x) * (logT - Math.log(alpha + data.tx[i]!));
    return common + Math.max(0, odds) + Math.log1p(Math.exp(-Math.abs(odds)));
  });
};
