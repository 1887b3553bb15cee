import { formats } from '../../../shared/format.ts';
import type { CustomerPage, Estimates } from '../../../shared/model/customer.ts';
import { daysBetween } from '../../../shared/model/day.ts';
import type { Result } from '../../../shared/model/result.ts';
import { elapsed } from '../../analytics/calendar/business-clock.ts';
import { type Evidence, result } from '../../analytics/estimate.ts';
import { probabilityAlive } from '../../analytics/value/bgnbd.ts';
import { countAt } from '../../analytics/value/count-distribution.ts';
import { paramsOf } from '../../analytics/value/fit.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { differingCosts } from '../analysis/costs/contribution.ts';
import { estimatesOf } from '../analysis/estimates.ts';
import { modelsOf, speaksOfCustomers } from '../analysis/models/models.ts';

type Outlook = CustomerPage['outlook'];

/** What is to be expected of one customer, and how far that can be trusted (MODELS 2.4, 2.5). */
export const outlookOf = (analysis: Analysis, i: number): Outlook => {
  const models = modelsOf(analysis);
  const estimates = estimatesOf(analysis, i);
  if (analysis.purchases.purchaseDays[i] === 0)
    return nothing('A customer without a purchase has no rhythm to go on from.');
  const contract = analysis.contracts?.state[i] ?? null;
  if (contract !== null)
    return nothing(
      contract === 'active'
        ? 'This customer has a renewing contract: what is said of silence and habit does not apply.'
        : 'The renewing contract of this customer has ended: one and a half of its periods passed without a payment.',
    );
  if (estimates === null)
    return nothing(models.warnings[0] ?? 'These sales carry no model of repeat buying.');
  if (!speaksOfCustomers(models))
    return {
      finding: `The risk of losing this customer looks ${estimates.churnRisk}.`,
      estimates,
      figures: [],
      notes: [...models.warnings, SILENCE],
    };
  return {
    finding: nextOrderSentence(analysis, estimates),
    estimates,
    figures: figures(analysis, estimates, i),
    notes: [
      ...(models.leftTruncated.flag[i]
        ? ['First seen at the very beginning of the sales: this customer may have begun earlier.']
        : []),
      basisNote(analysis),
      SILENCE,
    ],
  };
};

/** What the value ahead is: where costs are known, what will be left of the revenue to come. */
const basisNote = (analysis: Analysis): string =>
  differingCosts(analysis)
    ? 'The value ahead is after the cost of goods, orders and serving this customer as in the last 12 months.'
    : 'The value ahead is revenue: what single customers cost is not known.';

const SILENCE = 'Silence is not proof: chances are of many customers like this one.';

const nothing = (finding: string): Outlook => ({ finding, estimates: null, figures: [], notes: [] });

/** A day only where an order within a year is more likely than not, else the chance. */
const nextOrderSentence = ({ settings, currency }: Analysis, { nextOrder, chance90 }: Estimates): string => {
  const say = formats(settings.locale, currency);
  if (nextOrder === null) return `${say.shareRounded(chance90 ?? 0)} chance of an order in the next 90 days.`;
  const { median, from, to } = nextOrder;
  return to === null
    ? `The next order is as likely before ${say.day(median)} as after; one time in four it comes before ${say.day(from)}, one time in four not in years.`
    : `The next order is to be expected around ${say.day(median)}, one time in two between ${say.day(from)} and ${say.day(to)}.`;
};

/** In how many of ten cases the orders of a year lie between these: the count itself is spread, not only its mean. */
const ORDERS_LEVEL = 0.8;

const ordersRange = (analysis: Analysis, i: number): Pick<Evidence, 'lo' | 'hi' | 'level'> => {
  const { chosen, bgnbd, mbgnbd } = modelsOf(analysis);
  const params = chosen === null ? null : paramsOf((chosen === 'bg' ? bgnbd : mbgnbd).map);
  if (chosen === null || params === null) return {};
  const { purchases, history } = analysis;
  const customer = { x: purchases.x[i]!, tx: purchases.tx[i]! / 7, T: purchases.T[i]! / 7 };
  const alive = probabilityAlive(chosen, params, customer);
  const weeks = elapsed(history.clock, history.asOf, history.asOf + 365) / 7;
  const at = (u: number): number => countAt(chosen, params, customer, alive, weeks, u);
  return { lo: at((1 - ORDERS_LEVEL) / 2), hi: at((1 + ORDERS_LEVEL) / 2), level: ORDERS_LEVEL };
};

const figures = (analysis: Analysis, estimates: Estimates, i: number): Result[] => {
  const { grade, inputs, level, warnings } = modelsOf(analysis);
  const common = { n: inputs.n, period: analysis.totals.period, grade, warnings };
  const { nextOrder } = estimates;
  const list = [
    result('clv', estimates.clv, { ...common, lo: estimates.clvLo, hi: estimates.clvHi, level }),
    result('expectedOrders', estimates.orders12m, { ...common, ...ordersRange(analysis, i) }),
    result('churnRisk', estimates.noPurchase, common),
    result('chance90', estimates.chance90, common),
  ];
  if (nextOrder !== null)
    list.push(
      result('nextOrder', daysBetween(analysis.asOf, nextOrder.median), {
        ...common,
        lo: daysBetween(analysis.asOf, nextOrder.from),
        hi: nextOrder.to === null ? null : daysBetween(analysis.asOf, nextOrder.to),
        level: 0.5,
      }),
    );
  if (estimates.alive !== null) list.push(result('pAlive', estimates.alive, common));
  return list;
};
