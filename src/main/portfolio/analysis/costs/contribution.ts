import { formats } from '../../../../shared/format.ts';
import { addDays, addMonths } from '../../../../shared/model/day.ts';
import type { Grade, NotAvailable, Result } from '../../../../shared/model/result.ts';
import { result } from '../../../analytics/estimate.ts';
import { contributionRange } from '../../../analytics/value/contribution.ts';
import { COST_SOURCES, type CostSource } from '../../../analytics/value/goods-cost.ts';
import { type WhaleCurve, whaleCurve } from '../../../analytics/value/whale-curve.ts';
import type { Readable } from '../../../database/connection.ts';
import type { Analysis } from '../analysis.ts';
import { part } from '../part.ts';
import { type CostAnalysis, knowsServiceOnly } from './cost-analysis.ts';

/** Costs where customers are known to differ in them: only then there is anything to say (DEFINITIONS 6). */
export const differingCosts = ({ costs }: Analysis): CostAnalysis | null =>
  costs?.whole.costsDiffer ? costs : null;

/** Why there is no contribution. */
export const noContribution = (db: Readable, analysis: Analysis): NotAvailable =>
  analysis.costs
    ? {
        grade: 'D',
        reason: 'One margin is assumed for everything: what customers leave would be their revenue rescaled.',
        needed: 'Unit costs of products, or what serving single customers costs.',
      }
    : knowsServiceOnly(db, analysis)
      ? {
          grade: 'D',
          reason: 'What serving costs is known, but not what the goods cost.',
          needed: 'Unit costs of products, or one assumed margin in the settings.',
        }
      : {
          grade: 'D',
          reason: 'It is not known what goods and serving cost.',
          needed: 'Products with their unit cost, or one assumed margin and costs to serve.',
        };

/** Share of the turnover whose cost of goods is based on each kind of knowledge. */
export const costKnowledge = ({ goods }: CostAnalysis): Readonly<Record<CostSource, number>> => {
  const total = COST_SOURCES.reduce((sum, source) => sum + goods.turnover[source], 0);
  const share = (source: CostSource): number => (total > 0 ? goods.turnover[source] / total : 0);
  return {
    'unit-cost': share('unit-cost'),
    'category-margin': share('category-margin'),
    'assumed-margin': share('assumed-margin'),
  };
};

const MOSTLY = 0.8;

/** A where four fifths of the turnover have a unit cost, C where more than half of it is based on an assumed margin, else B. */
export const costGrade = (costs: CostAnalysis): Grade => {
  const known = costKnowledge(costs);
  return known['unit-cost'] >= MOSTLY ? 'A' : known['assumed-margin'] > 0.5 ? 'C' : 'B';
};

/** What must be said with every contribution. */
export const costWarnings = ({ settings, currency }: Analysis, costs: CostAnalysis): string[] => {
  const say = formats(settings.locale, currency);
  const known = costKnowledge(costs);
  const margin = say.shareRounded(costs.goods.shopMargin);
  return [
    ...(known['category-margin'] > 0
      ? [
          `${say.shareRounded(known['category-margin'])} of the turnover has no unit cost; the margin of its category is taken.`,
        ]
      : []),
    ...(known['assumed-margin'] > 0
      ? [
          `For ${say.shareRounded(known['assumed-margin'])} of the turnover a margin of ${margin} is assumed${costs.goods.shopMarginIs === 'learned' ? ', that of the products whose cost is known' : ''}.`,
        ]
      : []),
    ...(costs.missing.length > 0
      ? [`No cost per unit is known for ${costs.missing.join(', ')}: they cost nothing here.`]
      : []),
    ...(costs.whole.doubtfulTotal > 0 ? [RANGE] : []),
  ];
};

const RANGE =
  'The range takes margins and costs per unit of work as 20 % lower and higher, unit costs of goods as 5 %; what was booked stays.';

/** The range of a contribution as a result carries it: no matter of chance, but of how well costs are known. */
export const rangeOf = (value: number, doubtful: number) =>
  doubtful > 0 ? { ...contributionRange(value, doubtful), level: null } : {};

/** Customers who cost more than they bring even where all doubtful costs are 20 % lower. */
export const surelyLosing = (analysis: Analysis): number => {
  const costs = differingCosts(analysis);
  if (!costs) return 0;
  const { contribution, doubtful } = costs.whole;
  let count = 0;
  contribution.forEach((each, i) => {
    if (contributionRange(each, doubtful[i]!).hi < 0) count++;
  });
  return count;
};

/** Contribution of the last 12 months as a key figure; null where there is none. */
export const contributionFigure = (analysis: Analysis): Result | null => {
  const costs = differingCosts(analysis);
  const yearAgo = addMonths(analysis.asOf, -12);
  return (
    costs &&
    result('contribution12m', costs.year.total, {
      ...rangeOf(costs.year.total, costs.year.doubtfulTotal),
      n: analysis.totals.orders,
      period: { from: addDays(yearAgo, 1), to: analysis.asOf },
      grade: costGrade(costs),
      warnings: costWarnings(analysis, costs),
    })
  );
};

export const whaleIn = part('whaleCurve', (analysis): WhaleCurve | null => {
  const costs = differingCosts(analysis);
  return costs && whaleCurve(costs.whole.contribution);
});

/** Points of the curve at even distances: a hundred thousand customers need no more. */
const POINTS = 50;

/** The whale curve from nobody on at some sixty counts of customers, among them the first, the peak and the last. */
export const whalePoints = ({
  cumulative,
  customersAtPeak,
}: WhaleCurve): { customers: number; cumulative: number }[] => {
  const n = cumulative.length;
  const places = new Set(
    Array.from({ length: Math.min(POINTS, n) }, (_, k) =>
      Math.round((k * (n - 1)) / Math.max(1, Math.min(POINTS, n) - 1)),
    ),
  );
  if (customersAtPeak > 0) places.add(customersAtPeak - 1);
  // where it is steepest
  for (let k = 1; k < n; k *= 2) places.add(k);
  return [
    { customers: 0, cumulative: 0 },
    ...[...places]
      .sort((a, b) => a - b)
      .map((k) => ({ customers: k + 1, cumulative: Math.round(cumulative[k]!) })),
  ];
};

/** "40 customers bring 136 % of what all leave together; 23 cost more than they bring, € 1.2k in all." */
export const whaleFinding = (analysis: Analysis, curve: WhaleCurve): string => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const { peakRatio, customersAtPeak, lossCustomers, loss, peak } = curve;
  const customers = say.counted(customersAtPeak, 'customer leaves', 'customers leave');
  if (lossCustomers === 0) return 'Every customer brings a profit.';
  const losers = `${say.counted(lossCustomers, 'costs', 'cost')} more than they bring, ${say.moneyRounded(loss)} in all`;
  return peakRatio === null
    ? `${customers} ${say.moneyRounded(peak)}; ${losers}.`
    : `${customers} ${say.shareRounded(peakRatio)} of the profit; ${losers}.`;
};
