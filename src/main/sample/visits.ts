import type { Calendar, Pace } from './calendar.ts';
import type { Standing } from './kind.ts';
import type { Random } from './random.ts';
import { exp } from './random.ts';

/** When one customer comes: what `nextVisit` needs to know. Days are indices into the calendar. */
export type Visitor = {
  readonly pace: Pace;
  readonly ratePerWeek: number;
  readonly standing: (Standing & { readonly phase: number; readonly skip: number }) | null;
  /** the day from which growth is counted */
  readonly growsFrom: number;
  /** natural logarithm of the yearly factor; 0 is steady */
  readonly logFactor: number;
  /** the first day without the customer */
  readonly end: number;
};

const DAYS_PER_YEAR = 365.25;

/** What growth has made of a customer's revenue by a day: 1 when the file begins, or at birth. */
export const growthBy = (visitor: Visitor, day: number): number =>
  visitor.logFactor === 0 ? 1 : exp((visitor.logFactor * (day - visitor.growsFrom)) / DAYS_PER_YEAR);

/**
 * The first visit after a day, or −1 when there is none before the visitor's end. Free visits are a Poisson process
 * over the pace of the shop, at most one a day, thinned where the rate grows or falls.
 * @param after −1 for the first day of the file
 */
export const nextVisit = (visitor: Visitor, after: number, calendar: Calendar, random: Random): number =>
  visitor.standing === null
    ? nextFree(visitor, after, random)
    : nextStanding(visitor, visitor.standing, after, calendar, random);

const nextFree = (visitor: Visitor, after: number, random: Random): number => {
  const { sums } = visitor.pace;
  const peak = Math.max(growthBy(visitor, visitor.growsFrom), growthBy(visitor, visitor.end));
  const scale = 7 / (visitor.ratePerWeek * peak);
  let day = after;
  for (;;) {
    day = firstDayReaching(sums, (sums[day + 1] ?? 0) + random.exponential() * scale, day + 1);
    if (day >= visitor.end) return -1;
    if (visitor.logFactor === 0 || random.chance(growthBy(visitor, day) / peak)) return day;
  }
};

/** The first day d ≥ from with sums[d + 1] ≥ target, or the number of days. */
const firstDayReaching = (sums: Float64Array, target: number, from: number): number => {
  let lo = from;
  let hi = sums.length - 1;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if ((sums[mid + 1] ?? 0) >= target) hi = mid;
    else lo = mid + 1;
  }
  return lo;
};

const nextStanding = (
  visitor: Visitor,
  standing: NonNullable<Visitor['standing']>,
  after: number,
  calendar: Calendar,
  random: Random,
): number => {
  for (let day = after + 1; day < visitor.end; day++) {
    if (isDelivery(visitor, standing, day, calendar) && !random.chance(standing.skip)) return day;
  }
  return -1;
};

const isDelivery = (
  visitor: Visitor,
  standing: NonNullable<Visitor['standing']>,
  day: number,
  calendar: Calendar,
): boolean => {
  const weekday = calendar.weekday[day] ?? 0;
  const week = Math.floor((day - weekday + 6) / 7);
  return (
    (visitor.pace.intensity[day] ?? 0) > 0 &&
    standing.weekdays.includes(weekday) &&
    week % standing.everyWeeks === standing.phase
  );
};

/** The first day from `day` on on which the visitor could come at all, or −1. */
export const firstPossibleDay = (visitor: Visitor, day: number, calendar: Calendar): number => {
  for (let d = Math.max(0, day); d < calendar.days; d++) {
    const open = (visitor.pace.intensity[d] ?? 0) > 0;
    if (open && (visitor.standing === null || isDelivery(visitor, visitor.standing, d, calendar))) return d;
  }
  return -1;
};
