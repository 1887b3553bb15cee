import type { IsoDay } from '../../../shared/model/day.ts';
import type { FeedbackState, Inbox, InboxItem } from '../../../shared/model/listening.ts';
import { FeedbackStateSchema } from '../../../shared/model/listening.ts';
import { type Feedback, responseClock } from '../../analytics/listening/response-clock.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { lastSaleDay } from '../analysis/history.ts';
import { dataPart } from '../analysis/part.ts';
import {
  clockItems,
  clockNow,
  type FeedbackRow,
  feedbackRows,
  isUntimed,
  stakesIn,
  wantsAnswer,
} from './feedback-items.ts';

export type InboxQuery = {
  readonly state?: FeedbackState | undefined;
  readonly offset: number;
  readonly limit: number;
  readonly asOf?: IsoDay | undefined;
};

const nothing = (): Record<FeedbackState, number> => ({ new: 0, answered: 0, changed: 0, told: 0 });

/** What wants an answer from a person, a page of it. */
export const readInbox = (db: Readable, query: InboxQuery): Inbox => {
  const analysis = analysisOf(db, query.asOf);
  if (!analysis)
    return { asOf: null, counts: nothing(), overdue: 0, quiet: 0, stakeIs: 'revenue12m', total: 0, rows: [] };
  const { items, ...rest } = inboxIn(db, analysis);
  const fitting = items.filter(({ state }) => query.state === undefined || state === query.state);
  return {
    asOf: analysis.asOf,
    ...rest,
    total: fitting.length,
    rows: fitting.slice(query.offset, query.offset + query.limit),
  };
};

/**
 * Everything that wants an answer: what is open for more than 48 hours by value × severity, then what else is open, then the rest,
 * the latest first. On the latest day what came after it is there too, and waits for nothing yet.
 */
export const inboxIn = dataPart('inbox', (db, analysis) => {
  const rows = feedbackRows(db, analysis, analysis.asOf === lastSaleDay(db));
  const wanting = rows.filter(wantsAnswer);
  const clocked = clockItems(db, analysis, wanting);
  const now = clockNow(analysis);
  const { overdue } = responseClock(
    clocked.filter(({ id }) => !isUntimed(wanting[id]!)),
    now,
  );
  const late = new Map(overdue.map(({ id }, order) => [id, order]));
  const open = (row: FeedbackRow): boolean => row.state === 'new';
  const order = clocked
    .map(({ id }) => id)
    .sort(
      (a, b) =>
        (late.get(a) ?? late.size) - (late.get(b) ?? late.size) ||
        Number(open(wanting[b]!)) - Number(open(wanting[a]!)) ||
        (open(wanting[a]!) ? a - b : b - a),
    );
  const counts = nothing();
  for (const { state } of wanting) counts[FeedbackStateSchema.parse(state)]++;
  return {
    counts,
    overdue: overdue.length,
    quiet: rows.length - wanting.length,
    stakeIs: stakesIn(analysis).is,
    items: order.map((id) => itemOf(analysis, wanting[id]!, clocked[id]!, now, late.has(id))),
  };
});

const itemOf = (
  { placeOf, names, segmentation }: Analysis,
  row: FeedbackRow,
  { received, answered, toldSince, value }: Feedback,
  now: number,
  overdue: boolean,
): InboxItem => {
  const place = row.customer === null ? undefined : placeOf.get(row.customer);
  const end = answered !== null && (answered <= now || toldSince) ? answered : now;
  const segment = place === undefined ? -1 : segmentation.planned.segmentOf[place]!;
  return {
    key: row.key,
    customer: row.customer,
    name: place === undefined ? null : names.name[place]!,
    segment: segment < 0 ? null : segmentation.planned.segments[segment]!.name,
    day: row.day,
    touchpoint: row.touchpoint,
    recommend: row.recommend,
    satisfaction: row.satisfaction,
    comment: row.comment,
    state: row.state,
    waited: isUntimed(row) || received > now ? null : Math.max(0, end - received),
    overdue,
    atStake: Math.round(value),
  };
};
