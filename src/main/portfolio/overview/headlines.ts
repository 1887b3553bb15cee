import { type Formats, formats } from '../../../shared/format.ts';
import type { Till } from '../../../shared/model/overview.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { Readable } from '../../database/connection.ts';
import type { Analysis } from '../analysis/analysis.ts';
import { whaleFinding, whaleIn } from '../analysis/costs/contribution.ts';
import { portfolioWindows } from '../analysis/figures.ts';
import { tenSentence } from '../analysis/statements/concentration.ts';
import { growthSentence } from '../analysis/statements/growth.ts';
import { nextMonthSentence } from '../analysis/statements/next-month.ts';
import { atRiskSentence } from '../analysis/statements/risk.ts';
import { tillOf } from '../analysis/till.ts';

/** Up to five sentences an owner would say about the business, the most telling first. */
export const headlines = (db: Readable, analysis: Analysis, growth: Result): string[] => {
  const till = tillOf(db, analysis);
  return till ? tillHeadlines(db, analysis, growth, till) : customerHeadlines(db, analysis, growth);
};

/** The same of sales alone: nothing is said of customers nobody knows. */
const tillHeadlines = (db: Readable, analysis: Analysis, growth: Result, till: Till): string[] => {
  const say = formats(analysis.settings.locale, analysis.currency);
  const { revenue, period, coverage } = analysis.totals;
  const known =
    (coverage ?? 0) > 0 ? `only ${say.shareRounded(coverage!)} of it carries` : 'none of it carries';
  return [
    `Sales of ${say.moneyRounded(revenue)} from ${say.period(period)}; ${known} a customer.`,
    growthSentence(say, growth, portfolioWindows(analysis)),
    nextMonthSentence(db, analysis),
    bestDaySentence(till, revenue, say),
    bestHourSentence(till, say),
  ].filter((sentence) => sentence !== null);
};

const mostOf = <T extends { readonly revenue: number }>(parts: readonly T[]): T | null =>
  parts.reduce<T | null>((best, each) => (each.revenue > (best?.revenue ?? 0) ? each : best), null);

const bestDaySentence = ({ weekdays }: Till, revenue: number, say: Formats): string | null => {
  const best = mostOf(weekdays);
  return best && revenue > 0
    ? `${say.weekday(best.weekday)} is the strongest day, with ${say.shareRounded(best.revenue / revenue)} of all revenue.`
    : null;
};

const bestHourSentence = ({ hours }: Till, say: Formats): string | null => {
  const best = mostOf(hours);
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  return best
    ? `Most is sold between ${clock(best.hour)} and ${clock(best.hour + 1)}: ${say.moneyRounded(best.revenue)} in ${say.counted(best.orders, 'order')}.`
    : null;
};

const customerHeadlines = (db: Readable, analysis: Analysis, growth: Result): string[] => {
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
