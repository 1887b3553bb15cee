import { type Formats, formats } from '../../../shared/format.ts';
import type { IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable, Result } from '../../../shared/model/result.ts';
import type { Cohorts, Keeping, RetentionView } from '../../../shared/model/retention.ts';
import { counted } from '../../../shared/words.ts';
import { proportion, result } from '../../analytics/estimate.ts';
import type { Cohort } from '../../analytics/retention/cohorts.ts';
import type { RepeatRate, RevenueRetention } from '../../analytics/retention/period-change.ts';
import type { Retention } from '../../analytics/retention/retention.ts';
import type { Waterfall } from '../../analytics/retention/waterfall.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { lapseFigure, retentionIn } from '../analysis/retention.ts';
import { isTillMode } from '../analysis/till.ts';
import { backTestOf } from './back-test.ts';
import { contractsIn } from './contracts-view.ts';
import { outlookOf } from './outlook.ts';
import { yearOnYearOf } from './year-on-year.ts';

/** A share of fewer customers says little. */
const FEWEST = 10;
const COHORTS = 24;
const COHORT_MONTHS = 12;

/** Who comes back, what of their money stays, and what the months ahead will bring (MODELS 4, 10). */
export const readRetention = (db: Readable, asOf?: IsoDay): RetentionView | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  if (!analysis) return { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
  const retention = retentionIn(db, analysis);
  return {
    asOf: analysis.asOf,
    contracts: contractsIn(analysis),
    keeping: isTillMode(analysis) ? UNKNOWN : keepingOf(analysis, retention),
    cohorts: isTillMode(analysis) ? UNKNOWN : cohortsOf(analysis, retention.cohorts),
    forecast: outlookOf(db, analysis),
    yearOnYear: isTillMode(analysis) ? UNKNOWN : yearOnYearOf(analysis),
    backTest: isTillMode(analysis) ? UNKNOWN : backTestOf(db, analysis),
  };
};

const UNKNOWN: NotAvailable = {
  grade: 'D',
  reason: 'Too few sales carry a customer to say who comes back.',
  needed: 'Sales with a customer number, name, e-mail or phone.',
};

const sayIn = ({ settings, currency }: Analysis): Formats => formats(settings.locale, currency);

const keepingOf = (analysis: Analysis, retention: Retention): Keeping | NotAvailable => {
  const { before, after, repeatRate, revenue, waterfall } = retention;
  if (!before || !after || !repeatRate || !revenue || !waterfall)
    return {
      grade: 'D',
      reason: 'Two periods cannot be compared yet.',
      needed: 'Six months of sales with customers.',
    };
  if (repeatRate.active < FEWEST)
    return {
      grade: 'D',
      reason: `Only ${counted(repeatRate.active, 'customer')} bought in the earlier period; a share of them would say little.`,
      needed: `At least ${FEWEST} customers in the earlier period.`,
    };
  const say = sayIn(analysis);
  return {
    finding: `Of ${say.counted(repeatRate.active, 'customer')} of the ${retention.months} months to ${say.day(before.to)}, ${say.count(repeatRate.again)} bought again in the ${retention.months} months after.`,
    before,
    after,
    figures: figuresOf(retention, repeatRate, revenue),
    waterfall: { finding: waterfallFinding(waterfall, say), steps: stepsOf(waterfall) },
    warnings: [...retention.warnings],
  };
};

const figuresOf = (retention: Retention, repeat: RepeatRate, revenue: RevenueRetention): Result[] => {
  const { months, before, after, lapse } = retention;
  const period = before && after && { from: before.from, to: after.to };
  // a season may look like a loss
  const grade = months === 12 ? 'A' : 'C';
  return [
    proportion('repeatRate', repeat.again, repeat.active, { period, grade }),
    lapseFigure(lapse, {}),
    result('nrr', revenue.nrr, { n: revenue.customers, period, grade }),
    result('grr', revenue.grr, { n: revenue.customers, period, grade }),
  ];
};

const stepsOf = (w: Waterfall): Keeping['waterfall']['steps'] => {
  const total = (title: string, amount: number) => ({ title, amount: minor(amount), kind: 'total' as const });
  const step = (title: string, amount: number) =>
    amount === 0 ? [] : [{ title, amount: minor(amount), kind: 'step' as const }];
  return [
    total('Earlier period', w.before),
    ...step('Stopped buying', -w.stopped),
    ...step('Bought less', -w.contraction),
    ...step('Bought more', w.expansion),
    ...step('Came back after a pause', w.returning),
    ...step('New customers', w.new),
    ...step('Net returns', w.netReturns),
    ...step('Sales without a customer', w.anonymousChange),
    total('Later period', w.after),
  ];
};

const waterfallFinding = (w: Waterfall, say: Formats): string => {
  const won = w.new + w.returning;
  if (w.stopped === 0) return `Nobody stopped; new and returning customers brought ${say.moneyRounded(won)}.`;
  return `Who stopped took ${say.moneyRounded(w.stopped)} along; new and returning customers brought ${say.moneyRounded(won)}.`;
};

const cohortsOf = (analysis: Analysis, cohorts: readonly Cohort[]): Cohorts | NotAvailable => {
  const rows = cohorts
    .slice(-COHORTS)
    .reverse()
    .map(({ month, customers, share, lo, hi }) => ({
      month,
      customers,
      share: share.slice(0, COHORT_MONTHS + 1),
      lo: lo.slice(0, COHORT_MONTHS + 1),
      hi: hi.slice(0, COHORT_MONTHS + 1),
    }));
  const customers = rows.reduce((sum, row) => sum + row.customers, 0);
  if (customers < FEWEST)
    return {
      grade: 'D',
      reason: `Only ${counted(customers, 'customer has', 'customers have')} bought; cohorts of them would say little.`,
      needed: `At least ${FEWEST} customers.`,
    };
  return {
    finding: cohortFinding(rows, sayIn(analysis)),
    rows,
    months: Math.max(...rows.map(({ share }) => share.length)),
  };
};

/** All cohorts together whose month is over. */
const cohortFinding = (rows: Cohorts['rows'], say: Formats): string => {
  const pooled = (k: number): number | null => {
    const over = rows.filter(({ share }) => share[k] != null);
    const customers = over.reduce((sum, row) => sum + row.customers, 0);
    return customers < FEWEST
      ? null
      : over.reduce((sum, row) => sum + row.share[k]! * row.customers, 0) / customers;
  };
  const next = pooled(1);
  const later = pooled(6);
  if (next === null) return 'No month after a first purchase is over yet.';
  return later === null
    ? `${say.shareRounded(next)} of new customers buy again in the month after their first.`
    : `${say.shareRounded(next)} of new customers buy in the month after their first, ${say.shareRounded(later)} in the sixth.`;
};
