import { dayNumber, type IsoDay, isoDay } from '../../../shared/model/day.ts';
import type { Connection } from '../../database/connection.ts';

/** What was spent to win customers, by channel, the most first; minor units. */
export type Spending = { readonly total: number; readonly channels: ReadonlyMap<string, number> };

/** Spending in a period; an amount for a longer time counts by its days. Null where none is recorded at all. */
export const spendingIn = (db: Connection, from: IsoDay, to: IsoDay): Spending | null => {
  const rows = db.rows<{ first_day: string; last_day: string; channel: string; amount: number }>(
    'SELECT first_day, last_day, channel, amount_minor AS amount FROM acquisition_spend_now ORDER BY key',
  );
  if (rows.length === 0) return null;
  const channels = new Map<string, number>();
  for (const { first_day, last_day, channel, amount } of rows) {
    const [first, last] = [dayNumber(isoDay(first_day)), dayNumber(isoDay(last_day))];
    const days = Math.min(last, dayNumber(to)) - Math.max(first, dayNumber(from)) + 1;
    if (days <= 0) continue;
    channels.set(channel, (channels.get(channel) ?? 0) + (amount * days) / (last - first + 1));
  }
  return {
    total: [...channels.values()].reduce((sum, amount) => sum + amount, 0),
    channels: new Map([...channels].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))),
  };
};
