/** A calendar day as written, `2025-03-31`: no zone, no time. */
export type IsoDay = string & { readonly __kind: 'day' };

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** @throws RangeError when the text is not a day of the calendar */
export const isoDay = (text: string): IsoDay => {
  if (!isIsoDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
};

export const isIsoDay = (text: string): text is IsoDay => {
  const m = SHAPE.exec(text);
  if (!m) return false;
  const date = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return date.toISOString().startsWith(text);
};

/** Whole days since 1970-01-01. */
export const dayNumber = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;

export const dayFromNumber = (n: number): IsoDay =>
  new Date(n * MS_PER_DAY).toISOString().slice(0, 10) as IsoDay;

/** The day number of a date given by its parts, or null when the calendar has no such day. Month is 1–12. */
export const dayNumberOf = (year: number, month: number, day: number): number | null => {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return null;
  const ms = Date.UTC(2000, month - 1, day);
  const date = new Date(ms);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / MS_PER_DAY : null;
};

export const addDays = (day: IsoDay, days: number): IsoDay => dayFromNumber(dayNumber(day) + days);

export const daysBetween = (from: IsoDay, to: IsoDay): number => dayNumber(to) - dayNumber(from);

/** The same day `months` later, or the last day of that month where it has no such day. */
export const addMonths = (day: IsoDay, months: number): IsoDay => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const index = y * 12 + (m - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(d, last)).padStart(2, '0')}` as IsoDay;
};
