import type { IsoDay } from './model/day.ts';
import { dayNumber } from './model/day.ts';
import { major, minorDigits } from './model/money.ts';
import type { Result } from './model/result.ts';
import type { Period } from './model/schemas.ts';
import { counted } from './words.ts';

/** How every screen, sentence and review writes numbers and days: in the owner's locale and currency, never "NaN", "∞" or "-0". */
export type Formats = {
  /** to the last cent */
  readonly money: (minor: number) => string;
  /** € 12.4k */
  readonly moneyRounded: (minor: number) => string;
  /** One way of writing for a whole column: exact where it fits into `characters`, else shorter, never cut off. */
  readonly moneyColumn: (minors: readonly number[], characters: number) => MoneyColumn;
  /** always with one decimal, for columns */
  readonly share: (fraction: number) => string;
  /** with a decimal only where it matters: 3.5 %, 35 %, 99.6 %; what is not nothing is never written as such */
  readonly shareRounded: (fraction: number) => string;
  /** signed: `+12%` */
  readonly growth: (fraction: number) => string;
  readonly count: (n: number) => string;
  /** `1 customer`, `1,204 customers`; see `counted` of words.ts */
  readonly counted: (n: number, one: string, many?: string) => string;
  /** with at most one decimal */
  readonly tenth: (n: number) => string;
  /** as a spreadsheet of this locale reads it back: no grouping, no unit, a hyphen for minus */
  readonly bare: (n: number, places: number) => string;
  readonly days: (n: number) => string;
  readonly ratio: (n: number) => string;
  readonly day: (day: IsoDay) => string;
  readonly longDay: (day: IsoDay) => string;
  /** `Mar 2025` of `2025-03` */
  readonly month: (month: string) => string;
  /** `Mar` of `2025-03` */
  readonly monthShort: (month: string) => string;
  /** `March` of 3 */
  readonly monthOfYear: (january1: number) => string;
  /** `Monday` of 1 */
  readonly weekday: (monday1: number) => string;
  /** `Mon` of 1 */
  readonly weekdayShort: (monday1: number) => string;
  /** day and time of an instant, in the zone of this computer */
  readonly moment: (epochMs: number) => string;
  readonly period: (period: Period) => string;
  /** a figure's value by its unit, or null where it has none */
  readonly figure: (unit: Result['unit'], value: number | null) => string | null;
};

export type MoneyColumn = { readonly exact: boolean; readonly write: (minor: number) => string };

/** Small amounts in a sentence: to the cent below the first, whole below the second, £ 12.4k above. */
const EXACT_BELOW = 100;
const WHOLE_BELOW = 10_000;

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

const isCurrency = (currency: string): boolean => /^[A-Za-z]{3}$/.test(currency);

/** A true minus sign: a hyphen is too short beside tabular figures. */
const minusSign = (text: string): string => text.replace('-', '−');

/** Growth beyond this is a statement about a tiny start, not about the size of the change. */
const GROWTH_SHOWN = 9.99;

/** @param currency three letters, or anything else for amounts without one */
export const formats = (wantedLocale: string, currency: string): Formats => {
  const locale = knownLocale(wantedLocale);
  const intl = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
  const number = (options: Intl.NumberFormatOptions): ((n: number) => string) => {
    const made = intl(options);
    return (n) => minusSign(made.format(n));
  };
  const moneyOptions: Intl.NumberFormatOptions = isCurrency(currency)
    ? { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }
    : {};
  const digits = minorDigits(currency);
  const exact = number({ ...moneyOptions, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = number({ ...moneyOptions, maximumFractionDigits: 0 });
  const short = intl({
    ...moneyOptions,
    notation: 'compact',
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
    roundingPriority: 'auto',
  });
  const percent = (options: Intl.NumberFormatOptions) => number({ style: 'percent', ...options });
  const percentWhole = percent({ maximumFractionDigits: 0 });
  const percentFine = percent({ maximumFractionDigits: 1 });
  const percentColumn = percent({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signedWhole = percent({ maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const signedFine = percent({ maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const plain = number({ maximumFractionDigits: 0 });
  const tenth = number({ maximumFractionDigits: 1 });
  const hundredth = number({ maximumFractionDigits: 2 });
  const days = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const [medium, long] = [days({ dateStyle: 'medium' }), days({ dateStyle: 'long' })];
  const monthOf = days({ month: 'short', year: 'numeric' });
  const [monthName, monthAlone] = [days({ month: 'long' }), days({ month: 'short' })];
  const [weekdayOf, weekdayAlone] = [days({ weekday: 'long' }), days({ weekday: 'short' })];
  const momentOf = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const ungrouped = new Map<number, Intl.NumberFormat>();
  const bare = (n: number, places: number): string => {
    const known = ungrouped.get(places) ?? intl({ useGrouping: false, maximumFractionDigits: places });
    ungrouped.set(places, known);
    return known.format(n).replace('−', '-');
  };
  const dateOf = (day: IsoDay): Date => new Date(dayNumber(day) * 86_400_000);

  const writeRounded = (amount: number): string => {
    const value = major(amount, currency);
    const size = Math.abs(value);
    if (size < EXACT_BELOW && !Number.isInteger(value)) return exact(value);
    return size < WHOLE_BELOW ? whole(value) : writeShort(value);
  };
  /** `12.4k` in lower case: English compact notation shouts. */
  const writeShort = (value: number): string =>
    minusSign(
      short
        .formatToParts(value)
        .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
        .join(''),
    );
  const growth = (fraction: number): string => {
    if (Math.abs(fraction) > GROWTH_SHOWN)
      return `${fraction > 0 ? '>' : '<'} ${signedWhole(Math.sign(fraction) * GROWTH_SHOWN)}`;
    return Math.abs(fraction) < 0.00995 ? signedFine(fraction) : signedWhole(fraction);
  };
  const shareRounded = (fraction: number): string => {
    const size = Math.abs(fraction);
    if (size > 0 && size < 0.0005) return `< ${percentFine(0.001)}`;
    if (size > 0.995 && size < 1) return size > 0.9995 ? `> ${percentFine(0.999)}` : percentFine(fraction);
    return size < 0.0995 ? percentFine(fraction) : percentWhole(fraction);
  };
  const dayCount = (n: number): string =>
    Math.abs(n) < 3 && !Number.isInteger(n) ? tenth(n) : plain(Math.round(n) === 0 ? 0 : n);
  const writeDays = (n: number): string => `${dayCount(n)} ${dayCount(n) === dayCount(1) ? 'day' : 'days'}`;
  const ratio = (n: number): string => `${Math.abs(n) >= 100 ? plain(n) : tenth(n)}×`;
  // a score out of a hundred needs no decimals, an evenness between 0 and 1 does
  const index = (n: number): string =>
    Math.abs(n) >= 10 ? plain(n) : Math.abs(n) >= 1 ? tenth(n) : hundredth(n);

  return {
    money: (amount) => exact(major(amount, currency)),
    moneyRounded: writeRounded,
    moneyColumn: (amounts, characters) => {
      const fits = (format: (amount: number) => string): boolean =>
        amounts.every((amount) => [...format(amount)].length <= characters);
      const inCents = (amount: number): string => exact(major(amount, currency));
      const inWhole = (amount: number): string => whole(major(amount, currency));
      if (fits(inCents)) return { exact: true, write: inCents };
      return { exact: false, write: fits(inWhole) ? inWhole : writeRounded };
    },
    share: percentColumn,
    shareRounded,
    growth,
    count: plain,
    counted: (n, one, many) => counted(n, one, many, plain),
    tenth,
    bare,
    days: writeDays,
    ratio,
    day: (day) => medium.format(dateOf(day)),
    longDay: (day) => long.format(dateOf(day)),
    month: (month) => monthOf.format(dateOf(`${month}-01` as IsoDay)),
    monthShort: (month) => monthAlone.format(dateOf(`${month}-01` as IsoDay)),
    monthOfYear: (n) => monthName.format(new Date(Date.UTC(2024, n - 1, 1))),
    // 1 January 2024 was a Monday
    weekday: (n) => weekdayOf.format(new Date(Date.UTC(2024, 0, n))),
    weekdayShort: (n) => weekdayAlone.format(new Date(Date.UTC(2024, 0, n))),
    moment: (epochMs) => momentOf.format(epochMs),
    period: ({ from, to }) => `${medium.format(dateOf(from))} to ${medium.format(dateOf(to))}`,
    figure: (unit, value) => {
      if (value === null || !Number.isFinite(value)) return null;
      switch (unit) {
        case 'money':
          return writeRounded(value);
        case 'share':
          return shareRounded(value);
        case 'growth':
          return growth(value);
        case 'count':
          return Number.isInteger(value) ? plain(value) : tenth(value);
        case 'days':
          return writeDays(value);
        case 'ratio':
          return ratio(value);
        case 'index':
          return index(value);
      }
    },
  };
};
