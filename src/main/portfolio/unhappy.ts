import { type IsoDay, isoDay } from '../../shared/model/day.ts';
import type { Connection } from '../database/connection.ts';
import type { Analysis } from './analysis.ts';

/** Somebody who was unhappy and has had no answer yet. */
export type Unhappy = {
  readonly day: IsoDay;
  /** 0 to 6 of 10, where that was asked */
  readonly recommend: number | null;
  /** 1 or 2 of 5, where that was asked */
  readonly satisfaction: number | null;
};

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
     FROM feedback_now f JOIN customer_identity i ON i.id = f.identity_id
     WHERE f.state = 'new' AND f.received_on <= ? AND (f.recommend <= 6 OR f.satisfaction <= 2)
     ORDER BY f.received_on DESC, f.key`,
    asOf,
  );
  const found = new Map<number, Unhappy>();
  for (const { customer, day, recommend, satisfaction } of rows) {
    const place = placeOf.get(customer);
    if (place !== undefined) found.set(place, { day: isoDay(day), recommend, satisfaction });
  }
  return found;
};
