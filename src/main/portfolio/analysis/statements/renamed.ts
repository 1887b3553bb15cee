import { formats } from '../../../../shared/format.ts';
import { dayFromNumber } from '../../../../shared/model/day.ts';
import { type Successor, successors } from '../../../analytics/retention/successors.ts';
import type { Analysis } from '../analysis.ts';
import { goneIn } from '../at-risk.ts';
import { part } from '../part.ts';

const NAMED = 2;

/** Customers who may go on under another name, by those who stopped; the most worth first. */
export const successorsIn = part('successors', (analysis): readonly Successor[] => {
  const { names, purchases, rhythm } = analysis;
  const { gone } = goneIn(analysis);
  const stopped = Array.from(purchases.customer, (_, i) => i)
    .filter((i) => rhythm.state[i] === 'at-risk' || gone[i] === 1)
    .sort((a, b) => purchases.revenue[b]! - purchases.revenue[a]! || a - b);
  return successors(names.name, purchases, rhythm, stopped);
});

/** "Cafe Rosa stopped on … and Rosa Ltd began on …: they may be one customer."; null for none. */
export const renamedSentence = (analysis: Analysis): string | null => {
  const pairs = successorsIn(analysis).slice(0, NAMED);
  if (pairs.length === 0) return null;
  const { names, purchases, settings, currency } = analysis;
  const say = formats(settings.locale, currency);
  return pairs
    .map(
      ({ stopped, began }) =>
        `${names.name[stopped]} stopped on ${say.day(dayFromNumber(purchases.lastDay[stopped]!))} and ${names.name[began]} began on ${say.day(dayFromNumber(purchases.firstDay[began]!))} in the same rhythm: they may be one customer.`,
    )
    .join(' ');
};
