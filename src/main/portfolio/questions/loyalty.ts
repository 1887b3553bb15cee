import { proportion, result } from '../../analytics/estimate.ts';
import { median } from '../../analytics/numeric/order-statistics.ts';
import { AT_RISK_FROM } from '../../analytics/retention/rhythm.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { riskReason } from '../analysis/reasons.ts';
import { lapseFigure, retentionIn } from '../analysis/retention.ts';
import { contractSentence, contractsIn } from '../retention/contracts-view.ts';
import { type Answer, type Asked, answerOf, entry } from './answer.ts';
import { heardIn } from './survey.ts';

const LISTED = 10;
const FEWEST_WAITS = 10;

/** 5 How can we improve loyalty and retention? */
export const loyalty = ({ db, analysis, say }: Asked): Answer => {
  const { purchases, rhythm, names, totals } = analysis;
  const { repeatRate, revenue, lapse, months, before, after, warnings } = retentionIn(db, analysis);
  const waits = secondWaits(analysis);
  const once = purchases.purchaseDays.reduce((n, days) => n + (days === 1 ? 1 : 0), 0);
  const bought = purchases.purchaseDays.reduce((n, days) => n + (days > 0 ? 1 : 0), 0);
  const late = Array.from(purchases.customer, (_, i) => i)
    .filter(
      (i) =>
        rhythm.state[i] === 'late' && rhythm.overdueRatio[i]! < AT_RISK_FROM && purchases.revenue12m[i]! > 0,
    )
    .sort((a, b) => purchases.revenue12m[b]! - purchases.revenue12m[a]! || a - b);
  const wait = waits.length >= FEWEST_WAITS ? Math.round(median(waits)) : null;
  const pair = before && after ? { from: before.from, to: after.to } : null;
  const grade = months === 12 ? ('A' as const) : ('C' as const);
  return answerOf({
    answer: [
      repeatRate?.rate != null
        ? `Of ${say.counted(repeatRate.active, 'customer')} of the ${months} months before, ${say.shareRounded(repeatRate.rate)} bought again in the last ${months}.`
        : bought > 0
          ? `${say.shareRounded((bought - once) / bought)} of ${say.counted(bought, 'customer')} came back at least once.`
          : 'No known customer has bought anything yet.',
      wait === null
        ? null
        : `Half of those who come a second time do so within ${say.days(wait)}: that is when a reminder helps most.`,
      contractSentence(analysis),
    ],
    facts: [
      proportion('repeatRate', repeatRate?.again ?? 0, repeatRate?.active ?? 0, {
        period: pair,
        grade,
        warnings: repeatRate
          ? warnings
          : ['Who bought again: comparing two periods needs six months of sales.'],
      }),
      result('nrr', revenue?.nrr ?? null, { n: revenue?.customers ?? 0, period: pair, grade, warnings }),
      result('grr', revenue?.grr ?? null, { n: revenue?.customers ?? 0, period: pair, grade, warnings }),
      lapseFigure(lapse, { period: totals.period, warnings }),
      proportion('oneTimeShare', once, bought, { period: totals.period }),
      result('usualGap', rhythm.shopGap, { n: rhythm.n, period: totals.period, grade: 'C' }),
      ...(contractsIn(analysis)?.figures ?? []),
    ],
    list: late
      .slice(0, LISTED)
      .map((i) => entry(names.name[i]!, riskReason(analysis, i), purchases.customer[i]!)),
    cannotKnow: [
      heardIn(db, analysis)
        ? null
        : 'What makes customers stay or go: nobody has been asked how satisfied they are.',
      'What a reminder or a loyalty card changes: that takes a trial with some who get it and some who do not.',
    ],
    next: [
      wait === null
        ? null
        : `Remind every new customer before day ${say.count(wait)} after the first purchase.`,
      late.length > 0 ? 'The customers below are late, not yet at risk: one friendly word each.' : null,
      'Try one reminder with half of the late customers, and compare both halves after 60 days.',
    ],
  });
};

/** Days from the first to the second purchase of everyone who came back. */
const secondWaits = ({ history, purchases }: Analysis): number[] => {
  const waits: number[] = [];
  for (let i = 0; i < purchases.customer.length; i++) {
    if (purchases.x[i] === 0) continue;
    for (let k = history.start[i]!; k < history.start[i + 1]!; k++)
      if (history.net[k]! > 0 && history.day[k]! > purchases.firstDay[i]!) {
        waits.push(history.day[k]! - purchases.firstDay[i]!);
        break;
      }
  }
  return waits;
};
