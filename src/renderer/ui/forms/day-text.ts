import { dayFromNumber, dayNumberOf, type IsoDay, isIsoDay } from '../../../shared/model/day.ts';

type Part = 'day' | 'month' | 'year';

const PARTS: readonly string[] = ['day', 'month', 'year'] satisfies readonly Part[];
const CENTURY = 100;
const THIS_CENTURY = 2000;

const numeric = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: 'UTC',
  });

/** A day in digits as this locale orders them, `31/03/2025`; what {@link dayOfText} reads back. */
export const dayText = (day: IsoDay, locale: string): string =>
  numeric(locale).format(new Date(`${day}T00:00:00Z`));

/** The order of a locale's day, month and year, by the example of a day: `31/12/2025`. */
export const dayExample = (locale: string): string => dayText('2025-12-31' as IsoDay, locale);

/**
 * A day typed by the owner: three numbers in the order of the locale, or year-month-day; a year of two digits is of this century.
 * @returns null for what is no day
 */
export const dayOfText = (text: string, locale: string): IsoDay | null => {
  const typed = text.trim();
  if (isIsoDay(typed)) return typed;
  const numbers = typed.match(/\d+/g);
  if (numbers?.length !== 3 || /\p{L}/u.test(typed)) return null;
  const order = numeric(locale)
    .formatToParts(0)
    .flatMap(({ type }) => (PARTS.includes(type) ? [type as Part] : []));
  const at = (part: Part): number => Number(numbers[order.indexOf(part)]);
  const year = at('year') < CENTURY ? at('year') + THIS_CENTURY : at('year');
  const found = dayNumberOf(year, at('month'), at('day'));
  return found === null ? null : dayFromNumber(found);
};
