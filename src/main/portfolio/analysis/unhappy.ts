import type { IsoDay } from '../../../shared/model/day.ts';
import type { Readable } from '../../database/connection.ts';
import { feedbackInForce } from '../../database/feedback.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from './analysis.ts';

/** Somebody who was unhappy and has had no answer yet. */
export type Unhappy = {
  readonly day: IsoDay;
  /** `3 of 10` who would not recommend, `2 of 5` who is not satisfied */
  readonly score: string;
};

const LOW_RECOMMEND = 6;
const LOW_SATISFACTION = 2;

const lowMark = (recommend: number | null, satisfaction: number | null): string =>
  recommend !== null && recommend <= LOW_RECOMMEND ? `${recommend} of 10` : `${satisfaction} of 5`;

/** The oldest unanswered complaint of each customer in the analysis, by place: would not recommend, or is not satisfied. */
export const unansweredUnhappy = (
  db: Readable,
  { asOf, placeOf }: Analysis,
): ReadonlyMap<number, Unhappy> => {
  const rows = db.all(
    q
      .selectFrom(feedbackInForce())
      .innerJoin('customer_identity as i', 'i.id', 'f.identity_id')
      .select(['i.customer_id as customer', 'f.received_on as day', 'f.recommend', 'f.satisfaction'])
      .where('f.state', '=', 'new')
      .where('f.received_on', '<=', asOf)
      .where(({ eb, or }) =>
        or([eb('f.recommend', '<=', LOW_RECOMMEND), eb('f.satisfaction', '<=', LOW_SATISFACTION)]),
      )
      .orderBy('f.received_on', 'desc')
      .orderBy('f.key'),
  );
  const found = new Map<number, Unhappy>();
  for (const { customer, day, recommend, satisfaction } of rows) {
    const place = placeOf.get(customer);
    if (place !== undefined) found.set(place, { day, score: lowMark(recommend, satisfaction) });
  }
  return found;
};
