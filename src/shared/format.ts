import type { IsoDay } from './model/day.ts';
import { dayNumber } from './model/day.ts';
import { major, minorDigits } from './model/money.ts';
import type { Result } from './model/result.ts';
import type { Period } from './model/schemas.ts';

/** How every screen, sentence and review writes numbers and days: in the owner's locale and currency, never "NaN", "∞" or "-0". */
export type Formats = {
  /** to the last cent */
  readonly money: (minor: number) => string;
  /** € 12.4k */
  readonly moneyRounded: (minor: number) => string;
  /** One way of writing for a whole column: exact where it fits into `characters`, else shorter, never cut off. */
  readonly moneyColumn: (minors: readonly number[], characters: number) => MoneyColumn;
  readonly share: (fraction: number) => string;
  readonly shareRounded: (fraction: number) => string;
  readonly growth: (fraction: number) => string;
  readonly count: (n: number) => string;
  readonly days: (n: number) => string;
  readonly ratio: (n: number) => string;
  readonly day: (day: IsoDay) => string;
  readonly longDay: (day: IsoDay) => string;
  /** `Mar 2025` of `2025-03` */
  readonly month: (month: string) => string;
  /** `March` of 3 */
  readonly monthOfYear: (january1: number) => string;
  /** `Monday` of 1 */
  readonly weekday: (monday1: number) => string;
  readonly period: (period: Period) => string;
  /** a figure's value by its unit, or null where it has none */
  readonly figure: (unit: Result['unit'], value: number | null) => string | null;
};

export type MoneyColumn = { readonly exact: boolean; readonly write: (minor: number) => string };

/** Small amounts in a sentence: to the cent below the first, whole below the second, £ 12.4k above. */
const EXACT_BELOW = 10;
const WHOLE_BELOW = 1000;

const localeOr = (locale: string): string => {
  try {
    return new Intl.NumberFormat(locale).resolvedOptions().locale;
  } catch {
    return 'en';
  }
};

const isCurrency = (currency: string): boolean => /^[A-Za-z]{3}$/.test(currency);

/** Growth beyond this is a statement about a tiny start, not about the size of the change. */
const GROWTH_SHOWN = 9.99;

export const formats = (wantedLocale: string, currency: string): Formats => {
  const locale = localeOr(wantedLocale);
  const number = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
  const money = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    isCurrency(currency)
      ? number({ style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options })
      : number(options);
  const digits = minorDigits(currency);
  const exact = money({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = money({ maximumFractionDigits: 0 });
  const rounded = money({
    notation: 'compact',
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
    roundingPriority: 'auto',
  });
  const percent = (fractionDigits: number): Intl.NumberFormat =>
    number({
      style: 'percent',
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
  const [percent0, percent1] = [percent(0), percent(1)];
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  });
  const plain = number({ maximumFractionDigits: 0 });
  const tenth = number({ maximumFractionDigits: 1 });
  const days = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const [medium, long] = [days({ dateStyle: 'medium' }), days({ dateStyle: 'long' })];
  const monthOf = days({ month: 'short', year: 'numeric' });
  const [monthName, weekdayOf] = [days({ month: 'long' }), days({ weekday: 'long' })];
  const dateOf = (day: IsoDay): Date => new Date(dayNumber(day) * 86_400_000);

  const writeRounded = (amount: number): string => {
    const value = major(amount, currency);
    if (Math.abs(value) < EXACT_BELOW && !Number.isInteger(value)) return exact.format(value);
    return Math.abs(value) < WHOLE_BELOW ? whole.format(value) : writeCompact(value);
  };
  const writeCompact = (value: number): string =>
    rounded
      .formatToParts(value)
      .map((part) => (part.type === 'compact' && part.value === 'K' ? 'k' : part.value))
      .join('');
  const growth = (fraction: number): string =>
    Math.abs(fraction) > GROWTH_SHOWN
      ? `${fraction > 0 ? '>' : '<'} ${signed.format(Math.sign(fraction) * GROWTH_SHOWN)}`
      : signed.format(fraction);
  const share = (fraction: number): string => percent1.format(fraction);
  const shareRounded = (fraction: number): string =>
    (Math.abs(fraction) < 0.1 && fraction !== 0 ? percent1 : percent0).format(fraction);
  const writeDays = (n: number): string => `${plain.format(n)} ${Math.round(n) === 1 ? 'day' : 'days'}`;
  const ratio = (n: number): string => `${tenth.format(n)} ×`;

  return {
    money: (amount) => exact.format(major(amount, currency)),
    moneyRounded: writeRounded,
    moneyColumn: (amounts, characters) => {
      const fits = (format: (amount: number) => string): boolean =>
        amounts.every((amount) => [...format(amount)].length <= characters);
      const inCents = (amount: number): string => exact.format(major(amount, currency));
      const inWhole = (amount: number): string => whole.format(major(amount, currency));
      if (fits(inCents)) return { exact: true, write: inCents };
      return { exact: false, write: fits(inWhole) ? inWhole : writeRounded };
    },
    share,
    shareRounded,
    growth,
    count: (n) => plain.format(n),
    days: writeDays,
    ratio,
    day: (day) => medium.format(dateOf(day)),
    longDay: (day) => long.format(dateOf(day)),
    month: (month) => monthOf.format(dateOf(`${month}-01` as IsoDay)),
    monthOfYear: (n) => monthName.format(new Date(Date.UTC(2024, n - 1, 1))),
    // 1 January 2024 was a Monday
    weekday: (n) => weekdayOf.format(new Date(Date.UTC(2024, 0, n))),
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
          return plain.format(value);
        case 'days':
          return writeDays(value);
        case 'ratio':
          return ratio(value);
        case 'index':
          return tenth.format(value);
      }
    },
  };
};
