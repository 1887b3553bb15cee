import { formats, knownLocale } from '../../../shared/format.ts';
import { isIsoDay } from '../../../shared/model/day.ts';
import { minorDigits } from '../../../shared/model/money.ts';
import type { Grade, Result, Unit } from '../../../shared/model/result.ts';

/** Shown where a table has no value; everywhere else a sentence says what is missing. */
export const NOTHING = '–';

export type MoneyStyle = { readonly headline?: boolean };

/** A result as text: the figure, its range where it is an estimate, and how sure that range is. */
export type ResultText = {
  readonly value: string;
  readonly range: string | null;
  readonly level: string | null;
};

/** Numbers and days in one owner's locale and currency. Never `NaN`, `∞` or `-0`. */
export type Format = {
  readonly locale: string;
  readonly currency: string | null;
  readonly money: (minor: number | null, style?: MoneyStyle) => string;
  readonly share: (fraction: number | null) => string;
  /** a signed change, `+12%` */
  readonly change: (fraction: number | null) => string;
  /** growth of one period over the equal one before it, `+12%` */
  readonly growth: (fraction: number | null) => string;
  readonly day: (day: string | null) => string;
  readonly month: (month: string) => string;
  readonly monthShort: (month: string) => string;
  readonly weekday: (monday1: number) => string;
  readonly weekdayLong: (monday1: number) => string;
  readonly hour: (hour: number) => string;
  readonly moment: (ms: number) => string;
  readonly days: (n: number | null) => string;
  readonly count: (n: number | null) => string;
  /** `1 customer`, `1,204 customers` */
  readonly counted: (n: number, one: string, many?: string) => string;
  readonly ratio: (n: number | null) => string;
  readonly decimal: (n: number | null) => string;
  /** a number as a spreadsheet of this locale reads it back: no grouping, no unit */
  readonly cell: (n: number, digits: number) => { readonly number: string };
  readonly amountCell: (minor: number | null) => { readonly number: string };
  readonly percentCell: (fraction: number | null) => { readonly number: string };
  readonly inUnit: (unit: Unit, value: number | null, style?: MoneyStyle) => string;
  readonly result: (result: Result, style?: MoneyStyle) => ResultText;
};

/** 0 is a Sunday too. */
const mondayFirst = (day: number): number => ((day + 6) % 7) + 1;

/** `shared/format.ts`, which writes every number, for values that may be missing: those are a dash. */
export const createFormat = (wanted: string, currency: string | null): Format => {
  const locale = knownLocale(wanted);
  const say = formats(locale, currency ?? '');
  const digits = minorDigits(currency ?? '');
  const bare = (n: number, places: number): string => (Number.isFinite(n) ? say.bare(n, places) : '');

  /** Runs `write` on a number that can be shown; anything else is a dash. */
  const shown = (n: number | null, write: (n: number) => string): string =>
    n === null || !Number.isFinite(n) ? NOTHING : write(n === 0 ? 0 : n);

  const money = (minor: number | null, style: MoneyStyle = {}): string =>
    shown(minor, style.headline ? say.moneyRounded : say.money);
  const share = (fraction: number | null): string => shown(fraction, say.shareRounded);
  const change = (fraction: number | null): string => shown(fraction, say.growth);
  const count = (n: number | null): string => shown(n, say.count);
  const inUnit = (unit: Unit, value: number | null, style: MoneyStyle = {}): string =>
    unit === 'money'
      ? money(value === null || !Number.isFinite(value) ? null : Math.round(value), style)
      : (say.figure(unit, value === 0 ? 0 : value) ?? NOTHING);

  const result = (r: Result, style: MoneyStyle = {}): ResultText => {
    if (r.value === null || !Number.isFinite(r.value) || r.grade === 'D') {
      return { value: 'not enough data', range: null, level: null };
    }
    const [lo, hi] = [r.lo, r.hi].map((b) =>
      b === null || !Number.isFinite(b) ? null : inUnit(r.unit, b, style),
    );
    const range = lo && hi && lo !== hi ? `${lo} to ${hi}` : null;
    return {
      value: inUnit(r.unit, r.value, style),
      range,
      level: range === null || r.level === null ? null : share(r.level),
    };
  };

  return {
    locale,
    currency,
    money,
    share,
    change,
    // the later of two equal periods against the earlier: a year or half a year, which the matrix says
    growth: change,
    day: (day) => (day === null || !isIsoDay(day) ? NOTHING : say.day(day)),
    month: say.month,
    monthShort: say.monthShort,
    weekday: (n) => say.weekdayShort(mondayFirst(n)),
    weekdayLong: (n) => say.weekday(mondayFirst(n)),
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
    moment: say.moment,
    days: (n) => shown(n, say.days),
    count,
    counted: say.counted,
    ratio: (n) => shown(n, say.ratio),
    decimal: (n) => shown(n, say.tenth),
    cell: (n, places) => ({ number: bare(n, places) }),
    amountCell: (m) => ({ number: m === null ? '' : bare(m / 10 ** digits, digits) }),
    percentCell: (f) => ({ number: f === null || !Number.isFinite(f) ? '' : `${bare(f * 100, 1)}%` }),
    inUnit,
    result,
  };
};

/** A grade in the owner's words. */
export const gradeInWords: Readonly<Record<Grade, string>> = {
  A: 'Counted from your own sales, or checked against what really happened in them.',
  B: 'A fitted model that leans on what is known of other businesses, or that missed some of what happened when looking back.',
  C: 'A rule of thumb. Take it as a guide, not as a measurement.',
  D: 'There is not enough data to give a number.',
};
