import { addMonths, dayFromNumber, dayNumber } from '../../../shared/model/day.ts';

/** The day number `months` before `day`, as the calendar has it (31 March − 1 month = the last of February). */
export const monthsBefore = (day: number, months: number): number =>
  dayNumber(addMonths(dayFromNumber(day), -months));
