import type { DateParts } from './date-parts.ts';

/** The year before the first of each Japanese era, and of the count from the Chinese republic. */
const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(令和|R(?=\d))/, 2018],
  [/^(平成|H(?=\d))/, 1988],
  [/^(昭和|S(?=\d))/, 1925],
  [/^(民國|民国)/, 1911],
];

const IN_ERA = /^\s?(\d{1,3}|元)\s?[年./]\s?(\d{1,2})\s?[月./]\s?(\d{1,2})日?(?=$|[\sT,(（])\s*(.*)$/u;

/** A day whose year is counted in an era that it names, with the year of the common calendar; else null. */
export const yearOfEra = (text: string): DateParts | null => {
  const trimmed = text.trim();
  for (const [word, before] of ERAS) {
    const era = word.exec(trimmed);
    const m = era && IN_ERA.exec(trimmed.slice(era[0].length));
    if (!m) continue;
    const year = before + (m[1] === '元' ? 1 : Number(m[1]));
    return { parts: [String(year), m[2]!, m[3]!], monthAt: null, rest: m[4] ?? '' };
  }
  return null;
};

/** Years between the common one and the one counted from the Buddha. */
export const BUDDHIST = 543;
/** Buddhist years of our time, and those of the Islamic and the Persian calendar. */
const OTHERS = [
  { from: 2440, until: 2643 },
  { from: 1320, until: 1500 },
] as const;

/** A year that is none of our time unless it is counted in another calendar. */
export const isOtherYear = (text: string): boolean => {
  if (text.length !== 4) return false;
  const year = Number(text);
  return OTHERS.some(({ from, until }) => year >= from && year <= until);
};
