import type { Line, Shelf } from './basket.ts';
import { fillBasket, returned, shelfFor } from './basket.ts';
import type { Calendar, Pace } from './calendar.ts';
import { calendarUntil, paceOf } from './calendar.ts';
import type { Anonymous, Kind } from './kind.ts';
import { nameList } from './names.ts';
import type { Customer, Drawing } from './plan.ts';
import { planCustomer, shareOut } from './plan.ts';
import type { Random } from './random.ts';
import { seededRandom } from './random.ts';
import type { SampleOptions } from './truth.ts';
import { growthBy, nextVisit } from './visits.ts';

/** A receipt before it has a number. */
export type Order = {
  /** index into the customers, or −1 */
  readonly customer: number;
  readonly minute: number;
  readonly lines: readonly Line[];
  readonly cancelled: boolean;
  /** the customer's first one in the file, which is never spoilt: so every customer can be found in it */
  readonly first: boolean;
  readonly refund: boolean;
};

export type Business = {
  readonly kind: Kind;
  readonly calendar: Calendar;
  readonly customers: readonly Customer[];
  /** one list of orders a day, in the order of the day; to be walked through once */
  readonly days: () => Generator<readonly Order[]>;
};

type Counter = {
  readonly shelf: Shelf;
  readonly pace: Pace;
  readonly perDay: number;
  readonly of: Anonymous;
};

/** How much orders of one customer differ: gamma with this shape, a coefficient of variation of 0.4. */
const ORDER_SHAPE = 6;
const DAYS_PER_WEEK = 7;
const COUNTER_RETURNS = 0.002;

export const openBusiness = (kind: Kind, options: SampleOptions): Business => {
  const calendar = calendarUntil(options.until, kind.season);
  const customers = planCustomers(kind, calendar, options);
  const shelf = shelfFor(kind.articles, false, kind.amountsIncludeVat);
  const counter = kind.anonymous === null ? null : counterFor(kind.anonymous, shelf, calendar, customers);
  const days = (): Generator<readonly Order[]> => trade(kind, calendar, customers, counter, options.seed);
  return { kind, calendar, customers, days };
};

const planCustomers = (kind: Kind, calendar: Calendar, options: SampleOptions): readonly Customer[] => {
  const random = seededRandom(options.seed, `${kind.kind} customers`);
  const names = nameList(seededRandom(options.seed, `${kind.kind} names`));
  const drawing: Drawing = { calendar, random, names, phones: { used: 0 } };
  const shelves = [false, true].map((t) => shelfFor(kind.articles, t, kind.amountsIncludeVat));
  const counts = shareOut(
    kind.types.map((t) => t.share),
    options.customers,
  );
  const customers: Customer[] = [];
  for (const [t, type] of kind.types.entries()) {
    const shelf = shelves[type.trade ? 1 : 0];
    if (shelf === undefined) throw new RangeError(`${type.name}: no price list`);
    const pace = paceOf(calendar, type.weekdays, type.rhythm.kind === 'free' ? type.seasonality : 0);
    for (let i = 0; i < (counts[t] ?? 0); i++) {
      customers.push(planCustomer(drawing, type, shelf, pace, customers.length + 1, type.fates[i] ?? null));
    }
  }
  return customers;
};

/** Sizes the sales without a customer to their share of what the customers are expected to bring. */
const counterFor = (
  of: Anonymous,
  shelf: Shelf,
  calendar: Calendar,
  customers: readonly Customer[],
): Counter => {
  let expected = 0;
  for (const c of customers) {
    const days = c.end - c.firstVisit;
    const middle = growthBy(c, c.firstVisit + days / 2);
    expected += c.meanValue * Math.max(1, ((c.ratePerWeek * days) / DAYS_PER_WEEK) * middle);
  }
  const value = (expected * of.share) / (1 - of.share);
  return { shelf, pace: paceOf(calendar, of.weekdays, 1), perDay: value / of.value / calendar.days, of };
};

function* trade(
  kind: Kind,
  calendar: Calendar,
  customers: readonly Customer[],
  counter: Counter | null,
  seed: number,
): Generator<readonly Order[]> {
  const random = seededRandom(seed, `${kind.kind} orders`);
  const visits: number[][] = Array.from({ length: calendar.days }, () => []);
  const goodsBack: Order[][] = Array.from({ length: calendar.days }, () => []);
  for (const [i, c] of customers.entries()) visits[c.firstVisit]?.push(i);
  for (let day = 0; day < calendar.days; day++) {
    const today: Order[] = goodsBack[day] ?? [];
    const sell = (order: Order, shelf: Shelf, returns: number): void => {
      today.push(order);
      if (order.cancelled || !random.chance(returns)) return;
      const back = openDayAfter(kind, calendar, day, random);
      if (back < calendar.days) goodsBack[back]?.push(refundOf(order, shelf, random));
    };
    for (const i of visits[day] ?? []) {
      const c = customers[i];
      if (c === undefined) continue;
      sell(orderOf(kind, calendar, c, i, day, random), c.shelf, c.type.returns);
      const next = nextVisit(c, day, calendar, random);
      if (next >= 0) visits[next]?.push(i);
    }
    if (counter !== null) {
      const count = random.poisson(counter.perDay * (counter.pace.intensity[day] ?? 0));
      for (let n = 0; n < count; n++) {
        sell(counterSale(kind, calendar, counter, day, random), counter.shelf, COUNTER_RETURNS);
      }
    }
    visits[day] = [];
    goodsBack[day] = [];
    yield today.sort((a, b) => a.minute - b.minute);
  }
}

const minuteIn = ([from, to]: readonly [number, number], random: Random): number =>
  from * 60 + random.below((to - from) * 60);

const orderOf = (
  kind: Kind,
  calendar: Calendar,
  c: Customer,
  index: number,
  day: number,
  random: Random,
): Order => {
  const first = day === c.firstVisit;
  // a standing order comes as often as ever: season and growth are in what is on it
  const standing = c.standing === null ? 1 : growthBy(c, day) * seasonFor(calendar, c, day);
  const lines = fillBasket(
    c.shelf,
    {
      value: c.meanValue * standing * random.gamma(ORDER_SHAPE),
      lines: c.type.linesPerOrder,
      month: calendar.month[day] ?? 1,
      favourites: c.favourites,
      discountPercent: random.chance(c.type.discountShare) ? c.type.discountPercent : 0,
    },
    random,
  );
  const minute = minuteIn(c.type.hours, random);
  const cancelled = random.chance(kind.cancelledShare) && !first;
  return { customer: index, minute, lines, cancelled, first, refund: false };
};

const seasonFor = (calendar: Calendar, c: Customer, day: number): number =>
  1 + ((calendar.season[day] ?? 1) - 1) * c.type.seasonality;

const counterSale = (
  kind: Kind,
  calendar: Calendar,
  { shelf, of }: Counter,
  day: number,
  random: Random,
): Order => {
  const lines = fillBasket(
    shelf,
    {
      value: of.value * random.gamma(2),
      lines: of.linesPerOrder,
      month: calendar.month[day] ?? 1,
      favourites: [],
      discountPercent: 0,
    },
    random,
  );
  const minute = minuteIn(of.hours, random);
  return {
    customer: -1,
    minute,
    lines,
    cancelled: random.chance(kind.cancelledShare),
    first: false,
    refund: false,
  };
};

/** A credit note for one line of an order, or for part of it. */
const refundOf = (order: Order, shelf: Shelf, random: Random): Order => {
  const line = random.pick(order.lines);
  const back = returned(shelf, line, 1 + random.below(line.quantity));
  return {
    customer: order.customer,
    minute: order.minute,
    lines: [back],
    cancelled: false,
    first: false,
    refund: true,
  };
};

/** A day on which the business is open, some days later; may lie beyond the file. */
const openDayAfter = (kind: Kind, calendar: Calendar, day: number, random: Random): number => {
  const [lo, hi] = kind.returnDelay;
  const closed = closedWeekdays(kind);
  let back = day + lo + random.below(hi - lo + 1);
  while (back < calendar.days && (calendar.holiday[back] || closed.includes(calendar.weekday[back] ?? 0)))
    back++;
  return back;
};

/** Weekdays (Monday is 0) on which nobody ever comes. */
export const closedWeekdays = (kind: Kind): readonly number[] => {
  const groups = [...kind.types, ...(kind.anonymous === null ? [] : [kind.anonymous])];
  return [0, 1, 2, 3, 4, 5, 6].filter((w) => groups.every((g) => g.weekdays[w] === 0));
};
