import { formats } from '../../../shared/format.ts';
import type { OwnersCalendar } from '../../../shared/model/calendar-mark.ts';
import { dayFromNumber, dayNumber } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { WEEKS } from '../../analytics/calendar/season.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { shopSeason } from '../analysis/models/revenue-forecast.ts';
import { seasonSentence, yearlySilences } from '../analysis/statements/calendar.ts';
import { listMarks } from './marks.ts';

/** So many bars can still be told apart on a narrow screen. */
const MOST_STRETCHES = 180;

/** The sales along time with closures, exceptional days, campaigns and new prices, and the season found in them (TRUTH 7–9). */
export const readCalendar = (db: Readable): OwnersCalendar | NotAvailable => {
  const analysis = analysisOf(db);
  if (!analysis) return { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
  const { totals, settings, currency } = analysis;
  const weeks = shopSeason(analysis);
  return {
    period: totals.period,
    stretches: stretchesOf(analysis),
    marks: [...listMarks(db)],
    season: {
      sentence: seasonSentence(analysis, weeks, formats(settings.locale, currency)),
      weeks: weeks && Array.from({ length: WEEKS }, (_, week) => weeks[week]!),
    },
    everyYear: yearlySilences(analysis),
  };
};

/** Revenue by stretches of as many days as keep the picture readable. */
const stretchesOf = ({ totals, calendar }: Analysis): OwnersCalendar['stretches'] => {
  const [first, last] = [dayNumber(totals.period.from), dayNumber(totals.period.to)];
  const days = Math.ceil((last - first + 1) / MOST_STRETCHES);
  const { day, revenue } = calendar.sales;
  const sums = new Float64Array(Math.ceil((last - first + 1) / days));
  for (let k = 0; k < day.length; k++) {
    const at = Math.floor((day[k]! - first) / days);
    if (at >= 0 && at < sums.length) sums[at]! += revenue[k]!;
  }
  return Array.from(sums, (sum, k) => ({
    from: dayFromNumber(first + k * days),
    to: dayFromNumber(Math.min(last, first + (k + 1) * days - 1)),
    revenue: minor(sum),
  }));
};
