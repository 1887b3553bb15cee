import type { Readable } from '../../database/connection.ts';
import { firstToCall } from '../actions/actions.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { atRiskOf, goneIn, rhythmStateOf } from '../analysis/at-risk.ts';
import { yearSharesIn } from '../analysis/statements/concentration.ts';
import { atRiskSentence, goneList, goneSentence, lastYear } from '../analysis/statements/risk.ts';
import { money } from './analyze-money.ts';

/** The area `risk` (TRUTH 12): who is at risk, who is gone, and who is to be called this week, the same as on every screen. */
export const risk = (db: Readable, analysis: Analysis) => {
  const { purchases } = analysis;
  const atRisk = atRiskOf(analysis);
  const { revenue } = yearSharesIn(db, analysis);
  const group = (places: readonly number[]) => {
    const brought = places.reduce((sum, i) => sum + Math.max(0, purchases.revenue12m[i]!), 0);
    return {
      count: places.length,
      customers: places.map((i) => purchases.customer[i]!),
      revenue: money(analysis, brought),
      share: revenue > 0 ? brought / revenue : null,
      window: lastYear(analysis),
    };
  };
  const { basis, longestPause, yearBefore } = goneIn(analysis);
  return {
    atRisk: { ...group(atRisk.customers.map(({ index }) => index)), sentence: atRiskSentence(analysis) },
    gone: {
      ...group(goneList(analysis)),
      sentence: goneSentence(analysis),
      basis,
      longestPause,
      yearBefore,
    },
    thisWeek: firstToCall(db, analysis, ['keep', 'remind'], purchases.customer.length)
      .filter((i) => rhythmStateOf(analysis, i) === 'at-risk')
      .map((i) => purchases.customer[i]!),
    warnings: atRisk.warnings,
  };
};
