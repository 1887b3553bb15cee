import type { RecipeThreshold } from '../../../shared/model/segment.ts';
import { sum } from '../../../shared/sum.ts';
import { counted } from '../../../shared/words.ts';
import { quantileOfSorted } from '../numeric/order-statistics.ts';
import { AT_RISK_FROM } from '../retention/rhythm.ts';
import type { Measures } from './measures.ts';
import type { SayMoney } from './rule.ts';

export type ThresholdId =
  | 'keyValue'
  | 'overdue'
  | 'newDays'
  | 'regularFrom'
  | 'recentDays'
  | 'frequentFrom'
  | 'bigSpend';

/** A number taken from the data: what is suggested, how far it may be moved, and how it is said. */
export type ThresholdDefinition = {
  readonly id: ThresholdId;
  readonly unit: RecipeThreshold['unit'];
  /** the smallest step that makes sense, e.g. whole days */
  readonly round: (value: number) => number;
  readonly suggest: (measures: Measures) => number;
  readonly range: (measures: Measures, suggested: number) => readonly [min: number, max: number];
  readonly say: (value: number, measures: Measures, money: SayMoney) => string;
};

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Two significant figures, so that a suggestion reads like one ("3,400", not "3,387.12"); never below 1. */
const rounded = (value: number): number => {
  if (!(value > 1)) return 1;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.floor(value / step) * step;
};

const bought = (measures: Measures): number[] => {
  const who: number[] = [];
  for (let i = 0; i < measures.customer.length; i++) if (measures.purchaseDays[i]! > 0) who.push(i);
  return who;
};

const sortedOf = (column: ArrayLike<number>, who: readonly number[]): Float64Array =>
  Float64Array.from(who, (i) => column[i]!).sort();

const countAtLeast = (column: ArrayLike<number>, bound: number): number => {
  let count = 0;
  for (let i = 0; i < column.length; i++) if (column[i]! >= bound) count++;
  return count;
};

/** Share of the positive total of `column` held by those at or above `bound`. */
const shareAtLeast = (column: ArrayLike<number>, bound: number): number => {
  let total = 0;
  let above = 0;
  for (let i = 0; i < column.length; i++) {
    const value = Math.max(0, column[i]!);
    total += value;
    if (value >= bound) above += value;
  }
  return total > 0 ? above / total : 0;
};

/**
 * The value at which the biggest customers make half of the total, kept between the top 5 % (and three customers) and
 * the top 20 % of those with any, so that it picks a handful in a shop of 30 and no crowd in one of 100,000.
 */
const valueOfTheFew = (column: ArrayLike<number>): number => {
  const sorted = Float64Array.from(column, (v) => Math.max(0, v))
    .filter((v) => v > 0)
    .sort()
    .reverse();
  const n = sorted.length;
  if (n === 0) return 1;
  const total = sum(sorted);
  let running = 0;
  let half = 0;
  while (half < n && running < total / 2) running += sorted[half++]!;
  const few = clamp(half, Math.min(n, Math.max(3, Math.ceil(0.05 * n))), Math.max(3, Math.ceil(0.2 * n)));
  return sorted[Math.min(n, few) - 1]!;
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const customers = (n: number): string => counted(n, 'customer');
const whole = (value: number): number => Math.max(1, Math.round(value));
const largestOf = (column: ArrayLike<number>): number => {
  let largest = 0;
  for (let i = 0; i < column.length; i++) if (column[i]! > largest) largest = column[i]!;
  return largest;
};

export const THRESHOLDS: Readonly<Record<ThresholdId, ThresholdDefinition>> = {
  keyValue: {
    id: 'keyValue',
    unit: 'money',
    round: whole,
    suggest: (m) => rounded(valueOfTheFew(m.revenue12m)),
    range: (m, suggested) => [1, Math.max(suggested, Math.round(largestOf(m.revenue12m)))],
    say: (value, m, money) => {
      const count = countAtLeast(m.revenue12m, value);
      return count === 0
        ? `We call a customer key from ${money(value)} in 12 months; nobody reaches that now.`
        : `Of the last 12 months' revenue, ${percent(shareAtLeast(m.revenue12m, value))} came from ${customers(count)}; we call a customer key from ${money(value)} in 12 months.`;
    },
  },
  overdue: {
    id: 'overdue',
    unit: 'ratio',
    round: (value) => Math.round(value * 10) / 10,
    suggest: () => AT_RISK_FROM,
    range: () => [1.2, 6],
    say: (value, m) =>
      m.shopGap === null
        ? 'Nobody has bought twice yet, so it cannot be said who is overdue.'
        : `Your customers normally come back ${every(m.shopGap)}; we call a customer overdue after ${times(value)} their own usual time – for most that is ${dayCount(m.shopGap * value)}.`,
  },
  newDays: {
    id: 'newDays',
    unit: 'days',
    round: whole,
    suggest: (m) =>
      whole(
        Math.min(clamp(m.shopGap === null ? 90 : 2 * m.shopGap, 30, 180), Math.max(14, m.daysObserved / 4)),
      ),
    range: (_m, suggested) => [7, Math.max(365, suggested)],
    say: (value, m) => {
      const count = bought(m).filter((i) => m.daysSinceFirst[i]! < value).length;
      return count === 0
        ? `We call a customer new for ${dayCount(value)} after the first purchase; nobody is new now.`
        : `We call a customer new for ${dayCount(value)} after the first purchase; ${counted(count, 'customer is', 'customers are')} that new.`;
    },
  },
  regularFrom: {
    id: 'regularFrom',
    unit: 'count',
    round: (value) => Math.max(2, Math.round(value)),
    suggest: (m) => {
      const who = bought(m);
      return countAtLeast(m.purchaseDays, 3) >= 0.2 * who.length ? 3 : 2;
    },
    range: () => [2, 12],
    say: (value, m) =>
      `From ${value} purchases on a customer counts as a regular; ${percent(countAtLeast(m.purchaseDays, value) / Math.max(1, bought(m).length))} of your customers have that many.`,
  },
  recentDays: {
    id: 'recentDays',
    unit: 'days',
    round: whole,
    suggest: (m) => {
      const silence = sortedOf(m.daysSinceLast, bought(m));
      if (silence.length === 0) return 90;
      return whole(clamp(m.shopGap === null ? quantileOfSorted(silence, 0.5) : 2 * m.shopGap, 7, 365));
    },
    range: (_m, suggested) => [1, Math.max(730, suggested)],
    say: (value, m) => {
      const who = bought(m);
      const recent = who.filter((i) => m.daysSinceLast[i]! < value).length;
      return `We call a purchase recent for ${dayCount(value)}; ${percent(recent / Math.max(1, who.length))} of your customers bought that recently.`;
    },
  },
  frequentFrom: {
    id: 'frequentFrom',
    unit: 'count',
    round: (value) => Math.max(2, Math.round(value)),
    suggest: (m) => {
      const counts = sortedOf(m.purchaseDays, bought(m));
      return counts.length === 0 ? 2 : Math.max(2, Math.round(quantileOfSorted(counts, 0.75)));
    },
    range: (m, suggested) => [2, Math.max(12, suggested, largestOf(m.purchaseDays))],
    say: (value, m) =>
      `From ${value} purchases on we say that a customer buys often; ${customers(countAtLeast(m.purchaseDays, value))} did.`,
  },
  bigSpend: {
    id: 'bigSpend',
    unit: 'money',
    round: whole,
    suggest: (m) => rounded(valueOfTheFew(m.revenue)),
    range: (m, suggested) => [1, Math.max(suggested, Math.round(largestOf(m.revenue)))],
    say: (value, m, money) =>
      `We call ${money(value)} in all a lot; ${customers(countAtLeast(m.revenue, value))} spent that much and brought ${percent(shareAtLeast(m.revenue, value))} of revenue.`,
  },
};

const dayCount = (n: number): string => counted(Math.round(n), 'day');
const every = (n: number): string => (Math.round(n) <= 1 ? 'every day' : `every ${Math.round(n)} days`);
const times = (ratio: number): string => (ratio === 2 ? 'twice' : `${ratio} times`);

/** Suggested from the data, replaced by what the owner chose, kept within its bounds. */
export const thresholdValue = (
  definition: ThresholdDefinition,
  measures: Measures,
  chosen: number | undefined,
): { readonly value: number; readonly suggested: number; readonly min: number; readonly max: number } => {
  const suggested = definition.round(definition.suggest(measures));
  const [min, max] = definition.range(measures, suggested);
  const wanted = chosen !== undefined && Number.isFinite(chosen) ? definition.round(chosen) : suggested;
  return { value: clamp(wanted, min, max), suggested, min, max };
};
