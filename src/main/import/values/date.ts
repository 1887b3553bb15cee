import { dayNumberOf } from '../../../shared/model/day.ts';
import { isOtherYear, yearOfEra } from './calendars.ts';
import type { DateParts } from './date-parts.ts';
import { timeText, undecorated, wordDate } from './word-date.ts';
import { isOpenZone, zoneOffset } from './zone-words.ts';

/** The order in which a file writes the parts of a date. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A moment as a file writes it. `second` is of the local day; `offsetMinutes` only where a zone is given. */
export type Moment = {
  day: number;
  second: number | null;
  offsetMinutes: number | null;
  /** a zone by a word that means several: the time is taken as written */
  openZone?: string | null;
};

const NUMERIC =
  /^\s*(\d{1,4})\s?([-/. ]|年|\.\s)\s?(\d{1,2})\s?(?:[-/. ]|月|\.\s)\s?(\d{1,4})日?(?:\.?(?=$|[\sT,]))\s*(?:T|,|\s|$)\s*(.*)$/u;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{6}))?\s*$/;
/** The year of a day that is counted in another calendar and does not say which; null for any other text. */
export const otherYearOf = (text: string): string | null =>
  dateParts(text)?.parts.find((part) => isOtherYear(part)) ?? null;

/** Splits a text into the three parts of a date and what follows, or null when it is no date. */
export const dateParts = (text: string): DateParts | null => {
  const plain = plainParts(text);
  if (plain) return plain;
  const bare = undecorated(text);
  return bare === text ? null : plainParts(bare);
};

const plainParts = (text: string): DateParts | null => {
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    const [, a = '', , b = '', c = '', rest = ''] = numeric;
    return { parts: [a, b, c], monthAt: null, rest: timeText(rest) };
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, a = '', b = '', c = '', time = ''] = compact;
    return { parts: [a, b, c], monthAt: null, rest: time.replace(/(\d\d)(\d\d)(\d\d)/, '$1:$2:$3') };
  }
  return yearOfEra(text) ?? wordDate(text);
};

/** The orders in which the parts are a day of the calendar. */
export const possibleOrders = (date: DateParts): readonly DateOrder[] =>
  (['ymd', 'dmy', 'mdy'] as const).filter((order) => dayOf(date, order) !== null);

/** @returns days since 1970-01-01, or null when the parts are no day in this order */
export const dayOf = (date: DateParts, order: DateOrder): number | null => {
  const [a, b, c] = date.parts;
  if (isOtherYear(a) || isOtherYear(c)) return null;
  if (date.monthAt === 0) return dayNumberOf(yearOf(c), Number(a), Number(b));
  if (date.monthAt === 1)
    return a.length === 4
      ? dayNumberOf(Number(a), Number(b), Number(c))
      : dayNumberOf(yearOf(c), Number(b), Number(a));
  if (order === 'ymd')
    return a.length === 4 && c.length <= 2 ? dayNumberOf(Number(a), Number(b), Number(c)) : null;
  if (a.length > 2 || c.length === 1 || c.length === 3) return null;
  const year = yearOf(c);
  return order === 'dmy' ? dayNumberOf(year, Number(b), Number(a)) : dayNumberOf(year, Number(a), Number(b));
};

const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const SERIAL_EPOCH = 25_569;

/** A day that a spreadsheet wrote as its number (days since 1899-12-30), between 1954 and 2064; else null. */
export const serialDay = (text: string): number | null => {
  if (!SERIAL.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  return serial >= 20_000 && serial <= 60_000 ? serial - SERIAL_EPOCH : null;
};

/** Two-digit years: 70–99 are of the last century, as spreadsheets and tills mean them. */
const yearOf = (text: string): number =>
  text.length === 2 ? (Number(text) >= 70 ? 1900 : 2000) + Number(text) : Number(text);

const TIME =
  /^(\d{1,2})(?:[:.h](\d{2}))(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?\s?[Mm]\.?)?\s*(?:Uhr\b|h\b)?\s*(?:(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})|([+-])(\d{1,2}))?\s*(?:\[?\(?([A-Za-z/_]*)\)?\]?)$/;

/** Reads a time of day into `out`; an empty text means none. @returns false when the text is something else */
export const readTime = (text: string, out: Moment): boolean => {
  out.second = null;
  out.offsetMinutes = null;
  out.openZone = null;
  if (text === '' || readPlainTime(text, out)) return true;
  const m = TIME.exec(text.trim());
  if (!m) return false;
  let hour = Number(m[1]);
  const minute = Number(m[2]);
  const second = Number(m[3] ?? 0);
  const half = m[4]?.[0]?.toLowerCase();
  if (half) {
    if (hour < 1 || hour > 12) return false;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 24 || minute > 59 || second > 60) return false;
  out.second = Math.min(86_399, hour * 3600 + minute * 60 + second);
  const sign = m[5] ?? m[8];
  const zone = m[10] ?? '';
  if (sign) out.offsetMinutes = (sign === '-' ? -1 : 1) * (Number(m[6] ?? m[9]) * 60 + Number(m[7] ?? 0));
  else if (isOpenZone(zone)) out.openZone = zone;
  else if (zone !== '') out.offsetMinutes = zoneOffset(zone);
  return true;
};

/** `8:26`, `08:26` and `08:26:07`, which is how nearly every till writes it. */
const readPlainTime = (text: string, out: Moment): boolean => {
  const colon = text.charCodeAt(1) === 58 ? 1 : text.charCodeAt(2) === 58 ? 2 : 0;
  const length = text.length;
  if (
    colon === 0 ||
    (length !== colon + 3 && length !== colon + 6) ||
    (length === colon + 6 && text.charCodeAt(colon + 3) !== 58)
  )
    return false;
  const hour = colon === 1 ? digit(text, 0) : digit(text, 0) * 10 + digit(text, 1);
  const minute = digit(text, colon + 1) * 10 + digit(text, colon + 2);
  const second = length === colon + 6 ? digit(text, colon + 4) * 10 + digit(text, colon + 5) : 0;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return false;
  out.second = hour * 3600 + minute * 60 + second;
  return true;
};

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : Number.NaN;
};

/** How a date order looks in words, from an example of the file: `dd.MM.yyyy`, `M/d/yyyy`. */
export const describeDateFormat = (example: string, order: DateOrder): string => {
  const date = dateParts(example);
  if (!date) return order;
  if (date.monthAt !== null)
    return date.monthAt === 0 ? 'MMM d, yyyy' : date.parts[0].length === 4 ? 'yyyy MMM d' : 'd MMM yyyy';
  const separator = /\d([^\d])/.exec(example.trim())?.[1] ?? '';
  const [a, , c] = date.parts;
  // 12 alone may be padded or not; beside a single digit it is not
  const single = date.parts.some((text) => text.length === 1);
  const padded = (letter: string): string => (single ? letter : letter + letter);
  const year = (text: string): string => (text.length === 2 ? 'yy' : 'yyyy');
  const widths = {
    ymd: [year(a), padded('M'), padded('d')],
    dmy: [padded('d'), padded('M'), year(c)],
    mdy: [padded('M'), padded('d'), year(c)],
  };
  return widths[order].join(separator);
};

/** The order a format such as `dd.MM.yyyy` stands for, or null when it is none. */
export const orderOfFormat = (format: string): DateOrder | null => {
  const letters = format
    .replace(/[^yMd]/gi, '')
    .replace(/(.)\1+/g, '$1')
    .toLowerCase();
  return letters === 'ymd' || letters === 'dmy' || letters === 'mdy' ? letters : null;
};
