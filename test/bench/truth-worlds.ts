import { weekOf } from '../../src/main/analytics/calendar/season.ts';
import { type PurchaseHistory, withClock } from '../../src/main/analytics/history.ts';
import { type Random, seededRandom } from '../../src/main/analytics/numeric/random.ts';
import { betaVariate, gammaVariate, normalVariate } from '../../src/main/analytics/numeric/variates.ts';
import { dayNumber, isoDay } from '../../src/shared/model/day.ts';

/** A made shop whose truth is known: customers come, buy at a rate of their own, and leave after a purchase by a chance of their own. */
export type World = {
  readonly name: string;
  readonly years: number;
  /** new customers a month at the beginning, and how their number changes a month, on the log scale */
  readonly newcomers: number;
  readonly growth?: number;
  /** all customers there are, in the place of newcomers */
  readonly fixed?: number;
  /** years of life before the first exported day: the shop is in balance */
  readonly before: number;
  /** how busy a week of the year is */
  readonly season?: (week: number) => number;
  /** rise of the value of an order a year, on the log scale */
  readonly prices?: number;
  /** whether nobody ever leaves */
  readonly nobodyLeaves?: boolean;
  /** by what factor somebody buys more often in the last 365 days */
  readonly change?: (traits: Traits) => number;
  /** the last exported day; 30 June 2025 where left out */
  readonly last?: number;
};

/** What is true of one made customer. */
export type Traits = {
  /** revenue a year while nothing changes, minor units */
  readonly yearly: number;
  /** 0, 1, 2 or 3, by lot */
  readonly group: number;
};

export const WORLDS: readonly World[] = [
  // those who hardly ever leave gather for decades: only then do as many come as go
  { name: 'steady', years: 3, newcomers: 8, before: 40 },
  { name: 'growing', years: 3, newcomers: 5, growth: 0.02, before: 3 },
  { name: 'seasonal', years: 3, newcomers: 8, before: 6, season: (week) => (week >= 48 ? 4 : 1) },
  { name: 'newly opened', years: 1.5, newcomers: 20, before: 0 },
  { name: '30 customers', years: 3, newcomers: 0, fixed: 30, before: 1 },
  { name: 'rising prices', years: 3, newcomers: 8, before: 6, prices: 0.12 },
];

export const MOST_AHEAD = 365;
export const LAST = dayNumber(isoDay('2025-06-30'));

export type MadeShop = {
  /** what is exported, with its clock */
  readonly history: PurchaseHistory;
  /** the same and the year after it, which nobody knows yet */
  readonly later: PurchaseHistory;
  /** of each customer of the history */
  readonly traits: readonly Traits[];
};

export const madeShop = (world: World, seed: number): MadeShop => {
  const random = seededRandom(seed);
  const last = world.last ?? LAST;
  const first = last - Math.round(365.25 * world.years) + 1;
  const end = last + MOST_AHEAD;
  const made = startsOf(world, first, end, random).map((start) =>
    purchasesOf(world, start, { first, last, end }, random),
  );
  const customers = made.map(({ entries }) => entries);
  const upTo = (day: number): PurchaseHistory => columns(customers, first, day);
  const history = withClock(upTo(last));
  return { history, later: upTo(end), traits: Array.from(history.customer, (id) => made[id - 1]!.traits) };
};

const startsOf = (world: World, first: number, end: number, random: Random): number[] => {
  const begin = first - 365 * world.before;
  if (world.fixed) return Array.from({ length: world.fixed }, () => begin + random() * 365);
  // who comes for the first time comes when the shop is busy, too
  const season = world.season ?? (() => 1);
  const weeks = Array.from({ length: 52 }, (_, week) => season(week));
  const busiest = Math.max(...weeks);
  const even = weeks.reduce((sum, weight) => sum + weight, 0) / 52;
  const starts: number[] = [];
  for (let t = begin; t < end; ) {
    const monthly = world.newcomers * Math.exp((world.growth ?? 0) * Math.max(0, (t - first) / 30.44));
    t -= Math.log(1 - random()) / ((monthly / 30.44) * (busiest / even));
    if (random() < season(weekOf(Math.floor(t))) / busiest) starts.push(t);
  }
  return starts;
};

type Entry = readonly [day: number, net: number];

type Days = { readonly first: number; readonly last: number; readonly end: number };

const purchasesOf = (
  world: World,
  start: number,
  { first, last: today, end }: Days,
  random: Random,
): { readonly entries: Entry[]; readonly traits: Traits } => {
  const rate = gammaVariate(random, 1.4, 40);
  const leave = world.nobodyLeaves ? 0 : betaVariate(random, 1, 10);
  const level = 8 + 0.5 * normalVariate(random);
  const traits = { yearly: rate * 365 * Math.exp(level + 0.125), group: Math.floor(random() * 4) };
  const factor = world.change?.(traits) ?? 1;
  const busier = (day: number): number => (day > today - 365 ? factor : 1);
  const season = world.season ?? (() => 1);
  const busiest = Math.max(1, factor) * Math.max(...Array.from({ length: 52 }, (_, week) => season(week)));
  const entries: Entry[] = [];
  let last = -1;
  for (let t = start; t < end; ) {
    const day = Math.floor(t);
    if (day > last) {
      const dearer = ((world.prices ?? 0) * (day - first)) / 365.25;
      const net = Math.max(50, Math.round(Math.exp(level + dearer + 0.5 * normalVariate(random))));
      entries.push([day, net]);
      last = day;
    }
    if (random() < leave) break;
    // thinning: candidates at the busiest rate, kept by how busy their week is
    do t -= Math.log(1 - random()) / (rate * busiest);
    while (t < end && random() > (season(weekOf(Math.floor(t))) * busier(t)) / busiest);
  }
  return { entries, traits };
};

const columns = (all: readonly (readonly Entry[])[], first: number, asOf: number): PurchaseHistory => {
  const seen = all
    .map((entries) => entries.filter(([day]) => day >= first && day <= asOf))
    .map((entries, id) => ({ id: id + 1, entries }))
    .filter(({ entries }) => entries.length > 0);
  const flat = seen.flatMap(({ entries }) => entries);
  const start = new Int32Array(seen.length + 1);
  seen.forEach(({ entries }, i) => {
    start[i + 1] = start[i]! + entries.length;
  });
  return {
    asOf,
    customer: Int32Array.from(seen, ({ id }) => id),
    start,
    day: Int32Array.from(flat, ([day]) => day),
    net: Float64Array.from(flat, ([, net]) => net),
  };
};
