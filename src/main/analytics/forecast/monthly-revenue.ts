import { dayFromNumber } from '../../../shared/model/day.ts';
import type { PurchaseHistory } from '../history.ts';

/** Net revenue by calendar month, minor units. */
export type MonthlySeries = {
  /** first month, `2024-01`; null without any */
  readonly from: string | null;
  /** one per complete month, those without sales 0 */
  readonly values: readonly number[];
};

const monthOf = (day: number): number => {
  const [year, month] = dayFromNumber(day).split('-').map(Number) as [number, number];
  return year * 12 + month - 1;
};

/**
 * Revenue of some customers by month. The first month counts only from the day the data begin, so it is left out unless
 * they begin with it; the last one unless it is over.
 * @param firstDay first day of the data  @param member which customers, by their place; all where left out
 */
export const monthlyRevenue = (
  history: PurchaseHistory,
  firstDay: number,
  member: (i: number) => boolean = () => true,
): MonthlySeries => {
  const from = monthOf(firstDay) === monthOf(firstDay - FEW_DAYS) ? monthOf(firstDay) + 1 : monthOf(firstDay);
  const to = monthOf(history.asOf + 1) - 1;
  if (to < from) return { from: null, values: [] };
  const values = new Array<number>(to - from + 1).fill(0);
  const months = new Map<number, number>();
  for (let i = 0; i < history.customer.length; i++) {
    if (!member(i)) continue;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
      const day = history.day[k]!;
      const month = months.get(day) ?? monthOf(day);
      months.set(day, month);
      if (month >= from && month <= to) values[month - from]! += history.net[k]!;
    }
  }
  return {
    from: `${Math.floor(from / 12)}-${String((from % 12) + 1).padStart(2, '0')}`,
    values,
  };
};

/** A month that the data begin this many days into still counts as whole. */
const FEW_DAYS = 3;
