import type { ActionGroup, ActionKind } from '../../../shared/model/action.ts';
import type { Till } from '../../../shared/model/overview.ts';
import { placeOfMost } from '../../ui/charts/month-bars.ts';
import type { Format } from '../../ui/text/format-core.ts';

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

/** The title over this week's actions on the overview: as many kinds as somebody is due for. */
export const weekTitle = (groups: number): string =>
  groups === 5 ? 'This week’s five actions' : groups === 1 ? 'This week’s action' : 'This week’s actions';

/** Where the list of one kind of action is shown. */
export const addressOfActions = (kind: ActionKind): string => `/act?kind=${kind}`;

/** `4 customers, €21.8k at stake` */
export const groupText = (
  { count, expectedValue }: Pick<ActionGroup, 'count' | 'expectedValue'>,
  format: Pick<Format, 'counted' | 'money'>,
): string =>
  `${format.counted(count, 'customer')}, ${format.money(expectedValue, { headline: true })} at stake`;
