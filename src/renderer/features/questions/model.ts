import type { Question } from '../../../shared/model/question.ts';
import { counted } from '../../../shared/words.ts';

type Way = { readonly to: string; readonly label: string };

const ACT_ON: Readonly<Record<number, Way>> = {
  1: { to: '/customers', label: 'All customers by value' },
  2: { to: '/portfolio/segments', label: 'All segments and their rules' },
  4: { to: '/act?kind=keep', label: 'Whom to call, in order' },
  5: { to: '/act?kind=remind', label: 'Whom to remind, in order' },
  7: { to: '/portfolio/new', label: 'What new customers cost and are worth' },
  8: { to: '/portfolio/value', label: 'What customers leave, and who costs more' },
  10: { to: '/act?kind=offer-more', label: 'Whom to show more, in order' },
  11: { to: '/listen', label: 'What customers say, and who waits' },
  12: { to: '/portfolio/matrix?of=customers', label: 'Who grows and who shrinks' },
};

/** Where the owner goes from an answer; nowhere while no customer could be met there. */
export const wayFrom = ({ n }: Pick<Question, 'n'>, hasCustomers: boolean): Way | null =>
  hasCustomers ? (ACT_ON[n] ?? null) : null;

/** The fold over what an answer names: `10 customers, and why`; months, products and segments are details. */
export const listTitle = (list: Question['list']): string => {
  const people = list.filter(({ customer }) => customer !== null).length;
  const n = list.length;
  return people === n ? `${counted(n, 'customer')}, and why` : n === 1 ? 'One detail' : `${n} details`;
};

export const gapsTitle = (cannotKnow: readonly string[]): string =>
  cannotKnow.length === 1 ? 'What this cannot know' : `${cannotKnow.length} things this cannot know`;
