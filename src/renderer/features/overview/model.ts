import type { Overview, Till } from '../../../shared/model/overview.ts';
import type { Format } from '../../ui/format-core.ts';

export type MonthBars = {
  readonly labels: readonly string[];
  readonly identified: readonly number[];
  readonly anonymous: readonly number[];
  readonly hasAnonymous: boolean;
  readonly best: number | null;
  readonly title: string;
  /** said under the chart when the last month is not over */
  readonly note: string | null;
};

const LONGEST = 36;

/** The place of the largest value; the earliest of equal ones; null where nothing is above zero. */
export const placeOfMost = (values: readonly number[]): number | null => {
  let best: number | null = null;
  values.forEach((value, i) => {
    if (value > 0 && (best === null || value > (values[best] ?? 0))) best = i;
  });
  return best;
};

/** Whether `day` is the last of its month. */
const endsMonth = (day: string): boolean => {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
};

export const monthBars = (
  months: Overview['months'],
  asOf: string,
  format: Pick<Format, 'month' | 'money' | 'day'>,
): MonthBars => {
  const shown = months.slice(-LONGEST);
  const total = shown.map((m) => m.identified + m.anonymous);
  const best = placeOfMost(total);
  const bestMonth = best === null ? undefined : shown[best];
  const unfinished = shown.at(-1)?.month === asOf.slice(0, 7) && !endsMonth(asOf);
  return {
    labels: shown.map((m) => format.month(m.month)),
    identified: shown.map((m) => m.identified),
    anonymous: shown.map((m) => m.anonymous),
    hasAnonymous: shown.some((m) => m.anonymous !== 0),
    best,
    title:
      bestMonth === undefined
        ? 'No month has revenue above zero'
        : shown.length === 1
          ? `${format.month(bestMonth.month)} brought ${format.money(total[best ?? 0] ?? 0, { headline: true })}`
          : `${format.month(bestMonth.month)} was the strongest month, with ${format.money(total[best ?? 0] ?? 0, { headline: true })}`,
    note: unfinished ? `The last month holds sales up to ${format.day(asOf)} only.` : null,
  };
};

/** The finding above the hours chart, in words. */
export const hoursTitle = (hours: Till['hours'], format: Pick<Format, 'hour'>): string => {
  const best = placeOfMost(hours.map((h) => h.revenue));
  const hour = best === null ? undefined : hours[best];
  return hour === undefined
    ? 'The sales carry no time of day'
    : `Most is sold between ${format.hour(hour.hour)} and ${format.hour((hour.hour + 1) % 24)}`;
};

export const weekdaysTitle = (days: Till['weekdays'], format: Pick<Format, 'weekdayLong'>): string => {
  const best = placeOfMost(days.map((d) => d.revenue));
  const day = best === null ? undefined : days[best];
  return day === undefined
    ? 'No weekday has revenue above zero'
    : `${format.weekdayLong(day.weekday)} is the strongest day of the week`;
};

/** The hours between the first and the last with a sale: a shop open 6 to 18 needs no bars for the night. */
export const openHours = (hours: Till['hours']): Till['hours'] => {
  const sorted = [...hours].sort((a, b) => a.hour - b.hour);
  const first = sorted.findIndex((h) => h.orders > 0);
  const last = sorted.findLastIndex((h) => h.orders > 0);
  return first < 0 ? [] : sorted.slice(first, last + 1);
};

/** A change since the last review: an arrow and words, so that no colour is needed. */
export const sinceReviewText = (
  sinceReview: number | null,
  format: Pick<Format, 'change'>,
): { readonly mark: string; readonly text: string } | null => {
  if (sinceReview === null || !Number.isFinite(sinceReview)) return null;
  if (Math.abs(sinceReview) < 0.0005) return { mark: '→', text: 'unchanged' };
  return {
    mark: sinceReview > 0 ? '↑' : '↓',
    text: format.change(sinceReview),
  };
};
