import { dayFromNumber } from '../../../shared/model/day.ts';
import type { PurchaseHistory } from '../history.ts';
import { wilson } from '../numeric/wilson.ts';

/** Customers by the month of their first purchase. */
export type Cohort = {
  /** `2025-03` */
  readonly month: string;
  readonly customers: number;
  /** share buying in month k after the first, k = 0, 1 …; null while that month is not over */
  readonly share: readonly (number | null)[];
  /** 80 % interval of each share; null for the first month, which all of them are of by definition */
  readonly lo: readonly (number | null)[];
  readonly hi: readonly (number | null)[];
};

const LEVEL = 0.8;

/** Months since January of year 0, and whether the day is the last of its month. */
const monthOf = (day: number): number => {
  const [year, month] = dayFromNumber(day).split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
};

const nameOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/**
 * Cohort table (MODELS 4). Cells of months that are not over are null, never 0.
 * @param months how many columns at most
 */
export const cohortTable = (history: PurchaseHistory, months = 24): Cohort[] => {
  const current = monthOf(history.asOf);
  const over = monthOf(history.asOf + 1) > current ? current : current - 1;
  const active = new Map<number, { customers: number; buying: number[] }>();
  const monthOfDay = new Map<number, number>();
  const known = (day: number): number => {
    const found = monthOfDay.get(day) ?? monthOf(day);
    monthOfDay.set(day, found);
    return found;
  };
  for (let i = 0; i < history.customer.length; i++) {
    let first = -1;
    let last = -1;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      if (history.net[k]! <= 0) continue;
      const month = known(history.day[k]!);
      if (first < 0) first = month;
      if (month === last) continue;
      last = month;
      let cohort = active.get(first);
      if (!cohort) {
        cohort = { customers: 0, buying: [] };
        active.set(first, cohort);
      }
      if (month === first) cohort.customers++;
      cohort.buying[month - first] = (cohort.buying[month - first] ?? 0) + 1;
    }
  }
  return [...active]
    .sort(([a], [b]) => a - b)
    .map(([month, { customers, buying }]) => {
      const columns = Math.min(months, current - month + 1);
      const counts = Array.from({ length: columns }, (_, k) => (month + k > over ? null : (buying[k] ?? 0)));
      const shares = counts.map((c, k) => (c === null || k === 0 ? null : wilson(c, customers, LEVEL)));
      return {
        month: nameOf(month),
        customers,
        share: counts.map((c) => (c === null ? null : c / customers)),
        lo: shares.map((each) => each?.lo ?? null),
        hi: shares.map((each) => each?.hi ?? null),
      };
    });
};
