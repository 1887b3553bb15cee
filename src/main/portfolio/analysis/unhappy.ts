import { type IsoDay, isoDay } from '../../../shared/model/day.ts';
import type { Connection } from '../../database/connection.ts';
import { FEEDBACK } from '../../database/feedback.ts';
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
  db: Connection,
  { asOf, placeOf }: Analysis,
): ReadonlyMap<number, Unhappy> => {
  const rows = db.rows<{
    customer: number;
    day: string;
    recommend: number | null;
    satisfaction: number | null;
  }>(
    `SELECT i.customer_id AS customer, f.received_on AS day, f.recommend, f.satisfaction
     FROM ${FEEDBACK} f JOIN customer_identity i ON i.id = f.identity_id
     WHERE f.state = 'new' AND f.received_on <= ? AND (f.recommend <= ${LOW_RECOMMEND} OR f.satisfaction <= ${LOW_SATISFACTION})
     ORDER BY f.received_on DESC, f.key`,
    asOf,
  );
  const found = new Map<number, Unhappy>();
  for (const { customer, day, recommend, satisfaction } of rows) {
    const place = placeOf.get(customer);
    if (place !== undefined) found.set(place, { day: isoDay(day), score: lowMark(recommend, satisfaction) });
  }
  return found;
};
