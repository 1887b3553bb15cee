import type { Estimates } from '../../../shared/model/customer.ts';
import { dayFromNumber } from '../../../shared/model/day.ts';
import { type Minor, minor } from '../../../shared/model/money.ts';
import { finite } from '../../analytics/estimate.ts';
import type { Analysis } from './analysis.ts';
import { modelsOf } from './models/models.ts';

/** What the models say of the customer at a place; null where they say nothing of anybody. */
export const estimatesOf = (analysis: Analysis, i: number): Estimates | null => {
  const { scores, grade } = modelsOf(analysis);
  if (grade === 'D') return null;
  const day = (days: number) => dayFromNumber(analysis.history.asOf + days);
  const median = scores.nextMedian[i]!;
  const to = scores.nextTo[i]!;
  return {
    churnRisk: scores.band[i]!,
    noPurchase: finite(scores.pNoPurchase[i]),
    horizonDays: finite(scores.horizonDays[i]),
    alive: finite(scores.pAlive[i]),
    chance90: finite(scores.chance90[i]),
    orders12m: finite(scores.expected12m[i]),
    clv: whole(scores.clv[i]),
    clvLo: whole(scores.clvLo[i]),
    clvHi: whole(scores.clvHi[i]),
    nextOrder:
      median < 0
        ? null
        : { median: day(median), from: day(scores.nextFrom[i]!), to: to < 0 ? null : day(to) },
  };
};

const whole = (value: number | undefined): Minor | null => {
  const number = finite(value);
  return number === null ? null : minor(Math.round(number));
};
