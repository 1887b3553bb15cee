import type { IsoDay } from '../../shared/model/day.ts';
import { addMonths, dayFromNumber, dayNumber } from '../../shared/model/day.ts';
import type { Season } from './kind.ts';

/** The days of the file, indexed from 0. */
export type Calendar = {
  readonly days: number;
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly day: (index: number) => IsoDay;
  /** Monday is 0 */
  readonly weekday: Uint8Array;
  /** 1–12 */
  readonly month: Uint8Array;
  readonly holiday: Uint8Array;
  /** how busy the shop is, 1 on average */
  readonly season: Float64Array;
};

/** How readily a type of customer comes, day by day. */
export type Pace = {
  /** 0 where closed, 1 on average */
  readonly intensity: Float64Array;
  /** `sums[i]` is the intensity of all days before day i */
  readonly sums: Float64Array;
};

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature 1876), as a day number. */
export const easterSunday = (year: number): number => {
  const div = (a: number, b: number): number => Math.floor(a / b);
  const a = year % 19;
  const b = div(year, 100);
  const c = year % 100;
  const h = (19 * a + b - div(b, 4) - div(b - div(b + 8, 25) + 1, 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * div(c, 4) - h - (c % 4)) % 7;
  const m = div(a + 11 * h + 22 * l, 451);
  const marchDay = h + l - 7 * m + 22;
  return dayNumber(`${year}-03-01` as IsoDay) + marchDay - 1;
};

const MONTHS_OF_SALES = 30;

export const calendarUntil = (until: IsoDay, season: Season): Calendar => {
  const last = dayNumber(until);
  const first = dayNumber(addMonths(until, -MONTHS_OF_SALES)) + 1;
  const days = last - first + 1;
  const weekday = new Uint8Array(days);
  const month = new Uint8Array(days);
  const holiday = new Uint8Array(days);
  const factor = new Float64Array(days);
  for (let i = 0; i < days; i++) {
    const n = first + i;
    const [y, m, d] = dayFromNumber(n).split('-').map(Number) as [number, number, number];
    const toEaster = easterSunday(y) - n;
    weekday[i] = (n + 3) % 7;
    month[i] = m;
    const isHoliday =
      (m === 12 && (d === 25 || d === 26)) || (m === 1 && d === 1) || toEaster === 0 || toEaster === -1;
    holiday[i] = season.holidays && isHoliday ? 1 : 0;
    const nearChristmas = m === 12 && d >= 13 && d <= 24;
    const nearEaster = toEaster >= 1 && toEaster <= 7;
    factor[i] =
      (season.months[m - 1] ?? 1) * (nearChristmas ? season.christmas : 1) * (nearEaster ? season.easter : 1);
  }
  return {
    days,
    from: dayFromNumber(first),
    until,
    day: (index) => dayFromNumber(first + index),
    weekday,
    month,
    holiday,
    season: averageOne(factor),
  };
};

/**
 * @param weekdays relative visits from Monday to Sunday, 0 where closed
 * @param seasonality 0 not moved by the season, 1 as the shop
 */
export const paceOf = (calendar: Calendar, weekdays: readonly number[], seasonality: number): Pace => {
  const raw = new Float64Array(calendar.days);
  for (let i = 0; i < calendar.days; i++) {
    const season = 1 + ((calendar.season[i] ?? 1) - 1) * seasonality;
    raw[i] = calendar.holiday[i] ? 0 : (weekdays[calendar.weekday[i] ?? 0] ?? 0) * season;
  }
  const intensity = averageOne(raw);
  const sums = new Float64Array(calendar.days + 1);
  for (let i = 0; i < calendar.days; i++) sums[i + 1] = (sums[i] ?? 0) + (intensity[i] ?? 0);
  return { intensity, sums };
};

const averageOne = (values: Float64Array): Float64Array => {
  let sum = 0;
  for (const v of values) sum += v;
  return values.map((v) => (v * values.length) / sum);
};
