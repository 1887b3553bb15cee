import { minorDigits } from '../../shared/model/money.ts';
import type { Grade, Result, Unit } from '../../shared/model/result.ts';

/** What stands where a table has no value. A sentence belongs everywhere else. */
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

const FALLBACK = 'en-GB';

/** A locale the machine knows, or English: settings may hold an empty text or a typing error. */
export const knownLocale = (locale: string): string => {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? FALLBACK;
  } catch {
    return FALLBACK;
  }
};

/** How this locale writes the decimal mark. */
export const decimalMark = (locale: string): string =>
  new Intl.NumberFormat(knownLocale(locale)).formatToParts(1.5).find((p) => p.type === 'decimal')?.value ??
  '.';

/** A true minus sign: a hyphen is too short beside tabular figures. */
const minusSign = (text: string): string => text.replace('-', '−');

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const createFormat = (wanted: string, currency: string | null): Format => {
  const locale = knownLocale(wanted);
  const number = (options: Intl.NumberFormatOptions): ((n: number) => string) => {
    const intl = new Intl.NumberFormat(locale, options);
    return (n) => minusSign(intl.format(n));
  };
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, options);

  const digits = currency === null ? 2 : minorDigits(currency);
  const moneyOptions: Intl.NumberFormatOptions = {
    ...(currency === null ? {} : { style: 'currency', currency }),
    signDisplay: 'negative',
  };
  const moneyExact = number({
    ...moneyOptions,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const moneyWhole = number({ ...moneyOptions, maximumFractionDigits: 0 });
  const moneyShort = new Intl.NumberFormat(locale, {
    ...moneyOptions,
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const percentWhole = number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'negative' });
  const percentFine = number({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'negative' });
  const signedWhole = number({ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const signedFine = number({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const whole = number({ maximumFractionDigits: 0, signDisplay: 'negative' });
  const one = number({ maximumFractionDigits: 1, signDisplay: 'negative' });
  const two = number({ maximumFractionDigits: 2, signDisplay: 'negative' });
  const dayText = dates({ dateStyle: 'medium', timeZone: 'UTC' });
  const monthText = dates({ month: 'short', year: 'numeric', timeZone: 'UTC' });
  const monthOnly = dates({ month: 'short', timeZone: 'UTC' });
  const weekdayText = dates({ weekday: 'short', timeZone: 'UTC' });
  const weekdayFull = dates({ weekday: 'long', timeZone: 'UTC' });
  const momentText = dates({ dateStyle: 'medium', timeStyle: 'short' });

  const cells = new Map<number, Intl.NumberFormat>();
  const bare = (n: number, places: number): string => {
    if (!Number.isFinite(n)) return '';
    const known =
      cells.get(places) ??
      new Intl.NumberFormat(locale, {
        useGrouping: false,
        maximumFractionDigits: places,
        signDisplay: 'negative',
      });
    cells.set(places, known);
    return known.format(n).replace('−', '-');
  };

  /** Runs `write` on a number that can be shown; anything else is a dash. */
  const shown = (n: number | null, write: (n: number) => string): string =>
    n === null || !Number.isFinite(n) ? NOTHING : write(n === 0 ? 0 : n);

  /** `12.4k` in lower case: English compact notation shouts. */
  const short = (n: number): string =>
    minusSign(
      moneyShort
        .formatToParts(n)
        .map((p) => (p.type === 'compact' && p.value === 'K' ? 'k' : p.value))
        .join(''),
    );

  const money = (minor: number | null, style: MoneyStyle = {}): string =>
    shown(minor, (m) => {
      const amount = m / 10 ** digits;
      if (!style.headline) return moneyExact(amount);
      if (Math.abs(amount) >= 10_000) return short(amount);
      return Math.abs(amount) >= 100 || Number.isInteger(amount) ? moneyWhole(amount) : moneyExact(amount);
    });

  const share = (fraction: number | null): string =>
    shown(fraction, (f) => {
      const size = Math.abs(f);
      if (size > 0 && size < 0.0005) return `< ${percentFine(0.001)}`;
      if (size > 0.995 && size < 1) return size > 0.9995 ? `> ${percentFine(0.999)}` : percentFine(f);
      return size < 0.0995 ? percentFine(f) : percentWhole(f);
    });

  const change = (fraction: number | null): string =>
    shown(fraction, (f) => {
      if (f > 9.99) return `> ${signedWhole(9.99)}`;
      return Math.abs(f) < 0.00995 ? signedFine(f) : signedWhole(f);
    });

  // the later of two equal periods against the earlier: a year or half a year, which the matrix says
  const growth = change;

  const dayCount = (n: number): string =>
    Math.abs(n) < 3 && !Number.isInteger(n) ? one(n) : whole(Math.round(n) === 0 ? 0 : n);

  const days = (n: number | null): string =>
    shown(n, (d) => (dayCount(d) === dayCount(1) ? `${dayCount(d)} day` : `${dayCount(d)} days`));

  const count = (n: number | null): string => shown(n, whole);
  const ratio = (n: number | null): string =>
    shown(n, (r) => (Math.abs(r) >= 100 ? `${whole(r)}×` : `${one(r)}×`));

  const inUnit = (unit: Unit, value: number | null, style: MoneyStyle = {}): string => {
    switch (unit) {
      case 'money':
        return money(value === null || !Number.isFinite(value) ? null : Math.round(value), style);
      case 'share':
        return share(value);
      case 'growth':
        return growth(value);
      case 'count':
        return shown(value, (n) => (Number.isInteger(n) ? whole(n) : one(n)));
      case 'days':
        return days(value);
      case 'ratio':
        return ratio(value);
      case 'index':
        // a score out of a hundred needs no decimals, an evenness between 0 and 1 does
        return shown(value, (n) => (Math.abs(n) >= 10 ? whole(n) : Math.abs(n) >= 1 ? one(n) : two(n)));
    }
  };

  const result = (r: Result, style: MoneyStyle = {}): ResultText => {
    if (r.value === null || !Number.isFinite(r.value) || r.grade === 'D') {
      return { value: 'not enough data', range: null, level: null };
    }
    const bounds = [r.lo, r.hi].map((b) =>
      b === null || !Number.isFinite(b) ? null : r.unit === 'growth' ? change(b) : inUnit(r.unit, b, style),
    );
    const [lo, hi] = bounds;
    const range = lo && hi && lo !== hi ? `${lo} to ${hi}` : null;
    return {
      value: inUnit(r.unit, r.value, style),
      range,
      level: range === null ? null : shown(r.level, percentWhole),
    };
  };

  return {
    locale,
    currency,
    money,
    share,
    change,
    growth,
    day: (day) =>
      day === null || Number.isNaN(asDate(day).getTime()) ? NOTHING : dayText.format(asDate(day)),
    month: (month) => monthText.format(asDate(`${month}-01`)),
    monthShort: (month) => monthOnly.format(asDate(`${month}-01`)),
    // 1 January 2024 was a Monday
    weekday: (n) => weekdayText.format(asDate(`2024-01-0${((n + 6) % 7) + 1}`)),
    weekdayLong: (n) => weekdayFull.format(asDate(`2024-01-0${((n + 6) % 7) + 1}`)),
    hour: (hour) => `${String(hour).padStart(2, '0')}:00`,
    moment: (ms) => momentText.format(ms),
    days,
    count,
    counted: (n, single, many) => `${count(n)} ${n === 1 ? single : (many ?? `${single}s`)}`,
    ratio,
    decimal: (n) => shown(n, one),
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
