import { formats } from '../../../shared/format.ts';
import { sum } from '../../../shared/sum.ts';
import { abcClasses } from '../../analytics/value/abc.ts';
import { contributionRange } from '../../analytics/value/contribution.ts';
import { FEWEST_FOR_SINGLE } from '../../analytics/value/model-grade.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import {
  costGrade,
  costKnowledge,
  costWarnings,
  differingCosts,
  noContribution,
  surelyLosing,
  whaleFinding,
  whaleIn,
  whalePoints,
} from '../analysis/costs/contribution.ts';
import { keyFigures } from '../analysis/figures.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';
import { withheld } from '../analysis/statements/withheld.ts';
import { spreadOf } from '../products/diversification.ts';
import { type AcquisitionGroup, acquisitionIn } from '../value/acquisition.ts';
import { acquisitionFinding } from '../value/acquisition-view.ts';
import { money } from './analyze-money.ts';

/** The area `value`. */
export const value = (db: Readable, analysis: Analysis) => {
  const { concentration, purchases } = analysis;
  const classes = abcClasses(purchases.revenue);
  return {
    revenue: keyFigures(db, analysis).find(({ metric }) => metric === 'revenue12m'),
    contribution: contributed(db, analysis),
    clv: clv(analysis),
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
      spread: spreadOf(db, analysis),
    },
    whaleCurve: whale(db, analysis),
    abc: {
      a: classes.filter((each) => each === 'A').length,
      b: classes.filter((each) => each === 'B').length,
      c: classes.filter((each) => each === 'C').length,
    },
    figures: keyFigures(db, analysis),
  };
};

const contributed = (db: Readable, analysis: Analysis) => {
  const costs = differingCosts(analysis);
  if (!costs) return noContribution(db, analysis);
  const { whole, year, goods, serving, missing } = costs;
  const summed = (values: Float64Array) => money(analysis, sum(values));
  return {
    grade: costGrade(costs),
    total: money(analysis, whole.total),
    totalRange: range(analysis, whole.total, whole.doubtfulTotal),
    last12Months: money(analysis, year.total),
    last12MonthsRange: range(analysis, year.total, year.doubtfulTotal),
    overhead: money(analysis, whole.overhead),
    afterOverhead: money(analysis, whole.afterOverhead),
    ofCustomers: {
      revenue: summed(whole.revenue),
      goods: summed(whole.goods),
      costToServe: summed(whole.serving),
      contribution: summed(whole.contribution),
    },
    ofAnonymousSales: money(analysis, whole.anonymous),
    costToServe: serving.map(({ name, amounts }) => ({ name, amount: summed(amounts) })),
    withoutRate: missing,
    costOfGoods: { ...costKnowledge(costs), margin: goods.shopMargin, marginIs: goods.shopMarginIs },
    warnings: costWarnings(analysis, costs),
  };
};

/** What it may also be where doubtful costs are 20 % lower or higher. */
export const range = (analysis: Analysis, contribution: number, doubtful: number) => {
  const { lo, hi } = contributionRange(contribution, doubtful);
  return { lo: money(analysis, lo), hi: money(analysis, hi) };
};

const whale = (db: Readable, analysis: Analysis) => {
  const curve = whaleIn(analysis);
  if (!curve) return noContribution(db, analysis);
  return {
    finding: whaleFinding(analysis, curve),
    total: money(analysis, curve.total),
    peak: money(analysis, curve.peak),
    peakRatio: curve.peakRatio,
    customersAtPeak: curve.customersAtPeak,
    lossCustomers: curve.lossCustomers,
    lossCustomersForSure: surelyLosing(analysis),
    loss: money(analysis, curve.loss),
    n: curve.cumulative.length,
    curve: whalePoints(curve).map((point) => ({ ...point, cumulative: money(analysis, point.cumulative) })),
  };
};

/** The area `acquisition`; null for what is not known, as "n/a" is printed. */
export const acquired = (db: Readable, analysis: Analysis) => {
  const found = acquisitionIn(db, analysis);
  if ('reason' in found) return found;
  const amount = (value: number | null) => (value === null ? null : money(analysis, value));
  const group = ({ spend, cac, value, ratio, ...rest }: AcquisitionGroup) => ({
    ...rest,
    spend: money(analysis, spend),
    cac: amount(cac),
    cltv: amount(value),
    cltvToCac: ratio,
  });
  return {
    ...found,
    finding: acquisitionFinding(analysis, found),
    all: group(found.all),
    bySource: found.bySource.map(group),
    bySegment: found.bySegment.map(group),
    byQuarter: found.byQuarter.map(group),
  };
};

const NEEDED_FOR_SINGLE = `At least ${FEWEST_FOR_SINGLE} customers who bought again, and a forecast that held when looked back at.`;

/** Remaining value of all customers over the horizon of the models, or why there is none. */
const clv = (analysis: Analysis) => {
  const models = modelsOf(analysis);
  const { grade, scores, terms, warnings } = models;
  if (!speaksOfCustomers(models))
    return {
      grade,
      reason: `Not told: ${withheld(models, formats(analysis.settings.locale, analysis.currency))}`,
      needed: NEEDED_FOR_SINGLE,
    };
  const ahead = models.forecasts[0]?.value;
  let total = 0;
  for (const value of scores.clv) if (Number.isFinite(value)) total += value;
  return {
    grade,
    /** whether it is what customers will leave after costs, or revenue */
    basis: differingCosts(analysis) ? 'contribution' : 'revenue',
    total: money(analysis, total),
    /** of all customers, widened by the back-tests; null where fewer than three quarters can be looked back at */
    totalRange:
      ahead && ahead.lo !== null && ahead.hi !== null
        ? { lo: money(analysis, ahead.lo), hi: money(analysis, ahead.hi), level: ahead.level }
        : null,
    discounted: true,
    terms,
    warnings,
  };
};
