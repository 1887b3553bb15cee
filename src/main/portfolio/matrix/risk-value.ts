import { formats } from '../../../shared/format.ts';
import { dayFromNumber, type IsoDay } from '../../../shared/model/day.ts';
import { minor } from '../../../shared/model/money.ts';
import type { NotAvailable } from '../../../shared/model/result.ts';
import type { RiskClass, RiskGroup, RiskSummary, RiskValue } from '../../../shared/model/risk-value.ts';
import { plural } from '../../../shared/words.ts';
import { finite, result } from '../../analytics/estimate.ts';
import type { RiskValuePlacement } from '../../analytics/retention/risk-value.ts';
import type { Readable } from '../../database/connection.ts';
import { type Analysis, analysisOf } from '../analysis/analysis.ts';
import { goneIn } from '../analysis/at-risk.ts';
import { modelsOf } from '../analysis/models/models.ts';
import { part } from '../analysis/part.ts';
import { linesOf } from '../analysis/placement.ts';
import { riskPlacement } from '../analysis/risk-placement.ts';
import { tooFewKnown } from '../analysis/till.ts';
import { worthOf } from '../analysis/worth.ts';

const LISTED = 20;

const TEXT: Readonly<Record<RiskClass, { readonly title: string; readonly whatToDo: string }>> = {
  'high-value/high-engagement': {
    title: 'High value, engaged',
    whatToDo: 'Keep them: serve them first, thank them, and ask what they need next.',
  },
  'high-value/at-risk': {
    title: 'High value, at risk',
    whatToDo: 'Call them in person, the biggest first, before the habit is gone.',
  },
  'growth-potential': {
    title: 'Growth potential',
    whatToDo: 'Small but growing, or new and lively: show them what they have not tried yet.',
  },
  'low-value': {
    title: 'Low value',
    whatToDo: 'Keep them served with little effort; a reminder for all is enough.',
  },
};

export const readRiskValue = (db: Readable, asOf?: IsoDay): RiskValue | NotAvailable => {
  const analysis = analysisOf(db, asOf);
  return analysis
    ? riskValueOf(analysis)
    : { grade: 'D', reason: 'There are no sales yet.', needed: 'Import your sales.' };
};

/** What a review keeps of it: counts, no names. */
export const riskSummary = (analysis: Analysis): RiskSummary | null => {
  const riskValue = riskValueOf(analysis);
  if ('reason' in riskValue) return null;
  const { finding, grade, groups } = riskValue;
  return {
    finding,
    grade,
    groups: groups.map(({ class: name, count, revenueShare }) => ({ class: name, count, revenueShare })),
  };
};

/** The four classes with what lies in them and who is in front. */
export const riskValueOf = part('riskValue', (analysis): RiskValue | NotAvailable => riskValueFrom(analysis));

const riskValueFrom = (analysis: Analysis): RiskValue | NotAvailable => {
  const unknown = tooFewKnown(analysis);
  if (unknown) return unknown;
  const placement = riskPlacement(analysis);
  if ('reason' in placement) return placement;
  const warnings = warningsOf(analysis, placement);
  const n = placement.groups.reduce((sum, { count }) => sum + count, 0);
  const revenue = revenueByClass(analysis, placement);
  const total = [...revenue.values()].reduce((sum, each) => sum + Math.max(0, each), 0);
  const groups = placement.groups.map(
    (group): RiskGroup => ({
      class: group.class,
      ...TEXT[group.class],
      count: group.count,
      result: result('riskValue', group.count, {
        n,
        period: analysis.totals.period,
        grade: placement.grade,
        warnings,
      }),
      revenue: minor(Math.round(revenue.get(group.class) ?? 0)),
      revenueShare: total > 0 ? Math.max(0, revenue.get(group.class) ?? 0) / total : 0,
      customers: foremost(analysis, placement, group.class),
    }),
  );
  const say = formats(analysis.settings.locale, analysis.currency);
  const ended = analysis.contracts?.state.filter((state) => state === 'ended').length ?? 0;
  return {
    asOf: analysis.asOf,
    finding: finding(groups, say.count, say.moneyRounded),
    grade: placement.grade,
    valueSentence: `High value: from ${say.moneyRounded(linesOf(analysis, 'customers').value)} ${worthOf(analysis).kind === 'contribution' ? 'of contribution ' : ''}in the last 12 months, the line of the matrix.`,
    engagementSentence: [
      'At risk: at least 3 purchases, and silent for twice the usual gap or longer.',
      placement.untold > 0
        ? `Of those called engaged ${say.count(placement.untold)} ${placement.untold === 1 ? 'has' : 'have'} too few purchases to tell.`
        : null,
      goneIn(analysis).count > 0
        ? `Not in the table: ${say.counted(goneIn(analysis).count, 'customer')} who ${goneIn(analysis).count === 1 ? 'is' : 'are'} gone.`
        : null,
      ended > 0 ? `Nor ${say.counted(ended, 'customer')} whose contract has ended.` : null,
    ]
      .filter((sentence) => sentence !== null)
      .join(' '),
    groups,
    warnings,
  };
};

const revenueByClass = (
  { purchases }: Analysis,
  { classOf }: RiskValuePlacement,
): ReadonlyMap<RiskClass, number> => {
  const sums = new Map<RiskClass, number>();
  classOf.forEach((name, i) => {
    if (name !== null) sums.set(name, (sums.get(name) ?? 0) + purchases.revenue12m[i]!);
  });
  return sums;
};

const foremost = (
  analysis: Analysis,
  { classOf, basis }: RiskValuePlacement,
  wanted: RiskClass,
): RiskGroup['customers'] => {
  const { purchases, rhythm, names } = analysis;
  const { scores } = modelsOf(analysis);
  return Array.from(purchases.customer, (_, i) => i)
    .filter((i) => classOf[i] === wanted)
    .sort((a, b) => purchases.revenue12m[b]! - purchases.revenue12m[a]! || a - b)
    .slice(0, LISTED)
    .map((i) => ({
      id: purchases.customer[i]!,
      name: names.name[i]!,
      revenue12m: minor(purchases.revenue12m[i]!),
      lastDay: dayFromNumber(purchases.lastDay[i]!),
      chance: basis === 'model' ? finite(1 - scores.pNoPurchase[i]!) : null,
      horizonDays: basis === 'model' ? finite(scores.horizonDays[i]) : null,
      overdueRatio: finite(rhythm.overdueRatio[i]),
    }));
};

const finding = (
  groups: readonly RiskGroup[],
  count: (n: number) => string,
  money: (minorUnits: number) => string,
): string => {
  const risky = groups.find((group) => group.class === 'high-value/at-risk')!;
  const safe = groups.find((group) => group.class === 'high-value/high-engagement')!;
  const high = risky.count + safe.count;
  if (high === 0) return 'No customer is of high value.';
  if (risky.count === 0)
    return `${high === 1 ? 'The one customer' : `All ${count(high)} customers`} of high value ${plural(high, 'is', 'are')} engaged.`;
  return `${count(risky.count)} of ${count(high)} customers of high value ${plural(risky.count, 'is', 'are')} at risk; ${plural(risky.count, 'this one', 'they')} brought ${money(risky.revenue)} in 12 months.`;
};

const warningsOf = (analysis: Analysis, { basis }: RiskValuePlacement): string[] => [
  ...(basis === 'rhythm' ? [BY_RHYTHM] : ofChances(analysis)),
  ...(analysis.growth.windows ? [] : [WITHOUT_GROWTH]),
];

const BY_RHYTHM =
  'Too few customers have come back for chances of single ones: engagement is told by the own rhythm, a rule of thumb.';
const WITHOUT_GROWTH = 'Growth needs 12 months of sales: growth potential is told of new customers only.';

/** What the model warns of, but for what it says of amounts: classes are based on chances alone. */
const ofChances = (analysis: Analysis): string[] => {
  const { warnings, spend } = modelsOf(analysis);
  return warnings.filter((warning) => !spend.warnings.includes(warning));
};
