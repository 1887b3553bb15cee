import type { Result } from '../../../shared/model/result.ts';
import { sum } from '../../../shared/sum.ts';
import { result } from '../../analytics/estimate.ts';
import type { Analysis } from '../analysis/analysis.ts';
import type { CostAnalysis } from '../analysis/costs/cost-analysis.ts';
import { keyFigures } from '../analysis/figures.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { qualityFacts, salesQuality } from './sales-quality.ts';

/** 8 How can we increase the profitability of each segment? */
export const profitability = ({ db, analysis, say }: Asked): Answer => {
  const quality = salesQuality(db, analysis.asOf);
  const { costs } = analysis;
  // with one margin for all, contribution would be revenue told anew (DEFINITIONS 6)
  const telling = costs?.year.costsDiffer ? costs : null;
  const left = telling ? leftAfterCosts(analysis, telling, say) : null;
  const losses = telling ? lossMakers(telling) : 0;
  const { smallOrderShare, smallOrderRevenue, returnShare } = quality;
  return answerOf({
    answer: [
      left?.value != null
        ? `After the goods and what serving costs, as far as it is known, ${say.shareRounded(left.value)} of revenue is left.`
        : 'Profit cannot be told without costs; what can be told is where revenue is thin.',
      losses > 0
        ? `${say.counted(losses, 'customer has', 'customers have')} cost more in 12 months than they brought.`
        : null,
      smallOrderShare !== null && smallOrderRevenue !== null
        ? `${say.shareRounded(smallOrderShare)} of the orders are small, below half of the average one, and bring ${say.shareRounded(smallOrderRevenue)} of the revenue${returnShare !== null && returnShare > 0 ? `; ${say.shareRounded(returnShare)} of what was sold came back` : ''}.`
        : null,
    ],
    facts: [
      ...(left ? [left] : []),
      ...qualityFacts(quality, analysis),
      ...keyFigures(db, analysis).filter(({ metric }) => metric === 'averageOrderValue'),
    ],
    list: segmentsByPurchase(analysis, telling, say),
    cannotKnow: [
      costs === null
        ? 'What each segment leaves after costs, and who costs more than they bring: unit costs and costs to serve are missing.'
        : costs.serving.length === 0
          ? 'Who costs more than they bring: what deliveries, visits and support cost is not recorded.'
          : null,
      costs && costs.missing.length > 0
        ? `What ${costs.missing.join(', ')} cost: they are recorded without a cost per unit.`
        : null,
    ],
    next: [
      (smallOrderShare ?? 0) > 0.3
        ? 'Look at small orders first: a minimum order, a bundle or self-service costs nothing to try.'
        : null,
      losses > 0 ? 'Look at what the customers cost who bring less, before any price is changed.' : null,
      costs === null ? 'Add unit costs of your products, even rough ones by category.' : null,
      costs === null || costs.serving.length === 0
        ? 'Add what a delivery, a visit and a support call cost you.'
        : null,
    ],
  });
};

const leftAfterCosts = ({ totals }: Analysis, { whole, goods }: CostAnalysis, say: Asked['say']): Result => {
  const { turnover } = goods;
  const all = sum(Object.values(turnover));
  const assumed = all > 0 ? turnover['assumed-margin'] / all : 0;
  return result('contributionShare', totals.revenue > 0 ? whole.total / totals.revenue : null, {
    n: totals.lines,
    period: totals.period,
    grade: assumed > 0 ? 'C' : 'A',
    warnings:
      assumed > 0
        ? [
            `For ${say.shareRounded(assumed)} of the turnover one margin of ${say.shareRounded(goods.shopMargin)} is assumed.`,
          ]
        : [],
  });
};

const lossMakers = ({ year }: CostAnalysis): number =>
  year.contribution.reduce((n, left) => n + (left < 0 ? 1 : 0), 0);

const segmentsByPurchase = (
  { segmentation, history }: Analysis,
  costs: CostAnalysis | null,
  say: Asked['say'],
) =>
  segmentation.planned.segments
    .filter(({ members }) => members.length > 0)
    .map(({ name, members, revenue12m }) => {
      let days = 0;
      let sum = 0;
      let [revenue, left] = [0, 0];
      for (const i of members) {
        revenue += costs?.year.revenue[i] ?? 0;
        left += costs?.year.contribution[i] ?? 0;
        for (let k = history.start[i]!; k < history.start[i + 1]!; k++) {
          if (history.net[k]! <= 0) continue;
          days++;
          sum += history.net[k]!;
        }
      }
      const each = say.moneyRounded(Math.round(revenue12m / members.length));
      const purchase = days > 0 ? ` ${say.moneyRounded(Math.round(sum / days))} a purchase,` : '';
      const after =
        costs && revenue > 0 ? `, ${say.shareRounded(left / revenue)} of it left after costs` : '';
      return entry(
        name,
        `${each} a customer in 12 months,${purchase} ${say.counted(members.length, 'customer')}${after}.`,
      );
    });
