import type { GrowthWindows } from '../../../src/main/analytics/growth/windows.ts';
import type { PurchaseHistory } from '../../../src/main/analytics/history.ts';
import type { Random } from '../../../src/main/analytics/numeric/random.ts';
import { seededRandom } from '../../../src/main/analytics/numeric/random.ts';
import { historyOf } from '../builders.ts';

/** Windows of one year ending at day 1000, customers known from day 1 on. */
export const WINDOWS: GrowthWindows = {
  months: 12,
  start: 270,
  middle: 635,
  end: 1000,
  maybeSeasonal: false,
};

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Poisson by counting exponential waits; means of a few dozens at most. */
const poisson = (random: Random, mean: number): number => {
  let count = -1;
  let left = mean;
  while (left >= 0) {
    left += Math.log(1 - random());
    count++;
  }
  return count;
};

export type ShopOptions = {
  readonly customers: number;
  readonly seed: number;
  /** mean and spread of the growth of rates and of values, on the log scale */
  readonly rate: readonly [mean: number, sd: number];
  readonly value: readonly [mean: number, sd: number];
  /** mean purchases of a customer in the window before */
  readonly purchases: number;
};

/** A shop whose customers' true growth is known: counts are Poisson, purchase values log-normal. */
export const simulatedShop = (o: ShopOptions): { history: PurchaseHistory; truth: Float64Array } => {
  const random = seededRandom(o.seed);
  const truth = new Float64Array(o.customers);
  const customers = Array.from({ length: o.customers }, (_, i) => {
    const g = o.rate[0] + o.rate[1] * normal(random);
    const delta = o.value[0] + o.value[1] * normal(random);
    truth[i] = g + delta;
    const rate = o.purchases * Math.exp(0.7 * normal(random) - 0.245);
    const level = 8 + 0.5 * normal(random);
    const entries: [number, number][] = [[1, Math.exp(level)]];
    const addDays = (count: number, from: number, length: number, shift: number): void => {
      const days = new Set<number>();
      while (days.size < Math.min(count, length)) days.add(from + 1 + Math.floor(random() * length));
      for (const day of days) entries.push([day, Math.exp(level + shift + 0.4 * normal(random))]);
    };
    addDays(poisson(random, rate), WINDOWS.start, 365, 0);
    addDays(poisson(random, rate * Math.exp(g)), WINDOWS.middle, 365, delta);
    return entries;
  });
  return { history: historyOf(customers, WINDOWS.end), truth };
};
