import { dayFromNumber } from '../../../../shared/model/day.ts';

/** No sales export has as many. */
export const MOST_COLUMNS = 2000;

/** What a number format of a spreadsheet makes of a number. */
export type FormatKind =
  | { readonly kind: 'number'; readonly currency: string | null }
  | { readonly kind: 'date' | 'time' }
  /** a code written as a number: postcode, telephone */
  | { readonly kind: 'digits'; readonly places: number };

const PLAIN: FormatKind = { kind: 'number', currency: null };

/** Reads a number format such as `dd/mm/yyyy`, `[$€-407] #,##0.00`, `00000`. */
export const formatKind = (format: string): FormatKind => {
  if (format === '' || /^general$/i.test(format)) return PLAIN;
  const first = format.split(';', 1)[0] ?? '';
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(
      /\[\$[^\]]*\]|\[(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+|[<>=][^\]]*)\]/gi,
      '',
    );
  if (/^0{2,15}$/.test(bare)) return { kind: 'digits', places: bare.length };
  if (/[yd]|mmm/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  return { kind: 'number', currency: currencyIn(first) };
};

const currencyIn = (format: string): string | null => {
  const bracketed = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(format)?.[1]?.trim();
  if (bracketed) return bracketed;
  return /\p{Sc}/u.exec(format)?.[0] ?? null;
};

const LAST_SERIAL = 2_958_465;
const SECONDS = 86_400;
/** 1954: no length of time is as many days. */
const EARLIEST_INSTANT = 20_000;

/**
 * A number of a spreadsheet as text: a day as `2024-03-05`, with its time where it has one; other numbers in full,
 * with a point, as many digits as the spreadsheet keeps, and the sign of a currency that the format shows.
 * @param base1904 whether the workbook counts its days from 1904
 */
export const numberText = (value: number, format: FormatKind, base1904: boolean): string => {
  if (!Number.isFinite(value)) return '';
  if (format.kind === 'digits') return plainNumber(value).padStart(format.places, '0');
  if (format.kind === 'number') {
    const text = plainNumber(value);
    return format.currency ? `${format.currency} ${text}` : text;
  }
  if (value < 0 || value >= LAST_SERIAL + 1) return plainNumber(value);
  let day = Math.floor(value);
  let seconds = Math.round((value - day) * SECONDS);
  if (seconds === SECONDS) {
    day++;
    seconds = 0;
  }
  // a clock over a whole day shows an instant; only a length of time counts days
  if (format.kind === 'time' && day < EARLIEST_INSTANT) return clock(day * SECONDS + seconds);
  if (day === 0 && !base1904) return seconds > 0 ? clock(seconds) : plainNumber(value);
  const date = dayOfSerial(day, base1904);
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
};

/** Day 1 is 1 January 1900, and there is a 29 February 1900 that never was; or day 0 is 1 January 1904. */
const dayOfSerial = (serial: number, base1904: boolean): string => {
  const key = base1904 ? -serial - 1 : serial;
  const known = DAYS.get(key);
  if (known !== undefined) return known;
  const day = calendarDay(serial, base1904);
  if (DAYS.size < MOST_DAYS) DAYS.set(key, day);
  return day;
};
/** a sheet has the same few days over and over */
const DAYS = new Map<number, string>();
const MOST_DAYS = 20_000;

const calendarDay = (serial: number, base1904: boolean): string => {
  if (base1904) return dayFromNumber(serial + EPOCH_1904);
  if (serial === 60) return '1900-02-29';
  return dayFromNumber(serial + (serial < 60 ? EPOCH_1900 + 1 : EPOCH_1900));
};
/** 30 December 1899 and 1 January 1904 in days since 1970 */
const EPOCH_1900 = -25_569;
const EPOCH_1904 = -24_107;

const clock = (seconds: number): string => {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const SURE_DIGITS = 15;
/** Fifteen digits, as spreadsheets keep them, and never an exponent. */
const plainNumber = (value: number): string => {
  const exact = String(value === 0 ? 0 : value);
  if (exact.length <= SURE_DIGITS && !exact.includes('e')) return exact;
  const text = String(Number(value.toPrecision(15)));
  const [, sign = '', digits = '', power = ''] = /^(-?)([\d.]+)e([+-]\d+)$/.exec(text) ?? [];
  if (digits === '') return text;
  const [whole = '', fraction = ''] = digits.split('.');
  const shift = Number(power);
  return shift > 0
    ? `${sign}${whole}${fraction.padEnd(shift, '0')}`
    : `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`;
};
