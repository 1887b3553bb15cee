import { z } from 'zod';
import { formats } from '../../../shared/format.ts';
import { type CalendarMark, type MarkKind, MarkKindSchema } from '../../../shared/model/calendar-mark.ts';
import { dayFromNumber, dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { DaySales, DaySpan } from '../../analytics/calendar/day-sales.ts';
import type { Readable, Writable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { bumpDataVersion, readSettings } from '../../database/settings.ts';
import {
  calendarOf,
  type ShopCalendar,
  type StoredMark,
  StoredMarkSchema,
  storedMarks,
} from '../analysis/calendar.ts';
import { lastSaleDay } from '../analysis/history.ts';
import { undoable } from '../changes/undoable.ts';

const KINDS = MarkKindSchema.options;

/** The same mark has the same number on every run: kind and first day name it. */
const idOf = (kind: MarkKind, from: number): number => from * 10 + KINDS.indexOf(kind) + 1;

/** All marks, suggested by the sales or said by the owner, the latest first. */
export const listMarks = (db: Readable, asOf?: IsoDay): readonly CalendarMark[] => {
  const day = asOf ?? lastSaleDay(db);
  if (day === null) return [];
  const calendar = calendarOf(db, day);
  const { locale, currency } = readSettings(db);
  const say = formats(locale, currency ?? '');
  return spansOf(calendar)
    .map(({ kind, from, to, state, inEffect }) => {
      const revenue = revenueOf(calendar.sales, { from, to });
      const span = `${say.day(dayFromNumber(from))}${to > from ? ` to ${say.day(dayFromNumber(to))}` : ''}`;
      return {
        id: idOf(kind, from),
        kind,
        from: dayFromNumber(from),
        to: dayFromNumber(to),
        state,
        inEffect,
        revenue: minor(revenue),
        sentence: WORDS[kind](span, say.moneyRounded(revenue)),
      };
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id - b.id));
};

const WORDS: Readonly<Record<MarkKind, (span: string, money: string) => string>> = {
  closed: (span) => `Closed ${span}.`,
  exceptional: (span, money) => `${span} brought ${money}, out of the ordinary.`,
  campaign: (span, money) => `A campaign ${span}; ${money} was sold in it.`,
  prices: (span) => `New prices from ${span}.`,
};

type Listed = DaySpan & Pick<CalendarMark, 'kind' | 'state' | 'inEffect'>;

const spansOf = ({ marks, silences, exceptional }: ShopCalendar): Listed[] => {
  const own = marks.map((mark) => ({ ...mark, inEffect: mark.state === 'confirmed' }));
  const answered = new Set(marks.map(({ kind, from }) => idOf(kind, from)));
  const found: Listed[] = [
    ...silences
      .filter(({ kind }) => kind !== 'season')
      .map(({ from, to, kind }) => ({
        kind: 'closed' as const,
        from,
        to,
        state: 'suggested' as const,
        inEffect: kind === 'closed',
      })),
    ...exceptional.map(({ day }) => ({
      kind: 'exceptional' as const,
      from: day,
      to: day,
      state: 'suggested' as const,
      inEffect: true,
    })),
  ];
  return [...own, ...found.filter(({ kind, from }) => !answered.has(idOf(kind, from)))];
};

const revenueOf = ({ day, revenue }: DaySales, { from, to }: DaySpan): number => {
  let total = 0;
  for (let k = 0; k < day.length; k++) if (day[k]! >= from && day[k]! <= to) total += revenue[k]!;
  return total;
};

/** Adds what the owner knows. @throws Problem for days in the wrong order */
export const addMark = (db: Writable, kind: MarkKind, from: IsoDay, to: IsoDay): void => {
  if (to < from) throw new Problem(`A mark cannot end on ${to} when it begins on ${from}.`);
  change(db, `${TITLE[kind]} from ${from}${to > from ? ` to ${to}` : ''}`, (marks) => [
    ...marks.filter((mark) => mark.kind !== kind || mark.from !== dayNumber(from)),
    { kind, from: dayNumber(from), to: dayNumber(to), state: 'confirmed' },
  ]);
};

/**
 * Answers a suggestion, or takes back what was said before.
 * @throws Problem where there is no such mark
 */
export const answerMark = (db: Writable, id: number, state: StoredMark['state']): void => {
  const mark = listMarks(db).find((each) => each.id === id);
  if (!mark) throw new Problem(`There is no mark ${id}; "marks" lists them.`);
  const from = dayNumber(mark.from);
  change(db, `${TITLE[mark.kind]} from ${mark.from}: ${state}`, (marks) => [
    ...marks.filter((each) => each.kind !== mark.kind || each.from !== from),
    { kind: mark.kind, from, to: dayNumber(mark.to), state },
  ]);
};

const TITLE: Readonly<Record<MarkKind, string>> = {
  closed: 'Closed',
  exceptional: 'Exceptional day',
  campaign: 'Campaign',
  prices: 'New prices',
};

const change = (
  db: Writable,
  sentence: string,
  make: (marks: readonly StoredMark[]) => readonly StoredMark[],
): void =>
  db.transaction(() => {
    const before = storedMarks(db);
    const after = make(before);
    writeMarks(db, after);
    marksChange.log(db, sentence, { before, after });
  });

/** Puts marks in the place of those there are: for a change, its undo and its redo. */
const writeMarks = (db: Writable, marks: readonly StoredMark[]): void => {
  db.run(q.deleteFrom('calendar_mark'));
  for (const { kind, from, to, state } of marks)
    db.run(
      q
        .insertInto('calendar_mark')
        .values({ kind, first_day: dayFromNumber(from), last_day: dayFromNumber(to), state }),
    );
  bumpDataVersion(db);
};

/** The owner's decisions on the calendar. */
export const marksChange = undoable({
  kind: 'calendar',
  version: 1,
  schema: z.array(StoredMarkSchema).readonly(),
  apply: writeMarks,
});
