import { type Formats, formats } from '../../../shared/format.ts';
import type { CustomerPage } from '../../../shared/model/customer.ts';
import { addDays, addMonths } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { Result } from '../../../shared/model/result.ts';
import { result } from '../../analytics/estimate.ts';
import { contributionRange } from '../../analytics/value/contribution.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { costGrade, costWarnings, differingCosts, rangeOf } from '../analysis/costs/contribution.ts';

/** What one customer costs and leaves, from the first sale on. */
export const customerCosts = (analysis: Analysis, i: number): CustomerPage['costs'] => {
  const costs = differingCosts(analysis);
  if (!costs) return null;
  const { whole, serving } = costs;
  const say = formats(analysis.settings.locale, analysis.currency);
  const amount = (column: Float64Array) => minor(Math.round(column[i]!));
  const left = amount(whole.contribution);
  return {
    finding:
      left < 0
        ? `Costs ${say.moneyRounded(-left)} more than they bring`
        : `Leaves ${say.moneyRounded(left)} after goods and serving`,
    revenue: amount(whole.revenue),
    goods: amount(whole.goods),
    serving: serving
      .map(({ name, amounts }) => ({ name, amount: amount(amounts) }))
      .filter((part) => part.amount !== 0),
    contribution: left,
    notes: [
      ...(whole.doubtful[i]! > 0 ? [rangeSentence(say, left, whole.doubtful[i]!)] : []),
      ...(whole.assumed[i]! > 0
        ? [`For ${say.shareRounded(whole.assumed[i]!)} of what they bought the cost of goods is assumed.`]
        : []),
      ...(costs.missing.length > 0
        ? [`No cost per unit is known for ${costs.missing.join(', ')}: they cost nothing here.`]
        : []),
    ],
  };
};

/** "Between € 120 and € 180 if margins and costs per unit of work are 20 % off, unit costs of goods 5 %." */
const rangeSentence = (say: Formats, left: number, doubtful: number): string => {
  const { lo, hi } = contributionRange(left, doubtful);
  const [low, high] = [Math.round(lo), Math.round(hi)];
  const off = 'if margins and costs per unit of work are 20 % off, unit costs of goods 5 %';
  return left < 0 && high < 0
    ? `A loss of ${say.moneyRounded(-high)} to ${say.moneyRounded(-low)} ${off}: a loss all the same.`
    : `Between ${say.moneyRounded(low)} and ${say.moneyRounded(high)} ${off}.`;
};

/** What the customer left in the last 12 months; null while customers are not known to differ in it. */
export const customerContribution = (analysis: Analysis, i: number): Result | null => {
  const costs = differingCosts(analysis);
  const yearAgo = addMonths(analysis.asOf, -12);
  return (
    costs &&
    result('contribution12m', costs.year.contribution[i]!, {
      ...rangeOf(costs.year.contribution[i]!, costs.year.doubtful[i]!),
      n: analysis.purchases.purchaseDays[i]!,
      period: { from: addDays(yearAgo, 1), to: analysis.asOf },
      grade: costGrade(costs),
      warnings: costWarnings(analysis, costs),
    })
  );
};
