import type { Whale } from '../../../shared/model/value.ts';
import type { Format } from '../../ui/text/format-core.ts';

export type WhaleMark = {
  readonly customers: number;
  readonly cumulative: number;
  readonly text: string;
  readonly above: boolean;
};

/** The two points of the curve whose amount is written on it: the peak, and the end where that is clearly lower. */
export const marksOf = (
  { peak, total, customersAtPeak, n }: Whale,
  format: Pick<Format, 'money' | 'count'>,
): WhaleMark[] => {
  const write = (amount: number): string => format.money(amount, { headline: true });
  const end: WhaleMark = {
    customers: n,
    cumulative: total,
    text: `all: ${write(total)}`,
    above: total > 0.5 * peak,
  };
  if (customersAtPeak === 0 || customersAtPeak === n) return [end];
  const best: WhaleMark = {
    customers: customersAtPeak,
    cumulative: peak,
    text: `${format.count(customersAtPeak)}: ${write(peak)}`,
    above: true,
  };
  // too near for two labels above each other: the end is written below the curve
  return [best, { ...end, above: false }];
};
