/** When somebody is there to answer, hours of the day as written, 24 for midnight. */
export type OfficeHours = {
  readonly opens: number;
  readonly closes: number;
  /** 0 Sunday … 6 Saturday */
  readonly weekdays: readonly number[];
};

const HOURS_PER_DAY = 24;
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 4;

/**
 * Office hours between two times.
 * @param from, to hours since 1970-01-01 00:00 as written (no time zone)  @returns 0 where `to` is before `from`
 * @throws RangeError unless 0 <= opens < closes <= 24
 */
export const officeHoursBetween = (
  from: number,
  to: number,
  { opens, closes, weekdays }: OfficeHours,
): number => {
  if (!(opens >= 0 && opens < closes && closes <= HOURS_PER_DAY))
    throw new RangeError(`not office hours: ${opens} to ${closes}`);
  let hours = 0;
  for (let day = Math.floor(from / HOURS_PER_DAY); day * HOURS_PER_DAY < to; day++) {
    if (!weekdays.includes((((day + FIRST_WEEKDAY) % 7) + 7) % 7)) continue;
    const start = Math.max(from, day * HOURS_PER_DAY + opens);
    const end = Math.min(to, day * HOURS_PER_DAY + closes);
    hours += Math.max(0, end - start);
  }
  return hours;
};
