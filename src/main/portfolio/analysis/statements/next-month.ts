import { formats } from '../../../../shared/format.ts';
import { addMonths, isoDay } from '../../../../shared/model/day.ts';
import type { Readable } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { nextWholeMonth, revenueForecast } from '../models/revenue-forecast.ts';

/** "Jul 2025 is expected to bring € 3.1k, between € 2.6k and € 3.9k in 8 of 10 cases.", or what is told in its place, and why. */
export const nextMonthSentence = (db: Readable, analysis: Analysis): string => {
  const told = revenueForecast(db, analysis);
  const { forecast, from, months } = told;
  const say = formats(analysis.settings.locale, analysis.currency);
  const money = (amount: number): string => say.moneyRounded(Math.round(amount));
  const next = nextWholeMonth(told);
  if (next && from !== null) {
    const month = addMonths(isoDay(`${from}-01`), months + next.h - 1).slice(0, 7);
    return `${say.month(month)} is expected to bring ${money(next.value)}, between ${money(next.lo)} and ${money(next.hi)} in 8 of 10 cases.`;
  }
  return forecast.kind === 'range' && forecast.lo !== null && forecast.hi !== null
    ? `Complete months so far brought between ${money(forecast.lo)} and ${money(forecast.hi)}. ${forecast.warnings[0] ?? ''}`.trim()
    : 'There is no complete month yet to look ahead from.';
};
