import { median } from '../numeric/order-statistics.ts';
import { type Share, wilson } from '../numeric/wilson.ts';
import { type OfficeHours, officeHoursBetween } from './office-hours.ts';

/** A piece of feedback that wants an answer; times in hours since 1970-01-01 00:00 as written. */
export type Feedback = {
  readonly id: number;
  readonly customer: number | null;
  readonly received: number;
  /** first reply by a person; null while it is open */
  readonly answered: number | null;
  /** the answer counts although it came after `now`: the owner has told of it since */
  readonly toldSince?: boolean;
  /** value at stake in minor units, 0 where unknown  */
  readonly value: number;
  /** how bad it is, 1 where nothing is said */
  readonly severity: number;
};

/** An open item that has waited too long. */
export type OverdueFeedback = {
  readonly id: number;
  readonly customer: number | null;
  readonly hours: number;
  readonly weight: number;
};

/** How soon feedback is answered (MODELS 8). */
export type ResponseClock = {
  /** median hours to the answer, of those answered; null without any */
  readonly medianHours: number | null;
  /** share answered in time; open ones count as missed once the time is over, and not at all before; null without any */
  readonly inTime: Share | null;
  readonly answered: number;
  readonly open: number;
  /** open beyond the limit, the weightiest (value × severity) first */
  readonly overdue: readonly OverdueFeedback[];
};

/** Answered within two days. */
export const ANSWER_WITHIN_HOURS = 48;

/**
 * @param now hours since 1970-01-01 00:00; items received later are not seen  @param hours office hours to count in instead of
 *   the clock's
 */
export const responseClock = (
  items: readonly Feedback[],
  now: number,
  hours: OfficeHours | null = null,
  within = ANSWER_WITHIN_HOURS,
): ResponseClock => {
  const waited = (from: number, to: number): number =>
    hours ? officeHoursBetween(from, to, hours) : Math.max(0, to - from);
  const waits: number[] = [];
  const overdue: OverdueFeedback[] = [];
  let open = 0;
  let inTime = 0;
  for (const { id, customer, received, answered, toldSince, value, severity } of items) {
    if (received > now) continue;
    if (answered !== null && (answered <= now || toldSince)) {
      const wait = waited(received, answered);
      waits.push(wait);
      if (wait <= within) inTime++;
      continue;
    }
    open++;
    const wait = waited(received, now);
    if (wait > within) overdue.push({ id, customer, hours: wait, weight: Math.max(0, value) * severity });
  }
  overdue.sort((a, b) => b.weight - a.weight || b.hours - a.hours || a.id - b.id);
  return {
    medianHours: waits.length > 0 ? median(waits) : null,
    inTime: wilson(inTime, waits.length + overdue.length),
    answered: waits.length,
    open,
    overdue,
  };
};
