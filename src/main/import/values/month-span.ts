import { dayFromNumber, dayNumberOf } from '../../../shared/model/day.ts';
import { monthOf } from './month-names.ts';

/** A run of days, both ends included. */
export type MonthSpan = { readonly first: string; readonly last: string };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{4})$/;
const WORD = /^([\p{L}\p{M}.]{3,14}) (\d{4})$/u;

/** The days of a month written without a day (2025-03, 03/2025, March 2025), or null. */
export const monthSpan = (text: string): MonthSpan | null => {
  const first = YEAR_FIRST.exec(text);
  if (first) return spanOf(Number(first[1]), Number(first[2]));
  const last = YEAR_LAST.exec(text);
  if (last) return spanOf(Number(last[2]), Number(last[1]));
  const word = WORD.exec(text);
  const month = word ? monthOf(word[1]!) : null;
  return month === null ? null : spanOf(Number(word![2]), month);
};

const spanOf = (year: number, month: number): MonthSpan | null => {
  const start = dayNumberOf(year, month, 1);
  const next = month === 12 ? dayNumberOf(year + 1, 1, 1) : dayNumberOf(year, month + 1, 1);
  return start === null || next === null
    ? null
    : { first: dayFromNumber(start), last: dayFromNumber(next - 1) };
};
