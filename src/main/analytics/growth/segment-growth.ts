import type { Growth } from '../../../shared/model/customer.ts';
import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { seededRandom } from '../numeric/random.ts';
import { noGrowth, withDirection } from './growth.ts';

/** Fewer customers with revenue in the windows give a growth, but no interval worth the name. */
export const FEWEST_FOR_INTERVAL = 10;
const RESAMPLES = 1000;
/** Draws in all: a segment of 100,000 customers is resampled 200 times, one of 4,000 or fewer 1,000 times. */
const DRAWS = 4_000_000;
const FEWEST_RESAMPLES = 200;

export type SegmentGrowthInput = {
  /** revenue of each customer in the window before and in the one after, minor units, returns netted */
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** places of the members in these columns */
  readonly members: Iterable<number>;
  readonly seed: number;
  /** the growth line, a fraction */
  readonly line?: number;
};

/**
 * Growth of a segment: the ratio of summed revenue − 1, with an 80 % interval by bootstrap over its customers
 * (percentiles of ln ratio; MODELS 5). All members count, also new ones: it is the segment's revenue that grows.
 */
export const segmentGrowth = ({ before, after, members, seed, line = 0 }: SegmentGrowthInput): Growth => {
  const first: number[] = [];
  const second: number[] = [];
  let sum1 = 0;
  let sum2 = 0;
  for (const i of members) {
    const a = before[i]!;
    const b = after[i]!;
    if (a === 0 && b === 0) continue;
    first.push(a);
    second.push(b);
    sum1 += a;
    sum2 += b;
  }
  if (first.length === 0) return noGrowth('No revenue in the periods that are compared.');
  if (!(sum1 > 0)) return noGrowth('No revenue in the earlier period: nothing to compare with.');
  if (!(sum2 > 0))
    return withDirection(Math.max(-1, sum2 / sum1 - 1), null, null, line, 'No revenue in the last period.');
  const value = sum2 / sum1 - 1;
  if (first.length < FEWEST_FOR_INTERVAL)
    return withDirection(
      value,
      null,
      null,
      line,
      `Fewer than ${FEWEST_FOR_INTERVAL} customers: no range can be given.`,
    );
  const logs = bootstrapLogRatios(first, second, seed);
  const end = (p: number): number | null => {
    const log = quantileOfSorted(logs, p);
    return Number.isFinite(log) ? Math.expm1(log) : null;
  };
  return withDirection(value, end(0.1), end(0.9), line);
};

/** Ascending ln(Σ second ÷ Σ first) over customers drawn with replacement; ± Infinity where a sum is not positive. */
const bootstrapLogRatios = (
  first: readonly number[],
  second: readonly number[],
  seed: number,
): Float64Array => {
  const n = first.length;
  // both side by side: each draw then goes to one place in memory, not two
  const pairs = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    pairs[2 * i] = first[i]!;
    pairs[2 * i + 1] = second[i]!;
  }
  const resamples = Math.max(FEWEST_RESAMPLES, Math.min(RESAMPLES, Math.floor(DRAWS / n)));
  const random = seededRandom(seed);
  const logs = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    let sum1 = 0;
    let sum2 = 0;
    for (let k = 0; k < n; k++) {
      const i = ((random() * n) | 0) * 2;
      sum1 += pairs[i]!;
      sum2 += pairs[i + 1]!;
    }
    logs[r] =
      sum2 <= 0 ? Number.NEGATIVE_INFINITY : sum1 <= 0 ? Number.POSITIVE_INFINITY : Math.log(sum2 / sum1);
  }
  return logs.sort();
};

/** Growth of a total from one window to the next as a fraction; null where there is nothing to compare with. */
export const revenueGrowth = (before: number, after: number): number | null =>
  before > 0 ? after / before - 1 : null;
