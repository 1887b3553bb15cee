import { dayNumber, type IsoDay, isoDay } from '../../../shared/model/day.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import { result } from '../../analytics/estimate.ts';
import { csat } from '../../analytics/listening/csat.ts';
import { nps } from '../../analytics/listening/nps.ts';
import {
  type Feedback,
  type ResponseClock,
  responseClock,
} from '../../analytics/listening/response-clock.ts';
import type { Connection } from '../../database/connection.ts';
import type { Analysis } from '../analysis.ts';

/** What one person said last; anonymous answers are one person each. */
export type SurveyAnswer = {
  /** place in the analysis; null for nobody in particular, or who may not be profiled */
  readonly place: number | null;
  readonly recommend: number | null;
  readonly satisfaction: number | null;
  readonly ratings: Readonly<Record<string, number>>;
};

export type Survey = {
  /** the latest of each person */
  readonly answers: readonly SurveyAnswer[];
  readonly period: Period;
  readonly clock: ResponseClock;
};

type Row = {
  customer: number | null;
  day: string;
  second: number | null;
  recommend: number | null;
  satisfaction: number | null;
  ratings: string | null;
  answered_on: string | null;
  answered_second: number | null;
};

const HOURS = 24;
/** What came without a time of day counts from the beginning of the day. */
const hoursOf = (day: string, second: number | null): number =>
  dayNumber(isoDay(day)) * HOURS + (second ?? 0) / 3600;

/** Feedback received up to the day of the analysis; null without any. */
export const surveyIn = (db: Connection, { asOf, placeOf, purchases }: Analysis): Survey | null => {
  const rows = db.rows<Row>(
    `SELECT i.customer_id AS customer, f.received_on AS day, f.received_second AS second, f.recommend, f.satisfaction, f.ratings,
            f.answered_on, f.answered_second
     FROM feedback_now f LEFT JOIN customer_identity i ON i.id = f.identity_id
     WHERE f.received_on <= ? ORDER BY f.received_on, f.received_second, f.key`,
    asOf,
  );
  if (rows.length === 0) return null;
  const latest = new Map<string, SurveyAnswer>();
  for (const [k, row] of rows.entries()) {
    const who = row.customer === null ? `row ${k}` : `customer ${row.customer}`;
    latest.delete(who);
    latest.set(who, {
      place: row.customer === null ? null : (placeOf.get(row.customer) ?? null),
      recommend: row.recommend,
      satisfaction: row.satisfaction,
      ratings: JSON.parse(row.ratings ?? '{}') as Record<string, number>,
    });
  }
  const items = rows.map((row, id): Feedback => {
    const place = row.customer === null ? undefined : placeOf.get(row.customer);
    return {
      id,
      customer: row.customer,
      received: hoursOf(row.day, row.second),
      answered: row.answered_on === null ? null : hoursOf(row.answered_on, row.answered_second),
      value: place === undefined ? 0 : Math.max(0, purchases.revenue12m[place]!),
      severity: 1,
    };
  });
  return {
    answers: [...latest.values()],
    period: { from: isoDay(rows[0]!.day), to: isoDay(rows.at(-1)!.day) },
    clock: responseClock(items, hoursOf(endOf(asOf), null)),
  };
};

/** The whole day of the analysis is over. */
const endOf = (asOf: IsoDay): IsoDay =>
  isoDay(new Date((dayNumber(asOf) + 1) * 86_400_000).toISOString().slice(0, 10));

const scoresOf = (answers: readonly SurveyAnswer[], of: 'recommend' | 'satisfaction'): number[] =>
  answers.flatMap((answer) => answer[of] ?? []);

export const npsOf = (answers: readonly SurveyAnswer[]) => nps(scoresOf(answers, 'recommend'));

export const csatOf = (answers: readonly SurveyAnswer[]) => csat(scoresOf(answers, 'satisfaction'));

/** Net promoter score, satisfaction, and answers within two days: those that were asked for. */
export const surveyFacts = ({ answers, period, clock }: Survey): Result[] => {
  const recommend = npsOf(answers);
  const satisfied = csatOf(answers);
  const facts: Result[] = [];
  if (recommend)
    facts.push(
      result('nps', recommend.value, {
        n: recommend.n,
        lo: recommend.lo,
        hi: recommend.hi,
        level: recommend.level,
        method: `nps-${recommend.interval}`,
        period,
      }),
    );
  if (satisfied)
    facts.push(
      result('csat', satisfied.satisfied.value, {
        n: satisfied.n,
        lo: satisfied.satisfied.lo,
        hi: satisfied.satisfied.hi,
        level: satisfied.satisfied.level,
        period,
      }),
    );
  if (clock.inTime)
    facts.push(
      result('answeredInTime', clock.inTime.value, {
        n: clock.inTime.n,
        lo: clock.inTime.lo,
        hi: clock.inTime.hi,
        level: clock.inTime.level,
        period,
      }),
    );
  return facts;
};

export type Rated = { readonly attribute: string; readonly mean: number; readonly n: number };

/** Fewer marks than this are single opinions. */
const FEWEST_MARKS = 5;

/** Single things people gave marks for, the worst first. */
export const ratedIn = ({ answers }: Survey): Rated[] => {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { ratings } of answers) {
    for (const [attribute, mark] of Object.entries(ratings)) {
      const own = sums.get(attribute) ?? { sum: 0, n: 0 };
      own.sum += mark;
      own.n++;
      sums.set(attribute, own);
    }
  }
  return [...sums]
    .filter(([, { n }]) => n >= FEWEST_MARKS)
    .map(([attribute, { sum, n }]) => ({ attribute, mean: sum / n, n }))
    .sort((a, b) => a.mean - b.mean || (a.attribute < b.attribute ? -1 : 1));
};
