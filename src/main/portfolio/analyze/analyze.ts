import type { IsoDay } from '../../../shared/model/day.ts';
import { Problem } from '../../../shared/model/problem.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import { finite } from '../../analytics/estimate.ts';
import type { Forecast } from '../../analytics/forecast/forecast.ts';
import { modelsSummary } from '../../analytics/value/customer-models.ts';
import type { GroupForecast } from '../../analytics/value/group-forecast.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { contactsIn, isContactable } from '../analysis/contact.ts';
import { differingCosts } from '../analysis/costs/contribution.ts';
import { customerRow } from '../analysis/customer-row.ts';
import { modelsOf } from '../analysis/models/models.ts';
import { revenueForecast, segmentForecasts } from '../analysis/models/revenue-forecast.ts';
import { retentionIn } from '../analysis/retention.ts';
import { riskPlacement } from '../analysis/risk-placement.ts';
import { describeProducts } from '../products/products.ts';
import { contractsIn, NO_CONTRACTS } from '../retention/contracts-view.ts';
import { backTestArea } from './analyze-back-test.ts';
import { growth, matrices, riskValue, segments } from './analyze-growth.ts';
import { listening } from './analyze-listening.ts';
import { money, withMoney } from './analyze-money.ts';
import { risk } from './analyze-risk.ts';
import { acquired, range, value } from './analyze-value.ts';
import { yearOnYearArea } from './analyze-year.ts';

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
const AREAS: Readonly<Record<string, (db: Readable, analysis: Analysis) => unknown>> = {
  value: (db, analysis) => value(db, analysis),
  models: (_, analysis) => plain(models(analysis)),
  retention: (db, analysis) => retention(db, analysis),
  contracts: (_, analysis) => contractsArea(analysis),
  yearOnYear: (_, analysis) => yearOnYearArea(analysis),
  backTest: (db, analysis) => backTestArea(db, analysis),
  growth: (db, analysis) => growth(db, analysis),
  matrix: (_, analysis) => matrices(analysis),
  risk: (db, analysis) => risk(db, analysis),
  riskValue: (_, analysis) => riskValue(analysis),
  segments: (db, analysis) => segments(db, analysis),
  relationships: () => notYet('A version with the relationship portfolio.'),
  listening: (db, analysis) => listening(db, analysis),
  products: (db, analysis) => products(db, analysis),
  forecast: (db, analysis) => {
    const { from, months, forecast, running } = revenueForecast(db, analysis);
    return plain({
      from,
      months,
      running: running && { month: running.month, sold: money(analysis, running.sold) },
      forecast: inWholeUnits(forecast),
      segments: segmentForecasts(analysis).map(({ series: _, ...segment }) => ({
        ...segment,
        forecast: inWholeUnits(segment.forecast),
      })),
    });
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
export const analyze = (db: Readable, options: AnalyzeOptions): Record<string, unknown> => {
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
      tax: {
        state: totals.tax,
        pricesIncludeTax: analysis.settings.pricesIncludeTax,
        rate: analysis.settings.taxRate,
      },
      notASale: { ...totals.notASale, amount: money(analysis, totals.notASale.amount) },
    },
    ...Object.fromEntries(
      AREA_NAMES.filter((area) => areas.includes(area)).map((area) => [area, AREAS[area]!(db, analysis)]),
    ),
    ...(options.customers ? { customers: customerEntries(db, analysis) } : {}),
  };
};

const products = (db: Readable, analysis: Analysis) => {
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

const contractsArea = (analysis: Analysis) => {
  const view = contractsIn(analysis);
  return view === null ? NO_CONTRACTS : withMoney(analysis, view, 'monthly');
};

const retention = (db: Readable, analysis: Analysis) => {
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
    revenue: revenue && withMoney(analysis, revenue, 'base'),
    waterfall:
      waterfall && withMoney(analysis, waterfall, ...(Object.keys(waterfall) as (keyof typeof waterfall)[])),
    cohorts,
    warnings,
  });
};

/** Whole minor units. */
const inWholeUnits = (forecast: Forecast): Forecast =>
  forecast.kind === 'range'
    ? forecast
    : {
        ...forecast,
        points: forecast.points.map(({ h, value, lo, hi }) => ({
          h,
          value: Math.round(value),
          lo: Math.round(lo),
          hi: Math.round(hi),
        })),
      };

/** Plain JSON of results that hold typed arrays; what is not a number is null, never NaN. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      ArrayBuffer.isView(each) ? Array.from(each as Float64Array) : each,
    ),
  );

/** Whole minor units, null for none. */
const whole = (value: number | undefined): number | null => {
  const number = finite(value);
  return number === null ? null : Math.round(number);
};

const models = (analysis: Analysis) => {
  const { forecasts, ...rest } = modelsSummary(modelsOf(analysis));
  const rounded = ({ expected, lo, hi, level }: GroupForecast['value']) => ({
    expected: Math.round(expected),
    lo: lo === null ? null : Math.round(lo),
    hi: hi === null ? null : Math.round(hi),
    level,
  });
  return { ...rest, forecasts: forecasts.map(({ value, ...each }) => ({ ...each, value: rounded(value) })) };
};

const customerEntries = (db: Readable, analysis: Analysis) => {
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
    contributionRange: costs && range(analysis, costs.whole.contribution[i]!, costs.whole.doubtful[i]!),
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
