import type { CalendarMark, MarkKind, OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import { dayNumber, type IsoDay } from '../../../shared/model/day.ts';

export type KindWords = {
  readonly title: string;
  /** what follows from it */
  readonly effect: string;
};

export const KINDS: Readonly<Record<MarkKind, KindWords>> = {
  closed: { title: 'Closed', effect: 'Rhythm, risk, growth and forecasts do not count these days.' },
  exceptional: {
    title: 'Exceptional day',
    effect: 'Revenue counts it; levels, growth and forecasts leave it out.',
  },
  campaign: { title: 'Campaign', effect: 'A note on the timeline; figures stay as they are.' },
  prices: {
    title: 'New prices',
    effect: 'What customers will spend is told from the prices since then.',
  },
};

/** The two answers to what the sales suggest. */
export const answersTo = ({
  kind,
  inEffect,
}: Pick<CalendarMark, 'kind' | 'inEffect'>): { readonly yes: string; readonly no: string } =>
  kind === 'exceptional'
    ? { yes: 'Leave it out', no: 'It was usual' }
    : { yes: 'It was closed', no: inEffect ? 'It was open' : 'That is the season' };

/** What the owner has said of a mark, in words. */
export const saidOf = ({ kind, state, reason }: Pick<CalendarMark, 'kind' | 'state' | 'reason'>): string => {
  if (state === 'suggested') return 'Not answered yet';
  if (state === 'confirmed') return reason === null ? 'Added by you' : 'Confirmed by you';
  return kind === 'exceptional' ? 'Usual, you said' : 'Not closed, you said';
};

/** The title of the page: what waits for a word, or that nothing does. */
export const calendarTitle = (marks: OwnersCalendar['marks']): string => {
  const open = marks.filter(({ state }) => state === 'suggested').length;
  if (open === 1) return 'One stretch of time stands out. Was it special?';
  if (open > 1) return `${open} stretches of time stand out. Were they special?`;
  return marks.length === 0
    ? 'Nothing stands out: the sales run through without a closure or an exceptional day.'
    : 'Every stretch of time that stands out has your word.';
};

/** Where a span lies on the timeline, in per cent of its width; a single day is as wide as a day is. */
export const placeOn = (
  { period }: Pick<OwnersCalendar, 'period'>,
  { from, to }: { readonly from: IsoDay; readonly to: IsoDay },
): { readonly left: number; readonly width: number } | null => {
  const [first, last] = [dayNumber(period.from), dayNumber(period.to) + 1];
  const [a, b] = [Math.max(first, dayNumber(from)), Math.min(last, dayNumber(to) + 1)];
  if (b <= a) return null;
  const whole = last - first;
  return { left: (100 * (a - first)) / whole, width: (100 * (b - a)) / whole };
};

/** Days on which a year begins within the period, for the marks below the timeline; the first day where there is none. */
export const yearsOf = ({ period }: Pick<OwnersCalendar, 'period'>): readonly IsoDay[] => {
  const [a, b] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  return Array.from({ length: b - a }, (_, k) => `${a + k + 1}-01-01` as IsoDay);
};
