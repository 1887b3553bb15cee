import type { Shelf } from './basket.ts';
import { chooseArticle } from './basket.ts';
import type { Calendar, Pace } from './calendar.ts';
import type { CustomerType, Fate, Standing } from './kind.ts';
import type { NameList } from './names.ts';
import { fictionEmail, fictionPhone } from './names.ts';
import type { Random } from './random.ts';
import { ln } from './random.ts';
import type { TrueGrowth } from './truth.ts';
import type { Visitor } from './visits.ts';
import { firstPossibleDay, nextVisit } from './visits.ts';

/** A customer as designed, before anything is sold. */
export type Customer = Visitor & {
  readonly type: CustomerType;
  readonly shelf: Shelf;
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** day of the first purchase ever, as an index; below 0 where it lies before the file */
  readonly born: number;
  /** day of the first purchase in the file */
  readonly firstVisit: number;
  readonly growth: TrueGrowth;
  readonly yearlyFactor: number;
  /** minor units */
  readonly meanValue: number;
  readonly favourites: readonly number[];
};

/** What planning draws on. */
export type Drawing = {
  readonly calendar: Calendar;
  readonly random: Random;
  readonly names: NameList;
  /** how many numbers for fiction are given out, so that no two customers share one */
  readonly phones: { used: number };
};

const LONGEST_HISTORY = 12 * 365;
const FAVOURITES = 6;

/** How many customers each type gets: whole numbers with the given sum, largest remainders first. */
export const shareOut = (shares: readonly number[], total: number): readonly number[] => {
  const exact = shares.map((s) => s * total);
  const whole = exact.map(Math.floor);
  const rest = total - whole.reduce((a, b) => a + b, 0);
  const order = exact
    .map((e, i) => ({ i, remainder: e - Math.floor(e) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of order.slice(0, rest)) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
};

export const planCustomer = (
  drawing: Drawing,
  type: CustomerType,
  shelf: Shelf,
  pace: Pace,
  number: number,
  fate: Fate | null,
): Customer => {
  const { calendar, random } = drawing;
  const standing = standingOf(type, fate, random);
  const ratePerWeek = rateOf(type, standing, random);
  const growth = fate === null ? drawGrowth(type, random) : (fate.growth ?? 'steady');
  const yearlyFactor = fate?.yearlyFactor ?? drawFactor(type, growth, random);
  const spread = random.gamma(1 / (type.valueSpread * type.valueSpread));
  const meanValue = type.value * (fate === null ? spread : (fate.valueTimes ?? 1));
  const newcomer = fate === null ? random.chance(type.newcomers) : fate.newDaysAgo !== undefined;
  const logFactor = growth === 'steady' ? 0 : ln(yearlyFactor);
  const endless: Visitor = {
    pace,
    ratePerWeek,
    standing,
    growsFrom: 0,
    logFactor,
    end: calendar.days,
  };
  const life = newcomer
    ? newcomerLife(drawing, type, fate, endless)
    : knownLife(drawing, type, fate, endless);
  return {
    ...endless,
    ...life,
    growsFrom: Math.max(0, life.born),
    ...contact(drawing, type, number),
    type,
    shelf,
    growth,
    yearlyFactor,
    meanValue,
    favourites: Array.from({ length: FAVOURITES }, () => chooseArticle(shelf, 1 + random.below(12), random)),
  };
};

type Life = { readonly born: number; readonly firstVisit: number; readonly end: number };

/** Somebody whose first purchase ever is in the file. */
const newcomerLife = (drawing: Drawing, type: CustomerType, fate: Fate | null, visitor: Visitor): Life => {
  const { calendar, random } = drawing;
  const wished =
    fate?.newDaysAgo === undefined
      ? Math.floor(random.unit() * calendar.days)
      : calendar.days - fate.newDaysAgo;
  const possible = firstPossibleDay(visitor, wished, calendar);
  const born = possible >= 0 ? possible : firstPossibleDay(visitor, calendar.days - 60, calendar);
  if (fate !== null) return { born, firstVisit: born, end: calendar.days };
  const once = random.chance(type.oneTime);
  const stay = once ? 1 : 1 + Math.floor((random.exponential() * 365) / type.lossPerYear);
  return { born, firstVisit: born, end: Math.min(calendar.days, born + stay) };
};

/** Somebody who was a customer before the file begins. */
const knownLife = (drawing: Drawing, type: CustomerType, fate: Fate | null, visitor: Visitor): Life => {
  const { calendar, random } = drawing;
  const born = -1 - Math.min(LONGEST_HISTORY, Math.floor(random.exponential() * 900));
  const stay = 1 + Math.floor((random.exponential() * 365) / type.lossPerYear);
  const lost = fate === null ? stay : calendar.days - (fate.lostDaysAgo ?? 0);
  const end = Math.min(calendar.days, lost);
  const drawn = nextVisit({ ...visitor, end }, -1, calendar, random);
  if (drawn >= 0) return { born, firstVisit: drawn, end };
  // too rare or too soon lost to be seen: such a customer would not be in the file, so one visit is given
  const given = firstPossibleDay(visitor, Math.floor(random.unit() * end), calendar);
  const firstVisit = given >= 0 ? given : firstPossibleDay(visitor, 0, calendar);
  return { born, firstVisit, end: Math.min(calendar.days, Math.max(end, firstVisit + 1)) };
};

const standingOf = (type: CustomerType, fate: Fate | null, random: Random): Visitor['standing'] => {
  if (type.rhythm.kind === 'free') return null;
  const drawn: Standing = random.pick(type.rhythm.patterns);
  const pattern = fate?.standing ?? drawn;
  return { ...pattern, phase: random.below(pattern.everyWeeks), skip: type.rhythm.skip };
};

const rateOf = (type: CustomerType, standing: Visitor['standing'], random: Random): number => {
  if (standing !== null) return (standing.weekdays.length / standing.everyWeeks) * (1 - standing.skip);
  if (type.rhythm.kind !== 'free') throw new RangeError(`${type.name}: no rhythm`);
  return Math.max(0.01, type.rhythm.perWeek * random.gamma(type.rhythm.shape));
};

const drawGrowth = (type: CustomerType, random: Random): TrueGrowth => {
  const u = random.unit();
  if (u < type.growing) return 'growing';
  return u < type.growing + type.declining ? 'declining' : 'steady';
};

const drawFactor = (type: CustomerType, growth: TrueGrowth, random: Random): number => {
  const u = random.unit();
  if (growth === 'steady') return 1;
  if (growth === 'declining') return 0.5 + 0.25 * u;
  return type.rhythm.kind === 'standing' ? 1.2 + 0.3 * u : 1.3 + 0.5 * u;
};

const contact = (
  { random, names, phones }: Drawing,
  type: CustomerType,
  number: number,
): Pick<Customer, 'key' | 'name' | 'email' | 'phone'> => {
  const key = `${type.keyPrefix}-${1000 + number}`;
  const name = type.business === null ? names.person() : names.business(type.business);
  const domain = type.business === null ? 'example.com' : 'example.org';
  const email = random.chance(type.email) ? fictionEmail(name, key, domain) : null;
  const phone = random.chance(type.phone) ? fictionPhone(phones.used++) : null;
  return { key, name, email, phone };
};
