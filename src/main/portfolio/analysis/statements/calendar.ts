import { type Formats, formats } from '../../../../shared/format.ts';
import { addMonths, dayFromNumber, dayNumber, type IsoDay } from '../../../../shared/model/day.ts';
import { type DaySpan, daysInside, spanDays } from '../../../analytics/calendar/day-sales.ts';
import type { SeasonWeights } from '../../../analytics/calendar/season.ts';
import { closedApart, MOST_CLOSED_APART } from '../../../analytics/growth/closed-apart.ts';
import type { Analysis } from '../analysis.ts';

const spanWords = (say: Formats, { from, to }: DaySpan): string =>
  `${say.day(dayFromNumber(from))} to ${say.day(dayFromNumber(to))} (${say.days(to - from + 1)})`;

/** "Nothing was sold from … to … (245 days): taken for a closure; …"; one sentence for each, the latest first. */
export const closureSentences = ({ calendar, settings, currency }: Analysis): string[] => {
  const say = formats(settings.locale, currency);
  const told = new Map(
    calendar.marks.filter(({ kind }) => kind === 'closed').map((mark) => [mark.from, mark.state]),
  );
  const found = calendar.silences.flatMap((silence) => {
    const state = told.get(silence.from);
    if (state === 'rejected') return [];
    const span = `Nothing was sold from ${spanWords(say, silence)}`;
    if (silence.kind === 'season') return [seasonOff(say, silence)];
    if (silence.kind === 'closed' || state === 'confirmed')
      return [
        `${span}: ${state === 'confirmed' ? 'closed' : 'taken for a closure'}; rhythm, risk and growth do not count these days.`,
      ];
    return [`${span}. Was the shop closed, or is that the season? No other year shows these weeks yet.`];
  });
  const added = calendar.marks
    .filter(
      ({ kind, state, from }) =>
        kind === 'closed' && state === 'confirmed' && !calendar.silences.some((s) => s.from === from),
    )
    .map((mark) => `Closed from ${spanWords(say, mark)}; rhythm, risk and growth do not count these days.`);
  return [...found, ...added].reverse();
};

const seasonOff = (say: Formats, span: DaySpan): string =>
  `Nothing was sold from ${spanWords(say, span)}, as in other years: the season, not a closure.`;

/** Times without sales that come back every year, the latest first. */
export const yearlySilences = ({ calendar, settings, currency }: Analysis): string[] => {
  const say = formats(settings.locale, currency);
  return calendar.silences
    .filter(({ kind }) => kind === 'season')
    .map((silence) => seasonOff(say, silence))
    .reverse();
};

/** A year of sales that has no season told yet needs this many. */
const SEASON_MONTHS = 24;

/** "The busiest weeks are in December, 2.1 times an average one; the quietest in August, 0.6 times."; or why there is none. */
export const seasonSentence = (
  { totals }: Pick<Analysis, 'totals'>,
  weeks: SeasonWeights | null,
  say: Formats,
): string => {
  if (!weeks) {
    const seen = addMonths(totals.period.from, SEASON_MONTHS) <= totals.period.to;
    return seen
      ? 'No season: the weeks of the year differ no more than by chance, so all of them count alike.'
      : 'The season is not known yet: it takes two years of sales to tell it from a trend.';
  }
  const [most, least] = [weeks.indexOf(Math.max(...weeks)), weeks.indexOf(Math.min(...weeks))];
  const monthOf = (week: number): string =>
    say.monthOfYear(new Date(Date.UTC(2023, 0, 1 + 7 * week + 3)).getUTCMonth() + 1);
  return `The busiest weeks are in ${monthOf(most)}, ${say.ratio(weeks[most]!)} an average one; the quietest are in ${monthOf(least)}, ${say.ratio(weeks[least]!)}.`;
};

/** "One day, …, brought € 12k, 40% of the year around it: left out of levels, growth and forecast." */
export const exceptionalSentences = ({ calendar, settings, currency }: Analysis): string[] => {
  const say = formats(settings.locale, currency);
  return calendar.exceptional
    .filter(({ day }) => calendar.exceptionalDays.includes(day))
    .map(
      ({ day, revenue, share }) =>
        `One exceptional day, ${say.day(dayFromNumber(day))}, brought ${say.moneyRounded(revenue)}, ${say.shareRounded(share)} of the year around it: it is left out of levels, growth and forecast unless you say it was usual.`,
    )
    .reverse();
};

/** Why two periods are not compared, where closed days differ too much; null where they do not. */
export const closedApartSentence = (
  { calendar, settings, currency }: Analysis,
  before: DaySpan,
  after: DaySpan,
): string | null => {
  if (closedApart(calendar.closedSpans, before, after) <= MOST_CLOSED_APART) return null;
  const say = formats(settings.locale, currency);
  const [longest] = calendar.closedSpans
    .filter(({ from, to }) => daysInside([{ from, to }], before.from + 1, after.to) > 0)
    .sort((a, b) => spanDays(b) - spanDays(a));
  return longest
    ? `The two periods are not compared: the shop was closed from ${spanWords(say, longest)}, in one more than in the other.`
    : null;
};

/** Revenue of the exceptional days in a span, minor units. */
export const exceptionalRevenue = ({ calendar }: Analysis, after: IsoDay, upTo: IsoDay): number => {
  const left = new Set(calendar.exceptionalDays);
  const { day, revenue } = calendar.sales;
  let sum = 0;
  for (let k = 0; k < day.length; k++)
    if (left.has(day[k]!) && day[k]! > dayNumber(after) && day[k]! <= dayNumber(upTo)) sum += revenue[k]!;
  return sum;
};
