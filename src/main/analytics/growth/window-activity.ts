import type { PurchaseHistory } from '../history.ts';
import type { ValueChange } from './value-growth.ts';
import type { GrowthWindows } from './windows.ts';

/** What every customer did in the two windows. */
export type WindowActivity = {
  /** purchase days in the window before and in the one after */
  readonly n1: Int32Array;
  readonly n2: Int32Array;
  /** means of ln(net of the purchase day), 0 where there is none */
  readonly meanLog1: Float64Array;
  readonly meanLog2: Float64Array;
  /** first purchase before the window before: known long enough to be compared */
  /** net revenue of the window, returns included, minor units */
  readonly revenue1: Float64Array;
  readonly revenue2: Float64Array;
  readonly established: Uint8Array;
  readonly everBought: Uint8Array;
  /** variance of ln(net) within customers and windows, pooled; null where nobody bought twice in a window */
  readonly pooledVariance: number | null;
};

export const windowActivity = (history: PurchaseHistory, windows: GrowthWindows): WindowActivity => {
  const n = history.customer.length;
  const n1 = new Int32Array(n);
  const n2 = new Int32Array(n);
  const meanLog1 = new Float64Array(n);
  const meanLog2 = new Float64Array(n);
  const revenue1 = new Float64Array(n);
  const revenue2 = new Float64Array(n);
  const left = new Set(history.exceptional ?? []);
  const established = new Uint8Array(n);
  const everBought = new Uint8Array(n);
  let squares = 0;
  let freedom = 0;
  for (let i = 0; i < n; i++) {
    if (history.since && history.since[i]! <= windows.start) established[i] = 1;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const net = history.net[k]!;
      const day = history.day[k]!;
      if (day > windows.start && !left.has(day)) {
        const sums = day <= windows.middle ? revenue1 : revenue2;
        sums[i] = sums[i]! + net;
      }
      if (net <= 0) continue;
      everBought[i] = 1;
      if (day <= windows.start) {
        established[i] = 1;
        continue;
      }
      if (left.has(day)) continue;
      // Welford's running mean and sum of squares, one pair per window
      const [count, mean] = day <= windows.middle ? [n1, meanLog1] : [n2, meanLog2];
      const value = Math.log(net);
      const off = value - mean[i]!;
      count[i] = count[i]! + 1;
      mean[i] = mean[i]! + off / count[i]!;
      if (count[i]! > 1) {
        squares += off * (value - mean[i]!);
        freedom++;
      }
    }
  }
  const pooledVariance = freedom > 0 ? squares / freedom : null;
  return { n1, n2, meanLog1, meanLog2, revenue1, revenue2, established, everBought, pooledVariance };
};

/** Customer i's change of mean log value, or null where one of the windows is empty. */
export const valueChange = (activity: WindowActivity, i: number, variance: number): ValueChange | null => {
  const before = activity.n1[i]!;
  const after = activity.n2[i]!;
  if (before === 0 || after === 0) return null;
  return {
    difference: activity.meanLog2[i]! - activity.meanLog1[i]!,
    variance: variance * (1 / before + 1 / after),
  };
};
