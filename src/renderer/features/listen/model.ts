import type { FeedbackState, InboxItem } from '../../../shared/model/listening.ts';
import type { Format } from '../../ui/text/format-core.ts';

/** The states in their order, as the owner says them. */
export const STATES = {
  new: { title: 'Not answered', move: 'Not answered yet' },
  answered: { title: 'Answered', move: 'Mark answered' },
  changed: { title: 'Changed', move: 'Mark changed' },
  told: { title: 'Told', move: 'Mark told' },
} as const satisfies Readonly<Record<FeedbackState, { title: string; move: string }>>;

export const ORDER = ['new', 'answered', 'changed', 'told'] as const satisfies readonly FeedbackState[];

/** What one click does: the next state, none after the last. */
export const nextState = (state: FeedbackState): FeedbackState | null =>
  ORDER[ORDER.indexOf(state) + 1] ?? null;

/** The state in the address, what is not answered where there is none, everything for `all`. */
export const stateIn = (params: URLSearchParams): FeedbackState | 'all' =>
  ORDER.find((state) => state === params.get('show')) ?? (params.get('show') === 'all' ? 'all' : 'new');

/** `3 of 10 · 2 of 5` */
export const scoreText = ({
  recommend,
  satisfaction,
}: Pick<InboxItem, 'recommend' | 'satisfaction'>): string =>
  [
    recommend === null ? null : `would recommend: ${recommend} of 10`,
    satisfaction === null ? null : `satisfied: ${satisfaction} of 5`,
  ]
    .filter((part) => part !== null)
    .join(' · ');

const HOURS_IN_WORDS = 48;

/** `waiting for 20 hours`, `answered after 3 days` */
export const waitText = (
  { waited, state }: Pick<InboxItem, 'waited' | 'state'>,
  format: Pick<Format, 'days' | 'counted'>,
): string => {
  if (waited === null) return state === 'new' ? 'came after the last sale' : 'day of the answer not known';
  const time =
    waited < HOURS_IN_WORDS ? format.counted(Math.round(waited), 'hour') : format.days(waited / 24);
  return state === 'new' ? `waiting for ${time}` : `answered after ${time}`;
};
