import type { PurchaseHistory } from '../../src/main/analytics/history.ts';
import type { RepeatPurchases } from '../../src/main/analytics/value/repeat-purchases.ts';
import { repeatPurchases } from '../../src/main/analytics/value/repeat-purchases.ts';

const indices = Array.from({ length: 200 }, (_, i) => i);
const observed = indices.map((i) => 20 + ((7 * i) % 33));

const S1_PATTERN = [0, 0, 0, 0, 0, 1, 1, 2, 3, 5];
const s1x = indices.map((i) => S1_PATTERN[i % 10]!);

/** 200 made customers whose plain maximum likelihood runs off (MODELS 2.6, S1); times in weeks. */
export const S1: RepeatPurchases = repeatPurchases(
  s1x,
  indices.map((i) => (s1x[i]! > 0 ? (observed[i]! * (((13 * i) % 17) + 3)) / 20 : 0)),
  observed,
);
/** The mean values of the repeat purchases that go with S1. */
export const S1_VALUES = { x: s1x, zbar: indices.map((i) => 10 + ((29 * i) % 41)) };

const S2_PATTERN = [0, 0, 0, 0, 1, 1, 1, 2, 4, 9];
const s2x = indices.map((i) => S2_PATTERN[i % 10]!);

/** 200 made customers with an interior maximum (MODELS 2.6, S2). */
export const S2: RepeatPurchases = repeatPurchases(
  s2x,
  indices.map((i) => {
    if (s2x[i]! >= 4) return (observed[i]! * (19 - (Math.floor(i / 10) % 4))) / 20;
    return s2x[i]! > 0 ? (observed[i]! * (((13 * i) % 17) + 1)) / 20 : 0;
  }),
  observed,
);

/** The history as it was on an earlier day; customers who had not come yet stay, without entries. */
export const asOn = (history: PurchaseHistory, asOf: number): PurchaseHistory => {
  const start = new Int32Array(history.customer.length + 1);
  const kept: number[] = [];
  for (let i = 0; i < history.customer.length; i++) {
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) if (history.day[k]! <= asOf) kept.push(k);
    start[i + 1] = kept.length;
  }
  return {
    asOf,
    customer: history.customer,
    start,
    day: Int32Array.from(kept, (k) => history.day[k]!),
    net: Float64Array.from(kept, (k) => history.net[k]!),
  };
};

/** 30 September 1997: where the calibration period of the literature on CDNOW ends. */
export const CDNOW_CALIBRATION_END = Date.UTC(1997, 8, 30) / 86_400_000;
