import { z } from 'zod';
import { type Formats, formats } from '../../../shared/format.ts';
import { type CalendarMark, type MarkKind, MarkKindSchema } from '../../../shared/model/calendar-mark.ts';
import { dayFromNumber, dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import { Problem } from '../../../shared/model/problem.ts';
import { type DaySales, type DaySpan, spanDays } from '../../analytics/calendar/day-sales.ts';
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
  const say = sayIn(db);
  return spansOf(calendar, storedMarks(db))
    .map(({ kind, from, to, state, inEffect }) => {
      const revenue = revenueOf(calendar.sales, { from, to });
      const span = spanWords(say, { from, to });
      return {
        id: idOf(kind, from),
        kind,
        from: dayFromNumber(from),
        to: dayFromNumber(to),
        state,
        inEffect,
        revenue: minor(revenue),
        sentence: WORDS[kind](span, say.moneyRounded(revenue)),
        reason: reasonOf(calendar, { kind, from }, say),
      };
    })
    .sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id - b.id));
};

const sayIn = (db: Readable): Formats => {
  const { locale, currency } = readSettings(db);
  return formats(locale, currency ?? '');
};

/** "3 Aug 2024", "3 Aug 2024 to 20 Aug 2024" */
const spanWords = (say: Formats, { from, to }: DaySpan): string =>
  `${say.day(dayFromNumber(from))}${to > from ? ` to ${say.day(dayFromNumber(to))}` : ''}`;

/** What in the sales speaks for a mark; null for what only the owner knows. */
const reasonOf = (
  { silences, exceptional }: ShopCalendar,
  { kind, from }: Pick<StoredMark, 'kind' | 'from'>,
  say: Formats,
): string | null => {
  if (kind === 'exceptional') {
    const found = exceptional.find(({ day }) => day === from);
    return found
      ? `More than five times any usual day, and ${say.shareRounded(found.share)} of the year around it.`
      : null;
  }
  const silence = kind === 'closed' ? silences.find((each) => each.from === from) : undefined;
  if (!silence) return null;
  const days = `No sale for ${say.days(spanDays(silence))}`;
  return silence.kind === 'closed'
    ? `${days}, in weeks in which other years have sales.`
    : `${days}; no other year shows these weeks yet, so it may as well be the season.`;
};

const WORDS: Readonly<Record<MarkKind, (span: string, money: string) => string>> = {
  closed: (span) => `Closed ${span}.`,
  exceptional: (span, money) => `${span} brought ${money}, out of the ordinary.`,
  campaign: (span, money) => `A campaign ${span}; ${money} was sold in it.`,
  prices: (span) => `New prices from ${span}.`,
};

type Listed = DaySpan & Pick<CalendarMark, 'kind' | 'state' | 'inEffect'>;

const spansOf = (
  { silences, exceptional }: Pick<ShopCalendar, 'silences' | 'exceptional'>,
  marks: readonly StoredMark[],
): Listed[] => {
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

/** Adds what the owner knows. @throws Problem for days in the wrong order, or where there is such a mark from that day on */
export const addMark = (db: Writable, kind: MarkKind, from: IsoDay, to: IsoDay): void => {
  refuseBackwards(db, from, to);
  const span = { from: dayNumber(from), to: kind === 'prices' ? dayNumber(from) : dayNumber(to) };
  change(db, `${TITLE[kind]}: ${spanWords(sayIn(db), span)}`, (marks) => [
    ...without(marks, kind, span.from),
    { kind, ...span, state: 'confirmed' },
  ]);
};

/**
 * Answers a suggestion, or takes back what was said before.
 * @throws Problem where there is no such mark
 */
export const answerMark = (db: Writable, id: number, state: StoredMark['state']): void => {
  const { kind, from, to } = markAt(db, id);
  change(db, `${TITLE[kind]}, ${spanWords(sayIn(db), { from, to })}: ${state}`, (marks) => [
    ...without(marks, kind, from),
    { kind, from, to, state },
  ]);
};

/**
 * Gives a mark other days; that makes it the owner's word. What the sales suggested from the old first day is not asked again.
 * @throws Problem where there is no such mark, or for days in the wrong order
 */
export const changeMark = (db: Writable, id: number, from: IsoDay, to: IsoDay): void => {
  refuseBackwards(db, from, to);
  const before = markAt(db, id);
  const { kind } = before;
  const span = { from: dayNumber(from), to: kind === 'prices' ? dayNumber(from) : dayNumber(to) };
  const moved = span.from !== before.from;
  const isFound = moved && isSuggestedBySales(db, kind, before.from);
  change(db, `${TITLE[kind]}: now ${spanWords(sayIn(db), span)}`, (marks) => [
    ...without(without(marks, kind, before.from), kind, span.from),
    { kind, ...span, state: 'confirmed' },
    ...(isFound ? [{ kind, from: before.from, to: before.to, state: 'rejected' as const }] : []),
  ]);
};

/** Takes the owner's word back; what the sales suggest is suggested again. @throws Problem where nothing was said */
export const removeMark = (db: Writable, id: number): void => {
  const { kind, from, to, state } = markAt(db, id);
  if (state === 'suggested')
    throw new Problem('This is only suggested by the sales; refuse it, and it is not asked again.');
  change(db, `${TITLE[kind]}, ${spanWords(sayIn(db), { from, to })}: taken back`, (marks) =>
    without(marks, kind, from),
  );
};

const refuseBackwards = (db: Readable, from: IsoDay, to: IsoDay): void => {
  const say = sayIn(db);
  if (to < from) throw new Problem(`A mark cannot end on ${say.day(to)} when it begins on ${say.day(from)}.`);
};

const without = (marks: readonly StoredMark[], kind: MarkKind, from: number): readonly StoredMark[] =>
  marks.filter((mark) => mark.kind !== kind || mark.from !== from);

const markAt = (db: Readable, id: number): Pick<Listed, 'kind' | 'from' | 'to' | 'state'> => {
  const mark = listMarks(db).find((each) => each.id === id);
  if (!mark) throw new Problem(`There is no mark ${id}; "marks" lists them.`);
  return { kind: mark.kind, from: dayNumber(mark.from), to: dayNumber(mark.to), state: mark.state };
};

const isSuggestedBySales = (db: Readable, kind: MarkKind, from: number): boolean => {
  const day = lastSaleDay(db);
  return (
    day !== null && spansOf(calendarOf(db, day), []).some((each) => each.kind === kind && each.from === from)
  );
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
