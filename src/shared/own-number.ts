import { knownLocale } from './format.ts';

/** What a field takes. */
export type NumberRules = {
  /** the most decimals that are kept */
  readonly decimals: number;
  readonly min?: number;
  readonly max?: number;
  /** what may be before or after the number, such as `%`, `EUR` and `€` */
  readonly units?: readonly string[];
};

export type OwnNumber =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** the same with a point and without grouping, exact where a double is not: `0.92` */
      readonly exact: string;
    }
  | { readonly kind: 'empty' }
  /** what is wrong with the text, as one sentence for the owner */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Beyond this nothing an owner types is meant, and cents are no longer exact. */
const LARGEST = 1e12;

type Marks = { readonly decimal: string; readonly group: string };

const marksOf = (locale: string): Marks => {
  const parts = new Intl.NumberFormat(knownLocale(locale), { useGrouping: true }).formatToParts(1234567.5);
  const mark = (type: 'decimal' | 'group'): string =>
    parts.find((part) => part.type === type)?.value.normalize('NFKC') ?? '';
  return { decimal: mark('decimal'), group: mark('group') };
};

/** A way to read digits and marks: whole part and decimals. */
type Reading = { readonly whole: string; readonly decimals: string; readonly grouped: boolean };

const GROUP_MARKS = ['.', ',', ' ', "'", '’'] as const;
const DECIMAL_MARKS = ['.', ','] as const;

/** The digits of a whole number with at most one kind of grouping, or null. Groups of two are India's. */
const wholeDigits = (text: string): string | null => {
  if (/^\d*$/.test(text)) return text;
  for (const mark of GROUP_MARKS) {
    const groups = text.split(mark);
    const [first = '', ...others] = groups;
    const fits =
      /^[1-9]\d{0,2}$/.test(first) &&
      others.length > 0 &&
      others.every((group, i) => (i === others.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group));
    if (fits) return groups.join('');
  }
  return null;
};

const readingsOf = (body: string): readonly Reading[] => {
  const readings: Reading[] = [];
  for (const mark of DECIMAL_MARKS) {
    const [before = '', after, ...more] = body.split(mark);
    if (after === undefined || more.length > 0 || !/^\d*$/.test(after)) continue;
    const whole = wholeDigits(before);
    if (whole !== null && `${whole}${after}` !== '')
      readings.push({ whole, decimals: after, grouped: false });
  }
  const whole = wholeDigits(body);
  if (whole) readings.push({ whole, decimals: '', grouped: true });
  return readings;
};

const exactOf = ({ whole, decimals }: Reading, negative: boolean): string => {
  const kept = decimals.replace(/0+$/, '');
  const text = `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
  return negative && text !== '0' ? `-${text}` : text;
};

const withoutUnits = (text: string, units: readonly string[]): string => {
  const known = units
    .map((unit) => unit.normalize('NFKC').trim().toLowerCase())
    .filter((unit) => unit !== '');
  // the longest first: `US$` before `$`
  known.sort((a, b) => b.length - a.length);
  const lower = text.toLowerCase();
  const after = known.find((unit) => lower.endsWith(unit));
  if (after !== undefined) return text.slice(0, -after.length).trim();
  const before = known.find((unit) => lower.startsWith(unit));
  return before === undefined ? text : text.slice(before.length).trim();
};

/** Sign and the rest, the sign standing before or after a unit: `-€5`, `€ -5`. */
const signAndBody = (text: string, units: readonly string[]) => {
  let body = text;
  let sign = '';
  const takeSign = (): void => {
    const found = /^[-+−–]/.exec(body)?.[0];
    if (found === undefined || sign !== '') return;
    sign = found;
    body = body.slice(1).trim();
  };
  takeSign();
  body = withoutUnits(body, units);
  takeSign();
  return { negative: sign !== '' && sign !== '+', signed: sign !== '', body };
};

/**
 * Reads a number as an owner types or pastes it: with the decimal mark and the grouping of the locale, of another
 * country where that leaves one reading only, with a mark at the end, leading zeros and a unit.
 * @param text what is in the field @param locale whose marks decide where both are possible
 * @returns the number; that there is none; or why it is refused, which is never a guess
 */
export const parseOwnNumber = (text: string, locale: string, rules: NumberRules): OwnNumber => {
  const typed = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const { negative, signed, body } = signAndBody(typed, rules.units ?? []);
  if (body === '' && !signed) return { kind: 'empty' };
  const refused = (sentence: string): OwnNumber => ({ kind: 'refused', sentence });
  const readings = readingsOf(body);
  const marks = marksOf(locale);
  const first = readings[0];
  if (!first) return refused(`“${typed}” is not a number.`);

  const inRange = (reading: Reading): boolean =>
    rangeFault(Number(exactOf(reading, negative)), rules) === null;
  const possible = readings.length > 1 && readings.some(inRange) ? readings.filter(inRange) : readings;
  const chosen = possible.length === 1 ? possible[0] : byLocale(possible, body, marks, rules.decimals);
  if (!chosen) {
    const [a, b] = possible.map((reading) => Number(exactOf(reading, negative)));
    return refused(
      `“${typed}” could be ${plain(a ?? 0, locale)} or ${plain(b ?? 0, locale)}. Write it without grouping.`,
    );
  }

  const exact = exactOf(chosen, negative);
  const value = Number(exact);
  if ((exact.split('.')[1] ?? '').length > rules.decimals)
    return refused(
      rules.decimals === 0
        ? `“${typed}” is not a whole number.`
        : `“${typed}” has more than ${rules.decimals} decimal${rules.decimals === 1 ? '' : 's'}.`,
    );
  const fault = rangeFault(value, rules);
  return fault === null ? { kind: 'number', value, exact } : refused(`“${typed}” ${fault(locale)}.`);
};

/** Which of the two readings of `1.234` the locale means; undefined where the field would take either. */
const byLocale = (
  readings: readonly Reading[],
  body: string,
  marks: Marks,
  decimals: number,
): Reading | undefined => {
  const mark = /[.,]/.exec(body)?.[0];
  if (mark === marks.group && decimals < 3) return readings.find(({ grouped }) => grouped);
  if (mark === marks.decimal && decimals >= 3) return readings.find(({ grouped }) => !grouped);
  return undefined;
};

const rangeFault = (
  value: number,
  { min = -LARGEST, max = LARGEST }: NumberRules,
): ((locale: string) => string) | null => {
  if (value < min) return (locale) => `is less than ${plain(min, locale)}`;
  if (value > max) return (locale) => `is more than ${plain(max, locale)}`;
  return null;
};

const plain = (value: number, locale: string): string => writeOwnNumber(value, locale, 9);

/**
 * A number as it is in a field, to be read back by `parseOwnNumber`. Grouped only where that leaves one
 * reading: with three decimals or more `1,234` would have two.
 */
export const writeOwnNumber = (value: number, locale: string, decimals: number): string =>
  new Intl.NumberFormat(knownLocale(locale), {
    maximumFractionDigits: decimals,
    useGrouping: decimals < 3,
    signDisplay: 'negative',
  }).format(value);

/** How amounts of a currency may be marked: by its code and by its signs. */
export const currencyUnits = (currency: string, locale: string): readonly string[] => {
  const sign = (currencyDisplay: 'symbol' | 'narrowSymbol'): string =>
    new Intl.NumberFormat(knownLocale(locale), { style: 'currency', currency, currencyDisplay })
      .formatToParts(1)
      .find((part) => part.type === 'currency')?.value ?? '';
  return [currency, sign('symbol'), sign('narrowSymbol')];
};
