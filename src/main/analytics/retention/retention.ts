import { dayFromNumber } from '../../../shared/model/day.ts';
import type { Period } from '../../../shared/model/schemas.ts';
import { monthsBefore } from '../calendar/months.ts';
import { growthWindows } from '../growth/windows.ts';
import { firstDayOf, type PurchaseHistory } from '../history.ts';
import { type PurchaseSummary, purchaseSummary } from '../value/purchase-summary.ts';
import { type Cohort, cohortTable } from './cohorts.ts';
import { type Gone, goneOf } from './gone.ts';
import { type Lapse, lapse } from './lapse.ts';
import {
  type PeriodPair,
  periodChange,
  type RepeatRate,
  type RevenueRetention,
  repeatRate,
  revenueRetention,
} from './period-change.ts';
import { type Waterfall, waterfall } from './waterfall.ts';

/** Retention of a business where nobody signs off: three things kept apart, and the money between two periods. */
export type Retention = {
  /** months in each of the two periods; null while there is no pair of them */
  readonly months: 12 | 6 | 3 | null;
  readonly before: Period | null;
  readonly after: Period | null;
  readonly repeatRate: RepeatRate | null;
  readonly revenue: RevenueRetention | null;
  readonly waterfall: Waterfall | null;
  readonly lapse: Lapse;
  readonly cohorts: readonly Cohort[];
  readonly warnings: readonly string[];
};

export type RetentionOptions = {
  /** who is gone; told from pauses alone where left out */
  readonly gone?: Gone;
  /** revenue without a customer on the days after the first up to and including the second, minor units */
  readonly anonymousRevenue?: (after: number, upTo: number) => number;
  readonly purchases?: PurchaseSummary;
};

/** 12 months against the 12 before them where the data reach so far, else 6 and 6, else 3 and 3. */
export const retentionOf = (history: PurchaseHistory, options: RetentionOptions = {}): Retention => {
  const purchases = options.purchases ?? purchaseSummary(history);
  const lapsed = lapse(purchases, options.gone ?? goneOf(history, null, null), firstDayOf(history));
  const cohorts = cohortTable(history);
  const pair = periodsOf(history);
  const warnings: string[] = [];
  if (lapsed.grade === 'C')
    warnings.push(
      'Who has lapsed is judged by pauses and a year of silence: there is no model of repeat buying.',
    );
  if (pair === null)
    return {
      months: null,
      before: null,
      after: null,
      repeatRate: null,
      revenue: null,
      waterfall: null,
      lapse: lapsed,
      cohorts,
      warnings: [...warnings, 'Comparing two periods needs six months of sales.'],
    };
  if (pair.months < 12)
    warnings.push(
      `Two periods of ${pair.months} months may differ by the season alone; a year against a year does not.`,
    );
  const change = periodChange(history, pair);
  const anonymous = options.anonymousRevenue;
  const period = (after: number, upTo: number): Period => ({
    from: dayFromNumber(after + 1),
    to: dayFromNumber(upTo),
  });
  return {
    months: pair.months,
    before: period(pair.start, pair.middle),
    after: period(pair.middle, pair.end),
    repeatRate: repeatRate(change),
    revenue: revenueRetention(change),
    waterfall: waterfall(
      change,
      anonymous && { before: anonymous(pair.start, pair.middle), after: anonymous(pair.middle, pair.end) },
    ),
    lapse: lapsed,
    cohorts,
    warnings,
  };
};

/** Shops are closed at New Year: the first period may lack this many days. */
const SLACK = 7;

const periodsOf = (history: PurchaseHistory): (PeriodPair & { readonly months: 12 | 6 | 3 }) | null => {
  const first = firstDayOf(history);
  if (first === null) return null;
  const longer = growthWindows(first, history.asOf);
  if (longer) return longer;
  const start = monthsBefore(history.asOf, 6);
  return first <= start + 1 + SLACK
    ? { months: 3, start, middle: monthsBefore(history.asOf, 3), end: history.asOf }
    : null;
};
