/** Cumulative contribution, the most profitable customer first (Kaplan & Narayanan 2001; MODELS 3). */
export type WhaleCurve = {
  /** cumulative[k] = contribution of the k + 1 best customers, minor units */
  readonly cumulative: Float64Array;
  readonly total: number;
  readonly peak: number;
  /** how many customers make the peak */
  readonly customersAtPeak: number;
  /** customers with contribution below 0 */
  readonly lossCustomers: number;
  /** what they lose together, >= 0 */
  readonly loss: number;
  /** peak ÷ total, null when the total is not positive: then only amounts mean anything */
  readonly peakRatio: number | null;
};

export const whaleCurve = (contributions: ArrayLike<number>): WhaleCurve => {
  const cumulative = Float64Array.from(contributions).sort().reverse();
  let running = 0;
  let peak = 0;
  let customersAtPeak = 0;
  let lossCustomers = 0;
  let loss = 0;
  for (let k = 0; k < cumulative.length; k++) {
    const contribution = cumulative[k]!;
    running += contribution;
    cumulative[k] = running;
    if (contribution > 0) {
      peak = running;
      customersAtPeak = k + 1;
    } else if (contribution < 0) {
      lossCustomers++;
      loss -= contribution;
    }
  }
  return {
    cumulative,
    total: running,
    peak,
    customersAtPeak,
    lossCustomers,
    loss,
    peakRatio: running > 0 ? peak / running : null,
  };
};
