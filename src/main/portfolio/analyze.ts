import type { IsoDay } from '../../shared/model/day.ts';
import { dayFromNumber } from '../../shared/model/day.ts';
import type { NotAvailable } from '../../shared/model/result.ts';
import { finite } from '../analytics/estimate.ts';
import { abcClasses } from '../analytics/value/abc.ts';
import { modelInputs } from '../analytics/value/purchase-summary.ts';
import type { Connection } from '../database/connection.ts';
import { Problem } from '../database/problem.ts';
import { type Analysis, analysisOf } from './analysis.ts';
import { customerRow } from './customer-row.ts';
import { keyFigures, portfolioGrowth } from './figures.ts';
import { matrixOf } from './matrix.ts';
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
  models: (_, analysis) => {
    const later = notYet('A version with the repeat-buying models.');
    return {
      inputs: modelInputs(analysis.purchases),
      bgnbd: later,
      mbgnbd: later,
      gammaGamma: later,
      chosen: null,
      grade: 'D',
      backtest: later,
    };
  },
  retention: () => notYet('A version with retention and cohorts.'),
  growth: (db, analysis) => growth(db, analysis),
  matrix: (_, analysis) => ({
    segments: matrixOf(analysis, 'segments'),
    customers: withoutPoints(matrixOf(analysis, 'customers')),
  }),
  riskValue: (_, analysis) => atRisk(analysis),
  segments: (_, analysis) => describeSegments(analysis),
  relationships: () => notYet('A version with the relationship portfolio.'),
  listening: () => notYet('Answers to a survey: recommend or satisfaction scores.'),
  products: () => notYet('A version with product affinity.'),
  forecast: () => notYet('A version with forecasts.'),
  acquisition: () => notYet('What was spent to win customers, by source.'),
  divestment: () => notYet('Unit costs and costs to serve.'),
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
    ...(options.customers
      ? { customers: Array.from(analysis.history.customer, (_, i) => customerEntry(analysis, i)) }
      : {}),
  };
};

const money = ({ currency }: Analysis, amount: number) => ({ minor: Math.round(amount), currency });

const value = (db: Connection, analysis: Analysis) => {
  const { concentration, purchases } = analysis;
  const classes = abcClasses(purchases.revenue);
  const later = notYet('Unit costs, margins or costs to serve.');
  return {
    revenue: keyFigures(db, analysis).find(({ metric }) => metric === 'revenue12m'),
    contribution: later,
    clv: notYet('A version with the repeat-buying models.'),
    concentration: {
      gini: concentration.gini,
      hhi: concentration.hhi,
      effectiveCustomers: concentration.effectiveCustomers,
      topShare: concentration.topShare,
      top10Share: concentration.top10Share,
      topDecileShare: concentration.topDecileShare,
      topQuintileShare: concentration.topQuintileShare,
      n: concentration.n,
      warnings: concentration.warnings,
    },
    whaleCurve: later,
    abc: {
      a: classes.filter((each) => each === 'A').length,
      b: classes.filter((each) => each === 'B').length,
      c: classes.filter((each) => each === 'C').length,
    },
    figures: keyFigures(db, analysis),
  };
};

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

/** The command line gives customers one by one with --customers; the matrix need not repeat them. */
const withoutPoints = (matrix: ReturnType<typeof matrixOf>) =>
  'points' in matrix ? { ...matrix, points: undefined } : matrix;

const customerEntry = (analysis: Analysis, i: number) => {
  const row = customerRow(analysis, i);
  const { purchases } = analysis;
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    orders: row.orders,
    revenue: money(analysis, row.revenue),
    contribution: null,
    x: purchases.x[i],
    tx: purchases.tx[i]! / 7,
    T: purchases.T[i]! / 7,
    zbar: finite(purchases.zbar[i]),
    rfm: row.rfm,
    pAlive: null,
    expected12m: null,
    clv: { value: null, lo: null, hi: null },
    overdueRatio: row.overdueRatio,
    growth: row.growth,
    matrix: row.quadrant,
    riskValue: row.rhythm,
    segment: row.segmentName,
    stage: null,
    contactable: false,
  };
};
