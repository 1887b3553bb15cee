import { formats } from '../../../shared/format.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { whaleFinding, whaleIn } from '../analysis/costs/contribution.ts';
import { tenSentence } from '../analysis/statements/concentration.ts';
import { growthSentence } from '../analysis/statements/growth.ts';
import { atRiskSentence } from '../analysis/statements/risk.ts';

/** Up to five sentences an owner would say about the business, the most telling first. */
export const headlines = (db: Readable, analysis: Analysis, growth: Result): string[] => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const { totals, purchases } = analysis;
  const sentences: string[] = [];
  const known =
    totals.coverage === null
      ? ''
      : `, ${say.shareRounded(totals.coverage)} of it from ${say.count(analysis.concentration.n)} known customers`;
  sentences.push(`Sales of ${say.moneyRounded(totals.revenue)} from ${say.period(totals.period)}${known}.`);
  const ten = tenSentence(db, analysis);
  if (ten) sentences.push(ten);
  const curve = whaleIn(analysis);
  if (curve && curve.lossCustomers > 0) sentences.push(whaleFinding(analysis, curve));
  const grown = growthSentence(say, growth, analysis.growth.windows);
  if (grown) sentences.push(grown);
  const risk = atRiskSentence(analysis);
  if (risk) sentences.push(risk);
  const fresh = countNew(analysis);
  if (fresh.count > 0 && purchases.customer.length > fresh.count) {
    sentences.push(
      `${say.counted(fresh.count, 'customer')} came for the first time in the last 90 days and brought ${say.moneyRounded(fresh.revenue)}.`,
    );
  }
  return sentences.slice(0, 5);
};

const countNew = ({ purchases, history }: Analysis): { count: number; revenue: number } => {
  let count = 0;
  let revenue = 0;
  for (let i = 0; i < purchases.customer.length; i++) {
    if (purchases.purchaseDays[i] === 0 || purchases.knownFrom[i]! <= history.asOf - 90) continue;
    count++;
    revenue += purchases.revenue[i]!;
  }
  return { count, revenue };
};
