import { HALVES } from '../../../shared/growth-title.ts';
import { addDays, addMonths, dayFromNumber, dayNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { proportion, result } from '../../analytics/estimate.ts';
import { revenueGrowth } from '../../analytics/growth/segment-growth.ts';
import { type GrowthWindows, growthWindows } from '../../analytics/growth/windows.ts';
import type { Readable } from '../../database/connection.ts';
import { q } from '../../database/query.ts';
import type { Analysis } from './analysis.ts';
import { atRiskOf } from './at-risk.ts';
import { contributionFigure } from './costs/contribution.ts';
import { dataPart } from './part.ts';
import { closedApartSentence, exceptionalRevenue } from './statements/calendar.ts';
import { shareFigure } from './statements/concentration.ts';
import { taxSentence } from './tax.ts';
import { isTillMode } from './till.ts';
import { revenueBetween } from './totals.ts';

/** The key figures of a portfolio, the same on the overview, in the review and on the command line. */
export const keyFigures = dataPart('keyFigures', (db, analysis): readonly Result[] =>
  computeFigures(db, analysis),
);

const computeFigures = (db: Readable, analysis: Analysis): Result[] =>
  isTillMode(analysis) ? tillFigures(db, analysis) : customerFigures(db, analysis);

/** What sales say without customers: no count of nobody, no share of nothing (TRUTH 22). */
const tillFigures = (db: Readable, analysis: Analysis): Result[] => {
  const { totals, asOf } = analysis;
  const yearAgo = addMonths(asOf, -12);
  const period = { from: addDays(yearAgo, 1), to: asOf };
  const revenue = revenueBetween(db, yearAgo, asOf);
  const orders = ordersBetween(db, yearAgo, asOf);
  return [
    result('revenue12m', revenue, { n: totals.orders, period, warnings: taxWarnings(analysis) }),
    portfolioGrowth(db, analysis),
    result('orderCount12m', orders, { n: totals.orders, period }),
    result('averageSale', orders > 0 ? revenue / orders : null, { n: orders, period }),
    result('coverage', totals.coverage, { n: totals.orders, period: totals.period }),
  ];
};

const ordersBetween = (db: Readable, after: IsoDay, upTo: IsoDay): number =>
  db.get(
    q
      .selectFrom('sales_order')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('ordered_on', '>', after)
      .where('ordered_on', '<=', upTo)
      .where('revenue_minor', '>', minor(0)),
  )!.n;

const customerFigures = (db: Readable, analysis: Analysis): Result[] => {
  const { totals, purchases, asOf } = analysis;
  const yearAgo = addMonths(asOf, -12);
  const year = { from: addDays(yearAgo, 1), to: asOf };
  const bought = countWhere(purchases.purchaseDays, (days) => days > 0);
  const repeat = countWhere(purchases.purchaseDays, (days) => days > 1);
  const active = countWhere(purchases.lastDay, (day) => day > analysis.history.asOf - daysOf(yearAgo, asOf));
  const whole = totals.period;
  const contributed = contributionFigure(analysis);
  return [
    result('revenue12m', revenueBetween(db, yearAgo, asOf), {
      n: totals.orders,
      period: year,
      warnings: taxWarnings(analysis),
    }),
    ...(contributed ? [contributed] : []),
    portfolioGrowth(db, analysis),
    result('activeCustomers', active, { n: bought, period: year }),
    result('averageOrderValue', averagePurchase(analysis), { n: bought, period: whole }),
    proportion('repeatShare', repeat, bought, { period: whole }),
    shareFigure(db, analysis, 'top10Share'),
    result('atRisk', atRiskOf(analysis).customers.length, {
      n: bought,
      period: whole,
      grade: 'C',
      warnings: atRiskOf(analysis).warnings,
    }),
    result('coverage', totals.coverage, { n: totals.orders, period: whole }),
  ];
};

/** The windows that the growth of all sales compares: those of known customers, in till mode those that all sales reach back to. */
export const portfolioWindows = (analysis: Analysis): GrowthWindows | null =>
  isTillMode(analysis)
    ? growthWindows(dayNumber(analysis.totals.period.from), dayNumber(analysis.asOf))
    : analysis.growth.windows;

/** Revenue of the last window against the one before, all sales counted, anonymous ones too. */
export const portfolioGrowth = dataPart(
  'portfolioGrowth',
  (db, analysis): Result => computeGrowth(db, analysis),
);

const computeGrowth = (db: Readable, analysis: Analysis): Result => {
  const { totals, asOf } = analysis;
  const windows = portfolioWindows(analysis);
  if (!windows)
    return result('portfolioGrowth', null, {
      n: totals.orders,
      warnings: ['Growth needs at least 12 months of sales.'],
    });
  const [start, middle] = [dayFromNumber(windows.start), dayFromNumber(windows.middle)];
  const apart = closedApartSentence(
    analysis,
    { from: windows.start, to: windows.middle },
    { from: windows.middle, to: windows.end },
  );
  if (apart !== null) return result('portfolioGrowth', null, { n: totals.orders, warnings: [apart] });
  const usual = (after: IsoDay, upTo: IsoDay): number =>
    revenueBetween(db, after, upTo) - exceptionalRevenue(analysis, after, upTo);
  const before = usual(start, middle);
  const after = usual(middle, asOf);
  const warnings = windows.maybeSeasonal
    ? ['Six months against the six before: this may be the season.']
    : [];
  return result('portfolioGrowth', revenueGrowth(before, after), {
    n: totals.orders,
    period: { from: addDays(start, 1), to: asOf },
    ...(windows.maybeSeasonal ? { method: HALVES } : {}),
    grade: windows.maybeSeasonal ? 'C' : 'A',
    warnings,
  });
};

export const taxWarnings = ({ totals, settings }: Analysis): string[] => {
  const sentence = taxSentence(totals.tax, settings);
  return sentence === null ? [] : [sentence];
};

const countWhere = (values: Int32Array, test: (value: number) => boolean): number => {
  let count = 0;
  for (const value of values) if (test(value)) count++;
  return count;
};

const daysOf = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const averagePurchase = ({ history }: Analysis): number | null => {
  let sum = 0;
  let days = 0;
  for (const net of history.net) {
    if (net <= 0) continue;
    sum += net;
    days++;
  }
  return days > 0 ? sum / days : null;
};
