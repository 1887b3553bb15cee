import { type Formats, formats } from '../../../shared/format.ts';
import { addMonths, isoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import type { RevenueOutlook, SegmentOutlook } from '../../../shared/model/retention.ts';
import { sum } from '../../../shared/sum.ts';
import { result } from '../../analytics/estimate.ts';
import type { Forecast } from '../../analytics/forecast/forecast.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import {
  nextWholeMonth,
  type RevenueForecast,
  revenueForecast,
  type SegmentForecast,
  segmentForecasts,
} from '../analysis/models/revenue-forecast.ts';

const PAST_MONTHS = 24;

/** The months so far and those ahead, the running one with what is sold in it; or why nothing is told (TRUTH 6, 9, 10). */
export const outlookOf = (db: Readable, analysis: Analysis): RevenueOutlook | NotAvailable => {
  const told = revenueForecast(db, analysis);
  const { from, months, forecast, series } = told;
  const say = formats(analysis.settings.locale, analysis.currency);
  if (forecast.kind === 'range' || from === null)
    return {
      grade: 'D',
      reason:
        forecast.kind === 'range' && forecast.lo !== null && forecast.hi !== null
          ? `${forecast.warnings[0] ?? ''} So far a month brought ${say.moneyRounded(forecast.lo)} to ${say.moneyRounded(forecast.hi)}.`
          : 'No month of sales is complete yet.',
      needed:
        forecast.kind === 'range' && forecast.n >= forecast.needed
          ? 'Months that follow from those before them: a season takes two years to tell.'
          : `${forecast.kind === 'range' ? forecast.needed : 12} complete months of sales.`,
    };
  const monthAt = (k: number): string => addMonths(isoDay(`${from}-01`), k).slice(0, 7);
  const ahead = forecast.points.map(({ value, lo, hi }, k) => ({
    month: monthAt(months + k),
    revenue: minor(Math.round(value)),
    lo: minor(Math.round(lo)),
    hi: minor(Math.round(hi)),
  }));
  const next = ahead[told.running ? 1 : 0]!;
  return {
    finding: `${say.month(next.month)} is likely to bring ${say.moneyRounded(next.lo)} to ${say.moneyRounded(next.hi)}.`,
    level: forecast.level,
    horizon: horizonSentence(ahead, months, forecast.level, say),
    running: told.running && { month: told.running.month, sold: minor(told.running.sold) },
    past: series.slice(-PAST_MONTHS).map((revenue, k, shown) => ({
      month: monthAt(months - shown.length + k),
      revenue: minor(revenue),
    })),
    ahead,
    next: nextMonth(told, say),
    segments: segmentForecasts(analysis).flatMap((segment) => segmentOutlook(segment, say)),
  };
};

/** "Told to Mar 2026 from 30 complete months. The line through each forecast is its range, …" */
const horizonSentence = (ahead: RevenueOutlook['ahead'], seen: number, level: number, say: Formats): string =>
  `Told to ${say.month(ahead.at(-1)!.month)} from ${say.counted(seen, 'complete month')}. The line through each forecast is its range, which ${say.shareRounded(level)} of such months fall into.`;

/** The next month as a figure that explains itself. */
const nextMonth = (told: RevenueForecast, say: Formats, warnings: readonly string[] = []): Result => {
  const { value, lo, hi } = nextWholeMonth(told)!;
  const forecast = told.forecast as Extract<Forecast, { kind: 'forecast' }>;
  return result('forecast', Math.round(value), {
    n: told.months,
    lo: Math.round(lo),
    hi: Math.round(hi),
    level: forecast.level,
    // a forecast no better than carrying on is a rule of thumb
    grade: warnings.length === 0 && forecast.mase !== null && forecast.mase < 1 ? 'B' : 'C',
    method: forecast.method,
    warnings: [...warnings, ...maseOf(forecast.mase, say), ...forecast.warnings],
  });
};

/** Months that an average month of late is taken of. */
const LATELY = 3;

const segmentOutlook = (segment: SegmentForecast, say: Formats): SegmentOutlook[] => {
  const { name, customers, series, forecast, warnings } = segment;
  if (forecast.kind === 'range') return [];
  const lately = sum(series.slice(-LATELY)) / LATELY;
  return [{ name, customers, lately: minor(Math.round(lately)), next: nextMonth(segment, say, warnings) }];
};

const maseOf = (mase: number | null, say: Formats): string[] =>
  mase === null
    ? []
    : [
        `Looking back, its errors were ${say.shareRounded(mase)} of those of carrying on what was before (MASE ${mase.toFixed(2)}).`,
      ];
