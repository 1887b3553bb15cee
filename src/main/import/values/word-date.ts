import { BUDDHIST, isOtherYear } from './calendars.ts';
import type { DateParts } from './date-parts.ts';
import { isWeekday, monthOf } from './month-names.ts';

const WORD = String.raw`([\p{L}\p{M}][\p{L}\p{M}.’']{1,13})`;
/** What stands between the parts: signs, and words such as `14 de agosto de 2026`, `the 14th of August`. */
const BETWEEN = String.raw`[\s,.\-/]*(?:(?:de|del|di|of|the|den|van|da|do)\s+)*`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|ère|re|º|ª|°|ος|-?го|:?e)?(?![\d:])`;
const YEAR = String.raw`(?:(?:พ\.ศ\.|ค\.ศ\.|B\.?E\.?)\s*)?(\d{4}|['’]?\d{2})(?![\d:])`;
const CLOCK = String.raw`(\d{1,2}:\d{2}(?::\d{2})?)`;

const DAY_FIRST = new RegExp(`^${DAY}${BETWEEN}${WORD}${BETWEEN}${YEAR}(.*)$`, 'su');
const MONTH_FIRST = new RegExp(`^${WORD}${BETWEEN}${DAY}${BETWEEN}${YEAR}(.*)$`, 'su');
const YEAR_FIRST = new RegExp(`^(\\d{4})${BETWEEN}${WORD}${BETWEEN}${DAY}(.*)$`, 'su');
/** As Unix writes it: `Aug 14 17:37:33 CEST 2026`. */
const YEAR_LAST = new RegExp(`^${WORD} +${DAY} +${CLOCK}(?: +([A-Z]{2,5}|[+-]\\d{4}))? +(\\d{4})$`, 'u');

/** A day whose month is a word, in any order that leaves no doubt; null for anything else. */
export const wordDate = (text: string): DateParts | null => {
  if (!HAS_WORD.test(text)) return null;
  const trimmed = text.trim().replace(/^the\s+/i, '');
  const unix = YEAR_LAST.exec(trimmed);
  if (unix) return parts('month', unix[1]!, unix[2]!, unix[5]!, ` ${unix[3]} ${unix[4] ?? ''}`);
  const day = DAY_FIRST.exec(trimmed);
  if (day) return parts('day', day[2]!, day[1]!, day[3]!, day[4]!);
  const month = MONTH_FIRST.exec(trimmed);
  if (month) return parts('month', month[1]!, month[2]!, month[3]!, month[4]!);
  const year = YEAR_FIRST.exec(trimmed);
  return year ? parts('year', year[2]!, year[3]!, year[1]!, year[4]!) : null;
};

const HAS_WORD = /[\p{L}]{2}|\p{L}\./u;
const ENDS = /^$|^[\s,.T–-]/;

const parts = (
  first: 'day' | 'month' | 'year',
  word: string,
  day: string,
  written: string,
  rest: string,
): DateParts | null => {
  const month = monthOf(word);
  if (month === null || (!ENDS.test(rest) && !/^[(（]/.test(rest))) return null;
  const digits = written.replace(/\D/g, '');
  // Thai months are of the Thai calendar
  const year =
    /[\u0e00-\u0e7f]/.test(word) && isOtherYear(digits) ? String(Number(digits) - BUDDHIST) : digits;
  const at = String(month);
  const clock = timeText(rest);
  if (first === 'month') return { parts: [at, day, year], monthAt: 0, rest: clock };
  return { parts: first === 'year' ? [year, at, day] : [day, at, year], monthAt: 1, rest: clock };
};

/** Words before a time of day: `um 17:37 Uhr`, `at 5:37 PM`, `kl. 17.37`. */
const BEFORE_TIME =
  /^(?:г\.?|р\.?|at|um|à|a las|a la|as|às|kl\.?|klo|alle ore|alle|ore|om|o godz\.?|godz\.?|v|saat|в|о)(?=[\s\d])\s*/iu;
const JAPANESE_TIME = /^(午前|午後)?\s?(\d{1,2})時\s?(\d{1,2})分(?:\s?(\d{1,2})秒)?$/;

/** A time of day without the words and the weekday that stand before it. */
export const timeText = (rest: string): string => {
  let text = rest.trim();
  if (text === '' || isDigit(text)) return text.includes('時') ? japaneseTime(text) : text;
  text = text.replace(/^[,.·|–-]+(?!\d)\s*/, '').replace(/^T(?=\d)/, '');
  const word = /^[(（]?([\p{L}\p{M}]+)\.?[)）]?,?(?=$|[\s\d])\s*/u.exec(text);
  if (word && isWeekday(word[1]!)) text = text.slice(word[0].length);
  return japaneseTime(text.replace(BEFORE_TIME, ''));
};

const isDigit = (text: string): boolean => /^\d/.test(text);

const japaneseTime = (text: string): string => {
  const m = JAPANESE_TIME.exec(text);
  if (!m) return text;
  const half = m[1] === undefined ? '' : m[1] === '午後' ? ' PM' : ' AM';
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  // noon and midnight are 0 o'clock of their half
  const hour = half !== '' && m[2] === '0' ? '12' : m[2];
  return `${hour}:${two(m[3])}:${two(m[4])}${half}`;
};

/** A text without a weekday before its date or in brackets behind it. */
export const undecorated = (text: string): string => {
  const trimmed = text.trim();
  const first =
    /^[(（]?([\p{L}\p{M}]+(?:-feira)?)\.?[)）]?,?\s*(?:(?:den|the|el|le|il|d\.)\s+)?(?=[\p{L}\p{M}\d])/u.exec(
      trimmed,
    );
  const behind = first && isWeekday(first[1]!) ? trimmed.slice(first[0].length) : trimmed;
  return behind
    .replace(/\s?[(（]([\p{L}\p{M}]+)\.?[)）]/gu, (found, word: string) => (isWeekday(word) ? ' ' : found))
    .replace(/(\d日)\s?([\p{L}]曜日?)/u, '$1 ')
    .trim();
};
