import { dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import type { FeedbackState } from '../../../shared/model/listening.ts';
import { monthsBefore } from '../../analytics/calendar/months.ts';
import type { Feedback } from '../../analytics/listening/response-clock.ts';
import type { Readable } from '../../database/connection.ts';
import { feedbackInForce } from '../../database/feedback.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { lastSaleDay } from '../analysis/history.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';

/** One answer to a survey, comment or complaint, unchanged. */
export type FeedbackRow = {
  readonly key: string;
  readonly customer: number | null;
  readonly day: IsoDay;
  readonly second: number | null;
  readonly touchpoint: string | null;
  readonly recommend: number | null;
  readonly satisfaction: number | null;
  readonly comment: string | null;
  readonly state: FeedbackState;
  readonly answeredDay: IsoDay | null;
  readonly answeredSecond: number | null;
  readonly ownAnswer: number | null;
};

const MONTHS = 12;

/** The 12 months up to the day of the analysis. */
export const listeningPeriod = ({ asOf, history }: Analysis) => ({
  from: dayFromNumber(monthsBefore(history.asOf, MONTHS) + 1),
  to: asOf,
});

/**
 * Feedback of the last 12 months, the earliest first; of customers who object to profiling none.
 * @param later what came after the day of the analysis too
 */
export const feedbackRows = (db: Readable, analysis: Analysis, later = false): FeedbackRow[] => {
  const { from, to } = listeningPeriod(analysis);
  return db.all(
    q
      .selectFrom(feedbackInForce())
      .leftJoin('customer_identity as i', 'i.id', 'f.identity_id')
      .leftJoin('customer as c', 'c.id', 'i.customer_id')
      .select([
        'f.key',
        'i.customer_id as customer',
        'f.received_on as day',
        'f.received_second as second',
        'f.touchpoint',
        'f.recommend',
        'f.satisfaction',
        'f.comment',
        'f.state',
        'f.answered_on as answeredDay',
        'f.answered_second as answeredSecond',
        'f.own_answer as ownAnswer',
      ])
      .where('f.received_on', '>=', from)
      .$if(!later, (upTo) => upTo.where('f.received_on', '<=', to))
      .where(({ eb, fn, lit }) => eb(fn.coalesce('c.no_profiling', lit(0)), '=', 0))
      .orderBy('f.received_on')
      .orderBy('f.received_second')
      .orderBy('f.key'),
  );
};

type Scores = Pick<FeedbackRow, 'recommend' | 'satisfaction'>;

export const isBad = ({ recommend, satisfaction }: Scores): boolean =>
  (recommend !== null && recommend <= 6) || (satisfaction !== null && satisfaction <= 2);

/** What was written, and bad scores: these want an answer from a person. */
export const wantsAnswer = (row: Scores & Pick<FeedbackRow, 'comment'>): boolean =>
  row.comment !== null || isBad(row);

const NOON = 12 * 3600;

/** Hours since 1970 as written; noon where no time is known. */
const hours = (day: string, second: number | null): number =>
  Date.parse(`${day}T00:00:00Z`) / 3_600_000 + (second ?? NOON) / 3600;

/** The end of the day of the analysis on the same clock. */
export const clockNow = ({ history }: Analysis): number => (history.asOf + 1) * 24;

/** Whether it is on its way to an answer, and when that came is not known: it is neither open nor can it be timed. */
export const isUntimed = ({ state, answeredDay }: FeedbackRow): boolean =>
  state !== 'new' && answeredDay === null;

/** Rows as the clock sees them; the id is the place in the list. What the owner told of later counts on the latest day only. */
export const clockItems = (
  db: Readable,
  analysis: Analysis,
  rows: readonly FeedbackRow[],
): readonly Feedback[] => {
  const stake = stakesIn(analysis);
  const latest = analysis.asOf === lastSaleDay(db);
  return rows.map((row, id) => ({
    id,
    customer: row.customer,
    received: hours(row.day, row.second),
    answered: row.answeredDay === null ? null : hours(row.answeredDay, row.answeredSecond),
    toldSince: latest && row.ownAnswer === 1,
    value: stake.of(row.customer),
    severity: isBad(row) ? 2 : 1,
  }));
};

/** What is at stake with a customer, minor units: the value ahead where a model speaks of single customers, else 12 months' revenue. */
export const stakesIn = (analysis: Analysis) => {
  const { purchases, placeOf } = analysis;
  const models = modelsOf(analysis);
  const is: 'clv' | 'revenue12m' = speaksOfCustomers(models) ? 'clv' : 'revenue12m';
  const values = is === 'clv' ? models.scores.clv : purchases.revenue12m;
  return {
    is,
    of: (customer: number | null): number => {
      const place = customer === null ? undefined : placeOf.get(customer);
      return place === undefined ? 0 : Math.max(0, values[place]! || 0);
    },
  };
};
