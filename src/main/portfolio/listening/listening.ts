import { formats } from '../../../shared/format.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import type { Listening, Voice } from '../../../shared/model/listening.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { counted, plural } from '../../../shared/words.ts';
import { result } from '../../analytics/estimate.ts';
import { csat, surveyReach } from '../../analytics/listening/csat.ts';
import { nps } from '../../analytics/listening/nps.ts';
import type { OfficeHours } from '../../analytics/listening/office-hours.ts';
import { type Feedback, responseClock } from '../../analytics/listening/response-clock.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { dataPart } from '../analysis/part.ts';
import {
  clockItems,
  clockNow,
  type FeedbackRow,
  feedbackRows,
  isUntimed,
  listeningPeriod,
  wantsAnswer,
} from './feedback-items.ts';
import { clockSentence, voiceSentence } from './listening-words.ts';

const IMPACT: NotAvailable = {
  grade: 'D',
  reason: 'This version does not say yet what satisfaction hangs on.',
  needed:
    'At least 30 answers with an overall score and marks for single things such as price, staff or delivery.',
};

/** Monday to Friday, nine to five. */
const OFFICE: OfficeHours = { opens: 9, closes: 17, weekdays: [1, 2, 3, 4, 5] };
const OFFICE_WORDS = 'Monday to Friday, 9:00 to 17:00';

export const readListening = (
  db: Readable,
  { asOf }: { readonly asOf?: IsoDay | undefined } = {},
): Listening | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  if (!analysis)
    return { grade: 'D', reason: 'There are no sales in this portfolio yet.', needed: 'Import your sales.' };
  return listeningIn(db, analysis);
};

/** NPS, CSAT and the 48-hour clock of the last 12 months, overall and by segment (MODELS 8). */
export const listeningIn = dataPart('listening', (db, analysis): Listening | NotAvailable =>
  listen(db, analysis),
);

type Heard = {
  readonly analysis: Analysis;
  readonly rows: readonly FeedbackRow[];
  /** by place of the row; null for what wants no answer or cannot be timed */
  readonly items: readonly (Feedback | null)[];
  readonly untimed: number;
  /** who was asked in a survey */
  readonly asked: ReadonlySet<number>;
};

const listen = (db: Readable, analysis: Analysis): Listening | NotAvailable => {
  const rows = feedbackRows(db, analysis);
  if (rows.length === 0)
    return {
      grade: 'D',
      reason: 'No customer has said anything in the last 12 months.',
      needed: 'Answers to a survey: recommend or satisfaction scores, or comments.',
    };
  const wanting = rows.map((row) => wantsAnswer(row) && !isUntimed(row));
  const items = clockItems(db, analysis, rows).map((item, place) => (wanting[place] ? item : null));
  const untimed = rows.filter((row) => wantsAnswer(row) && isUntimed(row)).length;
  const heard: Heard = { analysis, rows, items, untimed, asked: askedIn(db, analysis) };
  const { segments, segmentOf } = analysis.segmentation.planned;
  const placesOf = segments.map((): number[] => []);
  const segmentOfCustomer = (customer: number | null): number => {
    const place = customer === null ? undefined : analysis.placeOf.get(customer);
    return place === undefined ? -1 : segmentOf[place]!;
  };
  for (const [k, { customer }] of rows.entries()) placesOf[segmentOfCustomer(customer)]?.push(k);
  const askedOf = segments.map(
    (_, segment) => new Set([...heard.asked].filter((customer) => segmentOfCustomer(customer) === segment)),
  );
  const all = voiceOf(heard, [...rows.keys()], heard.asked, analysis.history.customer.length);
  const say = formats(analysis.settings.locale, analysis.currency);
  return {
    asOf: analysis.asOf,
    period: listeningPeriod(analysis),
    finding: voiceSentence(
      say,
      all,
      latest(rows, ({ recommend }) => recommend),
    ),
    clockFinding: clockSentence(say, all.responseClock),
    officeHours: OFFICE_WORDS,
    ...all,
    bySegment: segments.map(({ name, customers }, segment) => ({
      segment: name,
      customers,
      ...voiceOf(heard, placesOf[segment]!, askedOf[segment]!, customers),
    })),
    impactPerformance: IMPACT,
  };
};

const voiceOf = (
  heard: Heard,
  places: readonly number[],
  asked: ReadonlySet<number>,
  customers: number,
): Voice => {
  const rows = places.map((k) => heard.rows[k]!);
  const items = places.flatMap((k) => heard.items[k] ?? []);
  const people = new Set(rows.flatMap(({ customer }) => customer ?? []));
  const reached = [...asked].filter((customer) => people.has(customer)).length;
  const { coverage } = surveyReach(people.size, null, customers);
  return {
    nps: npsOf(
      heard.analysis,
      latest(rows, ({ recommend }) => recommend),
    ),
    csat: csatOf(
      heard.analysis,
      latest(rows, ({ satisfaction }) => satisfaction),
    ),
    responseClock: clockOf(heard, items, null),
    officeClock: clockOf(heard, items, OFFICE),
    people: people.size,
    coverage,
    responseRate: rateOf(heard.analysis, reached, asked.size, customers),
  };
};

const FEW = 30;
const few = (n: number): string[] => (n < FEW ? [`Only ${counted(n, 'answer')}: the range is wide.`] : []);

const npsOf = (analysis: Analysis, scores: readonly number[]): Voice['nps'] => {
  const found = nps(scores);
  if (!found)
    return {
      grade: 'D',
      reason: 'Nobody said whether they would recommend you.',
      needed: 'Survey answers from 0 to 10.',
    };
  const { value, lo, hi, level, n } = found;
  const period = listeningPeriod(analysis);
  return result('nps', value, { lo, hi, level, n, period, warnings: few(n) });
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
  const period = listeningPeriod(analysis);
  return { ...result('csat', value, { lo, hi, level, n, period, warnings: few(n) }), mean: found.mean };
};

const rateOf = (
  analysis: Analysis,
  answered: number,
  asked: number,
  customers: number,
): Voice['responseRate'] => {
  const { responseRate } = surveyReach(answered, asked, customers);
  if (!responseRate)
    return {
      grade: 'D',
      reason: 'It is not known how many were asked.',
      needed: 'A campaign that is called a survey, with its recipients.',
    };
  const { value, lo, hi, level, n } = responseRate;
  return result('responseRate', value, { lo, hi, level, n, period: listeningPeriod(analysis) });
};

const clockOf = (
  { analysis, untimed }: Heard,
  items: readonly Feedback[],
  hours: OfficeHours | null,
): Voice['responseClock'] => {
  const { inTime, medianHours, answered, open, overdue } = responseClock(items, clockNow(analysis), hours);
  if (!inTime)
    return {
      grade: 'D',
      reason:
        open > 0
          ? 'Nothing has been answered or waited for 48 hours yet.'
          : 'Nothing that was said wants an answer.',
      needed: 'Comments or complaints with the day they were answered.',
    };
  const period = listeningPeriod(analysis);
  const { value, lo, hi, level, n } = inTime;
  const dayHours = hours ? hours.closes - hours.opens : 24;
  const warnings = [
    ...(hours ? [`Counted in opening hours, ${OFFICE_WORDS}; a day has ${dayHours} of them.`] : []),
    ...(untimed > 0
      ? [`${untimed} of all that was answered ${plural(untimed, 'has', 'have')} no day of the answer.`]
      : []),
  ];
  return {
    ...result('answeredInTime', value, { lo, hi, level, n, period, warnings }),
    median: result('answerTime', medianHours === null ? null : medianHours / dayHours, {
      n: answered,
      period,
      warnings: medianHours === null ? ['Nothing has been answered yet.'] : warnings,
    }),
    open,
    overdue: overdue.length,
  };
};

/** The latest answer of each person; each anonymous one stands for itself. */
const latest = (answers: readonly FeedbackRow[], score: (answer: FeedbackRow) => number | null): number[] => {
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

/** Whether a campaign asks for an answer rather than for a purchase, as far as its name says. */
export const isSurvey = (campaign: string): boolean => SURVEY.test(campaign);

const SURVEY =
  /survey|questionnaire|feedback|\bnps\b|\bcsat\b|umfrage|befragung|fragebogen|enqu[eê]te|sondage|encuesta|sondaggio|indagine|inqu[eé]rito|pesquisa|enquête/i;

/** Customers who were asked in the 12 months: recipients of a campaign that is called a survey. */
const askedIn = (db: Readable, analysis: Analysis): ReadonlySet<number> => {
  const { from, to } = listeningPeriod(analysis);
  const rows = db.all(
    q
      .selectFrom('campaign_recipient_now as r')
      .innerJoin('customer_identity as i', 'i.id', 'r.identity_id')
      .innerJoin('customer as c', 'c.id', 'i.customer_id')
      .leftJoin('campaign_now as n', 'n.name', 'r.campaign')
      .select(['r.campaign', 'i.customer_id as customer'])
      .distinct()
      .where(({ between, fn }) => between(fn.coalesce('r.sent_on', 'n.day'), from, to))
      .where('c.no_profiling', '=', 0),
  );
  return new Set(rows.filter(({ campaign }) => isSurvey(campaign)).map(({ customer }) => customer));
};
