import { dayFromNumber } from '../../shared/model/day.ts';
import type { NotAvailable, Result } from '../../shared/model/result.ts';
import { result } from '../analytics/estimate.ts';
import { monthsBefore } from '../analytics/history.ts';
import { csat, surveyReach } from '../analytics/listening/csat.ts';
import { nps } from '../analytics/listening/nps.ts';
import { type Feedback, responseClock } from '../analytics/listening/response-clock.ts';
import type { Connection } from '../database/connection.ts';
import type { Analysis } from './analysis.ts';

/** What a group of customers says and how soon they are answered. */
export type Voice = {
  readonly nps: Result | NotAvailable;
  readonly csat: (Result & { readonly mean: number }) | NotAvailable;
  readonly responseClock:
    | (Result & { readonly median: Result; readonly open: number; readonly overdue: number })
    | NotAvailable;
  /** who answered ÷ customers it speaks for; null for nobody in particular */
  readonly coverage: number | null;
};

export type Listening = Voice & {
  readonly bySegment: readonly (Voice & { readonly segment: string })[];
  readonly impactPerformance: NotAvailable;
};

type Answer = {
  readonly customer: number | null;
  readonly day: string;
  readonly second: number | null;
  readonly recommend: number | null;
  readonly satisfaction: number | null;
  readonly comment: string | null;
  readonly answeredDay: string | null;
  readonly answeredSecond: number | null;
};

const MONTHS = 12;
const IMPACT: NotAvailable = {
  grade: 'D',
  reason: 'This version does not say yet what satisfaction hangs on.',
  needed:
    'At least 30 answers with an overall score and marks for single things such as price, staff or delivery.',
};

/** NPS, CSAT and the 48-hour clock of the last 12 months, overall and by segment (MODELS 8). */
export const listeningIn = (db: Connection, analysis: Analysis): Listening | NotAvailable => {
  const answers = answersOf(db, analysis);
  if (answers.length === 0)
    return {
      grade: 'D',
      reason: 'No customer has said anything in the last 12 months.',
      needed: 'Answers to a survey: recommend or satisfaction scores, or comments.',
    };
  const { segments, segmentOf } = analysis.segmentation.planned;
  const segmentOfAnswer = ({ customer }: Answer): number => {
    const place = customer === null ? undefined : analysis.placeOf.get(customer);
    return place === undefined ? -1 : segmentOf[place]!;
  };
  return {
    ...voiceOf(analysis, answers, analysis.history.customer.length),
    bySegment: segments.map((segment, place) => ({
      segment: segment.name,
      ...voiceOf(
        analysis,
        answers.filter((answer) => segmentOfAnswer(answer) === place),
        segment.customers,
      ),
    })),
    impactPerformance: IMPACT,
  };
};

const voiceOf = (analysis: Analysis, answers: readonly Answer[], customers: number): Voice => {
  const recommend = latest(answers, ({ recommend }) => recommend);
  const satisfaction = latest(answers, ({ satisfaction }) => satisfaction);
  const people = new Set(answers.flatMap(({ customer }) => customer ?? [])).size;
  return {
    nps: npsOf(analysis, recommend),
    csat: csatOf(analysis, satisfaction),
    responseClock: clockOf(analysis, answers),
    coverage: surveyReach(people, null, customers).coverage,
  };
};

const periodOf = ({ asOf, history }: Analysis) => ({
  from: dayFromNumber(monthsBefore(history.asOf, MONTHS) + 1),
  to: asOf,
});

const FEW = 30;
const few = (n: number): string[] =>
  n < FEW ? [`Only ${n} ${n === 1 ? 'answer' : 'answers'}: the range is wide.`] : [];

const npsOf = (analysis: Analysis, scores: readonly number[]): Voice['nps'] => {
  const found = nps(scores);
  if (!found)
    return {
      grade: 'D',
      reason: 'Nobody said whether they would recommend you.',
      needed: 'Survey answers from 0 to 10.',
    };
  const { value, lo, hi, level, n } = found;
  return result('nps', value, { lo, hi, level, n, period: periodOf(analysis), warnings: few(n) });
};

const csatOf = (analysis: Analysis, scores: readonly number[]): Voice['csat'] => {
  const found = csat(scores);
  if (!found)
    return {
      grade: 'D',
      reason: 'Nobody said how satisfied they are.',
      needed: 'Survey answers from 1 to 5.',
    };
  const { value, lo, hi, level, n } = found.satisfied;
  return {
    ...result('csat', value, { lo, hi, level, n, period: periodOf(analysis), warnings: few(n) }),
    mean: found.mean,
  };
};

/** What was written, and bad scores: these want an answer from a person. */
const wantsAnswer = ({ comment, recommend, satisfaction }: Answer): boolean =>
  comment !== null || isBad({ recommend, satisfaction });

const isBad = ({ recommend, satisfaction }: Pick<Answer, 'recommend' | 'satisfaction'>): boolean =>
  (recommend !== null && recommend <= 6) || (satisfaction !== null && satisfaction <= 2);

const clockOf = (analysis: Analysis, answers: readonly Answer[]): Voice['responseClock'] => {
  const items = answers.filter(wantsAnswer).map(
    (answer, id): Feedback => ({
      id,
      customer: answer.customer,
      received: hours(answer.day, answer.second),
      answered: answer.answeredDay === null ? null : hours(answer.answeredDay, answer.answeredSecond),
      value: stakeOf(analysis, answer.customer),
      severity: isBad(answer) ? 2 : 1,
    }),
  );
  const { inTime, medianHours, answered, open, overdue } = responseClock(
    items,
    (analysis.history.asOf + 1) * 24,
  );
  if (!inTime)
    return {
      grade: 'D',
      reason:
        open > 0
          ? 'Nothing has been answered or waited for 48 hours yet.'
          : 'Nothing that was said wants an answer.',
      needed: 'Comments or complaints with the day they were answered.',
    };
  const period = periodOf(analysis);
  const { value, lo, hi, level, n } = inTime;
  return {
    ...result('answeredInTime', value, { lo, hi, level, n, period }),
    median: result('answerTime', medianHours === null ? null : medianHours / 24, {
      n: answered,
      period,
      warnings: medianHours === null ? ['Nothing has been answered yet.'] : [],
    }),
    open,
    overdue: overdue.length,
  };
};

const stakeOf = ({ purchases, placeOf }: Analysis, customer: number | null): number => {
  const place = customer === null ? undefined : placeOf.get(customer);
  return place === undefined ? 0 : Math.max(0, purchases.revenue12m[place]!);
};

const NOON = 12 * 3600;

/** Hours since 1970 as written; noon where no time is known. */
const hours = (day: string, second: number | null): number =>
  Date.parse(`${day}T00:00:00Z`) / 3_600_000 + (second ?? NOON) / 3600;

/** The latest answer of each person; each anonymous one stands for itself. */
const latest = (answers: readonly Answer[], score: (answer: Answer) => number | null): number[] => {
  const byPerson = new Map<number, number>();
  const nobody: number[] = [];
  for (const answer of answers) {
    const value = score(answer);
    if (value === null) continue;
    if (answer.customer === null) nobody.push(value);
    else byPerson.set(answer.customer, value);
  }
  return [...byPerson.values(), ...nobody];
};

/** Answers of the last 12 months, the earliest first, as they were known on the day. */
const answersOf = (db: Connection, { asOf, history }: Analysis): Answer[] =>
  db.rows<Answer>(
    `SELECT i.customer_id AS customer, f.received_on AS day, f.received_second AS second, f.recommend, f.satisfaction, f.comment,
              f.answered_on AS answeredDay, f.answered_second AS answeredSecond
       FROM feedback_now f LEFT JOIN customer_identity i ON i.id = f.identity_id LEFT JOIN customer c ON c.id = i.customer_id
       WHERE f.received_on > ? AND f.received_on <= ? AND coalesce(c.no_profiling, 0) = 0
       ORDER BY f.received_on, f.received_second, f.key`,
    dayFromNumber(monthsBefore(history.asOf, MONTHS)),
    asOf,
  );
