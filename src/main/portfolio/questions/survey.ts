import { dayFromNumber } from '../../../shared/model/day.ts';
import type { Listening } from '../../../shared/model/listening.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import { monthsBefore } from '../../analytics/calendar/months.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { listeningIn } from '../listening/listening.ts';

/** What customers said in the last 12 months; null where nobody said anything. */
export const heardIn = (db: Readable, analysis: Analysis): Listening | null => {
  const found = listeningIn(db, analysis);
  return 'nps' in found ? found : null;
};

/** A figure with a number, or nothing. */
export const numberIn = <T extends Result>(
  figure: T | NotAvailable,
): (T & { readonly value: number }) | null =>
  'metric' in figure && figure.value !== null ? { ...figure, value: figure.value } : null;

export type Rated = { readonly attribute: string; readonly mean: number; readonly n: number };

/** Fewer marks than this are single opinions. */
const FEWEST_MARKS = 5;

/** Single things people gave marks from 1 to 5 for in the last 12 months, the latest marks of each person, the worst first. */
export const ratedIn = (db: Readable, { asOf, history }: Analysis): Rated[] => {
  const rows = db.all(
    q
      .selectFrom('feedback_now as f')
      .leftJoin('customer_identity as i', 'i.id', 'f.identity_id')
      .leftJoin('customer as c', 'c.id', 'i.customer_id')
      .select(['i.customer_id as customer', 'f.key', 'f.ratings'])
      .where('f.ratings', 'is not', null)
      .where('f.received_on', '>', dayFromNumber(monthsBefore(history.asOf, 12)))
      .where('f.received_on', '<=', asOf)
      .where(({ eb, fn, lit }) => eb(fn.coalesce('c.no_profiling', lit(0)), '=', 0))
      .orderBy('f.received_on')
      .orderBy('f.received_second')
      .orderBy('f.key')
      .$narrowType<{ ratings: string }>(),
  );
  const latest = new Map(
    rows.map(({ customer, key, ratings }) => [
      customer === null ? `answer ${key}` : `customer ${customer}`,
      JSON.parse(ratings) as Record<string, number>,
    ]),
  );
  const marks = Map.groupBy(
    [...latest.values()].flatMap((ratings) => Object.entries(ratings)),
    ([attribute]) => attribute,
  );
  return [...marks]
    .filter(([, given]) => given.length >= FEWEST_MARKS)
    .map(([attribute, given]) => ({
      attribute,
      mean: given.reduce((sum, [, mark]) => sum + mark, 0) / given.length,
      n: given.length,
    }))
    .sort((a, b) => a.mean - b.mean || (a.attribute < b.attribute ? -1 : 1));
};
