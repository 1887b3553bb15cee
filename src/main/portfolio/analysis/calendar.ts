import { z } from 'zod';
import { type MarkKind, MarkKindSchema } from '../../../shared/model/calendar-mark.ts';
import { dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { type LongSilence, longSilences } from '../../analytics/calendar/closures.ts';
import type { DaySales, DaySpan } from '../../analytics/calendar/day-sales.ts';
import { type ExceptionalDay, exceptionalDays } from '../../analytics/calendar/exceptional-days.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';

/** The owner's decision on a span of days; days since 1970-01-01. */
export const StoredMarkSchema = z
  .object({
    kind: MarkKindSchema,
    from: z.number().int(),
    to: z.number().int(),
    state: z.enum(['confirmed', 'rejected']),
  })
  .readonly();
export type StoredMark = z.infer<typeof StoredMarkSchema>;

/** What of the calendar is not like other time as of a day: found in the sales, and as the owner says. */
export type ShopCalendar = {
  readonly sales: DaySales;
  readonly marks: readonly StoredMark[];
  readonly silences: readonly LongSilence[];
  readonly exceptional: readonly ExceptionalDay[];
  /** in effect: what was found and not rejected, and what the owner added */
  readonly closedSpans: readonly DaySpan[];
  readonly exceptionalDays: readonly number[];
  /** the day before the latest price list; null without one */
  readonly beforePrices: number | null;
};

export const calendarOf = (db: Readable, asOf: IsoDay): ShopCalendar => {
  const sales = daySales(db, asOf);
  const last = dayNumber(asOf);
  const marks = storedMarks(db).filter(({ from }) => from <= last);
  const silences = longSilences(sales);
  const exceptional = exceptionalDays(sales);
  const of = (kind: MarkKind, state: StoredMark['state']): readonly StoredMark[] =>
    marks.filter((mark) => mark.kind === kind && mark.state === state);
  const isRejected = (kind: MarkKind, from: number): boolean =>
    of(kind, 'rejected').some((mark) => mark.from === from);
  const prices = of('prices', 'confirmed').at(-1);
  return {
    sales,
    marks,
    silences,
    exceptional,
    closedSpans: joined([
      ...silences.filter(({ kind, from }) => kind === 'closed' && !isRejected('closed', from)),
      ...of('closed', 'confirmed'),
    ]),
    exceptionalDays: [
      ...new Set([
        ...exceptional.filter(({ day }) => !isRejected('exceptional', day)).map(({ day }) => day),
        ...of('exceptional', 'confirmed').flatMap(daysOf),
      ]),
    ].sort((a, b) => a - b),
    beforePrices: prices ? prices.from - 1 : null,
  };
};

/** The owner's marks, by kind and day. */
export const storedMarks = (db: Readable): StoredMark[] =>
  db
    .all(
      q
        .selectFrom('calendar_mark')
        .select(['kind', 'first_day', 'last_day', 'state'])
        .orderBy('kind')
        .orderBy('first_day'),
    )
    .map(({ kind, first_day, last_day, state }) => ({
      kind,
      from: dayNumber(first_day),
      to: dayNumber(last_day),
      state,
    }));

const daySales = (db: Readable, asOf: IsoDay): DaySales => {
  const rows = db.cells<[number, number, number]>(
    `SELECT CAST(unixepoch(ordered_on) / 86400 AS INTEGER), sum(revenue_minor), sum(revenue_minor > 0)
       FROM sales_order WHERE ordered_on <= ? AND revenue_lines > 0 GROUP BY ordered_on HAVING max(revenue_minor) > 0 ORDER BY ordered_on`,
    asOf,
  );
  return {
    day: Int32Array.from(rows, ([day]) => day),
    orders: Float64Array.from(rows, ([, , orders]) => orders),
    revenue: Float64Array.from(rows, ([, revenue]) => revenue),
  };
};

const daysOf = ({ from, to }: DaySpan): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);

/** Spans that overlap or touch become one. */
const joined = (spans: readonly DaySpan[]): DaySpan[] => {
  const list: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = list.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else list.push({ from, to });
  }
  return list;
};
