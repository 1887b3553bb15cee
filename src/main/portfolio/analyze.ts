import type { IsoDay } from '../../shared/model/day.ts';
import { dayFromNumber } from '../../shared/model/day.ts';
import type { NotAvailable } from '../../shared/model/result.ts';
import { finite } from '../analytics/estimate.ts';
import { modelsSummary } from '../analytics/value/customer-models.ts';
import type { Connection } from '../database/connection.ts';
import { Problem } from '../database/problem.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import { acquired, money, value } from './analyze-value.ts';
import { contactsIn, isContactable } from './contact.ts';
import { differingCosts } from './contribution.ts';
import { customerRow } from './customer-row.ts';
import { portfolioGrowth } from './figures.ts';
import { listeningIn } from './listening.ts';
import { matrixOf } from './matrix.ts';
import { migrationTo } from './migration.ts';
import { modelsOf, retentionIn } from './models.ts';
import { linesOf } from './placement.ts';
import { describeProducts } from './products.ts';
import { revenueForecast } from './revenue-forecast.ts';
import { riskPlacement, riskValueOf } from './risk-value.ts';
import { describeSegments } from './segments.ts';

export type AnalyzeOptions = {
  readonly asOf?: IsoDay | undefined;
  readonly customers: boolean;
  readonly only: readonly string[] | null;
};

const notYet = (needed: string): NotAvailable => ({
  grade: 'D',
  reason: 'This version does not compute it.',
  needed,
});

/** The areas of `analyze`, in the order of CLI.md. Each is worked out only when asked for. */
const AREAS: Readonly<Record<string, (db: Connection, analysis: Analysis) => unknown>> = {
  value: (db, analysis) => value(db, analysis),
  models: (_, analysis) => plain(modelsSummary(modelsOf(analysis))),
  retention: (db, analysis) => retention(db, analysis),
  growth: (db, analysis) => growth(db, analysis),
  matrix: (_, analysis) => ({
    segments: matrixOf(analysis, 'segments'),
    customers: withoutPoints(matrixOf(analysis, 'customers')),
  }),
  riskValue: (_, analysis) => riskValue(analysis),
  segments: (db, analysis) => ({ ...describeSegments(analysis), migration: migrationTo(db, analysis) }),
  relationships: () => notYet('A version with the relationship portfolio.'),
  listening: (db, analysis) => listeningIn(db, analysis),
  products: (db, analysis) => products(db, analysis),
  forecast: (db, analysis) => {
    const { from, months, forecast } = revenueForecast(db, analysis);
    return plain({ from, months, forecast });
  },
  acquisition: (db, analysis) => acquired(db, analysis),
  divestment: () => notYet('A version with divestment.'),
  plan: () => notYet('A baseline and a goal.'),
};

export const AREA_NAMES = Object.keys(AREAS);

/**
 * Every analytic result of a portfolio as of a day, as the command line prints it.
 * @throws Problem while there are no sales up to that day
 */
export const analyze = (db: Connection, options: AnalyzeOptions): Record<string, unknown> => {
  const analysis = analysisOf(db, options.asOf);
  if (!analysis)
    throw new Problem(
      options.asOf
        ? `There are no sales up to ${options.asOf}.`
        : 'There are no sales yet; import some first.',
    );
  const areas = options.only ?? AREA_NAMES;
  const { totals } = analysis;
  return {
    asOf: analysis.asOf,
    currency: analysis.currency,
    period: totals.period,
    coverage: totals.coverage,
    totals: {
      revenue: money(analysis, totals.revenue),
      identifiedRevenue: money(analysis, totals.identified),
      anonymousRevenue: money(analysis, totals.revenue - totals.identified),
      returns: money(analysis, totals.returns),
      orders: totals.orders,
      orderLines: totals.lines,
      customers: analysis.history.customer.length,
    },
    ...Object.fromEntries(
      AREA_NAMES.filter((area) => areas.includes(area)).map((area) => [area, AREAS[area]!(db, analysis)]),
    ),
    ...(options.customers ? { customers: customerEntries(db, analysis) } : {}),
  };
};

const products = (db: Connection, analysis: Analysis) => {
  const { popular, affinity, whitespace } = describeProducts(db, analysis);
  return {
    popular:
      'rows' in popular
        ? popular.rows.map(({ id: _, revenue, margin, ...rest }) => ({
            ...rest,
            revenue: money(analysis, revenue),
            margin: margin === null ? null : money(analysis, margin),
          }))
        : popular,
    affinity,
    whitespace:
      'products' in whitespace
        ? { ...whitespace, products: whitespace.products.map(({ id: _, ...rest }) => rest) }
        : whitespace,
  };
};

const retention = (db: Connection, analysis: Analysis) => {
  const { repeatRate, revenue, waterfall, lapse, cohorts, months, before, after, warnings } = retentionIn(
    db,
    analysis,
  );
  return plain({
    months,
    before,
    after,
    repeatRate,
    lapseRate: { rate: lapse.rate, count: lapse.count, repeaters: lapse.repeaters, grade: lapse.grade },
    nrr: revenue?.nrr ?? null,
    grr: revenue?.grr ?? null,
    revenue,
    waterfall,
    cohorts,
    warnings,
  });
};

/** Plain JSON of results that hold typed arrays; what is not a number is null, never NaN. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      ArrayBuffer.isView(each) ? Array.from(each as Float64Array) : each,
    ),
  );

const growth = (db: Connection, analysis: Analysis) => {
  const { windows, grade, n, warnings } = analysis.growth;
  return {
    portfolio: portfolioGrowth(db, analysis),
    windows: windows
      ? {
          months: windows.months,
          from: dayFromNumber(windows.start + 1),
          middle: dayFromNumber(windows.middle),
          to: dayFromNumber(windows.end),
        }
      : null,
    customers: n,
    grade,
    warnings,
  };
};

const atRisk = (analysis: Analysis) => {
  const { atRisk: list } = analysis;
  return {
    grade: list.grade,
    orderedBy: list.orderedBy,
    atRisk: list.customers.length,
    revenueAtRisk: money(analysis, list.value),
    expectedLoss: money(analysis, list.expectedLoss),
    warnings: list.warnings,
    first: list.customers.slice(0, 10).map(({ index, probability, horizonDays }) => ({
      key: analysis.names.key[index],
      name: analysis.names.name[index],
      probability,
      horizonDays,
    })),
  };
};

/** The four classes, and those overdue by their own rhythm. */
const riskValue = (analysis: Analysis) => {
  const classes = riskValueOf(analysis);
  if ('reason' in classes) return classes;
  const { warnings, ...overdue } = atRisk(analysis);
  return {
    ...overdue,
    grade: classes.grade,
    finding: classes.finding,
    engagement: classes.engagementSentence,
    valueLine: money(analysis, linesOf(analysis, 'customers').value),
    classes: classes.groups.map(({ class: name, title, count, revenue, revenueShare, customers }) => ({
      class: name,
      title,
      customers: count,
      revenue: money(analysis, revenue),
      revenueShare,
      list: customers.map(({ revenue12m, ...customer }) => ({
        ...customer,
        revenue12m: money(analysis, revenue12m),
      })),
    })),
    warnings: [...new Set([...classes.warnings, ...warnings])],
  };
};

/** The command line gives customers one by one with --customers; the matrix need not repeat them. */
const withoutPoints = (matrix: ReturnType<typeof matrixOf>) =>
  'points' in matrix ? { ...matrix, points: undefined } : matrix;

/** Whole minor units, null for none. */
const whole = (value: number | undefined): number | null => {
  const number = finite(value);
  return number === null ? null : Math.round(number);
};

const customerEntries = (db: Connection, analysis: Analysis) => {
  const contacts = contactsIn(db, analysis);
  return Array.from(analysis.history.customer, (_, i) => customerEntry(analysis, i, contacts));
};

const customerEntry = (analysis: Analysis, i: number, contacts: ReturnType<typeof contactsIn>) => {
  const row = customerRow(analysis, i);
  const { purchases } = analysis;
  const { scores } = modelsOf(analysis);
  const costs = differingCosts(analysis);
  const risk = riskPlacement(analysis);
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    orders: row.orders,
    revenue: money(analysis, row.revenue),
    contribution: costs && money(analysis, costs.whole.contribution[i]!),
    x: purchases.x[i],
    tx: purchases.tx[i]! / 7,
    T: purchases.T[i]! / 7,
    zbar: finite(purchases.zbar[i]),
    rfm: row.rfm,
    pAlive: finite(scores.pAlive[i]),
    expected12m: finite(scores.expected12m[i]),
    clv: { value: whole(scores.clv[i]), lo: whole(scores.clvLo[i]), hi: whole(scores.clvHi[i]) },
    overdueRatio: row.overdueRatio,
    growth: row.growth,
    matrix: row.quadrant,
    riskValue: 'classOf' in risk ? risk.classOf[i] : null,
    segment: row.segmentName,
    stage: null,
    contactable: isContactable(contacts.get(row.id)),
  };
};
